// Command line: start-desktop.ts --vsix FILE; installs the extension into the desktop VS Code and opens the sample.
import { parseArgs } from 'node:util';
import { runToEnd } from './child-process.ts';
import { startWorkspace } from './start-workspace.ts';

const { values } = parseArgs({
	options: { vsix: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
});
if (values.vsix === undefined) {
	throw new Error('Usage: start-desktop.ts --vsix FILE');
}

if (await hasDesktopCode()) {
	await code('Installing the extension into VS Code', ['--install-extension', values.vsix, '--force']);
	const workspace = startWorkspace();
	await code('Opening the sample workspace', [workspace]);
	console.log(`System Landscape for SAP BTP is open in VS Code, with the folder ${workspace}`);
} else {
	console.error(
		[
			'There is no `code` on the PATH, the command of a desktop VS Code.',
			'Install VS Code, run its command "Shell Command: Install \'code\' command in PATH", and try again;',
			'or run `npm start` without --desktop, which brings a VS Code of its own in the browser.',
		].join('\n'),
	);
	process.exitCode = 1;
}

async function hasDesktopCode(): Promise<boolean> {
	try {
		await code('Asking VS Code for its version', ['--version']);
		return true;
	} catch {
		return false;
	}
}

async function code(what: string, args: readonly string[]): Promise<string> {
	return await runToEnd('code', args, { what, deadlineMs: 2 * 60_000, shell: process.platform === 'win32' });
}
