import { expect, type Locator, type Page } from '@playwright/test';

/** How long one try takes that is repeated where a message went or moved meanwhile. */
const TRY = 5_000;
/** Some messages go from the corner by themselves after 15 s, and stay in the list behind the bell. */
const SHOWN = 15_000;

/** The messages in the lower right corner. */
export class Notifications {
	readonly #toasts: Locator;
	readonly #list: Locator;
	readonly #bell: Locator;

	constructor(page: Page) {
		this.#toasts = page.locator('.notifications-toasts .notification-toast');
		this.#list = page.locator('.notifications-center');
		this.#bell = page.locator('#status\\.notifications');
	}

	/** Waits for a message; opens the list of all where it is not in the corner. */
	async saying(text: string | RegExp): Promise<Locator> {
		const message = this.#toasts.or(this.#list.locator('.monaco-list-row')).filter({ hasText: text }).first();
		await expect(async () => {
			try {
				await message.waitFor({ timeout: SHOWN });
			} catch (error) {
				await this.#bell.click({ timeout: TRY });
				throw error;
			}
		}).toPass();
		return message;
	}

	/** Waits for a message and chooses one of its buttons. */
	async answer(text: string | RegExp, button: string | RegExp): Promise<void> {
		await expect(async () => {
			const message = await this.saying(text);
			await message.getByRole('button', { name: button, exact: true }).click({ timeout: TRY });
		}).toPass();
	}

	/** The buttons of a message whose words have no room; waits for the message. */
	async cutButtons(text: string | RegExp): Promise<string[]> {
		const message = await this.saying(text);
		await message.getByRole('button').last().waitFor();
		return message.evaluate((toast) => {
			const right = toast.getBoundingClientRect().right;
			return [...toast.querySelectorAll('.monaco-text-button, .monaco-button')]
				.filter(
					(button) =>
						button.scrollWidth > button.clientWidth || button.getBoundingClientRect().right > right + 1,
				)
				.map((button) => button.textContent ?? '');
		});
	}

	/** Waits until no message is shown. */
	async gone(): Promise<void> {
		await this.#toasts.first().waitFor({ state: 'detached' });
	}

	/** Clears all messages; one may go by itself meanwhile. */
	async clear(): Promise<void> {
		await expect(async () => {
			if (await this.#list.isVisible()) {
				await this.#list.getByRole('button', { name: /^Clear All Notifications/ }).click({ timeout: TRY });
			}
			while ((await this.#toasts.count()) > 0) {
				const toast = this.#toasts.first();
				await toast.hover({ timeout: TRY });
				await toast.getByRole('button', { name: /^Clear Notification/ }).click({ timeout: TRY });
			}
		}).toPass();
	}
}
