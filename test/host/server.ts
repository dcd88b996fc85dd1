import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { environmentWithout, runToEnd, spawnTree } from './child-process.ts';
import { defaultSettings, type Settings } from './default-settings.ts';
import type { VsCode } from './install.ts';
import { removeTemporaryFolder, temporaryFolder } from './temporary-folder.ts';

const startDeadlineMs = 60_000;
const stopDeadlineMs = 15_000;
const host = '127.0.0.1';
const preloads = ['mint-key.cjs', 'end-with-parent.cjs'].map((name) => join(import.meta.dirname, name));
const secretKeyBytes = 32;

/** How to start a VS Code server. */
export interface ServerOptions {
	readonly vscode: VsCode;
	/** Folder that keeps the server's data between runs; a temporary one where it is not given. */
	readonly userData?: string;
	/** Folder of the installed extensions; one in the server's data where it is not given. */
	readonly extensions?: string;
	/** User settings on top of the default ones. */
	readonly settings?: Settings;
	/** VSIX file to install before the start. */
	readonly vsix?: string;
	/** Asks whether a folder is trusted; without it every folder is. */
	readonly workspaceTrust?: boolean;
	/** Makes pages accept a payload (extension development, tests) and offer the smoke-test driver. */
	readonly smokeTestDriver?: boolean;
	/** A port of one's own choice; the operating system's choice where it is not given. */
	readonly port?: number;
}

/** A running VS Code server. */
export interface Server {
	readonly port: number;
	/** The server data folder; `data/User` in it is the user data of every page. */
	readonly dataDir: string;
	/** Folder of the logs of the server and its extension hosts. */
	readonly logs: string;
	/** Settles with a description when the process has ended, wanted or not. */
	readonly ended: Promise<string>;
	/** Address of a page with that folder, or `.code-workspace` file, open. */
	url(folder: string, payload?: readonly (readonly [string, string])[]): string;
	/** Address of a file or folder of this machine as the page sees it. */
	remoteUri(path: string): string;
	/** Changes user settings; open pages follow. */
	changeSettings(settings: Settings): void;
	/** Makes the user's settings and key bindings what they are in a new VS Code, for the next page. */
	forgetUser(): void;
	/** Everything the server has printed. */
	output(): string;
	/** Ends the server and removes its temporary data. */
	stop(): Promise<void>;
	/** Ends the server as a crash would, keeping its data. */
	kill(): Promise<void>;
}

/** Thrown where the wanted port belongs to another process. */
export class PortTaken extends Error {
	readonly port: number;
	constructor(port: number) {
		super(`Port ${port} is taken by another process. Choose another one, or end that process.`);
		this.port = port;
	}
}

/** Starts a VS Code server and returns when it answers. */
export async function startServer(options: ServerOptions): Promise<Server> {
	if (options.port !== undefined) {
		await refuseTakenPort(options.port);
	}
	const dataDir = options.userData ?? temporaryFolder('server');
	const extensions = options.extensions ?? join(dataDir, 'extensions');
	const settingsFile = join(dataDir, 'data', 'User', 'settings.json');
	const removeData = () => {
		if (options.userData === undefined) {
			removeTemporaryFolder(dataDir);
		}
	};
	try {
		let given: Settings = { ...defaultSettings, ...readSettings(settingsFile), ...options.settings };
		writeSettings(settingsFile, given);
		ensureSecretKey(join(dataDir, 'secret-key'));
		if (options.vsix !== undefined) {
			await installVsix(options.vscode, options.vsix, dataDir, extensions);
		}
		const child = spawnTree(options.vscode.node, serverArguments(options, dataDir, extensions), {
			env: environment(),
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		const { port, output, ended } = await whenListening(child);
		const stopProcess = async (signal: NodeJS.Signals) => {
			child.kill(signal);
			const timer = setTimeout(() => child.kill('SIGKILL'), stopDeadlineMs);
			await ended;
			clearTimeout(timer);
		};
		return {
			port,
			dataDir,
			logs: join(dataDir, 'data', 'logs'),
			ended,
			output,
			url: (folder, payload) => pageAddress(port, folder, payload),
			remoteUri: (path) => `vscode-remote://localhost:${port}${pathToFileURL(path).pathname}`,
			changeSettings: (settings) => {
				// VS Code may be writing the file just now: it is left alone where nothing changes.
				if (Object.entries(settings).some(([id, value]) => value !== given[id])) {
					given = { ...given, ...settings };
					writeSettings(settingsFile, { ...readSettings(settingsFile), ...settings });
				}
			},
			forgetUser: () => {
				given = { ...defaultSettings, ...options.settings };
				writeSettings(settingsFile, given);
				rmSync(join(dirname(settingsFile), 'keybindings.json'), { force: true });
			},
			stop: async () => {
				await stopProcess('SIGTERM');
				removeData();
			},
			kill: async () => await stopProcess('SIGKILL'),
		};
	} catch (error) {
		removeData();
		throw error;
	}
}

function serverArguments(options: ServerOptions, dataDir: string, extensions: string): string[] {
	return [
		...preloads.flatMap((file) => ['--require', file]),
		options.vscode.serverMain,
		...['--host', host, '--port', String(options.port ?? 0)],
		'--without-connection-token',
		'--disable-telemetry',
		...dataArguments(dataDir, extensions),
		...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
		...(options.smokeTestDriver ? ['--enable-smoke-test-driver'] : []),
	];
}

function dataArguments(dataDir: string, extensions: string): string[] {
	return [
		'--accept-server-license-terms',
		...['--server-data-dir', dataDir],
		...['--extensions-dir', extensions],
	];
}

/** A VS Code that this process runs in (its terminal, its debugger) must not leak into the one under test. */
function environment(): NodeJS.ProcessEnv {
	return environmentWithout(/^(VSCODE_|ELECTRON_|npm_|NODE_OPTIONS$|TSX_|MOCHA_)/);
}

async function installVsix(vscode: VsCode, vsix: string, dataDir: string, extensions: string): Promise<void> {
	await runToEnd(
		vscode.node,
		[vscode.serverMain, '--install-extension', vsix, '--force', ...dataArguments(dataDir, extensions)],
		{ what: `Installing ${vsix}`, deadlineMs: startDeadlineMs, env: environment() },
	);
}

async function whenListening(
	child: ChildProcess,
): Promise<{ port: number; output: () => string; ended: Promise<string> }> {
	let output = '';
	let announce: (port: number) => void = () => {};
	const port = new Promise<number>((resolve) => {
		announce = resolve;
	});
	const collect = (chunk: Buffer) => {
		output += chunk.toString();
		const line = /Web UI available at http:\/\/[^:\s]+:(\d+)/.exec(output);
		if (line?.[1]) {
			announce(Number(line[1]));
		}
	};
	child.stdout?.on('data', collect);
	child.stderr?.on('data', collect);
	const ended = new Promise<string>((resolve) => {
		child.once('error', (error) => resolve(`could not be started: ${error.message}`));
		child.once('exit', (code, signal) => resolve(`ended with ${signal ?? `exit code ${code}`}`));
	});
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<string>((resolve) => {
		timer = setTimeout(resolve, startDeadlineMs, `said nothing of its port for ${startDeadlineMs / 1000} s`);
	});
	const first = await Promise.race([port, ended, late]);
	clearTimeout(timer);
	if (typeof first === 'string') {
		child.kill('SIGKILL');
		throw new Error(`The VS Code server ${first}.\n${output}`);
	}
	return { port: first, output: () => output, ended };
}

async function refuseTakenPort(port: number): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		const probe = createServer();
		probe.once('error', (error: NodeJS.ErrnoException) =>
			reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error),
		);
		probe.listen(port, host, () => probe.close(() => resolve()));
	});
}

function pageAddress(port: number, folder: string, payload?: readonly (readonly [string, string])[]): string {
	const address = new URL(`http://localhost:${port}/`);
	const kind = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
	address.searchParams.set(kind, decodeURIComponent(pathToFileURL(folder).pathname));
	if (payload) {
		address.searchParams.set('payload', JSON.stringify(payload));
	}
	return address.href;
}

function ensureSecretKey(file: string): void {
	if (!existsSync(file)) {
		writeFileSync(file, randomBytes(secretKeyBytes), { mode: 0o600 });
	}
}

function readSettings(file: string): Settings {
	if (!existsSync(file)) {
		return {};
	}
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		throw new Error(`${file} is no plain JSON any more (${String(error)}). Repair or remove it.`);
	}
}

function writeSettings(file: string, settings: Settings): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, `${JSON.stringify(settings, undefined, 2)}\n`);
}
