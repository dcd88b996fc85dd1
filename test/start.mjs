// `npm start`: sets up what is missing, builds and packages the extension, and opens it with a sample workspace.
// Only Node's own modules here: this is what runs on a fresh clone, before anything is installed.
import { parseArgs } from 'node:util';
import { ensureDependencies } from './host/dependencies.mjs';
import { requireNodeVersion } from './host/node-version.mjs';
import { runCommand, stopCommands } from './host/run-command.mjs';
import { buildArguments, packageArguments, vsixFile } from './host/vsix.mjs';

const minutes = (count) => count * 60_000;

async function run(what, args, deadlineMs) {
	console.log(`${what} …`);
	const { code } = await runCommand(process.execPath, args, { deadlineMs });
	if (code !== 0) {
		throw new Error(`${what} failed; see its message above.`);
	}
}

async function start() {
	const { values } = parseArgs({
		options: {
			port: { type: 'string' },
			desktop: { type: 'boolean', default: false },
			'no-open': { type: 'boolean', default: false },
		},
	});
	requireNodeVersion();
	await ensureDependencies();
	await run('Building the extension', buildArguments, minutes(3));
	await run('Packaging the extension', packageArguments, minutes(5));
	const args = [
		...['--import', 'tsx', values.desktop ? 'test/host/start-desktop.ts' : 'test/host/start-server.ts'],
		...['--vsix', vsixFile],
		...(values.port === undefined ? [] : ['--port', values.port]),
		...(values['no-open'] ? ['--no-open'] : []),
	];
	// Without a deadline: it runs until the person ends it.
	const { code } = await runCommand(process.execPath, args, {});
	process.exitCode = code;
}

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.on(signal, async () => {
		if (!stopping) {
			stopping = true;
			await stopCommands();
			process.exit(0);
		}
	});
}

try {
	await start();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
