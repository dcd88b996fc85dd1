import { expect } from '@playwright/test';
import { STEPS } from '../../src/model/progress.ts';
import { screenshot } from '../host/workbench.ts';
import { everythingKept } from './everything-kept.ts';
import { FACES } from './faces.ts';
import { test } from './fixtures.ts';
import { manifestText } from './manifest-texts.ts';
import type { LandscapeView } from './pages/landscape-view.ts';
import type { Notifications } from './pages/notifications.ts';
import { runFromPalette } from './pages/palette.ts';
import type { QuickInput } from './pages/quick-input.ts';
import type { TenantPage } from './pages/tenant-page.ts';
import { openSession, type Session } from './session.ts';

const SYSTEM = 'SAP S/4HANA DEV System';
const TENANT = 'my300001.s4hana.example';

const HAND_FORMATTED = `# The landscape of Acme: please review changes to it
version: 1
globalAccount:   "Acme"      # the enterprise account
mode: practice

# end of file
`;

for (const { name: themeName, theme, tag } of FACES) {
	test.describe
		.serial(`The tutorial as a person does it, in ${theme}`, { tag }, () => {
			let session: Session;
			let view: LandscapeView;
			let input: QuickInput;
			let notifications: Notifications;
			let tenant: TenantPage;
			let token = '';
			const picture = (name: string) => screenshot(session.page, `tutorial-${themeName}-${name}`);

			test.beforeAll(async ({ browser, server }) => {
				session = await openSession(browser, server, { theme });
				({ view, input, notifications, tenant } = session);
			});
			test.afterAll(() => session?.close());

			test('1. shows one primary action in an empty folder, and creates the landscape', async () => {
				await view.open();
				await view.welcome('Create Landscape').waitFor();
				await picture('1-welcome');
				await view.welcome('Create Landscape').click();
				await input.step('Create Landscape');
				await picture('1-create-landscape');
				await input.type('Acme');
				await input.accept();
				await view.entry('Systems, none yet').waitFor();
				expect(session.text()).toBe('version: 1\nglobalAccount: Acme\nmode: practice\n');
				await picture('1-created');
				session.writeText(HAND_FORMATTED);
				session.commit('The landscape, formatted by hand');
			});

			test('2. adds the system in two steps that can be gone back, then gets its token', async () => {
				await view.inline('Systems, none yet', 'Register System');
				await input.step('Add System (1/2)');
				await input.type('SAP S/4HÄNA');
				await input.message('printable ASCII');
				await picture('2-name-refused');
				await input.type(SYSTEM);
				await input.accept();
				await input.step('Add System (2/2)');
				await input.back();
				await input.step('Add System (1/2)');
				await input.holds(SYSTEM);
				await input.accept();
				await input.step('Add System (2/2)');
				await expect
					.poll(async () => (await input.labels()).slice(0, 2))
					.toStrictEqual(['SAP S/4HANA Cloud', 'SAP Marketing Cloud']);
				await picture('2-type');
				await input.choose('SAP S/4HANA Cloud');
				await input.step(`Get Token for System "${SYSTEM}"`);
				await view.entry(new RegExp(`^System ${SYSTEM}, .*Pending, no token yet`)).waitFor();
				await expect.poll(() => input.isTicked('All Communication Scenarios')).toBe(true);
				await input.tick('Integration with SAP Start');
				await input.confirmSelection();
				await input.step('All Communication Scenarios includes the other groups');
				await picture('2-groups-refused');
				await input.untick('Integration with SAP Start');
				await expect(input.title()).toHaveText(`Get Token for System "${SYSTEM}"`);
				await picture('2-groups');
				await input.confirmSelection();
				await view.entry(new RegExp(`^System ${SYSTEM}, SAP S/4HANA Cloud, Pending, 7 days left`)).waitFor();
				await view.entry(`Integration token of ${SYSTEM}, 7 days left`).waitFor();
				const toast = await notifications.saying('is pending');
				await toast.getByRole('button', { name: 'Copy Token', exact: true }).waitFor();
				await picture('2-pending');
				const { added, removed } = session.diff();
				expect(removed).toStrictEqual([]);
				expect(added[0]).toBe('systems:');
				expect(added).toHaveLength(10);
				session.commit('System registered');
			});

			test('3. copies the token from the notification, the tree, its menu and the palette, and displays it', async () => {
				await notifications.answer('is pending', 'Copy Token');
				await notifications.saying('was copied');
				const copied = () => session.page.evaluate(() => navigator.clipboard.readText());
				token = await copied();
				expect(token).toMatch(/^[0-9a-f]{64}$/);
				await picture('3-copied');
				await notifications.clear();
				for (const copy of [
					() => view.inline(/^System SAP/, 'Copy Token'),
					() => view.menu(/^System SAP/, 'Copy Token'),
					// There is one system to choose, so nobody is asked.
					() => runFromPalette(session.page, 'System Landscape: Copy Token'),
				]) {
					await session.page.evaluate(() => navigator.clipboard.writeText('something else'));
					await copy();
					await notifications.saying('was copied');
					expect(await copied()).toBe(token);
					await notifications.clear();
				}
				await view.menu(/^System SAP/, 'Display Token');
				await input.step(`Integration Token of ${SYSTEM}`);
				await input.holds(token);
				await input.cancel();
				expect(session.diff()).toStrictEqual({ added: [], removed: [] });
			});

			test('4. R-EXT-1, R-EXT-2, R-EXT-5: opens the tenant, creates the extension, approves it, and both sides turn by themselves', async () => {
				await runFromPalette(session.page, 'System Landscape: Open Tenant');
				await input.step('Open Tenant');
				await input.type('no host name');
				await input.message("isn't a host name");
				await input.type(TENANT);
				await input.accept();
				await tenant.heading().waitFor();
				await tenant.frame.getByText('No extensions yet').waitFor();
				await picture('4-tenant-empty');
				expect(session.diff().added).toStrictEqual([
					'tenants:',
					`  ${TENANT}:`,
					'    type: SAP S/4HANA Cloud',
				]);
				session.commit('Tenant opened');

				await tenant.button('New').click();
				const create = tenant.dialog('Create New Extension');
				await create.waitFor();
				await create.getByRole('button', { name: 'Cancel', exact: true }).click();
				await create.waitFor({ state: 'hidden' });
				await tenant.button('New').click();
				await create.waitFor();
				await tenant.button('Create').click();
				await create.getByRole('alert').filter({ hasText: 'Paste the integration token' }).waitFor();
				await picture('4-create-refused');
				await create.getByRole('textbox', { name: /^Integration Token/ }).click();
				await session.page.evaluate((text) => navigator.clipboard.writeText(text), token);
				await session.page.keyboard.press('ControlOrMeta+v');
				await create.getByRole('button', { name: SYSTEM }).click();
				await picture('4-create');
				await tenant.button('Create').click();
				const approve = tenant.dialog('Approve');
				await approve.getByText('All Communication Scenarios').waitFor();
				await picture('4-approve');
				await tenant.button('Back').click();
				await create.waitFor();
				await tenant.button('Create').click();
				await approve.waitFor();
				await tenant.button('Yes').click();
				await tenant.row(SYSTEM).getByText('Enabling').waitFor();
				await picture('4-enabling');
				await tenant.row(SYSTEM).getByText('Enabled').waitFor();
				await view.entry(new RegExp(`^System ${SYSTEM}, SAP S/4HANA Cloud, Registered`)).waitFor();
				await tenant.button('Refresh').click();
				await view.title('Refresh');
				await picture('4-enabled');
				await expect.poll(session.text).toMatch(/status: enabled/);
				const { added, removed } = session.diff();
				expect(removed).toStrictEqual(['    status: pending']);
				expect(added.map((line) => line.trim().replace(/:.*/, ''))).toStrictEqual([
					'status',
					'usedAt',
					'extensions',
					SYSTEM,
					'status',
					'description',
					'changedAt',
				]);
				session.commit('Paired');
			});

			test('5. R-ENT-6: adds the subaccount and entitles it, and the tree shows that under both', async () => {
				await view.inline('Subaccounts, none yet', 'Add Subaccount');
				await input.step('Add Subaccount');
				await input.type('dev');
				await input.accept();
				await view.entry(/^Subaccount dev/).waitFor();
				await expect.poll(session.text).toMatch(/^ {2}dev:$/m);
				expect(session.diff()).toStrictEqual({ added: ['subaccounts:', '  dev:'], removed: [] });
				session.commit('Subaccount added');

				await runFromPalette(session.page, 'System Landscape: Add Service Plans');
				// Subaccount, service and system are the only ones.
				await input.step('Service Details: SAP S/4HANA Cloud Extensibility (1/2)');
				await expect.poll(() => input.labels()).toStrictEqual(['api-access', 'messaging']);
				await input.tick('api-access');
				await picture('5-plans');
				await input.confirmSelection();
				await input.step('Subaccount dev: Add Service Plans (2/2)');
				await picture('5-add');
				await input.choose('Add 1 Service Plan');
				const save = session.page.getByRole('dialog');
				await save.getByText(`Unsaved changes: api-access for "${SYSTEM}".`).waitFor();
				await picture('5-save');
				await save.getByRole('button', { name: 'Cancel', exact: true }).click();
				await save.waitFor({ state: 'hidden' });
				expect(session.diff()).toStrictEqual({ added: [], removed: [] });
				await view.inline(/^Subaccount dev/, 'Add Service Plans');
				await input.tick('api-access');
				await input.confirmSelection();
				await input.choose('Add 1 Service Plan');
				await save.getByRole('button', { name: 'Save', exact: true }).click();
				await view
					.entry(/^Plan api-access of SAP S\/4HANA Cloud Extensibility for system .* in subaccount dev/)
					.nth(1)
					.waitFor();
				await notifications.clear();
				await picture('5-entitled');
				await expect.poll(session.text).toMatch(/plan: api-access/);
				expect(session.diff()).toStrictEqual({
					added: [
						'    entitlements:',
						'      - service: s4-hana-cloud',
						'        plan: api-access',
						`        system: ${SYSTEM}`,
						'        amount: 1',
					],
					removed: [],
				});
				session.commit('Entitled');
			});

			test('6. ticked every step of the walkthrough from the state of the landscape', async () => {
				await runFromPalette(session.page, 'System Landscape: Open Walkthrough');
				const { walkthrough } = session;
				for (const [id] of STEPS) {
					await walkthrough.ticked(manifestText('en', `walkthrough.${id}.title`));
				}
				await picture('6-walkthrough');
			});

			test('leaves a file that is the one of the design but for names, times, fingerprint and formatting', () => {
				const text = session.text();
				const head = HAND_FORMATTED.slice(0, HAND_FORMATTED.indexOf('\n\n'));
				expect(text.startsWith(head)).toBe(true);
				expect(text.endsWith('\n\n# end of file\n')).toBe(true);
				const time = '"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"';
				const body = text.slice(head.length, -'\n\n# end of file\n'.length);
				expect(body).toMatch(
					new RegExp(
						`^\\nsystems:
  SAP S/4HANA DEV System:
    type: SAP S/4HANA Cloud
    status: registered
    token:
      issuedAt: ${time}
      expiresAt: ${time}
      scenarioGroups:
        - All Communication Scenarios
      fingerprint: sha256:[0-9a-f]{64}
      usedAt: ${time}
tenants:
  my300001.s4hana.example:
    type: SAP S/4HANA Cloud
    extensions:
      SAP S/4HANA DEV System:
        status: enabled
        description: SAP S/4HANA DEV System
        changedAt: ${time}
subaccounts:
  dev:
    entitlements:
      - service: s4-hana-cloud
        plan: api-access
        system: SAP S/4HANA DEV System
        amount: 1$`,
					),
				);
			});

			test('kept the text of the token nowhere: not in the workspace, the user data, the pages or the saved state', async () => {
				const kept = await everythingKept(session);
				expect(kept.map(({ place }) => place)).toEqual(expect.arrayContaining(['page', 'browser storage']));
				expect(kept.some(({ place }) => place.endsWith('system-landscape.yaml'))).toBe(true);
				expect(kept.some(({ place }) => place.includes('logs'))).toBe(true);
				expect(kept.filter(({ text }) => text.includes(token)).map(({ place }) => place)).toStrictEqual([]);
			});
		});
}
