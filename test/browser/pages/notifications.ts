import { expect, type Locator, type Page } from '@playwright/test';

/** How long one try takes that is repeated where a message went or moved meanwhile. */
const TRY = 5_000;

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

	/** Clears all messages; one may go by itself meanwhile. */
	async clear(): Promise<void> {
		await expect(async () => {
			while ((await this.#toasts.count()) > 0) {
				const toast = this.#toasts.first();
				await toast.hover({ timeout: TRY });
				await toast.getByRole('button', { name: /^Clear Notification/ }).click({ timeout: TRY });
			}
		}).toPass();
	}
}
