import type { Locator, Page } from 'playwright-core';
import { runFromPalette } from './palette.ts';

/** The settings editor, which lies over the window. */
export class SettingsEditor {
	readonly #page: Page;
	readonly #editor: Locator;

	constructor(page: Page) {
		this.#page = page;
		this.#editor = page.locator('.settings-editor');
	}

	/** Chooses a value of a setting, by the value's label. What it does shows some time after. */
	async choose(setting: string, label: string): Promise<void> {
		await runFromPalette(this.#page, 'Preferences: Open Settings (UI)');
		await this.#editor.locator('.settings-header .monaco-editor').first().click();
		await this.#page.keyboard.type(`@id:${setting}`);
		await this.#editor.locator(`select[aria-label="${setting}"]`).selectOption({ label });
	}

	async close(): Promise<void> {
		await this.#page.keyboard.press('Escape');
		await this.#editor.waitFor({ state: 'hidden' });
	}
}
