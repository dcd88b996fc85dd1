import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { changesOf, OPERATIONS, STYLES } from '../merge/team.ts';
import { diff, edited, fixture, landscapeIn } from './editing.ts';

/** What each operation does to the lines of a fixture: `-old`, `+new`; all other lines are the same. */
function expectedDiffs(style: string): ReadonlyMap<string, string> {
	const text = readFileSync(new URL(`fixtures/${style}.diffs.txt`, import.meta.url), 'utf8');
	return new Map(
		text
			.replaceAll('\r\n', '\n')
			.split(/^## /m)
			.slice(1)
			.map((part) => {
				const [operation = '', ...lines] = part.trimEnd().split('\n');
				return [operation, lines.join('\n')] as const;
			}),
	);
}

const withWindowsLineBreaks = (text: string) => text.replaceAll('\n', '\r\n');
const withByteOrderMark = (text: string) => `\uFEFF${text}`;

for (const style of STYLES) {
	describe(`editing a file in the style "${style}"`, () => {
		const text = fixture(style);
		const landscape = landscapeIn(text);
		const expected = expectedDiffs(style);

		for (const operation of Object.keys(OPERATIONS)) {
			const changes = changesOf(operation, landscape);
			const after = edited(text, changes).text;

			it(`${operation}: touches its lines only`, () => {
				assert.equal(diff(text, after).join('\n').trimEnd(), expected.get(operation));
			});

			it(`${operation}: does the same with CRLF, and adds no other line break`, () => {
				assert.equal(edited(withWindowsLineBreaks(text), changes).text, withWindowsLineBreaks(after));
			});

			it(`${operation}: does the same after a byte-order mark`, () => {
				const marked = withByteOrderMark(text);
				assert.equal(edited(marked, changes).text, withByteOrderMark(after));
			});

			it(`${operation}: does the same without a final line break`, () => {
				assert.equal(edited(text.trimEnd(), changes).text, after.trimEnd());
			});
		}
	});
}

describe('the expected diffs', () => {
	for (const style of STYLES) {
		it(`of "${style}" tell of every operation, and each does something`, () => {
			const expected = expectedDiffs(style);
			assert.deepEqual([...expected.keys()], Object.keys(OPERATIONS));
			assert.ok([...expected.values()].every((lines) => /^[-+]/.test(lines)));
		});
	}
});

describe('additions in block style', () => {
	for (const operation of [
		'register a system with its token',
		'register a system without token',
		'open a new tenant',
		'create an extension',
		'create an extension next to others',
		'create an extension in a new tenant',
		'add a subaccount',
		'add the first service plans',
		'add one more service plan',
	]) {
		it(`${operation}: removing the added text gives the old text exactly`, () => {
			const text = fixture('hand-formatted');
			const { edits } = edited(text, changesOf(operation, landscapeIn(text)));
			assert.ok(edits.length > 0 && edits.every(({ start, end }) => start === end));
		});
	}
});
