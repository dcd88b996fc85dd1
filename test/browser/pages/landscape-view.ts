import { expect, type Locator, type Page } from '@playwright/test';

/** How long one try takes that is repeated where the tree was redrawn meanwhile. */
const TRY = 10_000;

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

	#one(spoken: string | RegExp, which?: number): Locator {
		return which === undefined ? this.entry(spoken) : this.entry(spoken).nth(which);
	}

	/**
	 * Chooses an entry; `which` of those that are spoken of alike, from 0. Rows move while the tree fills: a click that met
	 * another row is repeated.
	 */
	async choose(spoken: string | RegExp, which?: number): Promise<void> {
		const entry = this.#one(spoken, which);
		await expect(async () => {
			await entry.click({ timeout: TRY });
			await expect(entry).toHaveAttribute('aria-selected', 'true', { timeout: TRY });
		}).toPass();
	}

	/** Runs an action that stands beside an entry; `which` of those that are spoken of alike, from 0. */
	async inline(spoken: string | RegExp, action: string, which?: number): Promise<void> {
		const entry = this.#one(spoken, which);
		await expect(async () => {
			await entry.hover({ timeout: TRY });
			await entry.getByRole('button', { name: action }).click({ timeout: TRY });
		}).toPass();
	}

	/**
	 * Runs an action from an entry's context menu, by keyboard: that takes clicks only some time after it came up. `which` is as in
	 * {@link inline}.
	 */
	async menu(spoken: string | RegExp, action: string, which?: number): Promise<void> {
		const entry = this.#one(spoken, which);
		const item = this.menuItem(action);
		await expect(async () => {
			// A menu of an earlier try would lie over the tree.
			if (await this.#page.locator('.context-view .monaco-menu').first().isVisible()) {
				await this.#page.keyboard.press('Escape');
			}
			await entry.click({ button: 'right', timeout: TRY });
			await item.hover({ timeout: TRY });
			await expect(this.#page.locator('.monaco-menu .focused').filter({ has: item })).toBeVisible({
				timeout: TRY,
			});
		}).toPass();
		await this.#page.keyboard.press('Enter');
		await item.waitFor({ state: 'hidden' });
	}

	/** An action of the menu that's open; the key that it may have besides is no part of its title. */
	menuItem(action: string): Locator {
		return this.#page
			.getByRole('menuitem')
			.filter({ has: this.#page.locator('.action-label').getByText(action, { exact: true }) });
	}

	/** Points at an entry until its tooltip says something. */
	async tooltip(spoken: string | RegExp, text: string | RegExp): Promise<Locator> {
		const hover = this.#page.locator('.monaco-hover').filter({ hasText: text });
		await expect(async () => {
			await this.#pane.getByRole('heading').first().hover();
			await this.entry(spoken).hover({ timeout: TRY });
			await hover.waitFor({ timeout: TRY });
		}).toPass();
		return hover;
	}

	/**
	 * Waits for the mark at the end of an entry: initials of its status, or how many problems it has. VS Code asks for it
	 * after it has drawn the row.
	 */
	async marked(spoken: string | RegExp, mark: string): Promise<void> {
		const label = this.entry(spoken).locator('.monaco-icon-label');
		await expect
			.poll(() => label.evaluate((element) => getComputedStyle(element, '::after').content))
			.toBe(`"${mark}"`);
	}

	/** Runs an action from the view's title bar. */
	async title(action: string): Promise<void> {
		await expect(async () => {
			await this.#pane.hover();
			await this.#pane.getByRole('button', { name: action, exact: true }).first().click({ timeout: TRY });
		}).toPass();
	}

	/**
	 * Chooses an entry and presses a key, until that has its effect: what a key does depends on the kind of entry, of which
	 * VS Code knows only a moment later.
	 */
	async press(spoken: string | RegExp, key: string, until: () => Promise<unknown>): Promise<void> {
		await expect(async () => {
			await this.choose(spoken);
			await this.#page.keyboard.press(key);
			await until();
		}).toPass();
	}

	/** Drags an entry onto another one, once. */
	async drag(spoken: string | RegExp, onto: string | RegExp): Promise<void> {
		await this.entry(spoken).dragTo(this.entry(onto));
	}

	/** Makes the side bar as wide as this, in pixels, by dragging its border. */
	async resize(width: number): Promise<void> {
		await expect(async () => {
			const {
				x,
				width: before,
				y,
				height,
			} = (await this.#pane.boundingBox()) ?? { x: 0, width: 0, y: 0, height: 0 };
			if (Math.abs(before - width) > 1) {
				await this.#page.mouse.move(x + before, y + height / 2);
				await this.#page.mouse.down();
				await this.#page.mouse.move(x + width, y + height / 2, { steps: 4 });
				await this.#page.mouse.up();
			}
			expect(Math.abs(((await this.#pane.boundingBox())?.width ?? 0) - width)).toBeLessThanOrEqual(1);
		}).toPass();
	}

	message(text: string | RegExp): Locator {
		return this.#pane.locator('.message', { hasText: text });
	}
}
