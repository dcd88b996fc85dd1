// `npm start`: sets up what is missing, packages the extension, and opens it with a sample workspace.
// Only Node's own modules here: this is what runs on a fresh clone, before anything is installed.
import { parseArgs } from 'node:util';
import { ensureDependencies } from './host/dependencies.mjs';
import { requireNodeVersion } from './host/node-version.mjs';
import { runCommand, stopCommands } from './host/run-command.mjs';
import { vsixFile } from './host/vsix.mjs';

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
	console.log('Packaging the extension …');
	const packaging = await runCommand(process.execPath, ['package.mjs'], { deadlineMs: 5 * 60_000 });
	if (packaging.code !== 0) {
		throw new Error('The extension could not be packaged; see the message above.');
	}
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
