import { expect } from 'chai';
import { screenshot } from '../host/workbench.ts';
import { openSession, type Session } from './open-session.ts';
import { LandscapeView } from './pages/landscape-view.ts';
import { Notifications } from './pages/notifications.ts';
import { runFromPalette } from './pages/palette.ts';
import { QuickInput } from './pages/quick-input.ts';
import { answerRegisterSystem } from './pages/register-system.ts';
import { SettingsEditor } from './pages/settings-editor.ts';
import { TenantPage } from './pages/tenant-page.ts';
import { untilFile } from './until.ts';

const FILE = 'system-landscape.yaml';
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

describe("A system's life, as a person goes through it", function () {
	this.timeout(120_000);
	let session: Session;
	let view: LandscapeView;
	let input: QuickInput;
	let notifications: Notifications;
	let tenant: TenantPage;
	const start = async (text: string) => {
		session = await openSession({ files: { [FILE]: text } });
		view = new LandscapeView(session.page);
		input = new QuickInput(session.page);
		notifications = new Notifications(session.page);
		tenant = new TenantPage(session.page);
		await view.open();
	};
	const untilText = (pattern: RegExp) => untilFile(session.folder, () => pattern.test(session.text()));
	const picture = (name: string) => screenshot(session.page, `life-${name}`);
	/** Pastes what is on the clipboard into the page's dialog and approves it. */
	const pair = async ({ fails = false } = {}) => {
		await tenant.button('New').click();
		const create = tenant.dialog('Create New Extension');
		await create.getByRole('textbox', { name: /^Integration Token/ }).click();
		await session.page.keyboard.press('ControlOrMeta+v');
		const fail = tenant.frame.getByRole('checkbox', { name: 'Let this registration fail' });
		await fail.setChecked(fails);
		await tenant.button('Create').click();
		await tenant.dialog('Approve').waitFor();
		await tenant.button('Yes').click();
	};
	const copyToken = async () => {
		await view.inline(/^Integration token of /, 'Copy Token');
		await notifications.saying(/was copied|and copied/);
		await notifications.clear();
	};
	const openTenant = async () => {
		await view.inline(/^Tenants, /, 'Open Tenant');
		await input.step('Open Tenant');
		await input.type(TENANT);
		await input.accept();
		await tenant.heading().waitFor();
	};
	afterEach(async function () {
		try {
			if (this.currentTest?.state === 'failed') {
				await picture(`failed-${this.currentTest.title.slice(0, 12)}`);
			}
		} finally {
			await session?.close();
		}
	});

	it('(a) SAP Marketing Cloud goes from registration to registered, without scenario groups', async () => {
		await start(HEAD);
		await view.inline(/^Systems, /, 'Register System');
		await answerRegisterSystem(input, 'MKT', 'SAP Marketing Cloud');
		await view.entry(/^System MKT, SAP Marketing Cloud, Pending/).waitFor();
		await notifications.clear();
		await copyToken();
		await openTenant();
		await tenant.button('New').click();
		await tenant
			.dialog('Create New Extension')
			.getByRole('textbox', { name: /^Integration Token/ })
			.click();
		await session.page.keyboard.press('ControlOrMeta+v');
		await tenant.button('Create').click();
		await tenant.dialog('Approve').getByText('No restrictions apply').waitFor();
		await tenant.button('Yes').click();
		await view.entry(/^System MKT, SAP Marketing Cloud, Registered/).waitFor();
		await untilText(/status: registered/);
		expect(session.text()).not.to.contain('scenarioGroups');
	});

	it('(b) B6, B7: a failed registration is recovered: delete the extension, get a token, pair again', async () => {
		await start(HEAD);
		await view.inline(/^Systems, /, 'Register System');
		await answerRegisterSystem(input, 'DEV');
		await view.entry(/^Integration token of DEV/).waitFor();
		await notifications.clear();
		await copyToken();
		await openTenant();
		await pair({ fails: true });
		await tenant.row('DEV').getByText('Failed').waitFor();
		await view.entry(/^System DEV, .*, Error, delete the failed extension/).waitFor();
		await picture('b-failed');
		await tenant.button('Delete the extension for DEV').click();
		await tenant.dialog('Delete Extension').getByRole('button', { name: 'Delete', exact: true }).click();
		await tenant.frame.getByText('No extensions yet').waitFor();
		await view.entry(/^System DEV, .*, Error, get a new token/).waitFor();
		await view.menu(/^System DEV/, 'Get Token');
		await input.step('Get Token');
		await input.confirmSelection();
		await view.entry(/^Integration token of DEV/).waitFor();
		await notifications.clear();
		await copyToken();
		await pair();
		await view.entry(/^System DEV, .*, Registered/).waitFor();
		await untilText(/status: enabled/);
	});

	it('(c) B3, R-TOK-6: an expired token is reissued when it is copied, and the person is told', async () => {
		await start(HEAD);
		await view.inline(/^Systems, /, 'Register System');
		await answerRegisterSystem(input, 'MKT', 'SAP Marketing Cloud');
		await view.entry(/^Integration token of MKT, 7 days left/).waitFor();
		await notifications.clear();
		await untilText(/fingerprint/);
		session.writeText(session.text().replace(/"\d{4}-/g, '"2025-'));
		await view.entry(/^Integration token of MKT, token expired/).waitFor();
		await picture('c-expired');
		await view.inline(/^Integration token of MKT/, 'Copy Token');
		await notifications.saying('had expired, so a new one was issued and copied');
		await view.entry(/^Integration token of MKT, 7 days left/).waitFor();
		expect(session.text()).not.to.contain('"2025-');
	});

	it('(d) B8, S0, S1: deregistering names its blockers, and works once they are removed', async () => {
		await start(
			`${REGISTERED}subaccounts:\n  dev:\n    entitlements:\n      - service: s4-hana-cloud\n        plan: api-access\n        system: DEV\n        amount: 1\n`,
		);
		await view.menu(/^System DEV/, 'Deregister System');
		const refusal = await notifications.saying('the service plan api-access in subaccount "dev"');
		await picture('d-refused');
		await refusal.waitFor();
		await notifications.clear();
		await view.inline(/^Plan api-access .* in subaccount dev/, 'Remove Service Plan', 1);
		await session.page.getByRole('dialog').getByRole('button', { name: 'Remove Service Plan' }).click();
		await view.entry(/^Subaccount dev, 0 service plans/).waitFor();
		await view.menu(/^System DEV/, 'Deregister System');
		await input.step('Deregister System');
		await input.choose('Deregister System');
		await view.entry(/^System DEV, .*, Deregistering/).waitFor();
		await view.entry(/^System DEV, .*, Not registered/).waitFor();
		await untilText(/status: unregistered/);
		await picture('d-deregistered');
	});

	it('(e) R-FOR-4: a formation takes a registered system, and does not offer or accept one that is not', async () => {
		await start(
			REGISTERED.replace('tenants:', '  NEW:\n    type: SAP S/4HANA Cloud\n    status: pending\ntenants:'),
		);
		await view.inline(/^Formations, /, 'Create Formation');
		await input.step('Create Formation (1/4)');
		await input.type('-');
		await input.message('letters, digits, hyphens');
		await input.type('Side by side');
		await input.accept();
		await input.step('Create Formation (2/4)');
		await input.choose('Side-by-Side Extensibility with Kyma');
		await input.step('Create Formation (3/4)');
		expect(await input.labels()).to.deep.equal(['DEV']);
		await input.tick('DEV');
		await input.confirmSelection();
		await input.step('Create Formation (4/4)');
		await picture('e-review');
		await input.choose('Create Formation');
		await view
			.entry(/^System DEV in formation Side by side/)
			.first()
			.waitFor();
		await untilText(
			/formations:\n {2}Side by side:\n {4}type: Side-by-Side Extensibility with Kyma\n {4}systems:\n {6}- DEV\n$/,
		);
		await notifications.clear();
		await view.menu(/^Formation Side by side/, 'Include System');
		await notifications.saying(/No system|not registered/);
		await picture('e-refused');
		await notifications.clear();
		// By hand it can be written down all the same, and Problems says why it is wrong.
		session.writeText(session.text().replace(/- DEV\n$/, '- DEV\n      - NEW\n'));
		await runFromPalette(session.page, 'Problems: Focus on Problems View');
		await session.page
			.getByRole('treeitem', { name: /must be registered before|not registered/ })
			.first()
			.waitFor();
		await picture('e-problem');
		await view.inline(/^System NEW in formation Side by side/, 'Exclude System', 0);
		await untilText(/- DEV\n$/);
	});

	it('warns once of a token that is about to expire, counts it in the badge, and stops when told to', async () => {
		const inDays = (days: number) =>
			`"${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 19)}Z"`;
		const system = (name: string, days: number) =>
			`  ${name}:\n    type: SAP Marketing Cloud\n    status: pending\n    token:\n      expiresAt: ${inDays(days)}\n`;
		const text = `${HEAD}systems:\n${system('SOON', 1.5)}${system('LATER', 5)}`;
		await start(text);
		const warning = await notifications.saying(/The integration token of "SOON" expires in 3\d hours/);
		await session.page
			.getByRole('tab', { name: /^System Landscape.*1 integration token expires soon/ })
			.waitFor();
		await picture('expiry-warning');
		await warning.getByRole('button', { name: "Don't Show Again", exact: true }).click();
		await notifications.gone();
		session.writeText(`${text}${system('ALSO', 1)}`);
		await view.entry(/^System ALSO/).waitFor();
		await session.page.getByRole('tab', { name: /2 integration tokens expire soon/ }).waitFor();
		await notifications.gone();
	});

	it('DEC-1: the words of both generations of the cockpit are shown, switched without reload', async () => {
		await start(
			`${HEAD}systems:\n  NEW:\n    type: SAP S/4HANA Cloud\n    status: pending\n  BAD:\n    type: SAP S/4HANA Cloud\n    status: error\n  STUCK:\n    type: SAP S/4HANA Cloud\n    status: deregister-error\n`,
		);
		await view.entry(/^System NEW, .*, Pending/).waitFor();
		await view.entry(/^System BAD, .*, Error,/).waitFor();
		await view.entry(/^System STUCK, .*, Deregister Error/).waitFor();
		await session.page.getByRole('tab', { name: /^System Landscape.*2 systems have an error/ }).waitFor();
		await picture('terminology-classic');
		const settings = new SettingsEditor(session.page);
		await settings.choose('systemLandscape.terminology', 'Current');
		await view.entry(/^System NEW, .*, no status/).waitFor();
		await view.entry(/^System BAD, .*, Error while Registering/).waitFor();
		await view.entry(/^System STUCK, .*, Error while Deregistering/).waitFor();
		await settings.close();
		await picture('terminology-current');
		await view.inline(/^Systems, /, 'Add System');
		await input.step('Add System (1/3)');
		await input.cancel();
		await runFromPalette(session.page, 'System Landscape: Add System');
		await input.step('Add System (1/3)');
		await picture('terminology-current-add');
		await input.cancel();
	});
});
