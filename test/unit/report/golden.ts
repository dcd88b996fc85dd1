import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as l10n from '@vscode/l10n';
import { read } from '../../../src/document/read.ts';
import { textOf } from '../repository.ts';

const FOLDER = new URL('golden/', import.meta.url);

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A recorded landscape in which most things that there can be are. */
export const ACME = read(readFileSync(new URL('acme.yaml', FOLDER), 'utf8')).landscape;

/** A moment at which one of its tokens is open and one has expired. */
export const NOW = '2026-11-21T10:00:00Z';

/** A time as a reader in London has it in winter. */
export const localTime = (instant: string) => `${instant.slice(0, 10)}, ${instant.slice(11, 16)} GMT`;

const GERMAN: Record<string, string> = JSON.parse(textOf('l10n/bundle.l10n.de.json'));

/** What is said in a language. */
export function inLanguage<Said>(language: Language, say: () => Said): Said {
	try {
		l10n.config({ contents: language === 'de' ? GERMAN : {} });
		return say();
	} finally {
		l10n.config({ contents: {} });
	}
}

/** Asserts that a text is that of a golden file; writes the file again if the environment asks for it. */
export function assertGolden(name: string, actual: string): void {
	const file = new URL(name, FOLDER);
	if (process.env.UPDATE_GOLDEN) {
		writeFileSync(file, actual);
	}
	assert.equal(actual, readFileSync(file, 'utf8'));
}
