import { readdirSync, readFileSync } from 'node:fs';

const TEST = new URL('../../', import.meta.url);

/** The beginning of a test or a group of tests that is run: not commented out, not skipped. */
const TITLE =
	/^[ \t]*(?:describe|it|test(?:\.describe(?:\.serial)?)?)\(\s*(?:'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)"|`((?:\\.|[^`\\])*)`)/gm;

/** The titles of a test's source; parts that are computed stand as they are written. */
export function titlesIn(source: string): readonly string[] {
	return Array.from(
		source.matchAll(TITLE),
		([, single, double, template]) => single ?? double ?? template ?? '',
	);
}

/** Titles of every test file below some folders of test/, by the file's path without `.test.ts`. */
export function titles(...folders: readonly string[]): ReadonlyMap<string, readonly string[]> {
	return new Map(
		folders.flatMap((folder) =>
			readdirSync(new URL(`${folder}/`, TEST), { recursive: true, encoding: 'utf8' })
				.map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
				.filter((file) => file.endsWith('.test.ts') && !file.includes('node_modules'))
				.sort()
				.map((file) => [
					file.slice(0, -'.test.ts'.length),
					titlesIn(readFileSync(new URL(file, TEST), 'utf8')),
				]),
		),
	);
}

/** Whether a text names an id as a whole word: R-TOK-1 is not in R-TOK-13, and B1 is not in B1a. */
export function names(text: string, id: string): boolean {
	return new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(text);
}
