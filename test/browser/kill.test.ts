import { readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { read } from '../../src/document/read.ts';
import { ensureVsCode } from '../host/install.ts';
import { type Server, startServer } from '../host/server.ts';
import { removeTemporaryFolder, temporaryFolder } from '../host/temporary-folder.ts';
import { openWorkbench } from '../host/workbench.ts';
import { test } from './fixtures.ts';
import { extensionsWithStorm, Storm } from './storm.ts';

const HEAD = 'version: 1\nglobalAccount: Acme\nmode: practice # hand-made\n';
const FILE = 'system-landscape.yaml';
/** How often the server is killed; 20 times takes minutes. */
const KILLS = Number(process.env.SYSTEM_LANDSCAPE_KILLS ?? 2);
const OPERATIONS = 12;

/** Numbers from 0 to below 1 that follow from a seed. */
function random(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

test.describe('A server that is killed in a storm of operations', () => {
	const extensions = extensionsWithStorm();
	const folder = temporaryFolder('workspace');
	let server: Server | undefined;
	test.afterAll(async () => {
		await server?.kill();
		for (const used of [extensions, folder, ...(server ? [server.dataDir] : [])]) {
			removeTemporaryFolder(used);
		}
	});

	test(`leaves one of the complete versions of the file, each of ${KILLS} times`, async ({ browser }) => {
		test.setTimeout(120_000 * (KILLS + 1));
		const seed = Number(process.env.SYSTEM_LANDSCAPE_SEED ?? Date.now() % 2 ** 32);
		const next = random(seed);
		const file = join(folder, FILE);
		const systemsAtKills: number[] = [];
		let restorations = 0;
		const vscode = await ensureVsCode('newest');
		const vsix = process.env.SYSTEM_LANDSCAPE_VSIX ?? '';
		for (let kill = 0; kill < KILLS; kill++) {
			writeFileSync(file, HEAD);
			server = await startServer({ vscode, extensions, ...(kill === 0 ? { vsix } : {}) });
			const { kill: killServer, dataDir } = server;
			const page = await openWorkbench(browser, server, folder);
			const storm = new Storm(folder);
			await storm.ready(1);
			// At the n-th change that the file system tells of: in the midst of a write, or between two.
			const fatal = 1 + Math.floor(next() * OPERATIONS);
			let changes = 0;
			const killed = new Promise<void>((resolve, reject) => {
				const watcher = watch(file, () => {
					changes++;
					if (changes === fatal) {
						watcher.close();
						killServer().then(resolve, reject);
					}
				});
			});
			storm.start(OPERATIONS);
			await killed;
			const cut = readFileSync(file, 'utf8') === '';
			await page.context().close();
			if (cut) {
				// VS Code empties a file before it writes it: then the next window brings the text back.
				server = await startServer({ vscode, extensions, userData: dataDir });
				const again = await openWorkbench(browser, server, folder);
				await expect.poll(() => readFileSync(file, 'utf8')).not.toBe('');
				await again.context().close();
				await server.kill();
			}
			const text = readFileSync(file, 'utf8');
			const reading = read(text);
			const told = `seed ${seed}, kill ${kill + 1}, change ${fatal}: ${JSON.stringify(text.slice(-200))}`;
			expect(reading.unreadable, told).toBe(undefined);
			expect(text.startsWith(HEAD), told).toBe(true);
			const systems = [...reading.landscape.systems.values()];
			expect(
				systems.every(({ status, token }) => status === 'pending' && token?.fingerprint),
				told,
			).toBe(true);
			if (cut) {
				restorations++;
			}
			systemsAtKills.push(systems.length);
			removeTemporaryFolder(dataDir);
			storm.forget();
		}
		console.log(
			`      seed ${seed}: killed with ${systemsAtKills.join(', ')} systems in the file, ${restorations} of them brought back`,
		);
	});
});
