import type { Page } from '@playwright/test';
import { QuickInput } from './quick-input.ts';

/** Runs a command as a person does: F1, its name, and Enter as soon as that would choose it. */
export async function runFromPalette(page: Page, name: string): Promise<void> {
	const input = new QuickInput(page);
	await input.findCommand(name);
	await input.accept();
}
