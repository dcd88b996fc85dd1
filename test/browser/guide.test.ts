import { execFileSync } from 'node:child_process';
import { expect, type Locator, type Page } from '@playwright/test';
import { removeTemporaryFolder, temporaryFolder } from '../host/temporary-folder.ts';
import { openWorkbench, screenshot, untilUsable } from '../host/workbench.ts';
import { axeFindings, inEveryTheme } from './axe.ts';
import { cutOffIn } from './cut-off.ts';
import { everythingKept } from './everything-kept.ts';
import { ONLY_FULL } from './faces.ts';
import { test } from './fixtures.ts';
import { GuidePage } from './pages/guide-page.ts';
import { LandscapeView } from './pages/landscape-view.ts';
import { runFromPalette } from './pages/palette.ts';
import type { Session } from './session.ts';

/** The systems whose registration is recorded from beginning to end. */
const WHOLE = [
	{
		type: 'SAP S/4HANA Cloud',
		system: 'SAP S/4HANA DEV System',
		tenant: 'my300001.s4hana.example',
		enabled: 'Enabled',
		tag: [],
	},
	{
		type: 'SAP SuccessFactors',
		system: 'People DEV',
		tenant: 'acme.successfactors.example',
		enabled: 'Integrated',
		tag: [ONLY_FULL],
	},
];
/** What somebody copies in the cockpit. */
const TOKEN = 'Qx7vK2-pLm9.TzR4_wYb8NcD3fHs6JgA1uE5oViXq0';
const PEOPLE = `version: 1
globalAccount: Acme
mode: recorded
systems:
  HR:
    type: SAP SuccessFactors
    status: pending
`;

/** A moment as a field for it takes it. */
function localMoment(daysAgo: number): string {
	const then = new Date(Date.now() - daysAgo * 86_400_000);
	return new Date(then.getTime() - then.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** Runs Git in a folder, as somebody of the team. */
function git(folder: string, ...args: string[]): void {
	execFileSync('git', ['-C', folder, '-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args]);
}

test.describe('The registration guide', () => {
	const reload = async (page: Page) => {
		const loaded = page.waitForEvent('load');
		await runFromPalette(page, 'Developer: Reload Window');
		await loaded;
		await untilUsable(page);
	};
	const focused = async (guide: GuidePage, expected: Locator) => {
		await expected.and(guide.focus()).waitFor();
	};
	const createRecorded = async ({ page, input }: Session) => {
		await runFromPalette(page, 'System Landscape: Create Landscape');
		await input.step('Create Landscape');
		await input.choose('Record of a real account');
		await input.suggests('Acme');
		await input.type('Acme');
		await input.accept();
		await input.suggests('acme');
		await input.accept();
		await input.suggests('eu10');
		await input.accept();
		await input.gone();
	};

	for (const { type, system, tenant, enabled, tag } of WHOLE) {
		test(`(a) leads from an empty folder to an entitled system of ${type}, over a reload, an expired token and a colleague’s pull`, {
			tag,
		}, async ({ open, browser, server }) => {
			const session = await open({ width: 1280 });
			const { page, view, input, guide } = session;
			await view.open();
			await createRecorded(session);
			await view.entry(/^Global account Acme, recorded/).waitFor();
			await runFromPalette(page, 'System Landscape: Register System');
			await input.step('Add System (1/2)');
			await input.type(system);
			await input.accept();
			await input.step('Add System (2/2)');
			await input.choose(type);
			await guide.heading().waitFor();
			await guide.current('Get the token').waitFor();
			await screenshot(page, `guide-${enabled}-begun`);

			await guide.button(`Copy Name: ${system}`).press('Enter');
			await guide.news(`Copied: ${system}`).waitFor();
			await expect.poll(() => clipboard(page)).toBe(system);

			// A token that somebody got long ago, and whose text isn't at hand.
			await guide.field('Issued on').fill(localMoment(8));
			await guide.button('Record Only the Date').press('Enter');
			await guide.current('Get the token').getByText('The token expired on').first().waitFor();
			await focused(guide, guide.button('Record Only the Date'));
			await screenshot(page, `guide-${enabled}-expired`);

			await page.evaluate((text) => navigator.clipboard.writeText(text), `${TOKEN} and more`);
			const text = guide.control('Token received').getByLabel('Integration Token', { exact: true });
			await text.focus();
			await page.keyboard.press('ControlOrMeta+v');
			await guide.button('Record Token').waitFor();
			await page.keyboard.press('Enter');
			await guide.refusal("doesn't contain spaces").waitFor();
			await expect(text).toHaveValue('');
			await page.evaluate((whole) => navigator.clipboard.writeText(whole), TOKEN);
			await text.focus();
			await page.keyboard.press('ControlOrMeta+v');
			await page.keyboard.press('Enter');
			await guide.current('Hand the token over').waitFor();
			await focused(guide, guide.toggle('Hand the token over'));
			await guide.news('Next: Hand the token over.').waitFor();
			await expect.poll(session.text).toMatch(/fingerprint: sha256:[0-9a-f]{64}\n/);

			await guide.button('Copy Hand-Over Note').press('Enter');
			await guide.news('The hand-over note was copied.').waitFor();
			const note = await clipboard(page);
			expect(note).toContain(system);
			expect(note).not.toContain(TOKEN);
			await guide.button('Copy Token').press('Enter');
			await guide.news('Send it as you would send a password.').waitFor();
			expect(await clipboard(page)).toBe(TOKEN);
			await page.evaluate(() => navigator.clipboard.writeText(''));

			await guide.toggle('Create the extension').press('Enter');
			await guide.field("The tenant's host name").fill('half typed');
			await reload(page);
			await guide.current('Hand the token over').waitFor();
			await guide.toggle('Create the extension').press('Enter');
			await expect(guide.field("The tenant's host name")).toHaveValue('');

			// The tenant administrator has a clone, and records there what the tenant shows.
			session.commit('The system is pending');
			const clone = temporaryFolder('clone');
			git(session.folder, 'clone', '--quiet', session.folder, clone);
			const second = await openWorkbench(browser, server, clone, { width: 1280 });
			try {
				const other = new GuidePage(second);
				const view = new LandscapeView(second);
				await view.open();
				await view.inline(new RegExp(`^System ${system}`), 'Continue Registration');
				await other.current('Hand the token over').waitFor();
				await other.toggle('Create the extension').press('Enter');
				await other.field("The tenant's host name").fill(tenant);
				await other.control('Extension shows').getByRole('button', { name: 'Enabling' }).press('Enter');
				await other.current('Create the extension').waitFor();
				await other.step('Create the extension').getByText(`${tenant}: Enabling, recorded on`).waitFor();
				git(clone, 'commit', '--quiet', '--all', '-m', 'The extension is being enabled');
			} finally {
				await second.context().close();
			}
			await page.bringToFront();
			await guide.field("The tenant's host name").fill('typed meanwhile');
			git(session.folder, 'pull', '--quiet', clone, 'HEAD');
			removeTemporaryFolder(clone);
			await guide.current('Create the extension').waitFor();
			await guide.step('Create the extension').getByText(`${tenant}: Enabling, recorded on`).waitFor();
			await focused(guide, guide.field("The tenant's host name"));
			await expect(guide.field("The tenant's host name")).toHaveValue('typed meanwhile');
			await guide.field("The tenant's host name").fill(tenant);

			await guide.control('Extension shows').getByRole('button', { name: enabled }).press('Enter');
			await guide.current('Check the status in the cockpit').waitFor();
			await focused(guide, guide.toggle('Check the status in the cockpit'));
			await guide.control('Cockpit shows').getByRole('button', { name: 'Registered' }).press('Enter');
			await guide.current('Record the subaccount').waitFor();
			await focused(guide, guide.toggle('Record the subaccount'));
			await guide.field('Name of the subaccount').fill('dev');
			await guide.field('Name of the subaccount').press('Enter');
			await guide.current('Set up the entitlements').waitFor();
			await expect(guide.frame.getByRole('checkbox', { name: /^api-access/ })).toBeChecked();
			await guide.button('Record Service Plans').press('Enter');
			await guide.frame.getByText('Everything is recorded.').first().waitFor();
			await focused(guide, guide.heading());
			await screenshot(page, `guide-${enabled}-done`);

			expect(session.text()).toMatch(/status: registered\n {4}recordedAt: /);
			expect(session.text()).toContain('plan: api-access');
			const kept = await everythingKept(session);
			expect(kept.filter((each) => each.text.includes(TOKEN)).map(({ place }) => place)).toStrictEqual([]);
			// What was copied from the page is found in the same places.
			expect(kept.some((each) => each.text.includes(system))).toBe(true);
		});
	}

	test('(b) leads a system of SAP SuccessFactors out of a failure, and records what no rule expects only if asked twice', async ({
		start,
	}) => {
		const session = await start(PEOPLE, { width: 1280 });
		const { page, view, guide } = session;
		await view.inline(/^System HR/, 'Continue Registration');
		await guide.current('Register the system').waitFor();
		await guide.button('Record That It Was Added').press('Enter');
		await guide.current('Get the token').waitFor();
		expect(await guide.frame.getByRole('group', { name: 'Communication Scenario Groups' }).count()).toBe(0);
		await guide.button('Record Only the Date').press('Enter');
		await guide.current('Hand the token over').waitFor();
		await guide.button('Copy Token').press('Enter');
		await guide.refusal(/./).waitFor();
		await guide.toggle('Create the extension').press('Enter');
		const extension = guide.control('Extension shows');
		await extension.getByRole('button', { name: 'Failed' }).press('Enter');
		await guide.refusal("Enter the tenant's host name").waitFor();
		await guide.field("The tenant's host name").fill('acme.successfactors.example');
		await extension.getByRole('button', { name: 'Failed' }).press('Enter');
		await guide.current('Create the extension').getByText('The registration failed.').waitFor();
		await screenshot(page, 'guide-failed');
		await guide.control('Cockpit shows').waitFor({ state: 'hidden' });
		await guide.toggle('Check the status in the cockpit').press('Enter');
		const cockpit = guide.control('Cockpit shows');
		await cockpit.getByRole('button', { name: 'Error' }).press('Enter');
		await guide.frame.getByText('Status: Error, recorded on').waitFor();
		await extension.getByRole('button', { name: 'Deleted in the Tenant' }).press('Enter');
		await guide.current('Get the token').waitFor();
		await guide.button('Record Only the Date').press('Enter');
		await guide.current('Hand the token over').waitFor();
		await guide.toggle('Create the extension').press('Enter');
		await expect(guide.field("The tenant's host name")).toHaveValue('acme.successfactors.example');
		await extension.getByRole('button', { name: 'Integrated' }).press('Enter');
		await guide.current('Check the status in the cockpit').waitFor();
		await cockpit.getByRole('button', { name: 'Registered' }).press('Enter');
		await guide.current('Record the subaccount').waitFor();
		await guide.toggle('Check the status in the cockpit').press('Enter');
		await cockpit.getByRole('button', { name: 'Error' }).press('Enter');
		await guide.refusal(/./).waitFor();
		expect(session.text()).toContain('status: registered');
		await cockpit.getByRole('button', { name: 'Record Anyway' }).press('Enter');
		await guide.frame.getByText('Status: Error, recorded on').waitFor();
		await expect(guide.focus()).toBeVisible();
	});

	test('(c) has nothing for axe to find in four themes, and cuts nothing off from 300 px on', {
		tag: ONLY_FULL,
	}, async ({ start }) => {
		const session = await start(PEOPLE.replace('SAP SuccessFactors', 'SAP S/4HANA Cloud'), { width: 1280 });
		const { page, view, guide } = session;
		await view.inline(/^System HR/, 'Continue Registration');
		await guide.button('Record That It Was Added').press('Enter');
		await guide.current('Get the token').waitFor();
		for (const title of ['Hand the token over', 'Create the extension', 'Check the status in the cockpit']) {
			await guide.toggle(title).press('Enter');
		}
		await inEveryTheme(session, guide, async (theme) => {
			await screenshot(page, `guide-${theme}`);
			expect(await axeFindings(await guide.inner()), theme).toStrictEqual([]);
		});
		await runFromPalette(page, 'View: Close Primary Side Bar');
		for (const width of [1448, 908, 848, 640, 348]) {
			await page.setViewportSize({ width, height: 800 });
			await (await guide.inner()).waitForFunction((most) => innerWidth <= most, width - 40);
			expect(await cutOffIn(await guide.inner()), `at ${width}`).toStrictEqual([]);
		}
		await screenshot(page, 'guide-narrow');
	});

	test('(d) says why there is nothing to record: in practice, without the system, and while the file can’t be read', async ({
		start,
	}) => {
		const session = await start(PEOPLE);
		const { page, view, guide, notifications } = session;
		await view.inline(/^System HR/, 'Continue Registration');
		await guide.current('Register the system').waitFor();
		session.writeText(`${PEOPLE}  [`);
		await guide.frame.getByText(/Fix it in the editor/).waitFor();
		await guide.button('Open Landscape File').waitFor();
		await expect(guide.button('Record That It Was Added')).toHaveAttribute('aria-disabled', 'true');
		session.writeText(PEOPLE);
		await guide.news('You can record again.').waitFor();
		session.writeText(PEOPLE.replace('HR', 'Other'));
		await guide.frame.getByText('doesn\'t have a system named "HR" any more').waitFor();
		session.writeText(PEOPLE.replace('recorded', 'practice'));
		await guide.frame.getByText('is a practice landscape now').waitFor();
		await runFromPalette(page, 'System Landscape: Registration Guide');
		await notifications.answer('is a practice landscape', 'Open Walkthrough');
		await session.walkthrough.show('Check what you need');
	});
});
