import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

const inGroups = process.platform !== 'win32';
const running = new Set<ChildProcess>();
const groupLeaders = new Set<ChildProcess>();

process.on('exit', () => {
	for (const child of running) {
		signalTree(child, 'SIGKILL');
	}
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.on(signal, () => {
		// Whoever else listens (mocha, `npm start`) decides when to end; `exit` above still cleans up.
		if (process.listenerCount(signal) === 1) {
			process.exit(1);
		}
	});
}

/** Starts a process that does not outlive this one. */
function spawnOwned(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
	const child = spawn(command, args, options);
	running.add(child);
	child.once('exit', () => running.delete(child));
	child.once('error', () => running.delete(child));
	return child;
}

/** Starts a process that does not outlive this one, nor do those that it starts. */
export function spawnTree(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
	const child = spawnOwned(command, args, { ...options, detached: inGroups });
	if (inGroups) {
		groupLeaders.add(child);
	}
	child.once('exit', () => {
		signalTree(child, 'SIGKILL');
		groupLeaders.delete(child);
	});
	return child;
}

function signalTree(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined || !groupLeaders.has(child)) {
		child.kill(signal);
		return;
	}
	try {
		process.kill(-child.pid, signal);
	} catch (error) {
		// Nobody of the group is left.
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
			throw error;
		}
	}
}

/** The environment of this process without the variables that a pattern names. */
export function environmentWithout(pattern: RegExp): NodeJS.ProcessEnv {
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !pattern.test(name)));
}

/** What `runToEnd` needs to know besides the command. */
export interface RunOptions {
	/** Names the work in an error, for example `npm install`. */
	readonly what: string;
	readonly deadlineMs: number;
	readonly cwd?: string;
	readonly env?: NodeJS.ProcessEnv;
	readonly shell?: boolean;
	/** Shows the output while it comes. */
	readonly show?: boolean;
}

/** Runs a process to its end and returns its output; throws with the last of the output where it fails or takes too long. */
export async function runToEnd(
	command: string,
	args: readonly string[],
	options: RunOptions,
): Promise<string> {
	const child = spawnOwned(command, args, {
		cwd: options.cwd,
		env: options.env ?? process.env,
		shell: options.shell ?? false,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	const collect = (chunk: Buffer) => {
		output += chunk.toString();
		if (options.show) {
			process.stdout.write(chunk);
		}
	};
	child.stdout?.on('data', collect);
	child.stderr?.on('data', collect);
	let late = false;
	const timer = setTimeout(() => {
		late = true;
		child.kill('SIGKILL');
	}, options.deadlineMs);
	try {
		const code = await new Promise<number | null>((resolve, reject) => {
			child.once('error', reject);
			child.once('close', resolve);
		});
		if (late) {
			throw new Error(`it took longer than ${Math.round(options.deadlineMs / 1000)} s`);
		}
		if (code !== 0) {
			throw new Error(`it ended with exit code ${code}`);
		}
		return output;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(`${options.what} failed: ${reason}.\n${lastLines(output, 30)}`.trimEnd());
	} finally {
		clearTimeout(timer);
	}
}

function lastLines(text: string, count: number): string {
	return text.trimEnd().split('\n').slice(-count).join('\n');
}
