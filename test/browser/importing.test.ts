import { expect } from '@playwright/test';
import { screenshot } from '../host/workbench.ts';
import { FACES, ONLY_FULL } from './faces.ts';
import { test } from './fixtures.ts';

const LANDSCAPE = `version: 1
globalAccount: Acme
mode: recorded # since May
systems:
  OLD: { type: Joule, status: registered } # from the start
`;
const ROWS = `Name;Typ;Status;URL;Rolle;Verantwortlich;Notiz
PRD;SAP S/4HANA Cloud;Registered;https://my300002.s4hana.example;Produktion;Jürgen;
QAS;SAP S/4HANA Cloud;;https://my300001.s4hana.example;Test;Ada;from March on
OLD;SAP S/4HANA Cloud;Error;;;Ada;
Zürich;SAP S/4HANA Cloud;;;;;
`;
const FILES = { 'system-landscape.yaml': LANDSCAPE, 'systems.csv': ROWS };

test.describe('Importing systems', () => {
	for (const { name: themeName, theme, tag } of FACES) {
		test(`shows them in a preview, writes those that stay ticked, and tells what was left out, in ${theme}`, {
			tag,
		}, async ({ open }) => {
			const session = await open({ theme, width: 1400, height: 900, files: FILES });
			const { page, view, input, notifications, fileText } = session;
			const picture = (name: string) => screenshot(page, `import-${themeName}-${name}`);
			const choose = async () => {
				await view.menu(/^Global account Acme/, 'Import Systems…');
				await input.row('systems.csv').waitFor();
				await picture('1-file');
				await input.choose('systems.csv');
			};
			const panel = page.locator('.bulk-edit-panel');
			const apply = page.getByRole('button', { name: 'Apply', exact: true });
			await view.open();
			await choose();
			await apply.waitFor();
			await expect(panel.locator('.monaco-list-row', { hasText: 'PRD' })).toBeVisible();
			await picture('2-preview');
			expect(fileText('system-landscape.yaml')).toBe(LANDSCAPE);
			await page.getByRole('button', { name: 'Discard', exact: true }).click();
			await apply.waitFor({ state: 'hidden' });
			expect(fileText('system-landscape.yaml')).toBe(LANDSCAPE);

			await choose();
			await apply.waitFor();
			await panel.locator('.monaco-list-row', { hasText: 'PRD' }).locator('.edit-checkbox').uncheck();
			await picture('3-left-out');
			await apply.click();
			const told = await notifications.saying('1 system was imported.');
			await picture('4-told');
			await expect.poll(() => fileText('system-landscape.yaml')).toContain('  QAS:\n');
			expect(fileText('system-landscape.yaml')).not.toContain('PRD');
			expect(fileText('system-landscape.yaml').startsWith(LANDSCAPE)).toBe(true);
			await view.entry(/^System QAS/).waitFor();
			await told.getByRole('button', { name: 'Show Details' }).click();
			await page.locator('.view-line').filter({ hasText: 'Row 5, "Zürich"' }).waitFor();
			await page.locator('.view-line').filter({ hasText: 'Row 4, "OLD"' }).waitFor();
			await picture('5-details');
		});
	}
});

test.describe('Switching modes', () => {
	test('says what stands against it, and leads to a copy to practice with', async ({ open }) => {
		const { page, view, notifications, fileText } = await open({
			width: 1400,
			height: 900,
			files: {
				'system-landscape.yaml': LANDSCAPE.replace('OLD: { type: Joule', 'PRD: { type: SAP S/4HANA Cloud'),
			},
		});
		await view.open();
		await view.menu(/^Global account Acme/, 'Convert Landscape…');
		const refusal = await notifications.saying('"PRD" is registered');
		await screenshot(page, 'convert-refused');
		await refusal.getByRole('button', { name: 'Copy as Practice' }).click();
		await view.entry(/^Global account Acme, practice/).waitFor();
		await page.locator('.tab.active').filter({ hasText: 'practice.system-landscape.yaml' }).waitFor();
		await screenshot(page, 'convert-copied');
		expect(fileText('practice.system-landscape.yaml')).toContain('mode: practice # since May\n');
		expect(fileText('system-landscape.yaml')).toContain('mode: recorded # since May\n');
	});

	test('asks before a landscape is converted', { tag: ONLY_FULL }, async ({ open }) => {
		const { page, view, notifications, fileText } = await open({
			files: {
				'system-landscape.yaml': LANDSCAPE,
			},
		});
		await view.open();
		await view.menu(/^Global account Acme/, 'Convert Landscape…');
		const dialog = page.getByRole('dialog').filter({ hasText: 'Convert Acme to a practice landscape?' });
		await dialog.waitFor();
		await screenshot(page, 'convert-asks');
		await dialog.getByRole('button', { name: 'Convert', exact: true }).click();
		await notifications.saying('Acme is a practice landscape now.');
		expect(fileText('system-landscape.yaml')).toBe(LANDSCAPE.replace('recorded', 'practice'));
		await view.entry(/^Global account Acme, practice/).waitFor();
	});
});
