import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The page *Maintain Extensions on SAP BTP* of a tenant. */
export class TenantPage {
	readonly frame: FrameLocator;

	constructor(page: Page) {
		this.frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
	}

	heading(): Locator {
		return this.frame.getByRole('heading', { name: 'Maintain Extensions on SAP BTP' });
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
}
