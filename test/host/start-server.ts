// Command line: start-server.ts --vsix FILE [--port N] [--no-open]; serves the newest VS Code until it is told to end.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder } from './cache.ts';
import { ensureVsCode } from './install.ts';
import { PortTaken, type Server, type ServerOptions, startServer } from './server.ts';
import { startWorkspace } from './start-workspace.ts';

const usualPort = 8484;
const highestPort = 65_535;
const portsToTry = 50;

const { values } = parseArgs({
	options: {
		vsix: { type: 'string' },
		port: { type: 'string', default: String(usualPort) },
		'no-open': { type: 'boolean', default: false },
	},
});

let ending = false;
const toldToEnd = new Promise<void>((resolve) => {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => {
			ending = true;
			resolve();
		});
	}
});

try {
	await serve(requiredVsix(), requiredPort());
} catch (error) {
	if (!ending) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}

async function serve(vsix: string, port: number): Promise<void> {
	const vscode = await ensureVsCode('newest');
	const workspace = startWorkspace();
	const server = await startAtFreePort(port, {
		vscode,
		vsix,
		userData: join(cacheFolder(), 'start', 'server'),
	});
	const address = server.url(workspace);
	console.log(`System Landscape for SAP BTP is open at ${address}`);
	console.log(`Folder: ${workspace}. Press Ctrl+C to end.`);
	if (!values['no-open']) {
		openInBrowser(address);
	}
	const how = await Promise.race([toldToEnd, server.ended]);
	if (typeof how === 'string') {
		throw new Error(`The VS Code server ${how}.\n${server.output()}`);
	}
	await server.stop();
}

async function startAtFreePort(first: number, options: ServerOptions): Promise<Server> {
	for (let port = first; ; port += 1) {
		try {
			return await startServer({ ...options, port });
		} catch (error) {
			if (!(error instanceof PortTaken) || port >= highestPort || port >= first + portsToTry) {
				throw error;
			}
			console.log(`Port ${port} is taken; trying ${port + 1}.`);
		}
	}
}

function openInBrowser(address: string): void {
	const hasDesktop = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
	if (process.env.CI || !hasDesktop) {
		return;
	}
	const [command, ...args] =
		process.platform === 'darwin'
			? ['open', address]
			: process.platform === 'win32'
				? ['rundll32', 'url.dll,FileProtocolHandler', address]
				: ['xdg-open', address];
	const opener = spawn(command as string, args, { stdio: 'ignore', detached: true });
	opener.once('error', () => console.log('No browser could be opened; open the address above yourself.'));
	opener.unref();
}

function requiredVsix(): string {
	if (values.vsix === undefined) {
		throw new Error('Usage: start-server.ts --vsix FILE [--port N] [--no-open]');
	}
	return values.vsix;
}

function requiredPort(): number {
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 1 || port > highestPort) {
		throw new Error(`--port ${values.port} is no port: give a number from 1 to ${highestPort}.`);
	}
	return port;
}
