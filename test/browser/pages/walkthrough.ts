import type { Locator, Page } from 'playwright-core';

/** The walkthrough in its editor tab. */
export class Walkthrough {
	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
	}

	step(title: string): Locator {
		return this.#page.locator('.getting-started-step').filter({
			has: this.#page.locator('.step-title', { hasText: title }),
		});
	}

	/** Waits until a step is ticked. */
	async ticked(title: string): Promise<void> {
		await this.step(title).locator('.codicon-getting-started-step-checked').first().waitFor();
	}

	/** Titles of all steps that are ticked. */
	async tickedSteps(): Promise<string[]> {
		return this.#page
			.locator('.getting-started-step', {
				has: this.#page.locator('.codicon-getting-started-step-checked:not(.hidden)'),
			})
			.locator('.step-title')
			.allTextContents();
	}
}
