import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { screenshot, untilUsable } from '../host/workbench.ts';
import { ONLY_FULL } from './faces.ts';
import { test } from './fixtures.ts';
import { LandscapeView } from './pages/landscape-view.ts';
import { runFromPalette } from './pages/palette.ts';
import { answerRegisterSystem } from './pages/register-system.ts';
import type { Session } from './session.ts';

const HEAD = 'version: 1\nglobalAccount: Acme\nmode: practice # hand-made\n';
const FILE = 'system-landscape.yaml';

test.describe('What comes between', () => {
	/** Registers a system with all scenario groups, from the tree, and copies its token. */
	const registerAndCopyToken = async ({ view, input, notifications }: Session, name: string) => {
		await view.inline(/^Systems, /, 'Register System');
		await answerRegisterSystem(input, name);
		await view.entry(new RegExp(`^System ${name}, .*Pending`)).waitFor();
		await notifications.answer('is pending', 'Copy Token');
		await notifications.saying('was copied');
		await notifications.clear();
	};
	/** Pairs with the token that was copied, in a new tenant, where that fails. */
	const failToPair = async ({ view, input, tenant }: Session) => {
		await view.inline(/^Tenants, /, 'Open Tenant');
		await input.step('Open Tenant');
		await input.type('my300001.s4hana.example');
		await input.accept();
		await tenant.pair({ fails: true });
	};

	test('a change on disk while a dialog is open is kept, and the dialog knows of it', async ({ start }) => {
		const session = await start(HEAD);
		const { view, input } = session;
		await view.inline('Systems, none yet', 'Register System');
		await input.step('Add System (1/2)');
		await input.type('DEV');
		await input.accept();
		await input.step('Add System (2/2)');
		const changed = `${HEAD}systems:\n  QAS:\n    type: SAP Marketing Cloud # by a colleague\n    status: pending\n`;
		session.writeText(changed);
		await view.entry(/^System QAS/).waitFor();
		await input.back();
		await input.step('Add System (1/2)');
		await input.type('QAS');
		await input.message('already has a system');
		await input.type('DEV');
		await input.accept();
		await input.step('Add System (2/2)');
		await input.choose('SAP Marketing Cloud');
		await view.entry(/^System DEV, SAP Marketing Cloud, Pending, 7 days left/).waitFor();
		expect(session.text().startsWith(changed)).toBe(true);
		expect(session.text().slice(changed.length)).toMatch(
			/^ {2}DEV:\n {4}type: SAP Marketing Cloud\n {4}status: pending\n/,
		);
	});

	test('a file that is deleted while a dialog is open stays deleted, and the message offers a new one', {
		tag: ONLY_FULL,
	}, async ({ start }) => {
		const session = await start(HEAD);
		const { page, view, input, notifications } = session;
		await view.title('Register System');
		await input.step('Add System (1/2)');
		await input.type('DEV');
		rmSync(join(session.folder, FILE));
		await view.welcome('Create Landscape').waitFor();
		await input.accept();
		await input.step('Add System (2/2)');
		await input.choose('SAP S/4HANA Cloud');
		const toast = await notifications.saying("doesn't exist anymore");
		await toast.getByRole('button', { name: 'Create Landscape', exact: true }).waitFor();
		await screenshot(page, 'interruptions-deleted');
		expect(() => session.text()).toThrow('ENOENT');
	});

	test('DEC-2: cancelling the choice of groups leaves the system pending and without token, and offers to get one', {
		tag: ONLY_FULL,
	}, async ({ start }) => {
		const session = await start(HEAD);
		const { view, input, notifications } = session;
		await view.inline('Systems, none yet', 'Register System');
		await input.step('Add System (1/2)');
		await input.type('DEV');
		await input.accept();
		await input.step('Add System (2/2)');
		await input.choose('SAP S/4HANA Cloud');
		await input.step('Get Token for System "DEV"');
		await input.cancel();
		await view.entry(/^System DEV, SAP S\/4HANA Cloud, Pending, no token yet/).waitFor();
		await expect.poll(session.text).toMatch(/status: pending\n$/);
		await notifications.answer("doesn't have an integration token yet", 'Get Token');
		await input.step('Get Token');
		await input.confirmSelection();
		await view.entry('Integration token of DEV, 7 days left').waitFor();
	});

	test('a registration that is to fail is remembered over a reload, fails, and can be repeated', {
		tag: ONLY_FULL,
	}, async ({ start }) => {
		// Long enough to be interrupted, and over by the time the window is back or soon after.
		const session = await start(HEAD, { settings: { 'systemLandscape.practice.processingTime': 8 } });
		const { page, view, input, notifications, tenant } = session;
		await registerAndCopyToken(session, 'DEV');
		await failToPair(session);
		await tenant.row('DEV').getByText('Enabling').waitFor();
		const loaded = page.waitForEvent('load');
		await runFromPalette(page, 'Developer: Reload Window');
		await loaded;
		await untilUsable(page);
		// The page of the tenant came back with the window.
		await tenant.heading().waitFor();
		await view.entry(/^System DEV, .*, Error/).waitFor();
		await tenant.row('DEV').getByText('Failed').waitFor();
		await screenshot(page, 'interruptions-failed-registration');
		await view.menu(/^System DEV/, 'Get Token');
		await notifications.answer('Delete its extension', 'Delete Extension');
		await page.getByRole('dialog').getByRole('button', { name: 'Delete Extension' }).click();
		await tenant.frame.getByText('No extensions yet').waitFor();
		await notifications.clear();
		await view.entry(/^System DEV, .*, Error, get a new token/).waitFor();
		await view.menu(/^System DEV/, 'Get Token');
		await input.step('Get Token');
		await input.confirmSelection();
		await view.entry('Integration token of DEV, 7 days left').waitFor();
	});

	test('two windows on one file: what one window asked for ends once, and the way it was asked for', async ({
		start,
	}) => {
		const session = await start(HEAD);
		const { page, view } = session;
		await registerAndCopyToken(session, 'DEV');
		const second = await session.secondWindow();
		const secondView = new LandscapeView(second);
		await secondView.open();
		await secondView.entry(/^System DEV, .*, Pending/).waitFor();
		await page.bringToFront();
		await failToPair(session);
		await view.entry(/^System DEV, .*, Error/).waitFor();
		await secondView.entry(/^System DEV, .*, Error/).waitFor();
		await expect.poll(session.text).toMatch(/status: failed/);
		expect(session.text().match(/changedAt/g)).toHaveLength(1);
	});

	test('a file with an error is shown as far as it can be read, and the view says which line to fix', async ({
		start,
	}) => {
		const session = await start(
			`${HEAD}systems:\n  DEV:\n    type: SAP S/4HANA Cloud\n    status: pending\nsubaccounts: [\n`,
		);
		const { page, view, notifications } = session;
		await view.entry(/^System DEV/).waitFor();
		await view.message(/system-landscape\.yaml: Line 9: /).waitFor();
		await screenshot(page, 'interruptions-unreadable');
		const before = session.text();
		await view.inline(/^Systems, /, 'Register System');
		await notifications.answer('Fix it in the editor', 'Open File');
		await page.getByRole('tab', { name: FILE }).waitFor();
		expect(session.text()).toBe(before);
	});

	test('a name that is written like a command link is only text, in the tree, in messages and in inputs', {
		tag: ONLY_FULL,
	}, async ({ start }) => {
		const name = '[open](command:workbench.action.files.newUntitledFile) <b>bold</b>';
		const session = await start(
			`version: 1\nglobalAccount: "${name}"\nmode: practice\nsystems:\n  "${name}":\n    type: SAP S/4HANA Cloud\n    status: registered\n`,
		);
		const { page, view, input, notifications } = session;
		await view.title('Register System');
		await input.step('Add System (1/2)');
		await input.type(name);
		await input.message('already has a system');
		expect(await page.locator('.quick-input-widget a[href], .quick-input-message a').count()).toBe(0);
		await input.cancel();
		await view.menu(/^System \[open\]/, 'Remove System');
		const toast = await notifications.saying('Deregister it first');
		await screenshot(page, 'interruptions-hostile-name');
		expect(await toast.locator('.notification-list-item-message a').count()).toBe(0);
		await view.entry(/^System \[open\]\(command:.*<b>bold<\/b>/).hover();
		expect(await page.locator('.monaco-hover a').count()).toBe(0);
	});

	test('unsaved edits are kept and stay unsaved, and the tree shows what the editor says', async ({
		start,
	}) => {
		// VS Code in a browser saves by itself unless told otherwise.
		const session = await start(HEAD, { settings: { 'files.autoSave': 'off' } });
		const { page, view, input } = session;
		await view.menu('Systems, none yet', 'Open Landscape File');
		await page.getByRole('tab', { name: FILE }).waitFor();
		await page.locator('.editor-instance .monaco-editor.focused').waitFor();
		await page.keyboard.press('ControlOrMeta+End');
		await page.keyboard.type('# typed, not saved');
		await page.locator('.view-line', { hasText: '# typed, not saved' }).waitFor();
		await page.locator('.tab.dirty', { hasText: FILE }).waitFor();
		await view.inline('Subaccounts, none yet', 'Add Subaccount');
		await input.type('dev');
		await input.accept();
		await view.entry(/^Subaccount dev/).waitFor();
		await page.locator('.view-line', { hasText: '# typed, not saved' }).waitFor();
		await page.locator('.tab.dirty', { hasText: FILE }).waitFor();
		expect(session.text()).toBe(HEAD);
		await page.keyboard.press('Escape');
	});

	test('a file that was emptied comes back from Git with Discard Changes', { tag: ONLY_FULL }, async ({
		start,
	}) => {
		const session = await start(HEAD);
		const { page, view, notifications } = session;
		session.commit('The landscape');
		session.writeText('');
		await view.message('The file is empty').waitFor();
		await view.title('Register System');
		await notifications.answer('The file is empty', 'Discard Changes');
		await screenshot(page, 'interruptions-discard');
		await page.getByRole('dialog').getByRole('button', { name: 'Discard Changes', exact: true }).click();
		await expect.poll(session.text).toBe(HEAD);
		await view.message('The file is empty').waitFor({ state: 'hidden' });
		await expect(page.locator('.tab.dirty')).toHaveCount(0);
	});
});
