import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { LandscapeView } from './pages/landscape-view.ts';
import { openSession, serverWithExtension } from './session.ts';
import { extensionsWithStorm, Storm } from './storm.ts';

const HEAD = 'version: 1\nglobalAccount: Acme\nmode: practice # hand-made\n';
const FILE = 'system-landscape.yaml';
const EACH = 25;

test.describe('Two windows on one file', () => {
	test('that register 25 systems each at once lose none and ask nothing', async ({ browser }) => {
		const server = await serverWithExtension(extensionsWithStorm());
		const session = await openSession(browser, server, { files: { [FILE]: HEAD } });
		const second = await session.secondWindow();
		const storm = new Storm(session.folder);
		await storm.ready(2);
		storm.start(EACH);
		const answers = await storm.answers(2);
		expect(answers.filter(({ ok }) => !ok)).toStrictEqual([]);
		expect(answers).toHaveLength(2 * EACH);
		expect(session.text().startsWith(HEAD)).toBe(true);
		expect(new Set(session.text().match(/^ {2}W\d+-\d+:$/gm))).toHaveProperty('size', 2 * EACH);
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
});
