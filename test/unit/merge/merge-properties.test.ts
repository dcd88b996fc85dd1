import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, edit } from '../../../src/document/edit.ts';
import { read } from '../../../src/document/read.ts';
import { treeOf } from '../../../src/document/tree-of.ts';
import { splitSides } from '../../../src/merge/conflict-sides.ts';
import { type ResolvedMerge, resolveMerge } from '../../../src/merge/merge-texts.ts';
import type { Change } from '../../../src/model/change.ts';
import { itemKey, type Tree, type TreeMap } from '../../../src/model/tree.ts';
import { anyChange } from '../document/any-landscape.ts';
import { file } from '../document/random-files.ts';
import { accepted } from '../factories.ts';
import { forAll } from '../property-runs.ts';
import { conflict, placesOf, resolved } from './conflict.ts';

/** One comment, on a line of its own or behind a value, at a random line. */
interface Note {
	readonly line: number;
	readonly isBehind: boolean;
}
const notes = fc.array(fc.record({ line: fc.nat(200), isBehind: fc.boolean() }), { maxLength: 3 });

function changed(text: string, changes: readonly Change[], more: readonly Note[], by: string): string {
	const after = changes.reduce((current, change) => {
		const result = edit(read(current), [change]);
		return result.ok ? applyEdits(current, result.edits) : current;
	}, text);
	const lines = after.split('\n');
	for (const [index, { line, isBehind }] of more.entries()) {
		const at = 1 + (line % (lines.length - 1));
		const old = lines[at] ?? '';
		const comment = `# note ${by} ${index}.`;
		if (isBehind && old.trim() && !old.includes('# ')) {
			lines[at] = old.endsWith('\r') ? `${old.slice(0, -1)} ${comment}\r` : `${old} ${comment}`;
		} else {
			lines.splice(at, 0, `${/^ */.exec(old)?.[0]}${comment}${after.includes('\r\n') ? '\r' : ''}`);
		}
	}
	return lines.join('\n');
}

const sidesOfOne = file.chain(({ landscape, text }) => {
	const base = text.endsWith('\n') ? text : `${text}${text.includes('\r\n') ? '\r\n' : '\n'}`;
	const some = fc.array(anyChange(landscape), { maxLength: 3 });
	return fc.tuple(some, some, notes, notes).map(([mine, yours, ourNotes, theirNotes]) => ({
		base,
		ours: changed(base, mine, ourNotes, 'ours'),
		theirs: changed(base, yours, theirNotes, 'theirs'),
	}));
});

/** The text of the side that is kept, which is all where nothing contradicts. */
function kept({ text, contradictions }: ResolvedMerge): string {
	if (contradictions.length === 0) {
		return text;
	}
	const sides = accepted(splitSides(text));
	return sides.ours.text;
}

/** What a text says, whatever the order of lists and keys; an empty section is none. */
function meaning(text: string): unknown {
	const plain = (tree: Tree): unknown => {
		if (tree instanceof Map) {
			const entries = [...tree].filter(([, value]) => !(value instanceof Map && value.size === 0));
			return Object.fromEntries(entries.map(([key, value]) => [`:${key}`, plain(value)]));
		}
		return Array.isArray(tree)
			? [...tree].sort((one, other) => ((itemKey(one) ?? '') < (itemKey(other) ?? '') ? -1 : 1)).map(plain)
			: tree;
	};
	const reading = read(text);
	assert.equal(reading.unreadable, undefined, reading.unreadable?.message);
	const tree = treeOf(reading) as TreeMap;
	return plain(new Map([...tree].filter(([, value]) => value !== null)));
}

const numbered = (text: string) => text.match(/# (?:comment|trailing|note \w+) \d+\./g) ?? [];

describe('merging, for any hand-styled file and any changes on two sides', function () {
	this.timeout(120_000);

	it('is verified, is the same from both sides, and keeps what only one side did', () => {
		forAll(50, sidesOfOne, fc.boolean(), ({ base, ours, theirs }, isDiff3) => {
			const marked = conflict(ours, theirs, isDiff3 ? base : undefined);
			const result = resolved(marked, { base });
			const mirrored = resolved(conflict(theirs, ours, isDiff3 ? base : undefined), { base });
			assert.deepEqual(placesOf(result.contradictions).sort(), placesOf(mirrored.contradictions).sort());
			if (result.contradictions.length === 0) {
				assert.deepEqual(meaning(result.text), meaning(mirrored.text));
			}
			const systemsOf = (text: string) => read(text).landscape.systems;
			const merged = systemsOf(kept(result));
			const sides = [ours, theirs, base].map(systemsOf);
			const isContradictory = (section: string, name: string) =>
				result.contradictions.some(({ path }) => path[0] === section && path[1] === name);
			for (const name of new Set(sides.flatMap((systems) => [...systems.keys()]))) {
				const [one, two, was] = sides.map((systems) => systems.get(name));
				if (!isContradictory('systems', name)) {
					const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
					if (same(one, was)) {
						assert.deepEqual(merged.get(name), two);
					} else if (same(two, was)) {
						assert.deepEqual(merged.get(name), one);
					}
				}
			}
		});
	});

	it('keeps every comment that a side has added, and those that both have', () => {
		forAll(50, sidesOfOne, fc.boolean(), ({ base, ours, theirs }, hasBase) => {
			const { text } = resolved(conflict(ours, theirs), hasBase ? { base } : {});
			const there = new Set(numbered(text));
			const [mine, yours, old] = [ours, theirs, base].map((side) => new Set(numbered(side)));
			for (const comment of [...(mine ?? []), ...(yours ?? [])]) {
				if (!hasBase || !old?.has(comment) || (mine?.has(comment) && yours?.has(comment))) {
					assert.ok(there.has(comment), `${comment} is lost in\n${text}`);
				}
			}
		});
	});

	it('is the base where nothing changed, and the other side where only that one changed', () => {
		forAll(50, sidesOfOne, ({ base, theirs }) => {
			assert.equal(resolved(conflict(base, base, base)).text, base);
			const result = resolved(conflict(base, theirs, base));
			assert.deepEqual(result.contradictions, []);
			assert.deepEqual(meaning(result.text), meaning(theirs));
			assert.equal(resolved(conflict(theirs, base, base)).text, theirs);
		});
	});

	it('never throws, whatever is between the markers', () => {
		const line = fc.constantFrom(
			'<<<<<<< a',
			'||||||| b',
			'=======',
			'>>>>>>> c',
			'version: 1',
			'globalAccount: a',
			'mode: practice',
			'systems:',
			'  A: {type: T, status: pending}',
			'  A: &a [*a]',
			'# c',
			'- x',
			'x: {',
			'"',
			'',
		);
		forAll(500, fc.array(line, { maxLength: 30 }), (lines) => {
			resolveMerge(lines.join('\n'), { base: lines.join('\r\n') });
		});
	});
});
