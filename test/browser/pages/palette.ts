import type { Page } from 'playwright-core';
import { QuickInput } from './quick-input.ts';

/** Runs a command as a person does with the keyboard: F1, its name, Enter. */
export async function runFromPalette(page: Page, name: string): Promise<void> {
	await page.keyboard.press('F1');
	const input = new QuickInput(page);
	await input.type(`>${name}`);
	await input.choose(name);
}
