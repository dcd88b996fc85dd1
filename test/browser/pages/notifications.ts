import type { Locator, Page } from 'playwright-core';

/** The messages in the lower right corner. */
export class Notifications {
	readonly #toasts: Locator;

	constructor(page: Page) {
		this.#toasts = page.locator('.notifications-toasts .notification-toast');
	}

	/** Waits for a message. */
	async saying(text: string | RegExp): Promise<Locator> {
		const toast = this.#toasts.filter({ hasText: text }).first();
		await toast.waitFor();
		return toast;
	}

	/** Waits for a message and chooses one of its buttons. */
	async answer(text: string | RegExp, button: string | RegExp): Promise<void> {
		const toast = await this.saying(text);
		await toast.getByRole('button', { name: button, exact: true }).click();
	}

	/** Waits until no message is shown. */
	async gone(): Promise<void> {
		await this.#toasts.first().waitFor({ state: 'detached' });
	}

	async clear(): Promise<void> {
		while ((await this.#toasts.count()) > 0) {
			const toast = this.#toasts.first();
			await toast.hover();
			await toast.getByRole('button', { name: /^Clear Notification/ }).click();
		}
	}
}
