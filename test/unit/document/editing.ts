import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { applyEdits, edit, type TextEdit } from '../../../src/document/edit.ts';
import { read } from '../../../src/document/read.ts';
import { applyChanges, type Change } from '../../../src/model/change.ts';
import type { Landscape } from '../../../src/model/landscape.ts';
import { accepted } from '../factories.ts';

/** The first lines of a landscape file; alone they are a landscape without any record. */
export const HEAD = 'version: 1\nglobalAccount: Acme\nmode: practice\n';

/** The text of a fixture, with plain line breaks on every machine. */
export function fixture(name: string): string {
	return readFileSync(new URL(`fixtures/${name}.yaml`, import.meta.url), 'utf8').replaceAll('\r\n', '\n');
}

/** The landscape that a text says, which must be readable without any reservation. */
export function landscapeIn(text: string): Landscape {
	const { landscape, unreadable } = read(text);
	assert.equal(unreadable, undefined);
	return landscape;
}

/**
 * The text after changes, and the edits that made it: which must be in order, must not overlap, and must lead to the
 * landscape plus the changes.
 */
export function edited(
	text: string,
	changes: readonly Change[],
): { readonly text: string; readonly edits: readonly TextEdit[] } {
	const reading = read(text);
	const result = accepted(edit(reading, changes));
	assertInOrder(result.edits, text.length);
	const after = applyEdits(text, result.edits);
	assert.equal(result.reading.text, after);
	assert.equal(result.reading.unreadable, undefined);
	assert.deepEqual(byName(result.reading.landscape), byName(applyChanges(reading.landscape, changes)));
	return { text: after, edits: result.edits };
}

/** The order of entries in a map says nothing, so it is not compared. */
export function byName(landscape: Landscape): unknown {
	const sorted = <Entry>(entries: ReadonlyMap<string, Entry>, of: (entry: Entry) => unknown) =>
		[...entries]
			.map(([name, entry]) => [name, of(entry)] as const)
			.sort(([one], [other]) => (one < other ? -1 : 1));
	return {
		...landscape,
		systems: sorted(landscape.systems, (entry) => entry),
		tenants: sorted(landscape.tenants, (entry) => ({
			...entry,
			extensions: sorted(entry.extensions, (extension) => extension),
		})),
		subaccounts: sorted(landscape.subaccounts, (entry) => entry),
		formations: sorted(landscape.formations, (entry) => entry),
	};
}

export function assertInOrder(edits: readonly TextEdit[], length: number): void {
	let done = 0;
	for (const { start, end } of edits) {
		assert.ok(done <= start && start <= end && end <= length, 'edits are in order and do not overlap');
		done = end;
	}
}

/** The lines that differ, as `-old` and `+new`, by a longest common subsequence; line breaks are not compared. */
export function diff(before: string, after: string): string[] {
	const old = before.split(/\r?\n/);
	const now = after.split(/\r?\n/);
	const common = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
	const at = (row: number, column: number) => common[row]?.[column] ?? 0;
	for (let row = old.length - 1; row >= 0; row--) {
		for (let column = now.length - 1; column >= 0; column--) {
			(common[row] as Uint16Array)[column] =
				old[row] === now[column]
					? at(row + 1, column + 1) + 1
					: Math.max(at(row + 1, column), at(row, column + 1));
		}
	}
	const lines: string[] = [];
	let row = 0;
	let column = 0;
	while (row < old.length || column < now.length) {
		if (row < old.length && column < now.length && old[row] === now[column]) {
			row++;
			column++;
		} else if (row < old.length && (column === now.length || at(row + 1, column) >= at(row, column + 1))) {
			lines.push(`-${old[row++]}`);
		} else {
			lines.push(`+${now[column++]}`);
		}
	}
	return lines;
}
