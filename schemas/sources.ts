import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `docs/rules.md` lists under *Sources*: the title and the address of each page, by its short name. */
const RULES = readFileSync(join(import.meta.dirname, '..', 'docs', 'rules.md'), 'utf8');
const listed = (lines: RegExp) =>
	new Map(Array.from(RULES.matchAll(lines), ([, name, value]) => [name, value]));
const TITLES = listed(/^\| \[(D\/[0-9a-f]{7})\] \| (.+) \|$/gm);
const ADDRESSES = listed(/^\[(D\/[0-9a-f]{7})\]: (.+)$/gm);

/** Markdown links to the pages that a source such as `S1 D/28171b6` names; empty where it names none. */
export function linksTo(source: string): string {
	return Array.from(source.matchAll(/(?<!history of )\bD\/[0-9a-f]{7}/g), ([name]) => {
		if (!TITLES.has(name) || !ADDRESSES.has(name)) {
			throw new Error(`docs/rules.md has no page ${name}.`);
		}
		return `[${TITLES.get(name)}](${ADDRESSES.get(name)})`;
	}).join(', ');
}
