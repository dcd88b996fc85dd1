/** Sizes and weights of the picture's texts, in its own units; the page's style repeats them. */
export const FONTS = {
	name: { size: 13, weight: 600 },
	note: { size: 12, weight: 400 },
	tag: { size: 12, weight: 400 },
} as const;

/** How wide a text is, in the picture's units. */
export type Measure = (text: string, font: keyof typeof FONTS) => number;

/** The smallest text that a person can read well, in pixels of the screen. */
export const LEGIBLE = 9;

/** The zoom at which the smallest text has that size. */
export const LEGIBLE_SCALE = LEGIBLE / Math.min(...Object.values(FONTS).map(({ size }) => size));
