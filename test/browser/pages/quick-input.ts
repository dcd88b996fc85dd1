import { expect, type Locator, type Page } from '@playwright/test';

/** How long one try takes that is repeated where it had no effect. */
const TRY = 10_000;

/** The box at the top of the window in which VS Code asks for something. */
export class QuickInput {
	readonly #page: Page;
	readonly #box: Locator;
	readonly #filter: Locator;

	constructor(page: Page) {
		this.#page = page;
		this.#box = page.locator('.quick-input-widget');
		this.#filter = this.#box.locator('.quick-input-filter input').first();
	}

	/** Brings up the command palette with a command in focus, again where another part of the window closed it. */
	async findCommand(name: string): Promise<void> {
		await expect(async () => {
			await this.#page.keyboard.press('F1');
			await expect(this.#filter).toBeFocused({ timeout: TRY });
			await this.#filter.fill(`>${name}`);
			await this.row(name).waitFor({ timeout: TRY });
			// VS Code puts what was used before above the others.
			await expect(async () => {
				if (!(await this.focusedRow(name).isVisible())) {
					await this.#filter.press('ArrowDown', { timeout: TRY });
				}
				await expect(this.focusedRow(name)).toBeVisible({ timeout: 1_000 });
			}).toPass({ timeout: TRY });
		}).toPass();
	}

	/** Waits until a step asks, by its title such as `Add System (1/2)`. */
	async step(title: string): Promise<void> {
		await this.#box.locator('.quick-input-title', { hasText: title }).waitFor();
	}

	/** Types over what is in the input. */
	async type(text: string): Promise<void> {
		await expect(async () => {
			await this.#filter.fill(text, { timeout: TRY });
			await expect(this.#filter).toHaveValue(text, { timeout: TRY });
		}).toPass();
	}

	/** Enter in the input, wherever the focus has gone. */
	async accept(): Promise<void> {
		await this.#filter.press('Enter');
	}

	async cancel(): Promise<void> {
		await this.#filter.press('Escape');
		await this.gone();
	}

	async gone(): Promise<void> {
		await this.#box.waitFor({ state: 'hidden' });
	}

	/** Chooses an entry by its label. */
	async choose(label: string): Promise<void> {
		await this.row(label).click();
	}

	/** Ticks an entry of a multi-select with the keyboard's help only where it is not ticked yet. */
	async tick(label: string): Promise<void> {
		const box = this.row(label).getByRole('checkbox').first();
		if (!(await box.isChecked())) {
			await box.click();
		}
	}

	/** The opposite of {@link tick}. */
	async untick(label: string): Promise<void> {
		await this.row(label).getByRole('checkbox').first().uncheck();
	}

	/** The title, without the number of the step. */
	title(): Locator {
		return this.#box.locator('.quick-input-title');
	}

	/** Whether an entry of a multi-select is ticked. */
	async isTicked(label: string): Promise<boolean> {
		return this.row(label).getByRole('checkbox').first().isChecked();
	}

	/** The labels of all entries. */
	async labels(): Promise<string[]> {
		return this.#box.locator('.quick-input-list-row:first-child .label-name').allTextContents();
	}

	async confirmSelection(): Promise<void> {
		await this.#box.getByRole('button', { name: 'OK', exact: true }).click();
	}

	async back(): Promise<void> {
		await this.#box.getByRole('button', { name: /^Back/ }).click();
	}

	/** The sentence that tells why the input is refused, or the prompt. */
	async message(text: string | RegExp): Promise<void> {
		await this.#box.locator('.quick-input-message', { hasText: text }).waitFor();
	}

	/** Waits until an empty input says this. */
	async suggests(placeholder: string): Promise<void> {
		await expect(this.#filter).toHaveAttribute('placeholder', placeholder);
	}

	/** Waits until the input holds a text: VS Code shows the title of a step a moment earlier. */
	async holds(text: string): Promise<void> {
		await expect(this.#filter).toHaveValue(text);
	}

	/** An entry by its label, once Enter would choose it. */
	focusedRow(label: string): Locator {
		return this.row(label).and(this.#box.locator('.focused'));
	}

	/** An entry by its label. */
	row(label: string): Locator {
		return this.#box.locator('.monaco-list-row', {
			has: this.#page.locator('.label-name', { hasText: new RegExp(`^${escapeRegExp(label)}$`) }),
		});
	}
}

function escapeRegExp(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
