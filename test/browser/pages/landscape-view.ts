import type { Locator, Page } from 'playwright-core';
import { untilShown } from '../until.ts';

/** The view *Landscape* in the side bar. */
export class LandscapeView {
	readonly #page: Page;
	readonly #pane: Locator;

	constructor(page: Page) {
		this.#page = page;
		this.#pane = page.locator('.part.sidebar');
	}

	/** Opens the view by its name in the language of VS Code. */
	async open(name = 'System Landscape'): Promise<void> {
		await this.#page
			.getByRole('tab', { name: new RegExp(`^${name}`) })
			.locator('a')
			.click();
		await this.#pane.getByRole('heading', { name }).waitFor();
	}

	/** What a screen reader says of every entry, from the top. */
	async spoken(): Promise<string[]> {
		return this.#pane.getByRole('treeitem').evaluateAll((rows) =>
			rows
				.map((row) => ({ top: row.getBoundingClientRect().top, label: row.ariaLabel ?? '' }))
				.sort((one, other) => one.top - other.top)
				.map(({ label }) => label),
		);
	}

	/** A button or link of the welcome text. */
	welcome(name: string): Locator {
		return this.#pane.locator('.welcome-view-content').getByRole('button', { name, exact: true });
	}

	/** An entry by what a screen reader says of it. */
	entry(spoken: string | RegExp): Locator {
		return this.#pane.getByRole('treeitem', { name: spoken });
	}

	/** Runs an action that stands beside an entry; `which` of those that are spoken of alike, from 0. */
	async inline(spoken: string | RegExp, action: string, which?: number): Promise<void> {
		const entry = which === undefined ? this.entry(spoken) : this.entry(spoken).nth(which);
		await entry.hover();
		await entry.getByRole('button', { name: action }).click();
	}

	/** Runs an action from an entry's context menu. */
	async menu(spoken: string | RegExp, action: string): Promise<void> {
		const item = this.#page.getByRole('menuitem', { name: action, exact: true });
		await untilShown(
			item,
			() => this.entry(spoken).click({ button: 'right' }),
			() => this.#page.keyboard.press('Escape'),
		);
		// A menu takes clicks only some time after it came up; the keyboard works at once.
		await item.hover();
		await this.#page.keyboard.press('Enter');
	}

	/** Runs an action from the view's title bar. */
	async title(action: string): Promise<void> {
		await this.#pane.hover();
		await this.#pane.getByRole('button', { name: action, exact: true }).first().click();
	}

	message(text: string | RegExp): Locator {
		return this.#pane.locator('.message', { hasText: text });
	}
}
