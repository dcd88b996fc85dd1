import { expect } from '@playwright/test';
import { screenshot } from '../host/workbench.ts';
import { ONLY_FULL } from './faces.ts';
import { test } from './fixtures.ts';
import { manySystems } from './landscapes.ts';
import { answerRegisterSystem } from './pages/register-system.ts';
import type { Session } from './session.ts';

const HEAD = 'version: 1\nglobalAccount: Acme\nmode: practice\n';
const HOSTILE =
	"  '[click](command:workbench.action.quit) | <b>x</b>': { type: Joule, status: registered, url: 'https://evil.example', owner: mail@evil.example }\n";
/** What VS Code says of the landscape's row. */
const ACCOUNT = /^Global account Acme, /;

/** Exports a report from the row of the landscape, to the place that VS Code proposes. */
async function exportReport({ page, view, input }: Session, format: string, name: string): Promise<void> {
	await view.menu(ACCOUNT, 'Export Report…');
	await input.choose(format);
	const place = page.locator('.quick-input-widget .quick-input-filter input').first();
	await expect(place).toHaveValue(new RegExp(`/${name}$`));
	await place.press('Enter');
}

test.describe('What is made for other people', () => {
	test('is a hand-over note from the menu of a pending system, whose message copies the token separately', async ({
		start,
	}) => {
		const { page, view, input, notifications } = await start(HEAD);
		const copied = () => page.evaluate(() => navigator.clipboard.readText());
		await view.choose('Register the first system');
		await answerRegisterSystem(input, 'DEV');
		await notifications.saying('is pending');
		await notifications.clear();
		await view.menu(/^System DEV, /, 'Copy Hand-Over Note');
		await expect.poll(copied).toMatch(/^# Hand-over note: pair DEV with the global account Acme\n/);
		const note = await copied();
		await notifications.answer(/hand-over note for "DEV" was copied. It doesn't contain/, 'Copy Token');
		await expect.poll(copied).toMatch(/^[0-9a-f]{64}$/);
		expect(note).not.toContain(await copied());
	});

	test('is a report beside the landscape file, which opens in the Markdown preview and has names only as text', async ({
		start,
	}) => {
		const session = await start(manySystems(100).replace('systems:\n', `systems:\n${HOSTILE}`));
		const { page, notifications } = session;
		await exportReport(session, 'Markdown', 'acme-report.md');
		await notifications.answer('The report was saved as acme-report.md.', 'Open Report');
		const preview = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
		await preview.getByRole('heading', { name: 'System landscape of Acme', exact: true }).waitFor();
		await expect(preview.getByRole('heading', { name: 'Systems', exact: true })).toHaveCount(1);
		const systems = preview.getByRole('table').first();
		await expect(systems.getByRole('row')).toHaveCount(102);
		await expect(systems.locator('tbody tr:first-child td')).toHaveText([
			'[click](command:workbench.action.quit) | <b>x</b>',
			'Joule',
			'Registered',
			'https://evil.example',
			'mail@evil.example',
		]);
		await expect(preview.locator('.markdown-body').locator('a, b')).toHaveCount(0);
		await screenshot(page, 'report-preview');
		await preview.getByRole('heading', { name: 'Systems', exact: true }).scrollIntoViewIfNeeded();
		await screenshot(page, 'report-preview-systems');
	});

	test('is a list of systems as CSV', { tag: ONLY_FULL }, async ({ start }) => {
		const session = await start(`${HEAD}systems:\n${HOSTILE}`);
		await exportReport(session, 'CSV', 'acme-report.csv');
		await session.notifications.saying('The report was saved as acme-report.csv.');
		expect(session.fileText('acme-report.csv')).toBe(
			'\uFEFFName,Type,Status,URL,Role,Owner,Note\r\n' +
				'[click](command:workbench.action.quit) | <b>x</b>,Joule,registered,https://evil.example,,mail@evil.example,',
		);
	});
});
