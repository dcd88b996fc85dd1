import { test as base } from '@playwright/test';
import type { Server } from '../host/server.ts';
import { openSession, type Session, type SessionOptions, serverWithExtension } from './session.ts';

interface Windows {
	/** Opens a window that is closed after the test. */
	readonly open: (options?: SessionOptions) => Promise<Session>;
	/** Opens one with a landscape file that says this, and shows the landscape in the side bar. */
	readonly start: (text: string, options?: SessionOptions) => Promise<Session>;
}

/** What every test can ask for: windows, and the VS Code server of its worker. */
export const test = base.extend<Windows, { readonly server: Server }>({
	server: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
		async ({}, use) => {
			const server = await serverWithExtension();
			await use(server);
			await server.stop();
		},
		{ scope: 'worker', timeout: 120_000 },
	],
	open: async ({ browser, server }, use) => {
		const sessions: Session[] = [];
		await use(async (options) => {
			const session = await openSession(browser, server, options);
			sessions.push(session);
			return session;
		});
		for (const session of sessions) {
			await session.close();
		}
	},
	start: async ({ open }, use) => {
		await use(async (text, options) => {
			const session = await open({ files: { 'system-landscape.yaml': text }, ...options });
			await session.view.open();
			return session;
		});
	},
});
