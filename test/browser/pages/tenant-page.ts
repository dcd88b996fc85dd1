import { expect, type Frame, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** The page *Maintain Extensions on SAP BTP* of a tenant. */
export class TenantPage {
	readonly frame: FrameLocator;
	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
		this.frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
	}

	heading(name = 'Maintain Extensions on SAP BTP'): Locator {
		return this.frame.getByRole('heading', { name });
	}

	button(name: string): Locator {
		return this.frame.getByRole('button', { name, exact: true });
	}

	dialog(name: string): Locator {
		return this.frame.getByRole('dialog', { name, exact: true });
	}

	field(label: string | RegExp): Locator {
		return this.frame.getByLabel(label);
	}

	/** The row of an extension, by the system's name. */
	row(system: string): Locator {
		return this.frame.getByRole('row').filter({ hasText: system });
	}

	/** Says what was said last. */
	news(text: string): Locator {
		return this.frame.getByRole('status').filter({ hasText: text });
	}

	/** The element that has the focus. */
	focus(): Locator {
		return this.frame.locator(':focus');
	}

	/** Creates an extension with the token that is on the clipboard, and approves it. */
	async pair({ fails = false } = {}): Promise<void> {
		await this.button('New').click();
		const token = this.dialog('Create New Extension').getByRole('textbox', { name: /^Integration Token/ });
		await token.click();
		await this.#page.keyboard.press('ControlOrMeta+v');
		await expect(token).not.toHaveValue('');
		await this.frame.getByRole('checkbox', { name: 'Let this registration fail' }).setChecked(fails);
		await this.button('Create').click();
		await this.dialog('Approve').waitFor();
		await this.button('Yes').click();
	}

	/** The frame in which the page's script runs. */
	async inner(): Promise<Frame> {
		const handle = await this.frame.locator('html').elementHandle();
		const frame = await handle?.ownerFrame();
		if (!frame) {
			throw new Error('No page of a tenant is open.');
		}
		return frame;
	}
}
