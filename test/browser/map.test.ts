import { expect } from 'chai';
import type { Theme } from '../host/workbench.ts';
import { screenshot, untilUsable } from '../host/workbench.ts';
import { axeFindings } from './axe.ts';
import { manySystems, THREE_SYSTEMS } from './landscapes.ts';
import { openSession, type Session } from './open-session.ts';
import { LandscapeView } from './pages/landscape-view.ts';
import { MapPage } from './pages/map-page.ts';
import { Notifications } from './pages/notifications.ts';
import { runFromPalette } from './pages/palette.ts';
import { QuickInput } from './pages/quick-input.ts';
import { SettingsEditor } from './pages/settings-editor.ts';

const FILE = 'system-landscape.yaml';

describe('The landscape map', function () {
	this.timeout(120_000);
	let session: Session;
	let map: MapPage;
	let view: LandscapeView;
	const start = async (text: string, options: { readonly theme?: Theme } = {}) => {
		session = await openSession({ files: { [FILE]: text }, width: 1400, ...options });
		map = new MapPage(session.page);
		view = new LandscapeView(session.page);
	};
	const showMap = async () => {
		await runFromPalette(session.page, 'System Landscape: Show Map');
		await map.heading('Map of Acme').waitFor();
	};
	const press = async (...keys: readonly string[]) => {
		for (const key of keys) {
			await session.page.keyboard.press(key);
		}
	};
	/** What a screen reader says of the element that has the focus. */
	const focused = async () => (await map.inner()).evaluate(() => document.activeElement?.ariaLabel ?? '');
	/** How often places were found. */
	const layouts = async () =>
		(await map.inner()).evaluate(() => performance.getEntriesByName('systemLandscape.layout').length);
	afterEach(async function () {
		try {
			if (this.currentTest?.state === 'failed') {
				await screenshot(session.page, `map-failed-${this.currentTest.title.slice(0, 12)}`);
			}
		} finally {
			await session?.close();
		}
	});

	it('(a) shows all of a landscape, says what is pointed at, and follows changes of the file', async () => {
		await start(THREE_SYSTEMS);
		await view.open();
		await view.title('Show Map');
		await map.cards().nth(7).waitFor();
		expect(await map.cards().count()).to.equal(8);
		await map.element('System DEV').hover();
		await map.frame.locator('.about').getByText('Status: Registered').waitFor();
		await map.element('Entitlement of dev for DEV').hover();
		await map.frame.locator('.about').getByText('messaging (2 units)').waitFor();
		await screenshot(session.page, 'map-three');
		session.writeText(
			session.text().replace('  MKT:', '  NEW:\n    type: Joule\n    status: registered\n  MKT:'),
		);
		await map.element('System NEW').waitFor();
		await map.news('System NEW is new.').waitFor();
		session.writeText(session.text().replace('status: error', 'status: unregistered'));
		await map.news('MKT is now Not registered.').waitFor();
	});

	it('(b) is walked by keyboard alone, and Enter reveals a system in the tree and in the file', async () => {
		await start(THREE_SYSTEMS);
		await view.open();
		await showMap();
		await map.element('System DEV').waitFor();
		await map.button('Show as Table').focus();
		await press('Tab');
		expect(await focused()).to.match(/^System DEV\.\nSAP S\/4HANA Cloud\.\nStatus: Registered/);
		await press('ArrowRight');
		expect(await focused()).to.match(/^Entitlement of (dev|test) for DEV/);
		await press('ArrowRight');
		expect(await focused()).to.match(/^Subaccount (dev|test)/);
		await press('ArrowLeft', 'ArrowLeft', 'ArrowLeft');
		expect(await focused()).to.equal('Extension in my300001.s4hana.example for DEV.\nStatus: Enabled');
		await press('ArrowLeft');
		expect(await focused()).to.match(/^Tenant my300001/);
		await press('ArrowRight', 'ArrowRight', 'ArrowDown');
		expect(await focused()).to.match(/^System (QAS|MKT)/);
		const system = /^System (\w+)/.exec(await focused())?.[1] ?? '';
		await press('Space');
		await map.news(`${system} is shown in the tree and in the file.`).waitFor();
		expect(await focused()).to.match(new RegExp(`^System ${system}`));
		await press('Enter');
		const editor = session.page.locator('.editor-instance .monaco-editor.focused');
		await editor.waitFor();
		const line = THREE_SYSTEMS.split('\n').indexOf(`  ${system}:`) + 1;
		await session.page.getByRole('button', { name: new RegExp(`^Ln ${line}, Col 3`) }).waitFor();
		await session.page
			.locator('.part.sidebar [role="treeitem"][aria-selected="true"]')
			.and(view.entry(new RegExp(`^System ${system}`)))
			.waitFor();
		await map.element(`System ${system}`).waitFor();
		await screenshot(session.page, 'map-revealed');
	});

	it('(c) is left with Escape, first its explanation and then itself', async () => {
		await start(THREE_SYSTEMS);
		await showMap();
		await map.element('System DEV').focus();
		const about = map.frame.locator('.about');
		await about.waitFor();
		await press('Escape');
		await about.waitFor({ state: 'hidden' });
		expect(await focused()).to.match(/^System DEV/);
		await press('Escape');
		expect(
			await map.button('Show as Table').evaluate((button) => button === document.activeElement),
		).to.equal(true);
	});

	it('(d) filters 100 systems by words, status, type and subaccount, and zooms and moves without another layout', async () => {
		await start(manySystems(100));
		await showMap();
		const systems = map.frame.locator('svg .node.system');
		await systems.nth(99).waitFor();
		await screenshot(session.page, 'map-hundred');
		await map.field('Status').selectOption('Pending');
		await map.news(/^\d+ of 100 systems are shown\.$/).waitFor();
		const pending = await systems.count();
		expect(pending).to.be.within(10, 20);
		await map.field('Type').selectOption('SAP S/4HANA Cloud');
		await map.news(/^[1-9] of 100 systems are shown\.$/).waitFor();
		expect(await systems.count()).to.be.below(pending);
		await map.button('Clear Filter').click();
		await systems.nth(99).waitFor();
		await map.field('Subaccount').selectOption('subaccount-1');
		await systems.nth(99).waitFor({ state: 'detached' });
		await map.field('Search').fill('PRD 0');
		await map.field('Search').fill('no such');
		await map.frame.getByText('No system matches').waitFor();
		await map.button('Clear Filter').click();
		await systems.nth(99).waitFor();
		const before = await layouts();
		const transform = () => map.frame.locator('svg > g').getAttribute('transform');
		const seen = [await transform()];
		const act = async (action: () => Promise<unknown>) => {
			await action();
			seen.push(await transform());
		};
		const { page } = session;
		await act(() => map.button('Zoom In').click());
		await act(() => map.button('Zoom Out').click());
		await act(() => map.button('Fit').click());
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
		for (const key of ['+', '-', 'Shift+ArrowLeft', '0']) {
			await act(() => press(key));
		}
		for (const [index, one] of seen.entries()) {
			expect(one, `step ${index}`).not.to.equal(seen[index - 1]);
		}
		expect(await layouts()).to.equal(before);
	});

	it('(e) is a table, too, which says the same and reveals the same', async () => {
		await start(THREE_SYSTEMS);
		await view.open();
		await showMap();
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
		await screenshot(session.page, 'map-table');
		await map.button('QAS').press('Enter');
		await session.page.locator('.editor-instance .monaco-editor.focused').waitFor();
	});

	it('(f) follows the terminology at once, and comes back after a reload as it was', async () => {
		await start(THREE_SYSTEMS);
		await showMap();
		await map.element('System MKT.\nSAP Marketing Cloud.\nStatus: Error.').waitFor();
		const settings = new SettingsEditor(session.page);
		await settings.choose('systemLandscape.terminology', 'Current');
		await map.element('System MKT.\nSAP Marketing Cloud.\nStatus: Error while Registering').waitFor();
		await settings.close();
		await map.button('Zoom In').click();
		const before = await map.frame.locator('svg > g').getAttribute('transform');
		const loaded = session.page.waitForEvent('load');
		await runFromPalette(session.page, 'Developer: Reload Window');
		await loaded;
		await untilUsable(session.page);
		await map.element('System MKT.\nSAP Marketing Cloud.\nStatus: Error while Registering').waitFor();
		expect(await map.frame.locator('svg > g').getAttribute('transform')).to.equal(before);
	});

	it('(g) says what to do where there is no system, and what is wrong with a file that is not understood', async () => {
		await start('version: 1\nglobalAccount: Acme\nmode: practice\n');
		await showMap();
		await map.frame.getByText('No systems yet').waitFor();
		await screenshot(session.page, 'map-empty');
		session.writeText('version: 1\nglobalAccount: Acme\nsystems: [\n');
		await map.button('Open File').waitFor();
		await screenshot(session.page, 'map-unreadable');
		session.writeText('version: 1\nglobalAccount: Acme\nmode: practice\n');
		await map.button('Open File').waitFor({ state: 'hidden' });
		await map.button('Register System').click();
		await new QuickInput(session.page).step('Register System (1/3)');
	});

	it('(h) is copied as Mermaid and saved as SVG', async () => {
		await start(THREE_SYSTEMS);
		await showMap();
		await map.element('System DEV').waitFor();
		await map.button('Copy as Mermaid').click();
		await new Notifications(session.page).saying('was copied as Mermaid');
		expect(await session.page.evaluate(() => navigator.clipboard.readText())).to.match(/^flowchart LR\n/);
		await map.button('Save as SVG').click();
		await session.page.locator('.quick-input-widget input').first().waitFor();
		await press('Enter');
		await new Notifications(session.page).saying(/The map was saved as .*\/system-landscape\.svg/);
		const svg = session.fileText('system-landscape.svg');
		const problem = await session.page.evaluate(
			(text) =>
				new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror')?.textContent,
			svg,
		);
		expect(problem ?? '').to.equal('');
		expect(svg).to.contain('<title id="title">Map of Acme</title>').and.to.contain('>DEV</text>');
	});

	const themes: readonly Theme[] = [
		'Default Light Modern',
		'Default Dark Modern',
		'Default High Contrast',
		'Default High Contrast Light',
	];
	for (const theme of themes) {
		it(`(i) has nothing that axe-core finds in ${theme}: map, explanation, table, empty and unreadable`, async () => {
			await start(manySystems(20), { theme });
			await showMap();
			await map.element('System DEV 001').focus();
			expect(await axeFindings(await map.inner())).to.deep.equal([]);
			await map.button('Show as Table').click();
			await map.frame.getByRole('table').waitFor();
			expect(await axeFindings(await map.inner())).to.deep.equal([]);
			session.writeText('version: 1\nglobalAccount: Acme\nsystems: [\n');
			await map.button('Open File').waitFor();
			expect(await axeFindings(await map.inner())).to.deep.equal([]);
		});
	}

	it('(j) shows 100 systems in less than half the time that the workbench needs to show', async () => {
		await start(manySystems(100));
		const { page } = session;
		// Its own marks for what `untilUsable` waits for: restored, and it knows its extensions.
		const workbench = await page.evaluate(() =>
			Math.max(
				...['code/LifecyclePhase/Restored', 'code/didLoadExtensions'].map(
					(name) => performance.getEntriesByName(name)[0]?.startTime ?? 0,
				),
			),
		);
		await page.keyboard.press('F1');
		await new QuickInput(page).type('>System Landscape: Show Map');
		await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'Show Map' }).waitFor();
		const asked = Date.now();
		await page.keyboard.press('Enter');
		await map.cards().nth(99).waitFor();
		const needed = Date.now() - asked;
		console.log(`      the map: ${needed} ms, the workbench: ${Math.round(workbench)} ms`);
		expect(needed).to.be.below(workbench / 2);
	});
});
