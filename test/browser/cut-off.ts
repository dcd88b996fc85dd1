import type { Frame } from '@playwright/test';

/** What of a page is wider than there is room for. */
export async function cutOffIn(frame: Frame): Promise<readonly string[]> {
	return frame.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		const wide = [...document.querySelectorAll('main *, dialog[open], dialog[open] *')].filter(
			(element) =>
				!element.closest('.visually-hidden, .reason, svg') &&
				// Where rows are laid out as cards, their head is for the ear only.
				(element.closest('thead')?.clientWidth ?? 2) > 1 &&
				element.checkVisibility() &&
				element.getBoundingClientRect().right > clientWidth + 1,
		);
		return [
			...(scrollWidth > clientWidth ? [`${scrollWidth} > ${clientWidth}`] : []),
			...wide.map((element) => `${element.tagName}.${element.className}`),
		];
	});
}
