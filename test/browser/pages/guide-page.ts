import type { Frame, FrameLocator, Locator, Page } from '@playwright/test';

/** The page *Registration Guide* of a system. */
export class GuidePage {
	readonly frame: FrameLocator;

	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
		this.frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
	}

	heading(name = 'Registration Guide'): Locator {
		return this.frame.getByRole('heading', { name, exact: true });
	}

	/** A step, by its title. */
	step(title: string): Locator {
		return this.frame.getByRole('listitem').filter({ has: this.#toggle(title) });
	}

	/** The button that opens and closes a step, by its title. */
	toggle(title: string): Locator {
		return this.frame.getByRole('button', { name: new RegExp(`^${title} \\(`) });
	}

	/** The same, to be looked for inside something. */
	#toggle(title: string): Locator {
		return this.#page.getByRole('button', { name: new RegExp(`^${title} \\(`) });
	}

	/** The step that comes next, once it is the one with this title. */
	current(title: string): Locator {
		return this.frame.locator('[aria-current="step"]').filter({ has: this.#toggle(title) });
	}

	button(name: string): Locator {
		return this.frame.getByRole('button', { name, exact: true });
	}

	/** Buttons and fields of a control, by its name. */
	control(name: string): Locator {
		return this.frame.getByRole('group', { name, exact: true });
	}

	field(label: string): Locator {
		return this.frame.getByLabel(label, { exact: true });
	}

	/** Says what was said last. */
	news(text: string | RegExp): Locator {
		return this.frame.getByRole('status').filter({ hasText: text });
	}

	/** Why something was refused. */
	refusal(text: string | RegExp): Locator {
		return this.frame.getByRole('alert').filter({ hasText: text });
	}

	/** The element that has the focus. */
	focus(): Locator {
		return this.frame.locator(':focus');
	}

	/** The frame in which the page's script runs. */
	async inner(): Promise<Frame> {
		const handle = await this.frame.locator('html').elementHandle();
		const frame = await handle?.ownerFrame();
		if (!frame) {
			throw new Error('No guide is open.');
		}
		return frame;
	}
}
