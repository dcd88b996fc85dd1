// Only Node's own modules here: this is what runs on a fresh clone, before anything is installed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const graceMs = 5_000;
const inGroups = process.platform !== 'win32';
const running = new Set();

process.on('exit', () => {
	for (const child of running) {
		signalTree(child, 'SIGKILL');
	}
});

/** Ends every command that is running, those it has started included, and resolves when they are gone. */
export async function stopCommands() {
	await Promise.all([...running].map(stopTree));
}

/**
 * Runs a command in the root of the project and returns its exit code. With a deadline it is ended when that has passed,
 * with all that it has started. What it prints goes to `print`, where that is given, and to the console otherwise.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ deadlineMs?: number, env?: NodeJS.ProcessEnv, shell?: boolean, print?: (text: string) => void }} options
 */
export async function runCommand(command, args, options) {
	const child = spawn(command, args, {
		cwd: root,
		env: { ...process.env, ...options.env },
		// A group of its own, so that a browser or a server below it can be ended with it.
		detached: inGroups,
		shell: options.shell ?? false,
		stdio: ['ignore', options.print ? 'pipe' : 'inherit', options.print ? 'pipe' : 'inherit'],
	});
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding('utf8').on('data', options.print);
	}
	running.add(child);
	let late = false;
	const timer =
		options.deadlineMs === undefined
			? undefined
			: setTimeout(() => {
					late = true;
					void stopTree(child);
				}, options.deadlineMs);
	try {
		const closed = new Promise((resolve) => child.once('close', resolve));
		const code = await new Promise((resolve, reject) => {
			child.once('error', reject);
			child.once('exit', (exitCode) => resolve(exitCode ?? 1));
		});
		// What a command leaves behind when it ends would keep the output of CI open.
		signalTree(child, 'SIGKILL');
		// A process that has left the group may keep the output open for longer.
		await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
		return { code: late ? 1 : code, late };
	} finally {
		clearTimeout(timer);
		running.delete(child);
	}
}

async function stopTree(child) {
	if (child.exitCode !== null || child.signalCode !== null) {
		return;
	}
	const gone = new Promise((resolve) => child.once('exit', resolve));
	signalTree(child, 'SIGTERM');
	const timer = setTimeout(() => signalTree(child, 'SIGKILL'), graceMs);
	await gone;
	clearTimeout(timer);
}

function signalTree(child, signal) {
	if (child.pid === undefined) {
		return;
	}
	try {
		if (inGroups) {
			process.kill(-child.pid, signal);
		} else if (child.exitCode === null) {
			spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
		}
	} catch (error) {
		if (error.code !== 'ESRCH') {
			throw error;
		}
	}
}
