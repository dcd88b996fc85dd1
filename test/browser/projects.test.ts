import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { screenshot } from '../host/workbench.ts';
import { FACES, ONLY_FULL } from './faces.ts';
import { test } from './fixtures.ts';
import { LANDSCAPE, MISSPELT, MTA, SYSTEM } from './orders-project.ts';
import { runFromPalette } from './pages/palette.ts';

const FILES = { 'system-landscape.yaml': LANDSCAPE, 'orders/mta.yaml': MTA };
const USAGE = /^Usage orders-api-access, api-access, SAP S\/4HANA DEV/;

/** Puts the cursor into the name of the system in the editor that is shown. */
async function goToName(page: Page): Promise<void> {
	await page.locator('.editor-instance .view-line').filter({ hasText: 'systemName' }).first().click();
	await page.keyboard.press('Home');
	for (let words = 0; words < 3; words++) {
		await page.keyboard.press('Control+ArrowRight');
	}
}

const editorTab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) });

test.describe('A CAP project with a wrong name of a system', () => {
	for (const { name: themeName, theme, tag } of FACES) {
		test(`is found, fixed, followed to the landscape and back, renamed through the preview, and undone, in ${theme}`, {
			tag,
		}, async ({ open }) => {
			const { page, view, fileText } = await open({ theme, width: 1400, height: 900, files: FILES });
			const picture = (name: string) => screenshot(page, `projects-${themeName}-${name}`);
			await view.open();
			await view.entry('Applications, 1').waitFor();
			const usage = view.entry(USAGE).last();
			await expect(usage).toHaveAccessibleName(/Unknown System$/);
			await view.choose(new RegExp(`^Usage orders-api-access, api-access, ${MISSPELT}`));
			await editorTab(page, 'mta.yaml').waitFor();
			await page.locator('.squiggly-warning').first().waitFor();
			await runFromPalette(page, 'Problems: Focus on Problems View');
			await page.locator('.markers-panel').getByText('No landscape of this workspace').waitFor();
			await picture('1-problem');

			const fix = page.locator('.action-widget').getByText(`Change to "${SYSTEM}"`);
			// Another part of the window may take the focus between the click and the key.
			await expect(async () => {
				await goToName(page);
				await page.keyboard.press('Control+.');
				await fix.waitFor({ timeout: 10_000 });
			}).toPass();
			await picture('2-quick-fix');
			await fix.click();
			await page
				.locator('.view-line')
				.filter({ hasText: `systemName: ${SYSTEM} # ask` })
				.waitFor();
			await page.keyboard.press('Control+s');
			await expect.poll(() => fileText('orders/mta.yaml')).toBe(MTA.replace(MISSPELT, SYSTEM));
			await expect(view.entry(USAGE).last()).toHaveAccessibleName(/Ready$/);
			await view.entry('Used by, 1').waitFor();
			await picture('3-ready');

			await goToName(page);
			await page.keyboard.press('F12');
			await expect(editorTab(page, 'system-landscape.yaml')).toHaveAttribute('aria-selected', 'true');
			await picture('4-landscape');
			await runFromPalette(page, 'Go Back');
			await expect(editorTab(page, 'mta.yaml')).toHaveAttribute('aria-selected', 'true');

			await page.keyboard.press('F2');
			const box = page.locator('.rename-box input');
			await box.fill('SAP S/4HANA PRD System');
			await page.keyboard.press('Control+Enter');
			const apply = page.getByRole('button', { name: 'Apply', exact: true });
			await apply.waitFor();
			await picture('5-preview');
			await apply.click();
			await expect
				.poll(() => fileText('orders/mta.yaml'))
				.toBe(MTA.replace(MISSPELT, 'SAP S/4HANA PRD System'));
			await expect
				.poll(() => fileText('system-landscape.yaml'))
				.toBe(LANDSCAPE.replaceAll(SYSTEM, 'SAP S/4HANA PRD System'));

			await goToName(page);
			await page.keyboard.press('Control+z');
			await page
				.locator('.view-line')
				.filter({ hasText: `systemName: ${SYSTEM} # ask` })
				.waitFor();
			await runFromPalette(page, 'File: Save All Files');
			await expect.poll(() => fileText('system-landscape.yaml')).toBe(LANDSCAPE);
			await expect.poll(() => fileText('orders/mta.yaml')).toBe(MTA.replace(MISSPELT, SYSTEM));
		});
	}

	test('is named where its system would be deregistered or removed, and is on the map', async ({ open }) => {
		const [withoutPlans = ''] = LANDSCAPE.split('subaccounts:');
		const files = { 'system-landscape.yaml': withoutPlans, 'orders/mta.yaml': MTA.replace(MISSPELT, SYSTEM) };
		const { page, view, map, input } = await open({ width: 1400, height: 900, files });
		await view.open();
		await view.entry('Used by, 1').waitFor();
		await expect(view.entry(USAGE).last()).toHaveAccessibleName(/Not Entitled$/);
		await view.menu(/^System SAP/, 'Deregister System');
		await input.step('Deregister System');
		await page
			.locator('.quick-input-list')
			.getByText('Applications that name it: orders-api-access in orders.')
			.waitFor();
		await screenshot(page, 'projects-deregister');
		await page.keyboard.press('Escape');
		await view.title('Show Map');
		await map.element('Application orders').waitFor();
		await screenshot(page, 'projects-map');
	});

	test('asks which account is meant where several have the system', { tag: ONLY_FULL }, async ({ open }) => {
		const right = MTA.replace(MISSPELT, SYSTEM);
		const files = {
			'system-landscape.yaml': LANDSCAPE,
			'prod.system-landscape.yaml': LANDSCAPE.replace('Acme', 'Acme Prod'),
			'orders/mta.yaml': right,
		};
		const { page, view, fileText } = await open({ width: 1400, height: 900, files });
		await view.open();
		await view.entry(USAGE).last().click();
		await editorTab(page, 'mta.yaml').waitFor();
		const box = page.locator('.rename-box input');
		await expect(async () => {
			await goToName(page);
			await page.keyboard.press('F2');
			await box.waitFor({ timeout: 10_000 });
		}).toPass();
		await box.fill('SAP S/4HANA PRD System');
		await page.keyboard.press('Enter');
		const apply = page.getByRole('button', { name: 'Apply', exact: true });
		await apply.waitFor();
		await screenshot(page, 'projects-several-accounts');
		await apply.click();
		await expect
			.poll(() => fileText('orders/mta.yaml'))
			.toBe(MTA.replace(MISSPELT, 'SAP S/4HANA PRD System'));
		// Nobody said which account is meant.
		await expect(page.locator('.tab.dirty')).toHaveCount(0);
		expect(fileText('system-landscape.yaml')).toBe(LANDSCAPE);
		expect(fileText('prod.system-landscape.yaml')).toBe(files['prod.system-landscape.yaml']);
	});

	test('keeps its row with a syntax error, which leads to it, and is named where its service plan is removed', async ({
		open,
	}) => {
		const right = MTA.replace(MISSPELT, SYSTEM);
		const files = { 'system-landscape.yaml': LANDSCAPE, 'orders/mta.yaml': right };
		const session = await open({ width: 1400, height: 900, files });
		const { page, view, folder } = session;
		await view.open();
		await view.entry('Used by, 1').waitFor();
		await view.menu(/^Plan api-access .* in subaccount dev/, 'Remove Service Plan', 0);
		const dialog = page.getByRole('dialog');
		await dialog.getByText('Stops working: orders-api-access in orders.').waitFor();
		await screenshot(page, 'projects-remove-plan');
		await dialog.getByRole('button', { name: 'Cancel' }).click();
		writeFileSync(join(folder, 'orders', 'mta.yaml'), 'ID: orders\nresources: "\n');
		await view.choose(/^Application orders, can't be read, 1 problem/);
		await page.getByRole('button', { name: /^Ln 3, / }).waitFor();
		await screenshot(page, 'projects-unread');
		writeFileSync(join(folder, 'orders', 'mta.yaml'), right);
		await view.entry('Application orders, 1 usage').waitFor();
	});
});
