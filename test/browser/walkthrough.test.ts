import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { screenshot, untilUsable } from '../host/workbench.ts';
import { FACES, ONLY_FULL } from './faces.ts';
import { test } from './fixtures.ts';
import { type Language, manifestText, runCommand } from './manifest-texts.ts';
import { runFromPalette } from './pages/palette.ts';

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

test.describe('The walkthrough', () => {
	for (const { language, theme, tag } of FACES) {
		test(`opened on a finished landscape file ticks every step, also after a reload, in ${language}, ${theme}`, {
			tag,
		}, async ({ open }) => {
			const { page, walkthrough } = await open({
				theme,
				language,
				width: 1400,
				height: 900,
				files: { [FILE]: FINISHED },
			});
			await runCommand(page, language, 'openWalkthrough');
			const titles = titlesIn(language);
			for (const title of titles) {
				await walkthrough.ticked(title);
			}
			expect(await walkthrough.step(manifestText(language, 'walkthrough.openFolder.title')).count()).toBe(0);
			for (const [index, id] of STEPS.entries()) {
				await walkthrough.show(titles[index] ?? '');
				expect(await walkthrough.roomBeside(titles[index] ?? ''), id).toBeGreaterThanOrEqual(0);
				await walkthrough.picture(manifestText(language, `walkthrough.${id}.alt`)).waitFor();
				await screenshot(page, `walkthrough-${language}-${index + 1}-${id}`);
			}
			await page.reload();
			await untilUsable(page);
			// VS Code may not have kept the editor: it loses the last seconds before a page is reloaded.
			await runCommand(page, language, 'openWalkthrough');
			for (const title of titles) {
				await walkthrough.ticked(title);
			}
		});
	}

	test('done by commands alone ticks every step as it is reached', { tag: ONLY_FULL }, async ({ open }) => {
		const { page, server, walkthrough } = await open();
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
			expect(async () => {
				await page.keyboard.press(`Control+Alt+Shift+F${key}`);
				await expect(walkthrough.tick(manifestText('en', `walkthrough.${step}.title`))).toBeVisible({
					timeout: 10_000,
				});
			}).toPass();
		await bind(
			['createLandscape', { globalAccount: 'Acme', mode: 'practice' }],
			['registerSystem', { name: SYSTEM, type: 'SAP S/4HANA Cloud', scenarioGroups: [GROUP] }],
			['copyToken', { system: SYSTEM }],
		);
		await ticks(1, 'createLandscape');
		await ticks(2, 'getToken');
		expect(await walkthrough.tickedSteps()).toStrictEqual(titlesIn('en').slice(0, 4));
		await ticks(3, 'copyToken');
		expect(await walkthrough.tickedSteps()).toStrictEqual(titlesIn('en').slice(0, 5));
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
		expect(await walkthrough.tickedSteps()).toStrictEqual(titlesIn('en').slice(0, 9));
		await ticks(3, 'addServicePlans');
		await walkthrough.ticked(manifestText('en', 'walkthrough.done.title'));
		expect(await walkthrough.tickedSteps()).toStrictEqual(titlesIn('en'));
	});

	test('is featured on the Welcome page of a workspace with a landscape file of any name, and of no other', {
		tag: ONLY_FULL,
	}, async ({ open }) => {
		const entryIn = (page: Page) =>
			page.locator('.getting-started-category', { hasText: manifestText('en', 'walkthrough.title') });
		/** Opens VS Code's Welcome page. On the first day, 1.100 shows its own walkthrough first. */
		const welcome = async (page: Page) => {
			await runFromPalette(page, 'Help: Welcome');
			await expect(async () => {
				const isListed = await entryIn(page)
					.waitFor({ timeout: 10_000 })
					.then(
						() => true,
						() => false,
					);
				if (!isListed) {
					await page.locator('.prev-button').first().click({ timeout: 10_000 });
				}
				await entryIn(page).waitFor({ timeout: 10_000 });
			}).toPass();
		};
		const session = await open({ files: { 'acme.system-landscape.yml': FINISHED } });
		await expect(async () => {
			await welcome(session.page);
			try {
				await entryIn(session.page).locator('.featured-icon').waitFor({ timeout: 10_000 });
			} catch (error) {
				// VS Code looks for the file once per window, for two seconds at most.
				await session.page.reload();
				await untilUsable(session.page);
				throw error;
			}
		}).toPass();
		await screenshot(session.page, 'walkthrough-featured');
		await session.close();
		const { page } = await open({ files: { 'landscape.yaml': FINISHED } });
		await welcome(page);
		expect(await entryIn(page).locator('.featured-icon').count()).toBe(0);
	});

	test('begins with opening a folder where none is open', { tag: ONLY_FULL }, async ({ open }) => {
		const { page, server, notifications, walkthrough } = await open();
		await page.goto(`http://localhost:${server.port}/?ew=true`);
		await untilUsable(page);
		await runFromPalette(page, 'System Landscape: Open Walkthrough');
		await walkthrough.show('Open a folder');
		await walkthrough.step('Open a folder').getByRole('button', { name: 'Open Folder' }).waitFor();
		await screenshot(page, 'walkthrough-no-folder');
		await walkthrough.choose(manifestText('en', 'walkthrough.createLandscape.title'), 'Create Landscape');
		await notifications.answer('Open a folder first', 'Open Folder');
		await page.locator('.quick-input-widget').waitFor();
		await screenshot(page, 'walkthrough-no-folder-refused');
	});

	test('opens at the first step that is open, beside the editor, and says why a button is refused and what helps', async ({
		open,
	}) => {
		const { page, view, input, notifications, walkthrough } = await open({
			width: 1700,
			files: { [FILE]: `${HEAD}systems:\n  ${SYSTEM}:\n    type: SAP S/4HANA Cloud\n    status: pending\n` },
		});
		await view.open();
		await view.menu(/^System SAP/, 'Open Landscape File');
		await page.getByRole('tab', { name: FILE }).waitFor();
		await runFromPalette(page, 'System Landscape: Open Walkthrough');
		await walkthrough.shown(manifestText('en', 'walkthrough.getToken.title'));
		await page.locator('.editor-instance .monaco-editor').first().waitFor();
		await screenshot(page, 'walkthrough-beside');
		// The step that is open stays where it is while another one is looked at, and is found again.
		await walkthrough.choose(manifestText('en', 'walkthrough.createLandscape.title'), 'Create Landscape');
		await notifications.answer('already exists', 'Open Landscape');
		await walkthrough.choose(manifestText('en', 'walkthrough.getToken.title'), 'Get Token');
		await input.step(`Get Token for System "${SYSTEM}"`);
		await input.confirmSelection();
		await notifications.answer('is pending', 'Copy Token');
		await notifications.saying('was copied');
		await notifications.clear();
		await walkthrough.show(manifestText('en', 'walkthrough.done.title'));
		await runFromPalette(page, 'System Landscape: Open Walkthrough');
		await walkthrough.shown(manifestText('en', 'walkthrough.openTenant.title'));
		await screenshot(page, 'walkthrough-first-open-step');
		// A page opens where the file is, and doesn't cover the walkthrough.
		await walkthrough.choose(manifestText('en', 'walkthrough.openTenant.title'), 'Open Tenant');
		await input.step('Open Tenant');
		await input.type(TENANT);
		await input.accept();
		await page.getByRole('tab', { name: new RegExp(`^${TENANT}`) }).waitFor();
		await walkthrough.shown(manifestText('en', 'walkthrough.openTenant.title'));
		expect(await page.locator('.editor-group-container').count()).toBe(2);
		await screenshot(page, 'walkthrough-beside-tenant');
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

test.describe('Troubleshooting', () => {
	for (const { language, theme, tag } of FACES) {
		test(`opens from a refusal at its entry, in ${language}, ${theme}`, { tag }, async ({ open }) => {
			const { page, notifications } = await open({ theme, language, files: { [FILE]: FOREIGN } });
			await runCommand(page, language, 'copyToken');
			await notifications.answer(SYSTEM, /^(Troubleshoot|Hilfe)$/);
			const preview = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
			const name =
				language === 'de' ? 'Das Token liegt nicht auf diesem Computer' : 'The token is not on this computer';
			const heading = preview.getByRole('heading', { name });
			await heading.waitFor();
			await untilAtTop(heading);
			await screenshot(page, `troubleshooting-${language}`);
		});
	}

	test('opens at its beginning from the palette', { tag: ONLY_FULL }, async ({ open }) => {
		const { page } = await open();
		await runFromPalette(page, 'System Landscape: Open Troubleshooting');
		const preview = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
		await untilAtTop(preview.getByRole('heading', { name: 'Troubleshooting' }));
	});
});
