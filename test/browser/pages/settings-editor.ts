import { expect, type Locator, type Page } from '@playwright/test';
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
		const search = this.#editor.locator('.settings-header .monaco-editor').first();
		const select = this.#editor.locator(`select[aria-label="${setting}"]`);
		await expect(async () => {
			await search.click();
			await expect(search).toContainClass('focused');
			await this.#page.keyboard.press('ControlOrMeta+a');
			await this.#page.keyboard.type(`@id:${setting}`);
			await expect(select).toBeVisible({ timeout: 10_000 });
		}).toPass();
		await select.selectOption({ label });
	}

	async close(): Promise<void> {
		await this.#page.keyboard.press('Escape');
		await this.#editor.waitFor({ state: 'hidden' });
	}
}
