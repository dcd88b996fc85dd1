import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Session } from '../browser/open-session.ts';
import { MapPage } from '../browser/pages/map-page.ts';
import { runFromPalette } from '../browser/pages/palette.ts';
import { QuickInput } from '../browser/pages/quick-input.ts';
import { TenantPage } from '../browser/pages/tenant-page.ts';
import { Walkthrough } from '../browser/pages/walkthrough.ts';
import { EXAMPLE, WITH_SLIPS } from './example.ts';

/** The languages that the pictures are made in. */
export type Language = 'en' | 'de';

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

const root = join(import.meta.dirname, '..', '..');
const TEXTS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
	en: JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')),
	de: JSON.parse(readFileSync(join(root, 'package.nls.de.json'), 'utf8')),
};

/** A text of the manifest. */
function text(language: Language, key: string): string {
	const found = TEXTS[language][key];
	if (found === undefined) {
		throw new Error(`package.nls.json has no text ${key}.`);
	}
	return found;
}

/** Runs one of the extension's commands by what it is called in a language. */
async function run(page: Page, language: Language, command: string): Promise<void> {
	await runFromPalette(page, `${text(language, 'category')}: ${text(language, `command.${command}`)}`);
}

/** Shows the view *System Landscape* in the side bar, whose name depends on the language. */
export async function showView(page: Page, language: Language): Promise<void> {
	const title = text(language, 'view.title');
	const heading = page.locator('.part.sidebar').getByRole('heading', { name: title });
	if (!(await heading.isVisible())) {
		await page
			.getByRole('tab', { name: new RegExp(`^${title}`) })
			.locator('a')
			.click();
	}
	await heading.waitFor();
	await page.locator('.part.sidebar').getByRole('treeitem').nth(9).waitFor();
}

export const FACES: readonly Face[] = [
	{
		name: 'tree',
		text: EXAMPLE,
		place: 'side bar',
		size: [440, 680],
		scale: 1.5,
		show: ({ page }, language) => showView(page, language),
	},
	{
		name: 'tenant-page',
		text: EXAMPLE,
		place: 'editor',
		size: [960, 460],
		show: async ({ page }, language) => {
			await run(page, language, 'openTenant');
			await new QuickInput(page).choose('my300001.s4hana.example');
			await new TenantPage(page).row('SAP S/4HANA DEV System').waitFor();
		},
	},
	{
		name: 'map',
		text: EXAMPLE,
		place: 'editor',
		size: [1100, 480],
		show: async ({ page }, language) => {
			await run(page, language, 'showMap');
			await new MapPage(page).element('System SAP S/4HANA DEV System').waitFor();
		},
	},
	{
		name: 'walkthrough',
		text: EXAMPLE,
		place: 'editor',
		size: [1300, 760],
		scale: 1.25,
		show: async ({ page }, language) => {
			await run(page, language, 'openWalkthrough');
			const walkthrough = new Walkthrough(page);
			// A step that is ticked while it is shown gives way to the next one.
			await walkthrough.ticked(text(language, 'walkthrough.done.title'));
			await walkthrough.show(text(language, 'walkthrough.createExtension.title'));
			await walkthrough.picture(text(language, 'walkthrough.createExtension.alt')).waitFor();
			await walkthrough
				.step(text(language, 'walkthrough.createExtension.title'))
				.locator('.step-title')
				.evaluate((title) => title.scrollIntoView({ block: 'start' }));
		},
	},
	{
		name: 'findings',
		text: WITH_SLIPS,
		place: 'editor',
		size: [900, 620],
		scale: 1.5,
		show: async ({ page }, language) => {
			await run(page, language, 'openLandscape');
			await page.locator('.monaco-editor :is(.squiggly-error, .squiggly-warning)').first().waitFor();
			// The names of VS Code's own commands depend on the language.
			await page.keyboard.press('Control+Shift+M');
			await page.locator('.markers-panel .monaco-list-row').nth(1).waitFor();
			await page.locator('.view-line', { hasText: 'Clod' }).getByText('Clod').click();
			await page.keyboard.press('Control+.');
			await page.locator('.action-widget .monaco-list-row').first().waitFor();
		},
	},
];
