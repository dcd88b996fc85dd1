import { runCommand, stopCommands } from './run-command.mjs';
import { vsixFile } from './vsix.mjs';

/**
 * Packages the extension, and then runs commands of Node with it, one after the other, also after one that failed.
 *
 * @param {readonly string[][]} commands Their arguments.
 */
export async function runWithPackage(...commands) {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.on(signal, async () => {
			await stopCommands();
			process.exit(1);
		});
	}
	const run = async (args) =>
		(await runCommand(process.execPath, args, { env: { SYSTEM_LANDSCAPE_VSIX: vsixFile } })).code;
	process.exitCode = await run(['package.mjs']);
	if (process.exitCode !== 0) {
		return;
	}
	for (const args of commands) {
		process.exitCode = (await run(args)) || process.exitCode;
	}
}
