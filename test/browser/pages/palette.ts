import type { Page } from 'playwright-core';
import { untilShown } from '../until.ts';
import { QuickInput } from './quick-input.ts';

/** Runs a command as a person does with the keyboard: F1, its name, Enter. */
export async function runFromPalette(page: Page, name: string): Promise<void> {
	const input = new QuickInput(page);
	await untilShown(
		input.row(name),
		async () => {
			await page.keyboard.press('F1');
			await input.type(`>${name}`);
		},
		() => page.keyboard.press('Escape'),
	);
	await input.choose(name);
}
