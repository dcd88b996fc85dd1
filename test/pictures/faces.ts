import { expect } from '@playwright/test';
import { type Language, manifestText, runCommand } from '../browser/manifest-texts.ts';
import type { Session } from '../browser/session.ts';
import { EXAMPLE, RECORDED, WITH_SLIPS } from './example.ts';

/** One thing that people see: how it is brought up, and what part of the window it is in. */
export interface Face {
	readonly name: string;
	/** What the landscape file says. */
	readonly text: string;
	readonly place: 'side bar' | 'editor' | 'window';
	/** Width and height of the picture for the README. */
	readonly size: readonly [width: number, height: number];
	/** Device pixels per pixel in the picture for the README; 2 where it is not given. */
	readonly scale?: number;
	readonly show: (session: Session, language: Language) => Promise<void>;
}

export const FACES: readonly Face[] = [
	{
		name: 'tree',
		text: EXAMPLE,
		place: 'side bar',
		size: [440, 680],
		scale: 1.5,
		show: async ({ page }) => {
			await page.locator('.part.sidebar').getByRole('treeitem').nth(9).waitFor();
		},
	},
	{
		name: 'tenant-page',
		text: EXAMPLE,
		place: 'editor',
		size: [960, 460],
		show: async ({ page, input, tenant }, language) => {
			await runCommand(page, language, 'openTenant');
			await input.choose('my300001.s4hana.example');
			await tenant.row('SAP S/4HANA DEV System').waitFor();
		},
	},
	{
		name: 'guide',
		text: RECORDED,
		place: 'editor',
		size: [1100, 760],
		show: async ({ page, input, guide }, language) => {
			await runCommand(page, language, 'openGuide');
			await input.choose('SAP S/4HANA QAS System');
			await guide.frame.locator('[aria-current="step"]').waitFor();
		},
	},
	{
		name: 'map',
		text: EXAMPLE,
		place: 'editor',
		size: [1100, 480],
		show: async ({ page, map }, language) => {
			await runCommand(page, language, 'showMap');
			await map.element('System SAP S/4HANA DEV System').waitFor();
		},
	},
	{
		name: 'walkthrough',
		text: EXAMPLE,
		place: 'editor',
		size: [1300, 760],
		scale: 1.25,
		show: async ({ page, walkthrough }, language) => {
			await runCommand(page, language, 'openWalkthrough');
			// A step that is ticked while it is shown gives way to the next one.
			await walkthrough.ticked(manifestText(language, 'walkthrough.done.title'));
			await walkthrough.show(manifestText(language, 'walkthrough.createExtension.title'));
			await walkthrough
				.step(manifestText(language, 'walkthrough.createExtension.title'))
				.locator('.step-title')
				.evaluate((title) => title.scrollIntoView({ block: 'start' }));
			await walkthrough.picture(manifestText(language, 'walkthrough.createExtension.alt')).waitFor();
		},
	},
	{
		name: 'findings',
		text: WITH_SLIPS,
		place: 'editor',
		size: [900, 620],
		scale: 1.5,
		show: async ({ page }, language) => {
			await runCommand(page, language, 'openLandscape');
			await page.locator('.monaco-editor :is(.squiggly-error, .squiggly-warning)').first().waitFor();
			// The names of VS Code's own commands depend on the language.
			await page.keyboard.press('Control+Shift+M');
			await page.locator('.markers-panel .monaco-list-row').nth(1).waitFor();
			// Another part of the window may take the focus between the click and the key.
			await expect(async () => {
				await page.locator('.view-line', { hasText: 'Clod' }).getByText('Clod').click();
				await page.keyboard.press('Control+.');
				await page.locator('.action-widget .monaco-list-row').first().waitFor({ timeout: 10_000 });
			}).toPass();
		},
	},
];
