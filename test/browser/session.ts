import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { Settings } from '../host/default-settings.ts';
import { ensureVsCode } from '../host/install.ts';
import { type Server, startServer } from '../host/server.ts';
import { removeTemporaryFolder, temporaryFolder } from '../host/temporary-folder.ts';
import { openWorkbench, type WorkbenchOptions } from '../host/workbench.ts';
import { GuidePage } from './pages/guide-page.ts';
import { LandscapeView } from './pages/landscape-view.ts';
import { MapPage } from './pages/map-page.ts';
import { Notifications } from './pages/notifications.ts';
import { QuickInput } from './pages/quick-input.ts';
import { TenantPage } from './pages/tenant-page.ts';
import { Walkthrough } from './pages/walkthrough.ts';

const FILE = 'system-landscape.yaml';

/** A window of VS Code with the packaged extension, and the folder that is open in it. */
export interface Session {
	readonly page: Page;
	readonly server: Server;
	readonly folder: string;
	readonly view: LandscapeView;
	readonly input: QuickInput;
	readonly notifications: Notifications;
	readonly tenant: TenantPage;
	readonly map: MapPage;
	readonly guide: GuidePage;
	readonly walkthrough: Walkthrough;
	/** The landscape file's text on disk. */
	text(): string;
	writeText(text: string): void;
	/** The text of another file in the folder. */
	fileText(name: string): string;
	/** Commits everything in the folder. */
	commit(message: string): void;
	/** What git says was changed since the last commit, without context lines. */
	diff(): { readonly added: readonly string[]; readonly removed: readonly string[] };
	/** Opens the folder in another window, of another person. */
	secondWindow(): Promise<Page>;
	close(): Promise<void>;
}

export interface SessionOptions extends WorkbenchOptions {
	readonly files?: Readonly<Record<string, string>>;
	readonly settings?: Settings;
}

/** Starts a VS Code that has the packaged extension installed, beside those that are in the folder `extensions`. */
export async function serverWithExtension(extensions?: string): Promise<Server> {
	const vsix = process.env.SYSTEM_LANDSCAPE_VSIX;
	if (!vsix) {
		throw new Error(
			'Set SYSTEM_LANDSCAPE_VSIX to the packaged extension, or run: npm test -- --only browser',
		);
	}
	const choice = process.env.SYSTEM_LANDSCAPE_VSCODE === 'oldest' ? 'oldest' : 'newest';
	return startServer({ vscode: await ensureVsCode(choice), vsix, ...(extensions ? { extensions } : {}) });
}

/**
 * Opens a new folder in a new window that knows nothing of those before it: secrets and state are in the browser's
 * context, and the server's settings are as in a new VS Code.
 */
export async function openSession(
	browser: Browser,
	server: Server,
	options: SessionOptions = {},
): Promise<Session> {
	const folder = temporaryFolder('workspace');
	for (const [name, text] of Object.entries(options.files ?? {})) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
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
	server.forgetUser();
	server.changeSettings(options.settings ?? {});
	const page = await openWorkbench(browser, server, folder, options);
	const others: Page[] = [];
	return {
		page,
		server,
		folder,
		view: new LandscapeView(page),
		input: new QuickInput(page),
		notifications: new Notifications(page),
		tenant: new TenantPage(page),
		map: new MapPage(page),
		guide: new GuidePage(page),
		walkthrough: new Walkthrough(page),
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
		secondWindow: async () => {
			const other = await openWorkbench(browser, server, folder);
			others.push(other);
			return other;
		},
		close: async () => {
			for (const opened of [page, ...others]) {
				await opened.context().close();
			}
			removeTemporaryFolder(folder);
		},
	};
}
