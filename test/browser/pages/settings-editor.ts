import type { Page } from 'playwright-core';
import { runFromPalette } from './palette.ts';

/** Chooses a value, by its label, of a setting in the settings editor, which is left open. */
export async function choose(page: Page, setting: string, value: string): Promise<void> {
	await runFromPalette(page, 'Preferences: Open Settings (UI)');
	const editor = page.locator('.settings-editor');
	await editor.locator('.settings-header .monaco-editor').first().click();
	await page.keyboard.type(`@id:${setting}`);
	await editor.locator(`select[aria-label="${setting}"]`).selectOption({ label: value });
}
