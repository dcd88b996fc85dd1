import { expect } from '@playwright/test';
import { screenshot } from '../host/workbench.ts';
import { FACES } from './faces.ts';
import { test } from './fixtures.ts';
import { Notifications } from './pages/notifications.ts';
import { QuickInput } from './pages/quick-input.ts';

const FILE = 'system-landscape.yaml';
const SYSTEM = 'SAP S/4HANA Cloud PRD';
const HOST = 'my300001.s4hana.example';
const RECORD = `version: 1
globalAccount: Acme
mode: recorded
region: eu10
systems:
  ${SYSTEM}: # ask the platform team
    type: SAP S/4HANA Cloud
    status: registered
    recordedAt: "2026-11-20T10:00:00Z"
    role: production
    owner: Platform team
tenants:
  ${HOST}:
    type: SAP S/4HANA Cloud
    extensions:
      ${SYSTEM}:
        status: enabled
        recordedAt: "2026-11-20T10:00:00Z"
`;
const ROW = /^System SAP S\/4HANA Cloud PRD/;

test.describe('The record of a real account', () => {
	for (const { name: themeName, theme, tag } of FACES) {
		test(`takes what the cockpit and the tenant show, in ${theme}`, { tag }, async ({ open }) => {
			const { page, view, fileText } = await open({
				theme,
				width: 1200,
				height: 800,
				files: { [FILE]: RECORD },
			});
			const picture = (name: string) => screenshot(page, `recording-${themeName}-${name}`);
			const input = new QuickInput(page);
			const notifications = new Notifications(page);
			await view.open();
			await expect(view.entry(ROW)).toHaveAccessibleName(/Registered, recorded on .*2026/);
			await view.tooltip(ROW, 'Owner: Platform team');
			await picture('1-tree');

			// Somebody else has deregistered it: the record didn't know.
			await view.menu(ROW, 'Record Status');
			await page.getByText('unexpected').waitFor();
			await picture('2-statuses');
			await input.choose('Not registered');
			await notifications.saying('First record that it is being deregistered');
			await picture('3-unexpected');
			await notifications.answer('First record that it is being deregistered', 'Record Anyway');
			await expect.poll(() => fileText(FILE)).toContain('status: unregistered');
			await expect(view.entry(ROW)).toHaveAccessibleName(/Not registered, recorded on/);

			await view.menu(/^Extension for SAP S\/4HANA Cloud PRD/, 'Record Extension', 0);
			await input.choose('Disabled');
			await notifications.saying('Recorded: Disabled');
			await expect.poll(() => fileText(FILE)).toContain('status: disabled');
			const text = fileText(FILE);
			expect(text).toContain(`  ${SYSTEM}: # ask the platform team\n`);
			expect(text.match(/recordedAt/g)).toHaveLength(2);
			expect(text).not.toContain('2026-11-20T10:00:00Z');
			await picture('4-recorded');
		});
	}
});
