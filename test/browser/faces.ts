import type { Theme } from '../host/workbench.ts';

/** Marks what repeats a path in another face, takes long, or packs the extension anew: it runs only with `npm run test:full`. */
export const ONLY_FULL = '@full';

interface Face {
	readonly name: string;
	/** For paths that are walked in both languages. */
	readonly language: 'en' | 'de';
	readonly theme: Theme;
	readonly tag: string[];
}

/** The faces in which a path is walked. */
export const FACES: readonly Face[] = [
	{ name: 'light', language: 'en', theme: 'Default Light Modern', tag: [] },
	{ name: 'high-contrast', language: 'de', theme: 'Default High Contrast', tag: [ONLY_FULL] },
];
