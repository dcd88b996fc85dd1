import { readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { read } from '../../src/document/read.ts';
import { ensureVsCode } from '../host/install.ts';
import { startServer } from '../host/server.ts';
import { removeTemporaryFolder, temporaryFolder } from '../host/temporary-folder.ts';
import { openWorkbench, screenshot } from '../host/workbench.ts';
import { test } from './fixtures.ts';
import { LandscapeView } from './pages/landscape-view.ts';
import { Notifications } from './pages/notifications.ts';
import { QuickInput } from './pages/quick-input.ts';
import { extensionsWithStorm, Storm } from './storm.ts';

const HEAD = 'version: 1\nglobalAccount: Acme\nmode: practice # hand-made\n';
const FILE = 'system-landscape.yaml';
const OPERATIONS = 12;
/** At which of the changes that the file system tells of: earlier ones have left versions in Local History. */
const FATAL = 10;

test('A file that VS Code was saving when it was killed comes back with Restore from Local History', async ({
	browser,
}) => {
	test.setTimeout(240_000);
	const extensions = extensionsWithStorm();
	const folder = temporaryFolder('workspace');
	const userData = temporaryFolder('server');
	const file = join(folder, FILE);
	const text = () => readFileSync(file, 'utf8');
	writeFileSync(file, HEAD);
	const vscode = await ensureVsCode('newest');
	const vsix = process.env.SYSTEM_LANDSCAPE_VSIX ?? '';
	// As if there were some time between the operations: Local History keeps one version for what is saved at once.
	const settings = { 'workbench.localHistory.mergeWindow': 0 };
	const server = await startServer({ vscode, extensions, userData, vsix, settings });
	const page = await openWorkbench(browser, server, folder);
	const storm = new Storm(folder);
	await storm.ready(1);
	let changes = 0;
	const killed = new Promise<void>((resolve, reject) => {
		const watcher = watch(file, () => {
			changes++;
			if (changes === FATAL) {
				watcher.close();
				server.kill().then(resolve, reject);
			}
		});
	});
	storm.start(storm.windows()[0] ?? '', OPERATIONS);
	await killed;
	await page.context().close();
	expect(text() === '' || text().startsWith(HEAD), text()).toBe(true);
	// VS Code empties a file before it writes it. The moment between is short: where it was missed it is made up for.
	writeFileSync(file, '');

	// Local History knows a file by its address, which has the port in it.
	const again = await startServer({ vscode, extensions, userData, port: server.port });
	const window = await openWorkbench(browser, again, folder);
	const view = new LandscapeView(window);
	await view.open();
	await view.message('The file is empty').waitFor();
	expect(text()).toBe('');
	await view.title('Register System');
	await new Notifications(window).answer('The file is empty', 'Restore from Local History');
	const input = new QuickInput(window);
	await input.choose(FILE);
	// The newest version may be one that was copied while the file was written.
	const versions = window.locator('.quick-input-list .monaco-list-row');
	await versions.nth(1).click();
	await screenshot(window, 'kill-restore');
	// VS Code compares that version with the file; the arrow between the two takes it over.
	await window.getByRole('button', { name: 'Revert Block' }).click();
	await window.locator('.editor.modified .view-line', { hasText: 'hand-made' }).waitFor();
	await window.keyboard.press('ControlOrMeta+S');
	await expect.poll(text).not.toBe('');
	const { unreadable, landscape } = read(text());
	expect(unreadable).toBe(undefined);
	expect(text().startsWith(HEAD)).toBe(true);
	const systems = [...landscape.systems.values()];
	expect(systems.length).toBeGreaterThan(0);
	expect(systems.every(({ status, token }) => status === 'pending' && token?.fingerprint)).toBe(true);
	await window.context().close();
	await again.stop();
	for (const used of [extensions, folder, userData]) {
		removeTemporaryFolder(used);
	}
});
