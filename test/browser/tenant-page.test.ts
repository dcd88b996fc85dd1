import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { screenshot, untilUsable } from '../host/workbench.ts';
import { axeFindings, inEveryTheme } from './axe.ts';
import { cutOffIn } from './cut-off.ts';
import { everythingKept } from './everything-kept.ts';
import { ONLY_FULL } from './faces.ts';
import { test } from './fixtures.ts';
import { THREE_SYSTEMS } from './landscapes.ts';
import { runFromPalette } from './pages/palette.ts';
import type { QuickInput } from './pages/quick-input.ts';
import { answerRegisterSystem } from './pages/register-system.ts';
import type { TenantPage } from './pages/tenant-page.ts';
import { openSession, type Session } from './session.ts';

const FILE = 'system-landscape.yaml';
const FULL = 'my300001.s4hana.example';
const EMPTY = 'my300003.s4hana.example';
const MARKETING = 'my300002.marketing.example';
const SUCCESS_FACTORS = 'my300004.successfactors.example';
const MORE = [
	'PRD',
	'TRN',
	'DEMO',
	'A system with a name that is as long as names of systems are in large companies',
];

/** A tenant with enough extensions for the filter bar, one without any, and one of SAP SuccessFactors. */
const LANDSCAPE = THREE_SYSTEMS.replace(
	'tenants:\n',
	`${[...MORE, 'HR'].map((name) => `  ${name}:\n    type: ${typeOf(name)}\n    status: ${name === 'DEMO' ? 'deregister-error' : 'registered'}\n`).join('')}tenants:
  ${EMPTY}:
    type: SAP S/4HANA Cloud
  ${SUCCESS_FACTORS}:
    type: SAP SuccessFactors
    extensions:
      HR:
        status: enabled
`,
).replace(
	'      DEV:\n        status: enabled\n',
	['DEV', ...MORE].map((name) => `      ${name}:\n        status: enabled\n`).join(''),
);

function typeOf(system: string): string {
	return system === 'HR' ? 'SAP SuccessFactors' : 'SAP S/4HANA Cloud';
}

/** Colour themes by their names, and how a page tells their kinds; the last one is the one that VS Code starts with. */
test.describe
	.serial('The tenant page', () => {
		let session: Session;
		let tenant: TenantPage;
		let input: QuickInput;

		const press = async (...keys: readonly string[]) => {
			for (const key of keys) {
				await session.page.keyboard.press(key);
			}
		};
		const open = async (host: string, heading?: string) => {
			await runFromPalette(session.page, 'View: Close All Editors');
			await runFromPalette(session.page, 'System Landscape: Open Tenant');
			await input.step('Open Tenant');
			await input.type(host);
			await input.accept();
			await tenant.frame.getByText(host, { exact: true }).waitFor();
			await tenant.heading(heading).waitFor();
		};
		/** The same without touching the mouse. */
		const openByKeyboard = async (host: string) => {
			await runFromPalette(session.page, 'View: Close All Editors');
			await input.findCommand('System Landscape: Open Tenant');
			await press('Enter');
			await input.step('Open Tenant');
			await input.type(host);
			await press('Enter');
			await tenant.frame.getByText(host, { exact: true }).waitFor();
			await tenant.heading().waitFor();
		};
		const register = async (name: string) => {
			await runFromPalette(session.page, 'System Landscape: Register System');
			await answerRegisterSystem(input, name);
			await input.gone();
		};
		/** Waits until an element of the page has the focus. */
		const focused = async (expected: Locator) => {
			await expected.and(tenant.focus()).waitFor();
		};
		const expectAccessible = (name: string) =>
			inEveryTheme(session, tenant, async (theme) => {
				await screenshot(session.page, `tenant-${name}-${theme}`);
				expect(await axeFindings(await tenant.inner()), `${name}, ${theme}`).toStrictEqual([]);
			});
		const cutOff = async () => cutOffIn(await tenant.inner());

		test.beforeAll(async ({ browser, server }) => {
			session = await openSession(browser, server, { files: { [FILE]: LANDSCAPE }, width: 1280 });
			({ tenant, input } = session);
			await register('NEW');
			await register('NEXT');
		});
		test.afterAll(() => session?.close());

		test('(a) speaks the words of SAP SuccessFactors, also about a file that has gone', async () => {
			await open(SUCCESS_FACTORS, 'Extension Center');
			await tenant.heading('Multi-Cloud Environment (1)').waitFor();
			await tenant.button('Add').waitFor();
			await tenant.frame.getByRole('columnheader', { name: 'Integration Status' }).waitFor();
			await tenant.row('HR').getByText('Integrated').waitFor();
			const text = session.text();
			rmSync(join(session.folder, FILE));
			await tenant.frame.getByText('Restore it, and then choose Check Status.').waitFor();
			await tenant.button('Check Status').waitFor();
			session.writeText(text);
			await tenant.button('Check Status').click();
			await tenant.row('HR').getByText('Integrated').waitFor();
		});

		test('(b) explains why Delete is blocked, for the eye and the ear, until Escape', async () => {
			await open(FULL);
			const blocked = tenant.button('Delete the extension for DEMO');
			const reason = tenant.row('DEMO').getByRole('tooltip', { includeHidden: true });
			expect(await reason.isVisible()).toBe(false);
			await blocked.focus();
			await reason.waitFor();
			await expect(reason).toContainText("couldn't be deregistered. Choose Reset System first.");
			expect(await blocked.getAttribute('aria-describedby')).toBe(await reason.getAttribute('id'));
			await screenshot(session.page, 'tenant-reason');
			await press('Enter');
			expect(await tenant.dialog('Delete Extension').isVisible()).toBe(false);
			await press('Escape');
			await reason.waitFor({ state: 'hidden' });
			await tenant.button('New').focus();
			await blocked.hover();
			await reason.waitFor();
		});

		test('(c) has nothing for axe to find in the list and in the question before Delete, in four themes', async () => {
			await expectAccessible('list');
			await tenant.button('Delete the extension for DEV').click();
			const dialog = tenant.dialog('Delete Extension');
			await dialog.waitFor();
			for (const broken of ['api-access', 'messaging', 'dev', 'test', 'Side by side']) {
				await expect(dialog).toContainText(broken);
			}
			await expectAccessible('delete');
			await tenant.button('Cancel').click();
			await tenant.dialog('Delete Extension').waitFor({ state: 'hidden' });
		});

		test('(d) cuts nothing off at 300 px, and at the 640 px that a zoom of 200 % leaves, where the filter still works', async () => {
			await runFromPalette(session.page, 'View: Close Primary Side Bar');
			for (const width of [640, 348]) {
				await session.page.setViewportSize({ width, height: 800 });
				await (await tenant.inner()).waitForFunction((most) => innerWidth <= most, width - 40);
				expect(await cutOff(), `list at ${width}`).toStrictEqual([]);
				await tenant.frame.getByRole('searchbox').fill('demo');
				await tenant.heading('Extensions (1 of 5)').waitFor();
				expect(await cutOff(), `filtered at ${width}`).toStrictEqual([]);
				await tenant.button('Clear Filter').click();
				await tenant.heading('Extensions (5)').waitFor();
				await tenant.button('New').click();
				await tenant.dialog('Create New Extension').waitFor();
				expect(await cutOff(), `dialog at ${width}`).toStrictEqual([]);
				await screenshot(session.page, `tenant-create-${width}`);
				await press('Escape');
				await screenshot(session.page, `tenant-list-${width}`);
			}
			await session.page.setViewportSize({ width: 1280, height: 800 });
		});

		test('(e) has nothing for axe to find in the empty state and the dialogs of pairing, in four themes', {
			tag: ONLY_FULL,
		}, async () => {
			await open(EMPTY);
			// Of QAS the token was issued on another computer.
			const copies = tenant.frame.getByRole('button', { name: /^Copy Token/ });
			await expect(copies).toHaveText(['Copy Token of "NEW"', 'Copy Token of "NEXT"']);
			await expectAccessible('empty');
			await copies.first().click();
			await session.page.locator('.notification-toast', { hasText: 'of "NEW" was copied' }).waitFor();
			await tenant.button('New').click();
			await tenant.dialog('Create New Extension').waitFor();
			await expectAccessible('create');
			await tenant.frame.locator('#create-token').click();
			await press('ControlOrMeta+v', 'Enter');
			await tenant.dialog('Approve').waitFor();
			await expectAccessible('approve');
			await tenant.button('Cancel').click();
			await tenant.dialog('Approve').waitFor({ state: 'hidden' });
		});

		test('(f) pairs and deletes by keyboard alone, and the focus is always where a person expects it', async () => {
			await openByKeyboard(EMPTY);
			await session.page.evaluate(() => navigator.clipboard.writeText('something else'));
			await press('Tab');
			await focused(tenant.button('New'));
			await press('Tab');
			await focused(tenant.button('Copy Token of "NEW"'));
			await press('Enter');
			await expect
				.poll(() => session.page.evaluate(() => navigator.clipboard.readText()))
				.toMatch(/^[0-9a-f]{64}$/);
			await focused(tenant.button('Copy Token of "NEW"'));
			await press('Shift+Tab');
			await focused(tenant.button('New'));
			await press('Enter');
			await focused(tenant.frame.locator('#create-token'));
			await press('ControlOrMeta+v', 'Tab');
			await focused(tenant.button('Show the integration token'));
			await press('Tab');
			await focused(tenant.field('Description'));
			await press('Tab');
			await press('Tab');
			await focused(tenant.dialog('Create New Extension').getByRole('button', { name: 'NEW', exact: true }));
			await press('Enter');
			await focused(tenant.field('Description'));
			await press('Enter');
			await focused(tenant.button('Yes'));
			await press('Shift+Tab');
			await focused(tenant.button('Back'));
			await press('Enter');
			await focused(tenant.frame.locator('#create-token'));
			await press('Enter');
			await focused(tenant.button('Yes'));
			await press('Enter');
			await focused(tenant.button('New'));
			await tenant.row('NEW').getByText('Enabled').waitFor();
			await tenant.news('NEW is now Enabled. "NEW" is registered. Next: add service plans').waitFor();
			await focused(tenant.button('New'));
			await tenant.frame.getByRole('button', { name: 'Add Service Plans: NEW' }).press('Enter');
			await input.step('Entity Assignments');
			await press('Escape');
			await tenant.button('New').focus();
			await press('ArrowRight');
			await focused(tenant.button('Refresh'));
			await press('Enter');
			await tenant.news('Refreshed.').waitFor();
			await press('Tab');
			await focused(tenant.button('Delete the extension for NEW'));
			await press('Enter');
			await focused(tenant.button('Cancel'));
			await press('Shift+Tab');
			await focused(tenant.dialog('Delete Extension').getByRole('button', { name: 'Delete', exact: true }));
			await press('Enter');
			await tenant.news('Extension for NEW deleted.').waitFor();
			await focused(tenant.button('New'));
		});

		test('(g) never takes the focus from a command palette that was opened while a pairing ends', async () => {
			const palette = session.page.locator('.quick-input-widget input:focus');
			const submit = async (dialog: string) =>
				tenant
					.dialog(dialog)
					.locator('form')
					.evaluate((form: HTMLFormElement) => form.requestSubmit());
			await tenant.button('Copy Token of "NEXT"').click();
			await session.page.locator('.notification-toast', { hasText: 'of "NEXT" was copied' }).waitFor();
			await tenant.button('New').click();
			await press('ControlOrMeta+v', 'F1');
			await palette.waitFor();
			await submit('Create New Extension');
			await tenant.dialog('Approve').waitFor();
			expect(await palette.isVisible(), 'when Approve came').toBe(true);
			await submit('Approve');
			await tenant.row('NEXT').getByText('Enabling').waitFor();
			await tenant.dialog('Approve').waitFor({ state: 'hidden' });
			expect(await palette.isVisible(), 'when Approve ended').toBe(true);
			await tenant.row('NEXT').getByText('Enabled').waitFor();
			expect(await palette.isVisible(), 'when the pairing ended').toBe(true);
			await press('Escape');
		});

		test('(i) says why a pairing failed, and leads to its end: delete, get a token, or troubleshoot', {
			tag: ONLY_FULL,
		}, async () => {
			await open(MARKETING);
			const steps = tenant.frame.getByRole('region', { name: 'What comes next' });
			await steps
				.getByText('The registration of "MKT" failed. In practice, that happens only if you choose it')
				.waitFor();
			await expectAccessible('next');
			await steps.getByRole('button', { name: 'Troubleshoot: MKT' }).click();
			await session.page.getByRole('tab', { name: /troubleshooting/i }).waitFor();
			await open(MARKETING);
			await steps.getByRole('button', { name: 'Delete Extension: MKT' }).click();
			await tenant.dialog('Delete Extension').getByRole('button', { name: 'Delete', exact: true }).click();
			await steps.getByText('its extension is deleted. Next: get a new token').waitFor();
			await steps.getByRole('button', { name: 'Get Token: MKT' }).click();
			await steps.waitFor({ state: 'hidden' });
			await tenant.button('Copy Token of "MKT"').waitFor();
		});

		test('(h) comes back after a reload as it was, but without what was typed', async () => {
			await open(FULL);
			await tenant.frame.getByRole('searchbox').fill('demo');
			await tenant.heading('Extensions (1 of 5)').waitFor();
			await tenant.button('New').click();
			const secret = 'c0ffee'.repeat(11).slice(0, 64);
			await tenant.frame.locator('#create-token').fill(secret);
			await tenant.button('Show the integration token').click();
			const loaded = session.page.waitForEvent('load');
			await runFromPalette(session.page, 'Developer: Reload Window');
			await loaded;
			await untilUsable(session.page);
			await tenant.heading('Extensions (1 of 5)').waitFor();
			expect(await tenant.frame.getByRole('searchbox').inputValue()).toBe('demo');
			expect(await tenant.dialog('Create New Extension').isVisible()).toBe(false);
			await tenant.button('New').click();
			expect(await tenant.frame.locator('#create-token').inputValue()).toBe('');
			const kept = await everythingKept(session);
			expect(kept.filter(({ text }) => text.includes(secret)).map(({ place }) => place)).toStrictEqual([]);
			// What the page may keep is found in the same places.
			expect(kept.some(({ text }) => text.includes('demo'))).toBe(true);
		});
	});
