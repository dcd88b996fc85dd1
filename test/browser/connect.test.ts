import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { screenshot } from '../host/workbench.ts';
import { FACES } from './faces.ts';
import { test } from './fixtures.ts';
import { MANIFEST, MTA } from './incidents-project.ts';
import { LANDSCAPE, SYSTEM } from './orders-project.ts';
import { runFromPalette } from './pages/palette.ts';
import type { QuickInput } from './pages/quick-input.ts';

const FILES = {
	'system-landscape.yaml': LANDSCAPE,
	'incidents/mta.yaml': MTA,
	'incidents/package.json': MANIFEST,
};
const NAME = 'incidents-api-access';
const TITLE = 'Connect CAP Project';

const line = (page: Page, text: string) => page.locator('.view-line').filter({ hasText: text });

/** Takes the names that are proposed for SAP_COM_0008, and leaves `cds.requires` as it is. */
async function acceptNames(input: QuickInput): Promise<void> {
	await input.choose('SAP_COM_0008');
	await input.holds('INCIDENTS_0008');
	await input.accept();
	await input.holds(NAME);
	await input.accept();
	await input.choose('None');
}

test.describe('Connecting a CAP project', () => {
	for (const { name: themeName, theme, tag } of FACES) {
		test(`leads through preview and deployment, finds a broken name, and is undone step by step, in ${theme}`, {
			tag,
		}, async ({ open }) => {
			const session = await open({ theme, width: 1400, height: 900, files: FILES });
			const { page, view, input, notifications, fileText } = session;
			const picture = (name: string) => screenshot(page, `connect-${themeName}-${name}`);
			await view.open();
			await view.entry('Used by, no application yet').waitFor();
			await picture('1-unused');
			await view.choose('Used by, no application yet');
			await input.step(TITLE);
			await input.choose('api-access');
			await input.row('SAP_COM_0008').waitFor();
			await picture('2-scenario');
			await input.choose('SAP_COM_0008');
			await input.holds('INCIDENTS_0008');
			await input.type('INCIDENTS 0008');
			await input.message("can't be the name of a communication arrangement");
			await picture('3-name');
			await input.type('INCIDENTS_0008');
			await input.accept();
			await input.holds(NAME);
			await input.accept();
			await input.choose('API_BUSINESS_PARTNER');
			await input.holds('/sap/opu/odata/sap/API_BUSINESS_PARTNER');
			await picture('4-path');
			await input.accept();

			const apply = page.getByRole('button', { name: 'Apply', exact: true });
			await apply.waitFor();
			expect(fileText('incidents/mta.yaml')).toBe(MTA);
			await picture('5-preview');
			await apply.click();
			const done = await notifications.saying('is connected to');
			await expect.poll(() => fileText('incidents/mta.yaml')).toContain(`systemName: ${SYSTEM}`);
			expect(fileText(`incidents/${NAME}.json`)).toContain('INCIDENTS_0008');
			expect(fileText('incidents/package.json')).toContain(NAME);
			await view.entry('Used by, 1').waitFor();
			await expect(view.entry(new RegExp(`^Usage ${NAME}, .*Ready$`)).last()).toBeVisible();
			await picture('6-connected');
			await done.getByRole('button', { name: 'Copy Deployment Commands' }).click();
			await notifications.saying(
				'Copied, to be run in incidents: mbt build → cf deploy mta_archives/incidents_1.0.0.mtar',
			);
			expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
				'mbt build\ncf deploy mta_archives/incidents_1.0.0.mtar',
			);
			await notifications.clear();

			const connected = fileText('incidents/mta.yaml');
			await view.choose(new RegExp(`^Usage ${NAME}`), 0);
			await line(page, `systemName: ${SYSTEM}`).click();
			await page.keyboard.press('End');
			await page.keyboard.type('x');
			await page.locator('.squiggly-warning').first().waitFor();
			await picture('7-broken');
			await page.keyboard.press('Control+.');
			await page.locator('.action-widget').getByText(`Change to "${SYSTEM}"`).click();
			await line(page, `systemName: ${SYSTEM}x`).waitFor({ state: 'detached' });
			await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });

			// The fix, the letter, and all that was connected.
			await line(page, `systemName: ${SYSTEM}`).click();
			await page.keyboard.press('Control+z');
			await line(page, `systemName: ${SYSTEM}x`).waitFor();
			await page.keyboard.press('Control+z');
			await line(page, `systemName: ${SYSTEM}x`).waitFor({ state: 'detached' });
			await runFromPalette(page, 'File: Save All Files');
			await expect.poll(() => fileText('incidents/mta.yaml')).toBe(connected);
			await line(page, `systemName: ${SYSTEM}`).click();
			await page.keyboard.press('Control+z');
			await line(page, 'systemName').waitFor({ state: 'detached' });
			await runFromPalette(page, 'File: Save All Files');
			await expect.poll(() => fileText('incidents/mta.yaml')).toBe(MTA);
			await expect.poll(() => fileText('incidents/package.json')).toBe(MANIFEST);
			await expect.poll(() => existsSync(join(session.folder, 'incidents', `${NAME}.json`))).toBe(false);
			await view.entry('Used by, no application yet').waitFor();
		});
	}

	test('leaves out what is not ticked, says so, and completes it the next time', async ({ open }) => {
		const other = MTA.concat(
			`  - name: ${NAME}\n    type: org.cloudfoundry.managed-service\n    parameters:\n`,
			'      service: s4-hana-cloud\n      service-plan: api-access\n      config:\n        systemName: OLD # last year\n',
		);
		const files = { ...FILES, 'incidents/mta.yaml': other };
		const { page, view, input, notifications, fileText } = await open({ width: 1400, height: 900, files });
		await view.open();
		await view.entry('Applications, 1').waitFor();
		const connect = async () => {
			await view.menu(/^System SAP/, TITLE);
			await input.choose('api-access');
			await acceptNames(input);
		};
		const apply = page.getByRole('button', { name: 'Apply', exact: true });
		await connect();
		await apply.waitFor();
		await screenshot(page, 'connect-choice');
		await apply.click();
		await notifications.saying('some changes were left out');
		expect(fileText('incidents/mta.yaml')).toContain('systemName: OLD # last year');
		expect(fileText('incidents/mta.yaml')).toContain('skip-service-updates');
		await notifications.clear();
		await connect();
		await apply.waitFor();
		await screenshot(page, 'connect-only-choices');
		await apply.click();
		await notifications.saying('Nothing was changed');
		await notifications.clear();
		await connect();
		await apply.waitFor();
		await page.locator('.bulk-edit-panel .edit-checkbox').first().check();
		await apply.click();
		await notifications.saying('is connected to');
		expect(fileText('incidents/mta.yaml')).toContain(`systemName: ${SYSTEM} # last year`);
		await notifications.clear();
		await connect();
		await notifications.saying('is already connected to');
	});

	test('names the systems of the landscapes that a person ticks in extensions of mta.yaml', async ({
		open,
	}) => {
		const files = {
			'dev/system-landscape.yaml': LANDSCAPE,
			'prod/system-landscape.yaml': LANDSCAPE.replaceAll(SYSTEM, 'PROD').replace('Acme', 'Acme prod'),
			'test/system-landscape.yaml': LANDSCAPE.replaceAll(SYSTEM, 'TEST').replace('Acme', 'Acme test'),
			'incidents/mta.yaml': MTA,
			'incidents/package.json': MANIFEST,
		};
		const session = await open({ width: 1400, height: 900, files });
		const { page, view, input, notifications, fileText } = session;
		await view.open();
		// Once the projects are read, the tree is drawn again, which takes an open menu its row.
		await view.entry('Used by, no application yet').nth(2).waitFor();
		await view.menu(/^System SAP/, TITLE);
		await input.choose('api-access');
		await input.choose('dev.mtaext, prod.mtaext, test.mtaext');
		await input.row('dev.mtaext').waitFor();
		await screenshot(page, 'connect-stages');
		for (const stage of ['dev.mtaext', 'prod.mtaext', 'test.mtaext']) {
			await input.untick(stage);
		}
		await input.confirmSelection();
		await input.step('Select at least one landscape');
		await input.tick('dev.mtaext');
		await input.tick('prod.mtaext');
		await input.confirmSelection();
		await acceptNames(input);
		const apply = page.getByRole('button', { name: 'Apply', exact: true });
		await apply.waitFor();
		await screenshot(page, 'connect-stages-preview');
		await apply.click();
		const done = await notifications.saying('is connected to');
		expect(fileText('incidents/dev.mtaext')).toContain(`systemName: ${SYSTEM}`);
		expect(fileText('incidents/prod.mtaext')).toContain('systemName: PROD');
		expect(existsSync(join(session.folder, 'incidents', 'test.mtaext'))).toBe(false);
		expect(fileText('incidents/mta.yaml')).not.toContain('systemName');
		await done.getByRole('button', { name: 'Copy Deployment Commands' }).click();
		const deployment = 'cf deploy mta_archives/incidents_1.0.0.mtar -e prod.mtaext';
		await input.row(deployment).waitFor();
		await screenshot(page, 'connect-stages-deploy');
		await input.choose(deployment);
		await notifications.saying(`Copied, to be run in incidents: mbt build → ${deployment}`);
	});

	test('says what to run first in a project without deployment, and leads to its folder where there is none', async ({
		open,
	}) => {
		const files = { 'system-landscape.yaml': LANDSCAPE, 'incidents/package.json': MANIFEST };
		const { page, view, input, notifications } = await open({ width: 1400, height: 900, files });
		await view.open();
		await view.entry('Used by, no application yet').waitFor();
		await view.choose('Used by, no application yet');
		await input.row('Cloud Foundry').waitFor();
		await screenshot(page, 'connect-no-deployment');
		await input.choose('Cloud Foundry');
		const refusal = await notifications.saying('Add it first: cds add mta,destination,xsuaa');
		await refusal.getByRole('button', { name: 'Run in Terminal' }).waitFor();
		await screenshot(page, 'connect-run-first');
	});
});
