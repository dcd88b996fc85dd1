import { expect, type Frame } from '@playwright/test';
import { screenshot } from '../host/workbench.ts';
import { EXAMPLE } from '../pictures/example.ts';
import { cutOffIn } from './cut-off.ts';
import { test } from './fixtures.ts';
import { manifestText, runCommand } from './manifest-texts.ts';
import { runFromPalette } from './pages/palette.ts';
import { openSession, type Session } from './session.ts';

/** Widths of the editor at which the pages change their layout, and the narrowest; with the activity bar beside it. */
const WIDTHS = [1400, 1215, 1160, 1040, 890, 880, 870, 348];

/** What a person reads and hears in a language. */
const WORDS = {
	en: {
		detail: 'Token valid for 7 days, with communication scenario groups',
		dialogs: ['Add System (1/2)', 'Add System (2/2)', 'Get Token for System "NEW"'],
		inUse: "can't deregister",
		cutOff: /system-landscape\.yaml: Line \d+: /,
		pending:
			/"NEW" is pending. Copy its integration token and send it to the tenant administrator. It is valid until [A-Z][a-z]{2} \d{1,2}, \d{4}, /,
		columns: [
			'Integration Token',
			'Description',
			'System Name',
			'Communication Scenario Groups',
			'Changed On',
			'Status',
			'Actions',
		],
		changedOn: /^Nov 2\d, 2026, /,
		create: ['New', 'Create New Extension', 'Cancel'],
		map: ['Map of Acme', 'Show as Table', 'Save as SVG', 'Copy as Mermaid'],
		picture: 'Show as Picture',
		system: 'System SAP S/4HANA DEV System.\nSAP S/4HANA Cloud.\nStatus: Registered',
		tree: [
			'Global account Acme, practice, system-landscape.yaml',
			'Systems, 3',
			'System SAP S/4HANA DEV System, SAP S/4HANA Cloud, Registered',
			'Extension for SAP S/4HANA DEV System in tenant my300001.s4hana.example, Enabled',
			'Plan api-access of SAP S/4HANA Cloud Extensibility for system SAP S/4HANA DEV System in subaccount dev, 1 unit',
			'Plan messaging of SAP S/4HANA Cloud Extensibility for system SAP S/4HANA DEV System in subaccount dev, 2 units',
			'Plan api-access of SAP S/4HANA Cloud Extensibility for system SAP S/4HANA DEV System in subaccount test, 1 unit',
			'System SAP S/4HANA DEV System in formation Side by side, Registered',
			'System SAP S/4HANA QAS System, SAP S/4HANA Cloud, Pending, 5 days left, copy the token and paste it in the tenant',
			'Integration token of SAP S/4HANA QAS System, 5 days left',
			'System SAP Marketing Cloud Test, SAP Marketing Cloud, Error, delete the failed extension in the tenant, then get a new token',
			'Extension for SAP Marketing Cloud Test in tenant my300002.marketing.example, Failed',
			'Tenants, 2',
			'Tenant my300001.s4hana.example, SAP S/4HANA Cloud, 1 extension',
			'Extension for SAP S/4HANA DEV System in tenant my300001.s4hana.example, Enabled',
			'Tenant my300002.marketing.example, SAP Marketing Cloud, 1 extension',
			'Extension for SAP Marketing Cloud Test in tenant my300002.marketing.example, Failed',
			'Subaccounts, 2',
			'Subaccount dev, 2 service plans',
			'Plan api-access of SAP S/4HANA Cloud Extensibility for system SAP S/4HANA DEV System in subaccount dev, 1 unit',
			'Plan messaging of SAP S/4HANA Cloud Extensibility for system SAP S/4HANA DEV System in subaccount dev, 2 units',
			'Subaccount test, 1 service plan',
			'Plan api-access of SAP S/4HANA Cloud Extensibility for system SAP S/4HANA DEV System in subaccount test, 1 unit',
			'Formations, 1',
			'Formation Side by side, Side-by-Side Extensibility with Kyma, 1 system',
			'System SAP S/4HANA DEV System in formation Side by side, Registered',
		],
	},
	de: {
		detail: 'Token gültig für 7 Tage, mit Kommunikationsszenariogruppen',
		dialogs: ['System hinzufügen (1/2)', 'System hinzufügen (2/2)', 'Token für das System „NEW“ abrufen'],
		inUse: 'kann nicht deregistriert werden',
		cutOff: /system-landscape\.yaml: Zeile \d+: /,
		pending:
			/„NEW“ hat den Status Pending. Kopieren Sie das Integrationstoken, und senden Sie es dem Tenant-Administrator. Es ist gültig bis \d{1,2}\.\d{1,2}\.\d{4}, /,
		columns: [
			'Integrationstoken',
			'Beschreibung',
			'Systemname',
			'Kommunikationsszenariogruppen',
			'Geändert am',
			'Status',
			'Aktionen',
		],
		changedOn: /^2\d\.11\.2026, /,
		create: ['Neu', 'Neue Erweiterung anlegen', 'Abbrechen'],
		map: ['Karte von Acme', 'Als Tabelle zeigen', 'Als SVG speichern', 'Als Mermaid kopieren'],
		picture: 'Als Bild zeigen',
		system: 'System SAP S/4HANA DEV System.\nSAP S/4HANA Cloud.\nStatus: Registered',
		tree: [
			'Globaler Account Acme, Übungsmodus, system-landscape.yaml',
			'Systeme, 3',
			'System SAP S/4HANA DEV System, SAP S/4HANA Cloud, Registered',
			'Erweiterung für SAP S/4HANA DEV System im Tenant my300001.s4hana.example, Enabled',
			'Plan api-access von SAP S/4HANA Cloud Extensibility für System SAP S/4HANA DEV System im Subaccount dev, 1 Einheit',
			'Plan messaging von SAP S/4HANA Cloud Extensibility für System SAP S/4HANA DEV System im Subaccount dev, 2 Einheiten',
			'Plan api-access von SAP S/4HANA Cloud Extensibility für System SAP S/4HANA DEV System im Subaccount test, 1 Einheit',
			'System SAP S/4HANA DEV System in der Formation Side by side, Registered',
			'System SAP S/4HANA QAS System, SAP S/4HANA Cloud, Pending, noch 5 Tage, das Token kopieren und im Tenant einfügen',
			'Integrationstoken von SAP S/4HANA QAS System, noch 5 Tage',
			'System SAP Marketing Cloud Test, SAP Marketing Cloud, Error, die fehlgeschlagene Erweiterung im Tenant löschen, dann ein neues Token abrufen',
			'Erweiterung für SAP Marketing Cloud Test im Tenant my300002.marketing.example, Failed',
			'Tenants, 2',
			'Tenant my300001.s4hana.example, SAP S/4HANA Cloud, 1 Erweiterung',
			'Erweiterung für SAP S/4HANA DEV System im Tenant my300001.s4hana.example, Enabled',
			'Tenant my300002.marketing.example, SAP Marketing Cloud, 1 Erweiterung',
			'Erweiterung für SAP Marketing Cloud Test im Tenant my300002.marketing.example, Failed',
			'Subaccounts, 2',
			'Subaccount dev, 2 Servicepläne',
			'Plan api-access von SAP S/4HANA Cloud Extensibility für System SAP S/4HANA DEV System im Subaccount dev, 1 Einheit',
			'Plan messaging von SAP S/4HANA Cloud Extensibility für System SAP S/4HANA DEV System im Subaccount dev, 2 Einheiten',
			'Subaccount test, 1 Serviceplan',
			'Plan api-access von SAP S/4HANA Cloud Extensibility für System SAP S/4HANA DEV System im Subaccount test, 1 Einheit',
			'Formationen, 1',
			'Formation Side by side, Side-by-Side Extensibility with Kyma, 1 System',
			'System SAP S/4HANA DEV System in der Formation Side by side, Registered',
		],
	},
} as const;

for (const language of ['en', 'de'] as const) {
	const words = WORDS[language];
	test.describe
		.serial(`VS Code in ${language === 'en' ? 'English' : 'German'}`, () => {
			const run = (command: string) => runCommand(session.page, language, command);
			const atEveryWidth = async (
				page: { inner(): Promise<Frame> },
				face: string,
				check: (at: string) => Promise<void>,
			) => {
				if (await session.page.locator('.part.sidebar').isVisible()) {
					await runFromPalette(session.page, 'View: Close Primary Side Bar');
				}
				for (const width of WIDTHS) {
					await session.page.setViewportSize({ width, height: 1100 });
					await (await page.inner()).waitForFunction((most) => innerWidth <= most, width - 40);
					const at = `languages-${language}-${face}-${width}`;
					await check(at);
					await screenshot(session.page, at);
				}
				await session.page.setViewportSize({ width: 1400, height: 1100 });
			};
			let session: Session;

			test.beforeAll(async ({ browser, server }) => {
				session = await openSession(browser, server, {
					files: { 'system-landscape.yaml': EXAMPLE },
					...(language === 'en' ? {} : { language }),
					width: 1400,
					height: 1100,
				});
			});
			test.afterAll(() => session?.close());

			test('(a) tells a screen reader of every entry of the tree what it is and how it stands', async () => {
				const { view } = session;
				await view.open(manifestText(language, 'view.title'));
				await view
					.entry(/Side by side/)
					.last()
					.waitFor();
				await screenshot(session.page, `languages-${language}-tree`);
				expect(await view.spoken()).toStrictEqual(words.tree);
			});

			test('(b) asks and tells in that language, with dates as it writes them', async () => {
				const { input } = session;
				await run('registerSystem');
				await input.step(words.dialogs[0]);
				await input.type('NEW');
				await input.accept();
				await input.step(words.dialogs[1]);
				await screenshot(session.page, `languages-${language}-question`);
				await expect(input.row('SAP S/4HANA Cloud')).toContainText(words.detail);
				await input.choose('SAP S/4HANA Cloud');
				await input.step(words.dialogs[2]);
				await input.confirmSelection();
				await session.notifications.saying(words.pending);
				await screenshot(session.page, `languages-${language}-message`);
			});

			test('(b) has room for every button of a message that offers several', async () => {
				const { input, notifications } = session;
				await notifications.clear();
				await run('deregisterSystem');
				await input.choose('SAP S/4HANA DEV System');
				expect(await notifications.cutButtons(words.inUse)).toStrictEqual([]);
				await screenshot(session.page, `languages-${language}-buttons-in-use`);
				await notifications.clear();
				session.commit('Before it was cut off');
				session.writeText(EXAMPLE.slice(0, EXAMPLE.lastIndexOf('    type:') + '    type'.length));
				await session.view.message(words.cutOff).waitFor();
				await run('registerSystem');
				expect(await notifications.cutButtons(words.cutOff)).toStrictEqual([]);
				await screenshot(session.page, `languages-${language}-buttons-cut-off`);
				session.writeText(EXAMPLE);
				await session.view.message(words.cutOff).waitFor({ state: 'hidden' });
				await notifications.clear();
			});

			test('(c) has room for every word of the tenant page at every width', async () => {
				await run('openTenant');
				const { input, tenant } = session;
				await input.choose('my300001.s4hana.example');
				const row = tenant.row('SAP S/4HANA DEV System');
				await row.waitFor();
				const headers = await tenant.frame.getByRole('columnheader').allTextContents();
				expect(headers.map((header) => header.replaceAll('\u00ad', ''))).toStrictEqual(words.columns);
				await expect(row.locator('.changed-on')).toHaveText(words.changedOn);
				const [open, dialog, cancel] = words.create;
				await atEveryWidth(tenant, 'tenant', async (at) => {
					expect(await cutOffIn(await tenant.inner()), at).toStrictEqual([]);
					await tenant.button(open).click();
					await tenant.dialog(dialog).waitFor();
					expect(await cutOffIn(await tenant.inner()), `${at}, dialog`).toStrictEqual([]);
					await tenant.button(cancel).click();
					await tenant.dialog(dialog).waitFor({ state: 'hidden' });
				});
			});

			test('(d) has room for every word of the map and of its table at every width', async () => {
				await run('showMap');
				const { map } = session;
				const [title, table, ...others] = words.map;
				await map.heading(title).waitFor();
				await map.element(words.system).waitFor();
				const check = (change: string) => async (at: string) => {
					for (const name of [change, ...others]) {
						await map.button(name).waitFor();
					}
					expect(await cutOffIn(await map.inner()), at).toStrictEqual([]);
				};
				await atEveryWidth(map, 'map', check(table));
				await map.button(table).click();
				await map.frame.getByRole('table').waitFor();
				await atEveryWidth(map, 'map-table', check(words.picture));
				expect(await map.brokenWords()).toStrictEqual([]);
			});
		});
}
