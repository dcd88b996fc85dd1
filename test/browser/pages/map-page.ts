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

	/** What is said of the selected element, with its actions. */
	details(name: string): Locator {
		return this.frame.getByRole('region', { name, exact: true });
	}

	/** The element that has the focus. */
	focus(): Locator {
		return this.frame.locator(':focus');
	}

	/** The size of the smallest text of the picture on the screen, in pixels. */
	async smallestText(): Promise<number> {
		return this.frame.locator('svg').evaluate((svg) => {
			const scale = Number(
				/scale\((.*)\)/.exec(svg.querySelector('g')?.getAttribute('transform') ?? '')?.[1],
			);
			const sizes = [...svg.querySelectorAll('text')].map((text) =>
				Number.parseFloat(getComputedStyle(text).fontSize),
			);
			return Math.min(...sizes) * scale;
		});
	}

	/** How many cards are not wholly in sight, or under the buttons. */
	async outside(): Promise<number> {
		return this.frame.locator('svg').evaluate((svg) => {
			const screen = svg.getBoundingClientRect();
			const buttons = document.querySelector('.controls')?.getBoundingClientRect();
			return [...svg.querySelectorAll('.node .hit')].filter((card) => {
				const { left, top, right, bottom } = card.getBoundingClientRect();
				const isCovered = buttons && right > buttons.left && bottom > buttons.top;
				return (
					left < screen.left ||
					top < screen.top ||
					right > screen.right ||
					bottom > screen.bottom ||
					isCovered
				);
			}).length;
		});
	}

	/** The words of the table that are broken into several lines. */
	async brokenWords(): Promise<readonly string[]> {
		return (await this.inner()).evaluate(() => {
			const broken: string[] = [];
			const texts = document.createTreeWalker(
				document.querySelector('table') ?? document,
				NodeFilter.SHOW_TEXT,
			);
			for (let text = texts.nextNode(); text; text = texts.nextNode()) {
				for (const word of (text.textContent ?? '').matchAll(/[^\s/-]+/g)) {
					const range = document.createRange();
					range.setStart(text, word.index);
					range.setEnd(text, word.index + word[0].length);
					const lines = new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top)));
					if (lines.size > 1) {
						broken.push(word[0]);
					}
				}
			}
			return broken;
		});
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
