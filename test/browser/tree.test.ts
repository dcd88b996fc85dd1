import { expect } from '@playwright/test';
import { screenshot } from '../host/workbench.ts';
import { EXAMPLE } from '../pictures/example.ts';
import { test } from './fixtures.ts';
import { THREE_SYSTEMS } from './landscapes.ts';
import { manifestText } from './manifest-texts.ts';
import { answerRegisterSystem } from './pages/register-system.ts';

const HEAD = 'version: 1\nglobalAccount: Acme\nmode: practice\n';
const EXPIRED = '    status: pending\n    token:\n      expiresAt: "2025-11-27T10:00:00Z"\n';

test.describe('The tree', () => {
	test('shows the account and its mode as a row, and in an empty landscape what leads on', async ({
		start,
	}) => {
		const session = await start(HEAD);
		const { page, view, input, walkthrough, notifications } = session;
		await view.entry('Formations, none yet').waitFor();
		expect(await view.spoken()).toStrictEqual([
			'Global account Acme, practice, system-landscape.yaml',
			'Register the first system',
			'Follow the tutorial',
			'Systems, none yet',
			'Tenants, none yet',
			'Subaccounts, none yet',
			'Formations, none yet',
		]);
		await screenshot(page, 'tree-empty');
		await view.choose('Follow the tutorial');
		await walkthrough.step(manifestText('en', 'walkthrough.createLandscape.title')).waitFor();
		await view.choose('Register the first system');
		await answerRegisterSystem(input, 'DEV');
		await view.entry('Register the first system').waitFor({ state: 'detached' });
		// What was just added is what is selected.
		await expect(view.entry(/^System DEV, /)).toHaveAttribute('aria-selected', 'true');
		await view.entry(/^Integration token of DEV, /).waitFor();
		// Said after the save; VS Code takes what is written during one for its own.
		await notifications.saying('is pending');
		session.writeText(HEAD.replace('practice', 'recorded'));
		await view.entry('Global account Acme, recorded, system-landscape.yaml').waitFor();
		await view.choose('Write the first system into the file');
		await page.locator('.editor-instance .monaco-editor.focused').waitFor();
	});

	test("says in a row that a file can't be read, not that there are no systems, and leads to the line", async ({
		start,
	}) => {
		const session = await start(`${HEAD}systems: [\n`);
		const { page, view } = session;
		await view.entry(/^Line 5: .* Fix it in the editor/).waitFor();
		expect(await view.spoken()).toStrictEqual([
			"Global account Acme, can't be changed, system-landscape.yaml",
			expect.stringMatching(/^Line 5: /),
		]);
		await screenshot(page, 'tree-unreadable');
		await view.choose(/^Line 5: /);
		await page.getByRole('button', { name: /^Ln 5, / }).waitFor();
		session.writeText(HEAD);
		await view.entry('Systems, none yet').waitFor();
		await view.entry(/^Line 5: /).waitFor({ state: 'detached' });
	});

	test('has keys: F2 renames, Ctrl+C copies, and Delete asks with the name of what is selected', async ({
		start,
	}) => {
		const session = await start(THREE_SYSTEMS);
		const { page, view, input } = session;
		const dialog = page.getByRole('dialog');
		await view.press(/^System DEV, /, 'F2', () => input.step('Rename System'));
		await input.holds('DEV');
		await input.type('QAS');
		await input.message('already has a system');
		await input.type('DEV 2');
		await input.accept();
		await expect(view.entry(/^System DEV 2, /)).toHaveAttribute('aria-selected', 'true');
		await expect.poll(session.text).toBe(THREE_SYSTEMS.replaceAll(/\bDEV\b/g, 'DEV 2'));

		const copied = () => page.evaluate(() => navigator.clipboard.readText());
		for (const [entry, name] of [
			[/^Tenant my300001/, 'my300001.s4hana.example'],
			[/^Subaccount test/, 'test'],
			[/^Formation Side by side/, 'Side by side'],
			[/^System DEV 2, /, 'DEV 2'],
		] as const) {
			await view.press(entry, 'ControlOrMeta+c', async () => expect(await copied()).toBe(name));
		}

		for (const [entry, question] of [
			[/^Formation Side by side/, 'Delete the formation "Side by side"?'],
			[/^System MKT, /, 'Remove the system "MKT"?'],
		] as const) {
			await view.press(entry, 'Delete', () => dialog.getByText(question).waitFor({ timeout: 5_000 }));
			await dialog.getByRole('button', { name: 'Cancel' }).click();
			await dialog.waitFor({ state: 'hidden' });
		}
		expect(session.text()).toContain('Side by side');
		const refusal = page.locator('.notification-toast', { hasText: 'Remove them first' });
		await view.press(/^Subaccount test/, 'Delete', () => refusal.waitFor({ timeout: 5_000 }));
	});

	test('shows in the menu of a row which keys it has', async ({ start }) => {
		const { page, view } = await start(THREE_SYSTEMS);
		await view.choose(/^System MKT, /);
		await view.entry(/^System MKT, /).click({ button: 'right' });
		for (const [title, key] of [
			['Rename System…', 'F2'],
			['Remove System', 'Del'],
			['Copy Name', 'C'],
		] as const) {
			await expect(view.menuItem(title).locator('.keybinding')).toContainText(key);
		}
		await screenshot(page, 'tree-menu');
	});

	test('takes a system that is dragged onto a formation or a subaccount of its landscape', async ({
		open,
	}) => {
		const session = await open({
			files: {
				'system-landscape.yaml': `${THREE_SYSTEMS.replace('tenants:', '  PRD:\n    type: SAP S/4HANA Cloud\n    status: registered\ntenants:')}  Other:\n    type: Side-by-Side Extensibility with Kyma\n`,
				'z.system-landscape.yaml': `${HEAD.replace('Acme', 'Far')}subaccounts:\n  far:\n`,
			},
			height: 1200,
		});
		const { page, view, input, notifications } = session;
		await view.open();
		await view.entry(/^Subaccount far, /).waitFor();
		await expect(async () => {
			await view.drag(/^System PRD, /, /^Formation Other, /);
			await expect.poll(session.text, { timeout: 5_000 }).toMatch(/Other:\n.*\n {4}systems:\n {6}- PRD\n$/);
		}).toPass();
		await expect(view.entry(/^System PRD in formation Other, /).last()).toHaveAttribute(
			'aria-selected',
			'true',
		);
		await expect(async () => {
			await view.drag(/^System PRD, /, /^Subaccount test, /);
			await page.locator('.quick-input-title', { hasText: 'Service Details' }).waitFor({ timeout: 5_000 });
		}).toPass();
		await input.cancel();
		await expect(async () => {
			await view.drag(/^System PRD, /, /^Subaccount far, /);
			await notifications.saying('belongs to another global account');
		}).toPass();
	});

	test('counts expired tokens in its badge, and has the button for the next step beside a row', async ({
		start,
	}) => {
		const session = await start(
			`${HEAD}systems:\n  HR:\n    type: SAP SuccessFactors\n${EXPIRED}  NEW:\n    type: Our own type\n    status: pending\n  BAD:\n    type: SAP S/4HANA Cloud\n    status: error\n`,
		);
		const { page, view, input } = session;
		await page
			.getByRole('tab', { name: /^System Landscape.*1 integration token has expired, 1 system has an error/ })
			.waitFor();
		await view.inline(/^System HR, /, 'Get Token');
		await view.entry(/^Integration token of HR, 7 days left/).waitFor();
		await page.getByRole('tab', { name: /^System Landscape - 1 system has an error/ }).waitFor();
		const issued = session.text();
		await view.menu(/^System HR, /, 'Get Token');
		const dialog = page.getByRole('dialog');
		await dialog.getByText('Replace the integration token of "HR"?').waitFor();
		await dialog.getByRole('button', { name: 'Cancel' }).click();
		await dialog.waitFor({ state: 'hidden' });
		expect(session.text(), 'a token that works is not replaced unasked').toBe(issued);
		await view.inline(/^System BAD, /, 'Get Token');
		await input.step('Get Token');
		await input.cancel();
		await view.entry(/^System NEW, /).hover();
		expect(
			await view
				.entry(/^System NEW, /)
				.getByRole('button')
				.count(),
		).toBe(0);
	});

	test('marks a row with what is wrong with its record, and says it in the tooltip, where names are only text', async ({
		start,
	}) => {
		const session = await start(
			`${HEAD}systems:\n  "[x](https://x.example) $(bug)":\n    type: SAP S/4HANA Cloud\n    status: registered\nsubaccounts:\n  dev:\n    entitlements:\n      - service: s4-hana-cloud\n        plan: api-access\n        system: No such\n        amount: 1\n`,
		);
		const { page, view } = session;
		const plan = /^Plan api-access .* for system No such .*, 1 unit, 1 problem$/;
		await view.marked(plan, '1');
		await view.marked(/^Subaccount dev, 1 service plan, 1 problem$/, '1');
		await view.tooltip(plan, 'To fix: ');
		await screenshot(page, 'tree-problem');
		const named = await view.tooltip(/^System \[x\]/, '[x](https://x.example) $(bug): SAP S/4HANA Cloud');
		expect(await named.locator('a, .codicon').count()).toBe(0);
	});

	test('shows once what a hand-written file names twice', async ({ start }) => {
		const plan = '      - service: s4-hana-cloud\n        plan: api-access\n        system: DEV\n';
		const { view } = await start(
			`${HEAD}systems:\n  DEV:\n    type: SAP S/4HANA Cloud\n    status: registered\nsubaccounts:\n  dev:\n    entitlements:\n${plan}${plan}formations:\n  F:\n    type: Side-by-Side Extensibility with Kyma\n    systems:\n      - DEV\n      - DEV\n`,
		);
		await view.entry('Formations, 1').waitFor();
		// Below the system and below the subaccount, or the formation.
		await expect(view.entry(/^Plan api-access /)).toHaveCount(2);
		await expect(view.entry(/^System DEV in formation F/)).toHaveCount(2);
	});

	test('at 250 pixels shows of every system how it stands, by an icon and the initials of its status', async ({
		start,
	}) => {
		const { page, view } = await start(EXAMPLE);
		await view.entry(/^System SAP Marketing Cloud Test, /).waitFor();
		await view.resize(250);
		await view.marked(/^System SAP S\/4HANA DEV System, /, 'R');
		await view.marked(/^System SAP S\/4HANA QAS System, /, 'P');
		await view.marked(/^System SAP Marketing Cloud Test, /, 'E');
		await page.mouse.move(800, 400);
		await screenshot(page, 'tree-narrow');
	});

	test('offers in the palette only what can work', async ({ start }) => {
		const { page, view, input } = await start(HEAD);
		await view.entry('Systems, none yet').waitFor();
		await input.findCommand('System Landscape: Register System');
		await input.type('>System Landscape: ');
		// The list has only the entries that fit.
		const labels = new Set<string>();
		const look = async () => {
			for (const label of await input.labels()) {
				labels.add(label);
			}
		};
		await expect(async () => {
			await look();
			await page.keyboard.press('PageDown');
			await input.row('System Landscape: Show Map').waitFor({ timeout: 1_000 });
		}).toPass();
		await look();
		expect([...labels]).toContain('System Landscape: Add Subaccount');
		for (const name of ['Copy Token', 'Remove Tenant', 'Delete Formation', 'Rename System…']) {
			expect([...labels]).not.toContain(`System Landscape: ${name}`);
		}
		await page.keyboard.press('Escape');
	});
});
