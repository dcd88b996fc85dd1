import { expect } from '@playwright/test';
import { screenshot } from '../host/workbench.ts';
import { ONLY_FULL } from './faces.ts';
import { test } from './fixtures.ts';

const S4 = 'SAP S/4HANA Cloud';
const DISCOVERED = `  0LX4:
    type: ${S4}
    status: pending
    url: https://My300001.s4hana.example/
    discovery: auto
`;
const RECORDED = `version: 1
globalAccount: Acme
mode: recorded
systems:
  DEV:
    type: ${S4}
    status: registered
    url: https://my300001.s4hana.example
${DISCOVERED}  QAS: { type: ${S4}, status: pending }
subaccounts:
  dev:
    entitlements:
      - { service: s4-hana-cloud, plan: api-access, system: 0LX4, amount: 1, recordedAt: "2026-11-20T10:00:00Z" }
`;

const AUTHOR = 'Show Who Recorded This';

test.describe('A recorded landscape', () => {
	test('merges a discovered system from its row, and says what moves', async ({ start }) => {
		const session = await start(RECORDED);
		const { page, view, notifications } = session;
		await view.tooltip(/^System 0LX4/, 'Discovered automatically');
		await view.entry(/^System QAS/).click({ button: 'right' });
		await view.menuItem('Copy Name').waitFor();
		await expect(view.menuItem('Merge Systems')).toHaveCount(0);
		await page.keyboard.press('Escape');
		await view.menu(/^System 0LX4/, 'Merge Systems');
		const dialog = page.getByRole('dialog');
		await expect(dialog).toContainText('Merge "0LX4" into "DEV"?');
		await expect(dialog).toContainText(
			'This moves to "DEV": the service plan api-access in subaccount "dev".',
		);
		await screenshot(page, 'duplicates-merge');
		await dialog.getByRole('button', { name: 'Merge Systems' }).click();
		await view.entry(/^System 0LX4/).waitFor({ state: 'detached' });
		await notifications.saying('"0LX4" was merged into "DEV".');
		expect(session.text()).toBe(RECORDED.replace(DISCOVERED, '').replace('system: 0LX4', 'system: DEV'));
	});

	test('tells who recorded a status, and shows the commit', { tag: ONLY_FULL }, async ({ start }) => {
		const session = await start(RECORDED.replace('registered', 'pending'));
		const { page, view, notifications } = session;
		session.commit('Our systems');
		session.writeText(RECORDED);
		await view.entry(/^System DEV, .*, Registered/).waitFor();
		session.commit('DEV is registered');
		await view.menu(/^System DEV/, AUTHOR);
		const told = /Test recorded the status of "DEV" on .*: DEV is registered/;
		await notifications.saying(told);
		await screenshot(page, 'record-author');
		await notifications.answer(told, 'Show Commit');
		await page.getByRole('tab', { name: /DEV is registered/ }).waitFor();
		await screenshot(page, 'record-author-commit');
	});
});
