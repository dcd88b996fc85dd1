import { expect, type Page } from '@playwright/test';
import { screenshot, untilUsable } from '../host/workbench.ts';
import { axeFindings, inEveryTheme } from './axe.ts';
import { ONLY_FULL } from './faces.ts';
import { test } from './fixtures.ts';
import { manySystems, THREE_SYSTEMS } from './landscapes.ts';
import type { MapPage } from './pages/map-page.ts';
import { runFromPalette } from './pages/palette.ts';
import { SettingsEditor } from './pages/settings-editor.ts';
import type { Session } from './session.ts';

const WIDE = { width: 1400 };
const file = (text: string) => ({ 'system-landscape.yaml': text });

test.describe('The landscape map', () => {
	const showMap = async ({ page, map }: Session) => {
		await runFromPalette(page, 'System Landscape: Show Map');
		await map.heading('Map of Acme').waitFor();
	};
	const press = async (page: Page, ...keys: readonly string[]) => {
		for (const key of keys) {
			await page.keyboard.press(key);
		}
	};
	/** What a screen reader says of the element that has the focus. */
	const focused = async (map: MapPage) =>
		(await map.inner()).evaluate(() => document.activeElement?.ariaLabel ?? '');
	/** How often places were found. */
	const layouts = async (map: MapPage) =>
		(await map.inner()).evaluate(() => performance.getEntriesByName('systemLandscape.layout').length);

	test('(a) shows all of a landscape, says what is pointed at, and follows changes of the file', async ({
		start,
	}) => {
		const session = await start(THREE_SYSTEMS, WIDE);
		const { page, view, map } = session;
		await view.title('Show Map');
		await expect(map.cards()).toHaveCount(8);
		await map.element('System DEV').hover();
		const hint = map.frame.locator('.hint');
		await hint.getByText('Status: Registered').waitFor();
		await map.element('Entitlement of dev for DEV').hover();
		await hint.getByText('messaging (2 units)').waitFor();
		const [pointed, said] = [
			await map.element('Entitlement of dev for DEV').boundingBox(),
			await hint.boundingBox(),
		];
		const apart = (said?.y ?? 0) - (pointed?.y ?? 0) - (pointed?.height ?? 0);
		expect(Math.abs(apart), 'what is said is beside what it is said of').toBeLessThan(12);
		expect(Math.abs((said?.x ?? 0) - (pointed?.x ?? 0))).toBeLessThan(12);
		await screenshot(page, 'map-three');
		session.writeText(
			session.text().replace('  MKT:', '  NEW:\n    type: Joule\n    status: registered\n  MKT:'),
		);
		await map.element('System NEW').waitFor();
		await map.news('System NEW was added.').waitFor();
		session.writeText(session.text().replace('status: error', 'status: unregistered'));
		await map.news('MKT is now Not registered.').waitFor();
	});

	test('(b) is walked by keyboard alone, and Enter reveals a system in the tree and in the file', async ({
		start,
	}) => {
		const session = await start(THREE_SYSTEMS, WIDE);
		const { page, view, map } = session;
		await showMap(session);
		await map.element('System DEV').waitFor();
		await map.button('Show as Table').focus();
		await press(page, 'Tab');
		await expect.poll(() => focused(map)).toMatch(/^System DEV\.\nSAP S\/4HANA Cloud\.\nStatus: Registered/);
		await press(page, 'ArrowRight');
		await expect.poll(() => focused(map)).toMatch(/^Entitlement of (dev|test) for DEV/);
		await press(page, 'ArrowRight');
		await expect.poll(() => focused(map)).toMatch(/^Subaccount (dev|test)/);
		await press(page, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
		await expect
			.poll(() => focused(map))
			.toBe('Extension in my300001.s4hana.example for DEV.\nStatus: Enabled');
		await press(page, 'ArrowLeft');
		await expect.poll(() => focused(map)).toMatch(/^Tenant my300001/);
		await press(page, 'ArrowRight', 'ArrowRight', 'ArrowDown');
		await expect.poll(() => focused(map)).toMatch(/^System (QAS|MKT)/);
		const system = /^System (\w+)/.exec(await focused(map))?.[1] ?? '';
		await press(page, 'Space');
		await map.news(`System ${system} is selected. Press Tab to get to its actions.`).waitFor();
		await expect.poll(() => focused(map)).toMatch(new RegExp(`^System ${system}`));
		await press(page, 'Tab');
		await expect.poll(() => focused(map)).toBe('Close');
		await press(page, 'Shift+Tab', 'Enter');
		const editor = page.locator('.editor-instance .monaco-editor.focused');
		await editor.waitFor();
		const line = THREE_SYSTEMS.split('\n').indexOf(`  ${system}:`) + 1;
		await page.getByRole('button', { name: new RegExp(`^Ln ${line}, Col 3`) }).waitFor();
		await page
			.locator('.part.sidebar [role="treeitem"][aria-selected="true"]')
			.and(view.entry(new RegExp(`^System ${system}`)))
			.waitFor();
		await map.element(`System ${system}`).waitFor();
		await screenshot(page, 'map-revealed');
	});

	test('(c) is left with Escape, first its explanation and then itself', async ({ open }) => {
		const session = await open({ files: file(THREE_SYSTEMS), ...WIDE });
		const { page, map } = session;
		await showMap(session);
		await map.element('System DEV').focus();
		const hint = map.frame.locator('.hint');
		await hint.waitFor();
		await press(page, 'Escape');
		await hint.waitFor({ state: 'hidden' });
		await press(page, 'Space');
		const details = map.details('System DEV');
		await details.waitFor();
		await press(page, 'Tab', 'Tab');
		await map.button('Open in File').and(map.focus()).waitFor();
		await press(page, 'Escape');
		await details.waitFor({ state: 'hidden' });
		await expect.poll(() => focused(map)).toMatch(/^System DEV/);
		await press(page, 'Escape', 'Escape');
		await expect(map.button('Show as Table')).toBeFocused();
	});

	test('(d) filters 100 systems by words, status, type and subaccount, and zooms and moves without another layout', async ({
		open,
	}) => {
		const session = await open({ files: file(manySystems(100)), ...WIDE });
		const { page, map } = session;
		await showMap(session);
		const systems = map.frame.locator('svg .node.system');
		await systems.nth(99).waitFor();
		await screenshot(page, 'map-hundred');
		expect(await map.smallestText(), 'all 100 can be read').toBeGreaterThanOrEqual(9);
		expect(await map.outside(), 'all 100 are seen').toBe(0);
		await map.field('Status').selectOption('Pending');
		await map.news(/^\d+ of 100 systems are shown\.$/).waitFor();
		const pending = await systems.count();
		expect(pending).toBeGreaterThanOrEqual(10);
		expect(pending).toBeLessThanOrEqual(20);
		await map.field('Type').selectOption('SAP S/4HANA Cloud');
		await map.news(/^[1-9] of 100 systems are shown\.$/).waitFor();
		expect(await systems.count()).toBeLessThan(pending);
		await map.button('Clear Filter').click();
		await systems.nth(99).waitFor();
		await map.field('Subaccount').selectOption('subaccount-1');
		await systems.nth(99).waitFor({ state: 'detached' });
		await map.field('Search').fill('PRD 0');
		await map.field('Search').fill('no such');
		await map.frame.getByText('No matching systems').waitFor();
		await map.button('Clear Filter').click();
		await systems.nth(99).waitFor();
		const before = await layouts(map);
		const transform = () => map.frame.locator('svg > g').getAttribute('transform');
		const seen = [await transform()];
		const act = async (action: () => Promise<unknown>) => {
			await action();
			seen.push(await transform());
		};
		await act(() => map.button('Zoom In').click());
		await act(() => map.button('Zoom Out').click());
		await act(() => map.button('Zoom In').click());
		await act(() => map.button('Fit').click());
		await act(() => map.button('Zoom to 100 %').click());
		expect(seen.at(-1)).toContain('scale(1)');
		await map.frame.locator('svg').hover({ position: { x: 300, y: 300 } });
		await page.keyboard.down('Control');
		await act(async () => {
			await page.mouse.wheel(0, -300);
			await map.frame.locator(`svg > g:not([transform="${seen.at(-1)}"])`).waitFor();
		});
		await page.keyboard.up('Control');
		await act(async () => {
			await page.mouse.wheel(0, 200);
			await map.frame.locator(`svg > g:not([transform="${seen.at(-1)}"])`).waitFor();
		});
		await act(async () => {
			await page.mouse.down();
			await page.mouse.move(200, 500, { steps: 5 });
			await page.mouse.up();
		});
		await map.element('System DEV 001').focus();
		for (const key of ['+', '-', '1', 'Shift+ArrowLeft', '0']) {
			await act(() => press(page, key));
		}
		for (const [index, one] of seen.entries()) {
			expect(one, `step ${index}`).not.toBe(seen[index - 1]);
		}
		expect(await layouts(map)).toBe(before);
	});

	test('(k) shows all again after each change: filter, table, side bar, file; Fit brings back what was zoomed away', {
		tag: ONLY_FULL,
	}, async ({ open }) => {
		const session = await open({ files: file(manySystems(100)), ...WIDE });
		const { page, map } = session;
		await showMap(session);
		const systems = map.frame.locator('svg .node.system');
		await systems.nth(99).waitFor();
		const zoomAway = async () => {
			for (let step = 0; step < 8; step++) {
				await map.button('Zoom In').click();
			}
			expect(await map.outside(), 'zoomed').toBeGreaterThan(0);
		};
		const expectAll = (count: number, what: string) =>
			expect.poll(async () => [await systems.count(), await map.outside()], what).toStrictEqual([count, 0]);
		await zoomAway();
		await map.button('Fit').click();
		await expectAll(100, 'after Fit');
		await zoomAway();
		await map.field('Status').selectOption('Pending');
		await expectAll(14, 'filtered');
		await map.button('Clear Filter').click();
		await expectAll(100, 'without filter');
		await map.button('Show as Table').click();
		await map.button('Show as Picture').click();
		await expectAll(100, 'after the table');
		for (const width of [1200, 1400]) {
			await page.setViewportSize({ width, height: 900 });
			await (await map.inner()).waitForFunction((most) => Math.abs(innerWidth + 320 - most) < 90, width);
			await expectAll(100, `at ${width} px`);
			expect(await map.smallestText()).toBeGreaterThanOrEqual(9);
		}
		session.writeText(manySystems(104));
		await systems.nth(103).waitFor();
		await expectAll(104, 'after a change on disk');
		await map.field('Arrangement').selectOption('By Status');
		await map.frame.locator('svg').getByText('Pending (15)').waitFor();
		await map.field('Arrangement').selectOption('Connections');
		await map.element('Tenant my300001').waitFor();
		expect(await map.smallestText()).toBeGreaterThanOrEqual(9);
		expect(await map.outside()).toBeGreaterThan(0);
		await map.button('Fit').click();
		await expectAll(104, 'after Fit');
	});

	test('(l) selects what is clicked, with what can be done with it; a double click opens it in the file', async ({
		start,
	}) => {
		const session = await start(THREE_SYSTEMS, WIDE);
		const { page, input, map } = session;
		await showMap(session);
		await map.element('System MKT').click();
		const details = map.details('System MKT');
		await details.getByText('Status: Error').waitFor();
		await expect(details.getByRole('button')).toHaveText([
			'',
			'Delete Extension',
			'Open in File',
			'Show in Tree',
		]);
		await screenshot(page, 'map-selected');
		expect(await page.locator('.editor-instance .monaco-editor').count(), 'a click opens nothing').toBe(0);
		await map.element('Subaccount test').click();
		await map.details('Subaccount test').getByRole('button', { name: 'Add Service Plans' }).click();
		await input.step('Service Details');
		await press(page, 'Escape');
		await map.button('Close').click();
		await map.details('Subaccount test').waitFor({ state: 'hidden' });
		await map.element('Subaccount test').click();
		await map.frame.locator('svg').click({ position: { x: 5, y: 5 } });
		await map.details('Subaccount test').waitFor({ state: 'hidden' });
		await map.element('System QAS').click();
		await map.details('System QAS').getByRole('button', { name: 'Show in Tree' }).click();
		await map.news('QAS is shown in the tree and in the file.').waitFor();
		await map.element('System DEV').dblclick();
		await page.locator('.editor-instance .monaco-editor.focused').waitFor();
		const line = THREE_SYSTEMS.split('\n').indexOf('  DEV:') + 1;
		await page.getByRole('button', { name: new RegExp(`^Ln ${line}, Col 3`) }).waitFor();
	});

	test('(e) is a table, too, which says the same, opens the same, and is sorted by any column', async ({
		start,
	}) => {
		const session = await start(THREE_SYSTEMS, WIDE);
		const { page, map } = session;
		await showMap(session);
		await map.button('Show as Table').click();
		const row = map.frame.getByRole('row').filter({ has: map.button('DEV') });
		for (const words of [
			'Registered',
			'Tenant my300001.s4hana.example: Enabled',
			'Subaccount dev: api-access',
		]) {
			await row.getByText(words).first().waitFor();
		}
		for (const name of ['Name', 'Status', 'Type', 'Connected With', 'Next']) {
			await map.frame.getByRole('columnheader', { name, exact: true }).waitFor();
		}
		const systems = map.frame.locator('tbody').first().getByRole('rowheader');
		const names = async () => (await systems.allTextContents()).slice(-3);
		const header = map.frame.getByRole('columnheader', { name: 'Status', exact: true });
		await expect.poll(names).toStrictEqual(['DEV', 'QAS', 'MKT']);
		for (const [order, sorted] of [
			['ascending', ['MKT', 'QAS', 'DEV']],
			['descending', ['DEV', 'QAS', 'MKT']],
			['none', ['DEV', 'QAS', 'MKT']],
		] as const) {
			await map.button('Status').press('Enter');
			await expect(header).toHaveAttribute('aria-sort', order);
			await expect.poll(names, order).toStrictEqual(sorted);
		}
		await map.news('Sorted as in the file.').waitFor();
		await screenshot(page, 'map-table');
		expect(await map.brokenWords(), 'words are whole').toStrictEqual([]);
		await page.setViewportSize({ width: 700, height: 900 });
		await expect.poll(() => map.brokenWords(), 'also where there is less room').toStrictEqual([]);
		await map.button('Show as Picture').click();
		await map.button('Show as Table').click();
		await map.button('QAS').press('Enter');
		await page.locator('.editor-instance .monaco-editor.focused').waitFor();
	});

	test('(f) follows the terminology at once, and comes back after a reload as it was', {
		tag: ONLY_FULL,
	}, async ({ open }) => {
		const session = await open({ files: file(THREE_SYSTEMS), ...WIDE });
		const { page, map } = session;
		await showMap(session);
		await map.element('System MKT.\nSAP Marketing Cloud.\nStatus: Error.').waitFor();
		const settings = new SettingsEditor(page);
		await settings.choose('systemLandscape.terminology', 'Current');
		await map.element('System MKT.\nSAP Marketing Cloud.\nStatus: Error while Registering').waitFor();
		await settings.close();
		await map.button('Zoom In').click();
		await map.frame.locator('svg').hover({ position: { x: 20, y: 20 } });
		const before = await map.frame.locator('svg > g').getAttribute('transform');
		const loaded = page.waitForEvent('load');
		await runFromPalette(page, 'Developer: Reload Window');
		await loaded;
		await untilUsable(page);
		await map.element('System MKT.\nSAP Marketing Cloud.\nStatus: Error while Registering').waitFor();
		expect(await map.frame.locator('svg > g').getAttribute('transform')).toBe(before);
	});

	test('(g) says what to do where there is no system, and what is wrong with a file that is not understood', {
		tag: ONLY_FULL,
	}, async ({ open }) => {
		const session = await open({ files: file('version: 1\nglobalAccount: Acme\nmode: practice\n'), ...WIDE });
		const { page, input, map } = session;
		await showMap(session);
		await map.frame.getByText('No systems yet').waitFor();
		await screenshot(page, 'map-empty');
		session.writeText('version: 1\nglobalAccount: Acme\nsystems: [\n');
		await map.frame.getByText('A closing bracket ] is missing in this line or above.').waitFor();
		await map.frame.getByText("The landscape file can't be read").waitFor();
		expect(await map.frame.getByText('No systems yet').count()).toBe(0);
		await screenshot(page, 'map-unreadable');
		session.writeText(THREE_SYSTEMS.replace('systems:', 'systems: ['));
		await map.element("System DEV.\nThe file has an error, so this system can't be read").waitFor();
		session.writeText('version: 1\nglobalAccount: Acme\nmode: practice\n');
		await map.button('Open File').waitFor({ state: 'hidden' });
		await map.button('Register System').click();
		await input.step('Add System (1/2)');
	});

	test('(h) is copied as Mermaid and saved as SVG', { tag: ONLY_FULL }, async ({ open }) => {
		const session = await open({ files: file(THREE_SYSTEMS), ...WIDE });
		const { page, notifications, map } = session;
		await showMap(session);
		await map.element('System DEV').waitFor();
		await map.button('Copy as Mermaid').click();
		await notifications.saying('was copied as Mermaid');
		expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^flowchart LR\n/);
		await map.button('Save as SVG').click();
		await page.locator('.quick-input-widget input').first().waitFor();
		await press(page, 'Enter');
		await notifications.saying(/The map was saved as .*\/system-landscape\.svg/);
		const svg = session.fileText('system-landscape.svg');
		const problem = await page.evaluate(
			(text) =>
				new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror')?.textContent,
			svg,
		);
		expect(problem ?? '').toBe('');
		expect(svg).toContain('<title id="title">Map of Acme</title>');
		expect(svg).toContain('>DEV</text>');
	});

	test('(i) has nothing that axe-core finds in four themes: map, explanation, table, unreadable and empty', {
		tag: ONLY_FULL,
	}, async ({ open }) => {
		const session = await open({ files: file(manySystems(20)), ...WIDE });
		const { map } = session;
		const expectAccessible = (name: string) =>
			inEveryTheme(session, map, async (theme) => {
				await screenshot(session.page, `map-${name}-${theme}`);
				expect(await axeFindings(await map.inner()), `${name}, ${theme}`).toStrictEqual([]);
			});
		await showMap(session);
		await map.element('System DEV 001').click();
		await map.element('System QAS 002').hover();
		await map.details('System DEV 001').waitFor();
		await expectAccessible('picture');
		await map.button('Show as Table').click();
		await map.frame.getByRole('table').waitFor();
		await expectAccessible('table');
		session.writeText('version: 1\nglobalAccount: Acme\nsystems: [\n');
		await map.button('Open File').waitFor();
		await expectAccessible('unreadable');
		session.writeText('version: 1\nglobalAccount: Acme\nmode: practice\n');
		await map.button('Register System').waitFor();
		await expectAccessible('empty');
	});
});
