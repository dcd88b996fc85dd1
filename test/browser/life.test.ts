import { expect, type Page } from '@playwright/test';
import { screenshot } from '../host/workbench.ts';
import { ONLY_FULL } from './faces.ts';
import { test } from './fixtures.ts';
import { runFromPalette } from './pages/palette.ts';
import { answerRegisterSystem } from './pages/register-system.ts';
import { SettingsEditor } from './pages/settings-editor.ts';
import type { Session } from './session.ts';

const HEAD = 'version: 1\nglobalAccount: Acme\nmode: practice\n';
const TENANT = 'my300001.s4hana.example';

/** A landscape with a registered system, as pairing it in practice leaves it. */
const REGISTERED = `${HEAD}systems:
  DEV:
    type: SAP S/4HANA Cloud
    status: registered
    token:
      issuedAt: "2026-11-20T10:00:00Z"
      expiresAt: "2026-11-27T10:00:00Z"
      scenarioGroups:
        - All Communication Scenarios
      fingerprint: sha256:${'0'.repeat(64)}
      usedAt: "2026-11-21T09:12:00Z"
tenants:
  ${TENANT}:
    type: SAP S/4HANA Cloud
    extensions:
      DEV:
        status: enabled
        changedAt: "2026-11-21T09:12:04Z"
`;

test.describe("A system's life, as a person goes through it", () => {
	const picture = (page: Page, name: string) => screenshot(page, `life-${name}`);
	const copyToken = async ({ view, notifications }: Session) => {
		await view.inline(/^Integration token of /, 'Copy Token');
		await notifications.saying(/was copied|and copied/);
		await notifications.clear();
	};
	const openTenant = async ({ view, input, tenant }: Session) => {
		await view.inline(/^Tenants, /, 'Open Tenant');
		await input.step('Open Tenant');
		await input.type(TENANT);
		await input.accept();
		await tenant.heading().waitFor();
	};

	test('(a) SAP Marketing Cloud goes from registration to registered, without scenario groups', {
		tag: ONLY_FULL,
	}, async ({ start }) => {
		const session = await start(HEAD);
		const { page, view, input, notifications, tenant } = session;
		await view.inline(/^Systems, /, 'Register System');
		await answerRegisterSystem(input, 'MKT', 'SAP Marketing Cloud');
		await view.entry(/^System MKT, SAP Marketing Cloud, Pending/).waitFor();
		await notifications.clear();
		await copyToken(session);
		await openTenant(session);
		await tenant.button('New').click();
		await tenant
			.dialog('Create New Extension')
			.getByRole('textbox', { name: /^Integration Token/ })
			.click();
		await page.keyboard.press('ControlOrMeta+v');
		await tenant.button('Create').click();
		await tenant.dialog('Approve').getByText('no communication scenario groups').waitFor();
		await tenant.button('Yes').click();
		await view.entry(/^System MKT, SAP Marketing Cloud, Registered/).waitFor();
		await expect.poll(session.text).toMatch(/status: registered/);
		expect(session.text()).not.toContain('scenarioGroups');
	});

	test('(b) R-SYS-7, R-SYS-8: a failed registration is recovered: delete the extension, get a token, pair again', async ({
		start,
	}) => {
		const session = await start(HEAD);
		const { page, view, input, notifications, tenant } = session;
		await view.inline(/^Systems, /, 'Register System');
		await answerRegisterSystem(input, 'DEV');
		await view.entry(/^Integration token of DEV/).waitFor();
		await notifications.clear();
		await copyToken(session);
		await openTenant(session);
		await tenant.pair({ fails: true });
		await tenant.row('DEV').getByText('Failed').waitFor();
		await view.entry(/^System DEV, .*, Error, delete the failed extension/).waitFor();
		await picture(page, 'b-failed');
		await tenant.button('Delete the extension for DEV').click();
		await tenant.dialog('Delete Extension').getByRole('button', { name: 'Delete', exact: true }).click();
		await tenant.frame.getByText('No extensions yet').waitFor();
		await view.entry(/^System DEV, .*, Error, get a new token/).waitFor();
		await view.menu(/^System DEV/, 'Get Token');
		await input.step('Get Token');
		await input.confirmSelection();
		await view.entry(/^Integration token of DEV/).waitFor();
		await notifications.clear();
		await copyToken(session);
		await tenant.pair();
		await view.entry(/^System DEV, .*, Registered/).waitFor();
		await expect.poll(session.text).toMatch(/status: enabled/);
	});

	test('(c) R-SYS-4, R-TOK-6: an expired token is reissued when it is copied, and the person is told', async ({
		start,
	}) => {
		const session = await start(HEAD);
		const { page, view, input, notifications } = session;
		await view.inline(/^Systems, /, 'Register System');
		await answerRegisterSystem(input, 'MKT', 'SAP Marketing Cloud');
		await view.entry(/^Integration token of MKT, 7 days left/).waitFor();
		// Said after the save; VS Code takes what is written during one for its own.
		await notifications.saying('is pending');
		await notifications.clear();
		session.writeText(session.text().replace(/"\d{4}-/g, '"2025-'));
		await view.entry(/^Integration token of MKT, expired/).waitFor();
		await picture(page, 'c-expired');
		await view.inline(/^Integration token of MKT/, 'Copy Token');
		const toast = await notifications.saying('had expired, so a new one was issued and copied');
		await expect(toast).toContainText('like a password: it works once');
		await picture(page, 'c-reissued');
		await toast.getByRole('button', { name: 'Open Tenant', exact: true }).click();
		await input.step('Open Tenant');
		await input.suggests('my300001.marketing.example');
		await input.cancel();
		await view.entry(/^Integration token of MKT, 7 days left/).waitFor();
		expect(session.text()).not.toContain('"2025-');
	});

	test('(d) R-SYS-9: deregistering names its blockers, and works once they are removed', async ({
		start,
	}) => {
		const session = await start(
			`${REGISTERED}subaccounts:\n  dev:\n    entitlements:\n      - service: s4-hana-cloud\n        plan: api-access\n        system: DEV\n        amount: 1\n`,
			// Long enough that a machine that is busy still shows what is under way.
			{ settings: { 'systemLandscape.practice.processingTime': 8 } },
		);
		const { page, view, input, notifications } = session;
		await view.menu(/^System DEV/, 'Deregister System');
		const refusal = await notifications.saying('the service plan api-access in subaccount "dev"');
		await picture(page, 'd-refused');
		expect(await refusal.getByRole('button', { name: 'Exclude System' }).count()).toBe(0);
		await refusal.getByRole('button', { name: 'Remove Service Plan', exact: true }).click();
		await page.getByRole('dialog').getByRole('button', { name: 'Remove Service Plan' }).click();
		await view.entry(/^Subaccount dev, 0 service plans/).waitFor();
		await notifications.clear();
		await view.menu(/^System DEV/, 'Remove System');
		await notifications.answer('Deregister it first', 'Deregister');
		await input.step('Deregister System');
		await input.choose('Let It Fail');
		await view.entry(/^System DEV, .*, Deregister Error/).waitFor();
		const failure = await notifications.saying('open an incident for component BC-NEO-EXT-S4C');
		await picture(page, 'd-failed');
		await failure.getByRole('button', { name: 'Reset System', exact: true }).click();
		await view.entry(/^System DEV, .*, Not registered/).waitFor();
		session.writeText(REGISTERED);
		await view.entry(/^System DEV, .*, Registered/).waitFor();
		await view.menu(/^System DEV/, 'Deregister System');
		await input.step('Deregister System');
		await input.choose('Deregister System');
		await view.entry(/^System DEV, .*, Deregistering/).waitFor();
		await view.entry(/^System DEV, .*, Not registered/).waitFor();
		await expect.poll(session.text).toMatch(/status: unregistered/);
		await picture(page, 'd-deregistered');
	});

	test('(e) R-FOR-4: a formation takes a registered system, and does not offer or accept one that is not', async ({
		start,
	}) => {
		const session = await start(
			REGISTERED.replace('tenants:', '  NEW:\n    type: SAP S/4HANA Cloud\n    status: pending\ntenants:'),
		);
		const { page, view, input, notifications } = session;
		await view.inline(/^Formations, /, 'Create Formation');
		await input.step('Create Formation (1/4)');
		await input.type('-');
		await input.message('letters, digits, hyphens');
		await input.type('Side by side');
		await input.accept();
		await input.step('Create Formation (2/4)');
		await input.choose('Side-by-Side Extensibility with Kyma');
		await input.step('Create Formation (3/4)');
		await expect.poll(() => input.labels()).toStrictEqual(['DEV']);
		await input.tick('DEV');
		await input.confirmSelection();
		await input.step('Create Formation (4/4)');
		await picture(page, 'e-review');
		await input.choose('Create Formation');
		await view
			.entry(/^System DEV in formation Side by side/)
			.first()
			.waitFor();
		await expect
			.poll(session.text)
			.toMatch(
				/formations:\n {2}Side by side:\n {4}type: Side-by-Side Extensibility with Kyma\n {4}systems:\n {6}- DEV\n$/,
			);
		await notifications.clear();
		await view.menu(/^Formation Side by side/, 'Include System');
		await notifications.saying(/No system|not registered/);
		await picture(page, 'e-refused');
		await notifications.clear();
		// By hand it can be written down all the same, and Problems says why it is wrong.
		session.writeText(session.text().replace(/- DEV\n$/, '- DEV\n      - NEW\n'));
		await runFromPalette(page, 'Problems: Focus on Problems View');
		await page
			.getByRole('treeitem', { name: /must be registered before|not registered/ })
			.first()
			.waitFor();
		await picture(page, 'e-problem');
		await view.inline(/^System NEW in formation Side by side/, 'Exclude System', 0);
		await page.getByRole('dialog').getByRole('button', { name: 'Exclude System' }).click();
		await expect.poll(session.text).toMatch(/- DEV\n$/);
	});

	test('R-ENT-1: only what a system can have is offered, and its tenant is one of its type', {
		tag: ONLY_FULL,
	}, async ({ start }) => {
		const hr = '  HR:\n    type: SAP SuccessFactors\n    status: registered\n';
		const session = await start(
			`${REGISTERED.replace('tenants:', `${hr}tenants:`)}subaccounts:\n  dev: {}\n  test: {}\n`,
		);
		const { view, input } = session;
		await view.menu(/^System HR/, 'Add Service Plans');
		await input.step('Entity Assignments (1/3)');
		await input.choose('test');
		await input.step('Service Details: SAP SuccessFactors Extensibility (2/3)');
		await expect.poll(() => input.labels()).toStrictEqual(['api-access', 'sso-configuration']);
		await input.cancel();
		await view.inline(/^Subaccount dev/, 'Add Service Plans');
		await input.step('Subaccount dev: Add Service Plans (1/3)');
		await expect
			.poll(() => input.labels())
			.toStrictEqual(['SAP S/4HANA Cloud Extensibility', 'SAP SuccessFactors Extensibility']);
		await input.choose('SAP SuccessFactors Extensibility');
		await input.step('Service Details: SAP SuccessFactors Extensibility (2/3)');
		await input.cancel();
		await view.menu(/^System HR/, 'Open Tenant');
		await input.step('Open Tenant');
		await input.suggests('acme.successfactors.example');
		await input.cancel();
	});

	test('a second account gets a file of its own beside the first', { tag: ONLY_FULL }, async ({ start }) => {
		const session = await start(HEAD);
		const { page, view, input } = session;
		await runFromPalette(page, 'System Landscape: Create Landscape');
		await input.step('Create Landscape (1/3)');
		await input.choose('Practice');
		await input.step('Create Landscape (2/3)');
		await input.type('Acme Europe');
		await input.accept();
		await input.step('Create Landscape (3/3)');
		await input.holds('acme-europe.system-landscape.yaml');
		await input.type('system-landscape.yaml');
		await input.message('already exists');
		await input.type('europe.yaml');
		await input.message('Use a name such as');
		await picture(page, 'second-account');
		await input.type('europe.system-landscape.yaml');
		await input.accept();
		await view.entry(/Acme Europe/).waitFor();
		expect(session.fileText('europe.system-landscape.yaml')).toContain('globalAccount: Acme Europe');
		expect(session.text()).toBe(HEAD);
	});

	test('warns once of a token that is about to expire, counts it in the badge, and stops when told to', {
		tag: ONLY_FULL,
	}, async ({ start }) => {
		const inDays = (days: number) =>
			`"${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 19)}Z"`;
		const system = (name: string, days: number) =>
			`  ${name}:\n    type: SAP Marketing Cloud\n    status: pending\n    token:\n      expiresAt: ${inDays(days)}\n`;
		const text = `${HEAD}systems:\n${system('SOON', 1.5)}${system('LATER', 5)}`;
		const session = await start(text);
		const { page, view, notifications } = session;
		const warning = await notifications.saying(/The integration token of "SOON" expires in 3\d hours/);
		await page.getByRole('tab', { name: /^System Landscape.*1 integration token expires soon/ }).waitFor();
		await picture(page, 'expiry-warning');
		await warning.getByRole('button', { name: "Don't Show Again", exact: true }).click();
		await notifications.gone();
		session.writeText(`${text}${system('ALSO', 1)}`);
		await view.entry(/^System ALSO/).waitFor();
		await page.getByRole('tab', { name: /2 integration tokens expire soon/ }).waitFor();
		await notifications.gone();
	});

	test('DEC-1: the words of both generations of the cockpit are shown, switched without reload', {
		tag: ONLY_FULL,
	}, async ({ start }) => {
		const session = await start(
			`${HEAD}systems:\n  NEW:\n    type: SAP S/4HANA Cloud\n    status: pending\n  BAD:\n    type: SAP S/4HANA Cloud\n    status: error\n  STUCK:\n    type: SAP S/4HANA Cloud\n    status: deregister-error\n`,
		);
		const { page, view, input } = session;
		await view.entry(/^System NEW, .*, Pending/).waitFor();
		await view.entry(/^System BAD, .*, Error,/).waitFor();
		await view.entry(/^System STUCK, .*, Deregister Error/).waitFor();
		await page.getByRole('tab', { name: /^System Landscape.*2 systems have an error/ }).waitFor();
		await picture(page, 'terminology-classic');
		const settings = new SettingsEditor(page);
		await settings.choose('systemLandscape.terminology', 'Current');
		await view.entry(/^System NEW, .*, no status/).waitFor();
		await view.entry(/^System BAD, .*, Error while Registering/).waitFor();
		await view.entry(/^System STUCK, .*, Error while Deregistering/).waitFor();
		await settings.close();
		await picture(page, 'terminology-current');
		await view.inline(/^Systems, /, 'Add System');
		await input.step('Add System (1/2)');
		await input.cancel();
		await runFromPalette(page, 'System Landscape: Add System');
		await input.step('Add System (1/2)');
		await picture(page, 'terminology-current-add');
		await input.cancel();
	});
});
