import { expect } from '@playwright/test';
import { screenshot } from '../host/workbench.ts';
import { test } from './fixtures.ts';
import { LandscapeView } from './pages/landscape-view.ts';
import { openSession, serverWithExtension } from './session.ts';
import { extensionsWithStorm, Storm } from './storm.ts';

const HEAD = 'version: 1\nglobalAccount: Acme\nmode: practice # hand-made\n';
const FILE = 'system-landscape.yaml';
const EACH = 25;

test.describe('Two windows on one file', () => {
	test('that save one after the other see what the other saved, and lose nothing', async ({ browser }) => {
		const server = await serverWithExtension(extensionsWithStorm());
		const session = await openSession(browser, server, { files: { [FILE]: HEAD } });
		const storm = new Storm(session.folder);
		await storm.ready(1);
		const second = await session.secondWindow();
		await storm.ready(2);
		for (const [saved, window] of storm.windows().entries()) {
			storm.start(window, EACH);
			const answers = await storm.answers(window);
			expect(answers.filter(({ ok }) => !ok)).toStrictEqual([]);
			expect(new Set(session.text().match(/^ {2}W\d+-\d+:$/gm))).toHaveProperty('size', (saved + 1) * EACH);
		}
		expect(session.text().startsWith(HEAD)).toBe(true);
		for (const page of [session.page, second]) {
			expect(await page.locator('.monaco-dialog-box').count()).toBe(0);
			expect(await page.locator('.notification-toast', { hasText: 'Failed to save' }).count()).toBe(0);
			expect(await page.locator('.tab.dirty').count()).toBe(0);
			const view = new LandscapeView(page);
			await view.open();
			await view.entry(/^Systems, 50/).waitFor();
		}
		await session.close();
		await server.stop();
	});

	test('that save at once keep what one has saved, and VS Code tells the other, whose editor keeps the rest', async ({
		browser,
	}) => {
		const server = await serverWithExtension(extensionsWithStorm());
		const session = await openSession(browser, server, { files: { [FILE]: HEAD } });
		const second = await session.secondWindow();
		const storm = new Storm(session.folder);
		await storm.ready(2);
		for (const window of storm.windows()) {
			storm.start(window, EACH);
		}
		const answers = await Promise.all(storm.windows().map((window) => storm.answers(window)));
		const refused = answers.map((those) => those.filter(({ ok }) => !ok));
		expect(refused.flat().every(({ code }) => code === 'landscape-not-saved')).toBe(true);
		// At least one window is in time, and another one is told at most once: what it does next is not saved, either.
		expect(refused.map(({ length }) => length).toSorted()).toStrictEqual([0, 1]);
		const registered = () => new Set(session.text().match(/^ {2}W\d+-\d+:$/gm));
		expect(registered()).toHaveProperty('size', EACH);
		// Which page belongs to which process is not known.
		const late = (await session.page.locator('.tab.dirty').count()) > 0 ? session.page : second;
		await late.locator('.notification-toast', { hasText: 'The content of the file is newer' }).waitFor();
		await late.locator('.tab.dirty', { hasText: FILE }).waitFor();
		await screenshot(late, 'storm-conflict');
		const view = new LandscapeView(late);
		await view.open();
		await view.entry(new RegExp(`^Systems, ${EACH}`)).waitFor();
		await session.close();
		await server.stop();
	});
});
