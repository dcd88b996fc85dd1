import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../host/chromium.ts';
import { ensureVsCode } from '../host/install.ts';
import { type Server, startServer } from '../host/server.ts';
import { removeTemporaryFolder, temporaryFolder } from '../host/temporary-folder.ts';
import { openWorkbench, type WorkbenchOptions } from '../host/workbench.ts';

const FILE = 'system-landscape.yaml';

/** A window of VS Code with the packaged extension, and the folder that is open in it. */
export interface Session {
	readonly page: Page;
	readonly browser: Browser;
	readonly server: Server;
	readonly folder: string;
	/** The landscape file's text on disk. */
	text(): string;
	writeText(text: string): void;
	/** The text of another file in the folder. */
	fileText(name: string): string;
	/** Commits everything in the folder. */
	commit(message: string): void;
	/** What git says was changed since the last commit, without context lines. */
	diff(): { readonly added: readonly string[]; readonly removed: readonly string[] };
	close(): Promise<void>;
}

/** Opens a new folder in a new VS Code that has the packaged extension installed and knows nothing else. */
export async function openSession(
	options: WorkbenchOptions & {
		readonly files?: Readonly<Record<string, string>>;
		/** Folder that other extensions are already in. */
		readonly extensions?: string;
	} = {},
): Promise<Session> {
	const vsix = process.env.SYSTEM_LANDSCAPE_VSIX;
	if (!vsix) {
		throw new Error(
			'Set SYSTEM_LANDSCAPE_VSIX to the packaged extension, or run: npm test -- --only browser',
		);
	}
	const folder = temporaryFolder('workspace');
	for (const [name, text] of Object.entries(options.files ?? {})) {
		writeFileSync(join(folder, name), text);
	}
	const git = (...args: string[]) =>
		execFileSync(
			'git',
			['-C', folder, '-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args],
			{
				encoding: 'utf8',
			},
		);
	git('init', '--quiet');
	const server = await startServer({
		vscode: await ensureVsCode('newest'),
		vsix,
		...(options.extensions ? { extensions: options.extensions } : {}),
	});
	let browser: Browser | undefined;
	try {
		browser = await launchChromium();
		const page = await openWorkbench(browser, server, folder, options);
		const opened = browser;
		return {
			page,
			browser,
			server,
			folder,
			text: () => readFileSync(join(folder, FILE), 'utf8'),
			writeText: (text) => writeFileSync(join(folder, FILE), text),
			fileText: (name) => readFileSync(join(folder, name), 'utf8'),
			commit: (message) => {
				git('add', '--all');
				git('commit', '--quiet', '--allow-empty', '-m', message);
			},
			diff: () => {
				const lines = git('diff', '--unified=0', '--', FILE).split('\n');
				const starting = (sign: string) =>
					lines
						.filter((line) => line.startsWith(sign) && !line.startsWith(sign.repeat(3)))
						.map((line) => line.slice(1));
				return { added: starting('+'), removed: starting('-') };
			},
			close: async () => {
				await opened.close();
				await server.stop();
				rmSync(folder, { recursive: true, force: true });
				removeTemporaryFolder(folder);
			},
		};
	} catch (error) {
		await browser?.close();
		await server.stop();
		throw error;
	}
}
