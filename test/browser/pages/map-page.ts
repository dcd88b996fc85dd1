import type { Frame, FrameLocator, Locator, Page } from '@playwright/test';

/** The landscape map in its editor tab. */
export class MapPage {
	readonly frame: FrameLocator;
	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
		this.frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
	}

	heading(name: string): Locator {
		return this.frame.getByRole('heading', { name, exact: true });
	}

	button(name: string): Locator {
		return this.frame.getByRole('button', { name, exact: true });
	}

	/** A card or label by how what a screen reader says of it begins. */
	element(said: string): Locator {
		return this.frame.locator(`svg [role="button"][aria-label^="${said.replaceAll('\n', '\\a ')}"]`);
	}

	cards(): Locator {
		return this.frame.locator('svg .node');
	}

	field(label: string): Locator {
		return this.frame.getByLabel(label, { exact: true });
	}

	/** Says what was said last. */
	news(text: string | RegExp): Locator {
		return this.frame.getByRole('status').filter({ hasText: text });
	}

	/** The frame in which the page's script runs. */
	async inner(): Promise<Frame> {
		const handle = await this.frame.locator('html').elementHandle();
		const frame = await handle?.ownerFrame();
		if (!frame) {
			throw new Error(`The map is not open in ${this.#page.url()}.`);
		}
		return frame;
	}
}
