import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { openWorkbench, screenshot, untilUsable } from '../host/workbench.ts';
import { openSession, type Session } from './open-session.ts';
import { LandscapeView } from './pages/landscape-view.ts';
import { Notifications } from './pages/notifications.ts';
import { runFromPalette } from './pages/palette.ts';
import { QuickInput } from './pages/quick-input.ts';
import { answerRegisterSystem } from './pages/register-system.ts';
import { TenantPage } from './pages/tenant-page.ts';
import { untilFile } from './until.ts';

const HEAD = 'version: 1\nglobalAccount: Acme\nmode: practice # hand-made\n';
const FILE = 'system-landscape.yaml';

describe('What comes between', function () {
	this.timeout(120_000);
	let session: Session;
	let view: LandscapeView;
	let input: QuickInput;
	let notifications: Notifications;
	const start = async (text: string) => {
		session = await openSession({ files: { [FILE]: text } });
		view = new LandscapeView(session.page);
		input = new QuickInput(session.page);
		notifications = new Notifications(session.page);
		await view.open();
	};
	const untilText = (pattern: RegExp) => untilFile(session.folder, () => pattern.test(session.text()));
	/** Registers a system with all scenario groups, from the tree. */
	const register = async (name: string) => {
		await view.inline(/^Systems, /, 'Register System');
		await answerRegisterSystem(input, name);
		await view.entry(new RegExp(`^System ${name}, .*Pending`)).waitFor();
	};
	afterEach(async function () {
		try {
			if (this.currentTest?.state === 'failed') {
				await screenshot(session.page, `interruptions-failed-${this.currentTest.title.slice(0, 20)}`);
			}
		} finally {
			await session?.close();
		}
	});

	it('a change on disk while a dialog is open is kept, and the dialog knows of it', async () => {
		await start(HEAD);
		await view.inline('Systems, none yet', 'Register System');
		await input.step('Register System (1/3)');
		await input.type('DEV');
		await input.accept();
		await input.step('Register System (2/3)');
		const changed = `${HEAD}systems:\n  QAS:\n    type: SAP Marketing Cloud # by a colleague\n    status: pending\n`;
		session.writeText(changed);
		await view.entry(/^System QAS/).waitFor();
		await input.back();
		await input.step('Register System (1/3)');
		await input.type('QAS');
		await input.message('already registered');
		await input.type('DEV');
		await input.accept();
		await input.step('Register System (2/3)');
		await input.choose('SAP Marketing Cloud');
		await view.entry(/^System DEV, SAP Marketing Cloud, Pending, 7 days left/).waitFor();
		expect(session.text().startsWith(changed)).to.equal(true);
		expect(session.text().slice(changed.length)).to.match(
			/^ {2}DEV:\n {4}type: SAP Marketing Cloud\n {4}status: pending\n/,
		);
	});

	it('a file that is deleted while a dialog is open stays deleted, and the message offers a new one', async () => {
		await start(HEAD);
		await view.title('Register System');
		await input.step('Register System (1/3)');
		await input.type('DEV');
		rmSync(join(session.folder, FILE));
		await view.welcome('Create Landscape').waitFor();
		await input.accept();
		await input.step('Register System (2/3)');
		await input.choose('SAP S/4HANA Cloud');
		await input.step('Register System (3/3)');
		await input.confirmSelection();
		const toast = await notifications.saying('does not exist any more');
		await toast.getByRole('button', { name: 'Create Landscape', exact: true }).waitFor();
		await screenshot(session.page, 'interruptions-deleted');
		expect(() => session.text()).to.throw('ENOENT');
	});

	it('DEC-2: cancelling the choice of groups leaves the system pending and without token, and offers to get one', async () => {
		await start(HEAD);
		await view.inline('Systems, none yet', 'Register System');
		await input.step('Register System (1/3)');
		await input.type('DEV');
		await input.accept();
		await input.step('Register System (2/3)');
		await input.choose('SAP S/4HANA Cloud');
		await input.step('Register System (3/3)');
		await input.cancel();
		await view.entry(/^System DEV, SAP S\/4HANA Cloud, Pending, no token yet/).waitFor();
		await untilText(/status: pending\n$/);
		await notifications.answer('has no integration token yet', 'Get Token');
		await input.step('Get Token');
		await input.confirmSelection();
		await view.entry('Integration token of DEV, 7 days left').waitFor();
	});

	it('a registration that shall fail is remembered over a reload, fails, and can be repeated', async () => {
		await start(HEAD);
		await register('DEV');
		await notifications.answer('is pending', 'Copy Token');
		await notifications.saying('was copied');
		await notifications.clear();
		// Long enough to be interrupted, and over by the time the window is back or soon after.
		session.server.changeSettings({ 'systemLandscape.practice.processingTime': 8 });
		await view.inline(/^Tenants, /, 'Open Tenant');
		await input.type('my300001.s4hana.example');
		await input.accept();
		const tenant = new TenantPage(session.page);
		await tenant.button('New').click();
		await tenant
			.dialog('Create New Extension')
			.getByRole('textbox', { name: /^Integration Token/ })
			.click();
		await session.page.keyboard.press('ControlOrMeta+v');
		await tenant.frame.getByRole('checkbox', { name: 'Let this registration fail' }).check();
		await tenant.button('Create').click();
		await tenant.dialog('Approve').waitFor();
		await tenant.button('Yes').click();
		await tenant.row('DEV').getByText('Enabling').waitFor();
		const loaded = session.page.waitForEvent('load');
		await runFromPalette(session.page, 'Developer: Reload Window');
		await loaded;
		await untilUsable(session.page);
		// The page of the tenant came back with the window.
		await tenant.heading().waitFor();
		await view.entry(/^System DEV, .*, Error/).waitFor();
		await tenant.row('DEV').getByText('Failed').waitFor();
		await screenshot(session.page, 'interruptions-failed-registration');
		await view.menu(/^System DEV/, 'Get Token');
		await notifications.answer('Delete its extension', 'Delete Extension');
		await session.page.getByRole('dialog').getByRole('button', { name: 'Delete Extension' }).click();
		await tenant.frame.getByText('No extensions yet').waitFor();
		await notifications.clear();
		await view.entry(/^System DEV, .*, Error, get a new token/).waitFor();
		await view.menu(/^System DEV/, 'Get Token');
		await input.step('Get Token');
		await input.confirmSelection();
		await view.entry('Integration token of DEV, 7 days left').waitFor();
	});

	it('two windows on one file: what one window asked for ends once, and the way it was asked for', async () => {
		await start(HEAD);
		await register('DEV');
		await notifications.answer('is pending', 'Copy Token');
		await notifications.saying('was copied');
		await notifications.clear();
		const second = await openWorkbench(session.browser, session.server, session.folder);
		const secondView = new LandscapeView(second);
		await secondView.open();
		await secondView.entry(/^System DEV, .*, Pending/).waitFor();
		await session.page.bringToFront();
		await view.inline(/^Tenants, /, 'Open Tenant');
		await input.type('my300001.s4hana.example');
		await input.accept();
		const tenant = new TenantPage(session.page);
		await tenant.button('New').click();
		await tenant
			.dialog('Create New Extension')
			.getByRole('textbox', { name: /^Integration Token/ })
			.click();
		await session.page.keyboard.press('ControlOrMeta+v');
		await tenant.frame.getByRole('checkbox', { name: 'Let this registration fail' }).check();
		await tenant.button('Create').click();
		await tenant.dialog('Approve').waitFor();
		await tenant.button('Yes').click();
		await view.entry(/^System DEV, .*, Error/).waitFor();
		await secondView.entry(/^System DEV, .*, Error/).waitFor();
		await untilText(/status: failed/);
		expect(session.text().match(/changedAt/g)).to.have.length(1);
		await second.context().close();
	});

	it('a file with an error is shown as far as it can be read, and the view says which line to mend', async () => {
		await start(
			`${HEAD}systems:\n  DEV:\n    type: SAP S/4HANA Cloud\n    status: pending\nsubaccounts: [\n`,
		);
		await view.entry(/^System DEV/).waitFor();
		await view.message(/system-landscape\.yaml: Line 9: /).waitFor();
		await screenshot(session.page, 'interruptions-unreadable');
		const before = session.text();
		await view.inline(/^Systems, /, 'Register System');
		await notifications.answer('Nothing is written until that is mended', 'Open File');
		await session.page.getByRole('tab', { name: FILE }).waitFor();
		expect(session.text()).to.equal(before);
	});

	it('a name that is written like a command link is only text, in the tree, in messages and in inputs', async () => {
		const name = '[open](command:workbench.action.files.newUntitledFile) <b>bold</b>';
		await start(
			`version: 1\nglobalAccount: "${name}"\nmode: practice\nsystems:\n  "${name}":\n    type: SAP S/4HANA Cloud\n    status: registered\n`,
		);
		await view.title('Register System');
		await input.step('Register System (1/3)');
		await input.type(name);
		await input.message('already registered');
		expect(
			await session.page.locator('.quick-input-widget a[href], .quick-input-message a').count(),
		).to.equal(0);
		await input.cancel();
		await view.menu(/^System \[open\]/, 'Remove System');
		const toast = await notifications.saying('Deregister it first');
		await screenshot(session.page, 'interruptions-hostile-name');
		expect(await toast.locator('.notification-list-item-message a').count()).to.equal(0);
		await view.entry(/^System \[open\]\(command:.*<b>bold<\/b>/).hover();
		expect(await session.page.locator('.monaco-hover a').count()).to.equal(0);
	});

	it('unsaved edits are kept and stay unsaved, and the tree shows what the editor says', async () => {
		await start(HEAD);
		// VS Code in a browser saves by itself unless told otherwise.
		session.server.changeSettings({ 'files.autoSave': 'off' });
		await view.menu('Systems, none yet', 'Open Landscape File');
		await session.page.getByRole('tab', { name: FILE }).waitFor();
		await session.page.keyboard.press('ControlOrMeta+End');
		await session.page.keyboard.type('# typed, not saved');
		await view.inline('Subaccounts, none yet', 'Add Subaccount');
		await input.type('dev');
		await input.accept();
		await view.entry(/^Subaccount dev/).waitFor();
		await session.page.locator('.view-line', { hasText: '# typed, not saved' }).waitFor();
		await session.page.locator('.tab.dirty', { hasText: FILE }).waitFor();
		expect(session.text()).to.equal(HEAD);
		await session.page.keyboard.press('Escape');
	});
});
