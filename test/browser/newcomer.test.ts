import { expect } from '@playwright/test';
import { test } from './fixtures.ts';

const SYSTEM = 'SAP S/4HANA DEV System';

/** What the same path took before each step offered the next one, counted in the same way. */
const BEFORE = 24;
const MOST = 25;

test.describe('A newcomer', () => {
	test(`comes from an empty folder to an entitled subaccount in at most ${MOST} clicks and keystroke groups`, async ({
		open,
	}) => {
		const { page, view, input, notifications, tenant, text } = await open();
		const done: string[] = [];
		/** One click, or keys that are pressed in one go. */
		const act = async (what: string, action: () => Promise<unknown>) => {
			done.push(what);
			await action();
		};
		/** A text and Enter. */
		const enter = (what: string) =>
			act(`types ${what}`, async () => {
				await input.type(what);
				await input.accept();
			});

		await act('System Landscape', () => view.open());
		await act('Create Landscape', () => view.welcome('Create Landscape').click());
		await input.step('Create Landscape');
		await enter('Acme');
		await act('Register the first system', () => view.choose('Register the first system'));
		await input.step('Add System');
		await enter(SYSTEM);
		await act('SAP S/4HANA Cloud', () => input.choose('SAP S/4HANA Cloud'));
		await input.step(`Get Token for System "${SYSTEM}"`);
		await act('Get Token', () => input.confirmSelection());
		await act('Copy Token', () => notifications.answer('is pending', 'Copy Token'));
		await act('Open Tenant', () => notifications.answer('was copied', 'Open Tenant'));
		await input.step('Open Tenant');
		await enter('my300001.s4hana.example');
		await act('New', () => tenant.button('New').click());
		const create = tenant.dialog('Create New Extension');
		await create.waitFor();
		await act('pastes the token', () => page.keyboard.press('ControlOrMeta+v'));
		await act('the name as description', () => create.getByRole('button', { name: SYSTEM }).click());
		await act('Create', () => tenant.button('Create').click());
		await tenant.dialog('Approve').waitFor();
		await act('Yes', () => tenant.button('Yes').click());
		await tenant.row(SYSTEM).getByText('Enabled').waitFor();
		await act('Add Subaccount', () => view.inline('Subaccounts, none yet', 'Add Subaccount'));
		await input.step('Add Subaccount');
		await enter('dev');
		await act('Add Service Plans', () => view.inline(/^Subaccount dev/, 'Add Service Plans'));
		await act('api-access', () => input.tick('api-access'));
		await act('OK', () => input.confirmSelection());
		await act('Add 1 Service Plan', () => input.choose('Add 1 Service Plan'));
		await act('Save', () =>
			page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click(),
		);
		await expect.poll(text).toMatch(/plan: api-access/);
		expect(text()).toMatch(/status: registered/);

		console.log(`${done.length} clicks and keystroke groups, ${BEFORE} before: ${done.join(', ')}`);
		expect(done.length).toBeLessThanOrEqual(MOST);
	});
});
