import { expect } from '@playwright/test';
import { screenshot } from '../host/workbench.ts';
import { ONLY_FULL } from './faces.ts';
import { test } from './fixtures.ts';
import { LandscapeView } from './pages/landscape-view.ts';
import { openSession, serverWithExtension } from './session.ts';
import { extensionsWithStorm, Storm } from './storm.ts';

const HEAD = 'version: 1\nglobalAccount: Acme\nmode: practice # hand-made\n';
const FILE = 'system-landscape.yaml';
const EACH = 25;

test.describe('Two windows on one file', { tag: ONLY_FULL }, () => {
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
			await expect(page.locator('.tab.dirty')).toHaveCount(0);
			const view = new LandscapeView(page);
			await view.open();
			await view.entry(/^Systems, 50/).waitFor();
		}
		await session.close();
		await server.stop();
	});

	test('that save at once keep what one has saved, and VS Code tells the other, whose editor keeps the rest', {
		tag: ONLY_FULL,
	}, async ({ browser }) => {
		const server = await serverWithExtension(extensionsWithStorm());
		const session = await openSession(browser, server, { files: { [FILE]: HEAD } });
		const second = await session.secondWindow();
		const storm = new Storm(session.folder);
		await storm.ready(2);
		for (const window of storm.windows()) {
			storm.start(window, EACH);
		}
		const answers = await Promise.all(storm.windows().map((window) => storm.answers(window)));
		const registered = (by = '\\d+') =>
			new Set(session.text().match(new RegExp(`^ {2}W${by}-\\d+:$`, 'gm'))).size;
		const refused = answers.map((those) => those.filter(({ ok }) => !ok).map(({ code }) => code));
		const late = refused.findIndex((codes) => codes.length > 0);
		if (late === -1) {
			// One window had saved all before the other began.
			expect(registered()).toBe(2 * EACH);
		} else {
			// Only the first save is refused: what the window does next is not saved, either.
			expect(refused[late]).toStrictEqual(['landscape-not-saved']);
			expect(refused[1 - late]).toStrictEqual([]);
			const saved = registered(storm.windows()[1 - late]);
			expect(saved).toBe(EACH);
			// Which page belongs to which process is not known.
			const isLate = (await session.page.locator('.tab.dirty').count()) > 0;
			const page = isLate ? session.page : second;
			const conflict = page.locator('.notification-toast', { hasText: 'The content of the file is newer' });
			await conflict.waitFor();
			await screenshot(page, 'storm-conflict');
			await conflict.getByRole('button', { name: 'Overwrite' }).click();
			await expect.poll(() => registered(storm.windows()[late])).toBe(EACH);
		}
		await session.close();
		await server.stop();
	});
});
