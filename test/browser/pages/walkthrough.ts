import type { Locator, Page } from '@playwright/test';

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

	/** Shows a step's text, with its picture beside it. */
	async show(title: string): Promise<void> {
		const step = this.step(title);
		if (!(await step.locator('.step-description-container').isVisible())) {
			await step.locator('.step-title').click();
		}
		await step.locator('.step-description-container').waitFor();
	}

	/** How many pixels of the list of steps an open step leaves; less than 0 if its heading and its end are never seen together. */
	async roomBeside(title: string): Promise<number> {
		return this.step(title).evaluate((step) => {
			let list = step.parentElement;
			while (list && list.scrollHeight <= list.clientHeight) {
				list = list.parentElement;
			}
			return (list?.clientHeight ?? window.innerHeight) - step.getBoundingClientRect().height;
		});
	}

	/** Waits until a step's text is shown without a click on it. */
	async shown(title: string): Promise<void> {
		await this.step(title).locator('.step-description-container').waitFor();
	}

	/** Chooses a step's button. */
	async choose(title: string, button: string): Promise<void> {
		await this.show(title);
		await this.step(title).getByRole('button', { name: button, exact: true }).click();
	}

	/** The picture beside the step that is shown. */
	picture(label: string): Locator {
		return this.#page
			.frameLocator('iframe.webview.ready')
			.frameLocator('iframe#active-frame')
			.locator(`svg[aria-label=${JSON.stringify(label)}]`);
	}

	tick(title: string): Locator {
		return this.step(title).locator('.codicon-getting-started-step-checked').first();
	}

	/** Waits until a step is ticked. */
	async ticked(title: string): Promise<void> {
		await this.tick(title).waitFor();
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
