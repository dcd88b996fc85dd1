import type { Page } from 'playwright-core';
import { untilDone } from '../until.ts';
import { QuickInput } from './quick-input.ts';

/** Runs a command as a person does: F1, its name, and a click on it; again where the palette closed in the meantime. */
export async function runFromPalette(page: Page, name: string): Promise<void> {
	const input = new QuickInput(page);
	await untilDone(
		async (timeout) => {
			await page.keyboard.press('F1');
			await input.type(`>${name}`, timeout);
			await input.row(name).click({ timeout });
		},
		() => page.keyboard.press('Escape'),
	);
}
