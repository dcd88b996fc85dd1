import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { runFromPalette } from './pages/palette.ts';

/** The languages that the extension speaks. */
export type Language = 'en' | 'de';

const root = join(import.meta.dirname, '..', '..');
const TEXTS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
	en: JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')),
	de: JSON.parse(readFileSync(join(root, 'package.nls.de.json'), 'utf8')),
};

/** A text of the manifest by its key. */
export function manifestText(language: Language, key: string): string {
	const text = TEXTS[language][key];
	if (text === undefined) {
		throw new Error(`The manifest has no text ${key}.`);
	}
	return text;
}

/** Runs one of the extension's commands by what the palette calls it in a language. */
export async function runCommand(page: Page, language: Language, command: string): Promise<void> {
	await runFromPalette(
		page,
		`${manifestText(language, 'category')}: ${manifestText(language, `command.${command}`)}`,
	);
}
