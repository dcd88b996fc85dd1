import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Locator } from 'playwright-core';
import { screenshot, type Theme, untilUsable } from '../host/workbench.ts';
import { type Language, manifestText, runCommand } from './manifest-texts.ts';
import { openSession, type Session } from './open-session.ts';
import { Notifications } from './pages/notifications.ts';
import { runFromPalette } from './pages/palette.ts';
import { QuickInput } from './pages/quick-input.ts';
import { Walkthrough } from './pages/walkthrough.ts';
import { untilShown } from './until.ts';

const root = join(import.meta.dirname, '..', '..');
const STEPS: string[] = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
	.contributes.walkthroughs[0].steps.map(({ id }: { id: string }) => id)
	.filter((id: string) => id !== 'openFolder');
const titlesIn = (language: Language) => STEPS.map((id) => manifestText(language, `walkthrough.${id}.title`));

const FILE = 'system-landscape.yaml';
const SYSTEM = 'SAP S/4HANA DEV System';
const TENANT = 'my300001.s4hana.example';
const HEAD = 'version: 1\nglobalAccount: Acme\nmode: practice\n';
const GROUP = 'All Communication Scenarios';
const TOKEN = `      scenarioGroups:
        - ${GROUP}
      fingerprint: sha256:${'0'.repeat(64)}
`;
const FINISHED = `${HEAD}systems:
  ${SYSTEM}:
    type: SAP S/4HANA Cloud
    status: registered
    token:
      issuedAt: "2026-11-20T10:00:00Z"
      expiresAt: "2026-11-27T10:00:00Z"
${TOKEN}      usedAt: "2026-11-21T09:12:00Z"
tenants:
  ${TENANT}:
    type: SAP S/4HANA Cloud
    extensions:
      ${SYSTEM}:
        status: enabled
        description: ${SYSTEM}
        changedAt: "2026-11-21T09:12:04Z"
subaccounts:
  dev:
    entitlements:
      - service: s4-hana-cloud
        plan: api-access
        system: ${SYSTEM}
        amount: 1
`;

/** A pending system whose token was issued on another computer. */
const FOREIGN = `${HEAD}systems:
  ${SYSTEM}:
    type: SAP S/4HANA Cloud
    status: pending
    token:
      issuedAt: "2026-11-20T10:00:00Z"
      expiresAt: "2999-11-27T10:00:00Z"
${TOKEN}`;

const FACES: readonly (readonly [language: 'en' | 'de', theme: Theme])[] = [
	['en', 'Default Light Modern'],
	['de', 'Default High Contrast'],
];

describe('The walkthrough', function () {
	this.timeout(150_000);
	let session: Session;
	let walkthrough: Walkthrough;
	const open = async (options: Parameters<typeof openSession>[0]) => {
		session = await openSession(options);
		walkthrough = new Walkthrough(session.page);
	};
	afterEach(async function () {
		try {
			if (this.currentTest?.state === 'failed') {
				await screenshot(session.page, `walkthrough-failed-${this.currentTest.title.slice(0, 20)}`);
			}
		} finally {
			await session.close();
		}
	});

	for (const [language, theme] of FACES) {
		it(`opened on a finished landscape file ticks every step, also after a reload, in ${language}, ${theme}`, async () => {
			await open({ theme, language, width: 1700, height: 1000, files: { [FILE]: FINISHED } });
			await runCommand(session.page, language, 'openWalkthrough');
			const titles = titlesIn(language);
			for (const title of titles) {
				await walkthrough.ticked(title);
			}
			expect(await walkthrough.step(manifestText(language, 'walkthrough.openFolder.title')).count()).to.equal(
				0,
			);
			for (const [index, id] of STEPS.entries()) {
				await walkthrough.show(titles[index] ?? '');
				await walkthrough.picture(manifestText(language, `walkthrough.${id}.alt`)).waitFor();
				await screenshot(session.page, `walkthrough-${language}-${index + 1}-${id}`);
			}
			await session.page.reload();
			await untilUsable(session.page);
			// VS Code may not have kept the editor: it loses the last seconds before a page is reloaded.
			await runCommand(session.page, language, 'openWalkthrough');
			for (const title of titles) {
				await walkthrough.ticked(title);
			}
		});
	}

	it('done by commands alone ticks every step as it is reached', async () => {
		await open({});
		const { page, server } = session;
		const keys = join(server.dataDir, 'data', 'User', 'keybindings.json');
		/** Binds commands with their fields to F1, F2, …; VS Code reads them when a window is loaded. */
		const bind = async (...bound: readonly (readonly [command: string, args: object])[]) => {
			const bindings = bound.map(([name, args], index) => ({
				key: `ctrl+alt+shift+f${index + 1}`,
				command: `systemLandscape.${name}`,
				args,
			}));
			writeFileSync(keys, JSON.stringify(bindings));
			await page.reload();
			await untilUsable(page);
			await runFromPalette(page, 'System Landscape: Open Walkthrough');
		};
		const ticks = (key: number, step: string) =>
			untilShown(
				walkthrough.tick(manifestText('en', `walkthrough.${step}.title`)),
				() => page.keyboard.press(`Control+Alt+Shift+F${key}`),
				async () => {},
			);
		await bind(
			['createLandscape', { globalAccount: 'Acme', mode: 'practice' }],
			['registerSystem', { name: SYSTEM, type: 'SAP S/4HANA Cloud', scenarioGroups: [GROUP] }],
			['copyToken', { system: SYSTEM }],
		);
		await ticks(1, 'createLandscape');
		await ticks(2, 'registerSystem');
		expect(await walkthrough.tickedSteps()).to.deep.equal(titlesIn('en').slice(0, 2));
		await ticks(3, 'getToken');
		expect(await walkthrough.tickedSteps()).to.deep.equal(titlesIn('en').slice(0, 3));
		const token = await page.evaluate(() => navigator.clipboard.readText());
		const plans = { subaccount: 'dev', service: 's4-hana-cloud', system: SYSTEM, plans: ['api-access'] };
		await bind(
			['createExtension', { tenant: TENANT, type: 'SAP S/4HANA Cloud', token, description: SYSTEM }],
			['addSubaccount', { name: 'dev' }],
			['addServicePlans', plans],
		);
		await ticks(1, 'createExtension');
		for (const step of ['openTenant', 'registered']) {
			await walkthrough.ticked(manifestText('en', `walkthrough.${step}.title`));
		}
		await ticks(2, 'addSubaccount');
		expect(await walkthrough.tickedSteps()).to.deep.equal(titlesIn('en').slice(0, 7));
		await ticks(3, 'addServicePlans');
		await walkthrough.ticked('What you have now');
		expect(await walkthrough.tickedSteps()).to.deep.equal(titlesIn('en'));
	});

	it('is featured on the Welcome page of a workspace with a landscape file of any name, and of no other', async () => {
		const entry = () =>
			session.page.locator('.getting-started-category', { hasText: manifestText('en', 'walkthrough.title') });
		await open({ files: { 'acme.system-landscape.yml': FINISHED } });
		await runFromPalette(session.page, 'Help: Welcome');
		await entry().locator('.featured-icon').waitFor();
		await screenshot(session.page, 'walkthrough-featured');
		await session.close();
		await open({ files: { 'landscape.yaml': FINISHED } });
		await runFromPalette(session.page, 'Help: Welcome');
		await entry().waitFor();
		expect(await entry().locator('.featured-icon').count()).to.equal(0);
	});

	it('begins with opening a folder where none is open', async () => {
		await open({});
		const { page, server } = session;
		await page.goto(`http://localhost:${server.port}/?ew=true`);
		await untilUsable(page);
		await runFromPalette(page, 'System Landscape: Open Walkthrough');
		await walkthrough.show('Open a folder');
		await walkthrough.step('Open a folder').getByRole('button', { name: 'Open Folder' }).waitFor();
		await screenshot(page, 'walkthrough-no-folder');
	});
});

/** Waits until an element is in the upper quarter of its page. */
async function untilAtTop(element: Locator): Promise<void> {
	await element.evaluate(
		(target) =>
			new Promise<void>((resolve) => {
				new IntersectionObserver(
					([entry], observer) => {
						if (entry?.isIntersecting) {
							observer.disconnect();
							resolve();
						}
					},
					{ root: document, rootMargin: '0px 0px -75% 0px' },
				).observe(target);
			}),
	);
}

describe('Troubleshooting', function () {
	this.timeout(120_000);
	let session: Session;
	afterEach(async function () {
		try {
			if (this.currentTest?.state === 'failed') {
				await screenshot(session.page, `troubleshooting-failed-${this.currentTest.title.slice(0, 20)}`);
			}
		} finally {
			await session.close();
		}
	});

	for (const [language, theme] of FACES) {
		it(`opens from a refusal at its entry, in ${language}, ${theme}`, async () => {
			session = await openSession({ theme, language, files: { [FILE]: FOREIGN } });
			const { page } = session;
			await runCommand(page, language, 'copyToken');
			await new QuickInput(page).choose(SYSTEM);
			await new Notifications(page).answer(SYSTEM, /^(Troubleshoot|Problem beheben)$/);
			const preview = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
			const name =
				language === 'de' ? 'Das Token liegt nicht auf diesem Computer' : 'The token is not on this computer';
			const heading = preview.getByRole('heading', { name });
			await heading.waitFor();
			await untilAtTop(heading);
			await screenshot(page, `troubleshooting-${language}`);
		});
	}

	it('opens at its beginning from the palette', async () => {
		session = await openSession();
		const { page } = session;
		await runFromPalette(page, 'System Landscape: Open Troubleshooting');
		const preview = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
		await untilAtTop(preview.getByRole('heading', { name: 'Troubleshooting' }));
	});
});
