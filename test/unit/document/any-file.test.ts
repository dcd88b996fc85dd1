import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { completionsAt } from '../../../src/document/completions.ts';
import { cursorAt } from '../../../src/document/cursor.ts';
import { applyEdits, edit } from '../../../src/document/edit.ts';
import type { FileSchema } from '../../../src/document/file-schema.ts';
import { locate, read } from '../../../src/document/read.ts';
import { applyChanges, type Change, nameIn } from '../../../src/model/change.ts';
import { findingsOf } from '../../../src/model/findings.ts';
import { ISSUED } from '../factories.ts';
import { type AnyFile, anyChange, anyFile, anyFileAndChange, isWithin, removedBy } from './any-file.ts';
import { assertInOrder, byName, fixture } from './editing.ts';
import { STYLES } from './team.ts';

const SCHEMA: FileSchema = JSON.parse(
	readFileSync(new URL('../../../schemas/system-landscape.schema.json', import.meta.url), 'utf8'),
);

describe('any file, as people write it', function () {
	this.timeout(60_000);

	it('says the landscape that it was written for', () => {
		fc.assert(
			fc.property(anyFile, ({ landscape, text }) => {
				const reading = read(text);
				assert.equal(reading.unreadable, undefined, reading.unreadable?.message);
				assert.deepEqual(byName(reading.landscape), byName(landscape));
			}),
			{ numRuns: 1000 },
		);
	});

	it('edited and then read is what is read and then changed', () => {
		fc.assert(
			fc.property(anyFileAndChange, told(({ text, landscape, change, isHard }) => {
				const after = edited(text, [change], isHard);
				if (after !== undefined) {
					assert.deepEqual(byName(read(after).landscape), byName(applyChanges(landscape, [change])));
				}
			})),
			{ numRuns: 2000 },
		);
	});

	it('keeps every line that is not of the changed entry, byte by byte', () => {
		fc.assert(
			fc.property(anyFileAndChange, told(({ text, change, lines, isHard }) => {
				const result = edit(read(text), [change]);
				if (!result.ok) {
					assert.ok(isHard, result.message);
					return;
				}
				const changed = [change.section, nameIn(change)];
				const starts = lineStarts(text);
				for (const { start, end, text: inserted } of result.edits) {
					for (const [index, from] of starts.entries()) {
						const to = starts[index + 1] ?? text.length + 1;
						const { owner = [], isBetweenBrackets = false } = lines[index] ?? {};
						// A comma comes behind the entry before, which keeps its own bytes.
						const mayGrow = isBetweenBrackets && start === end && owner[0] === change.section;
						const content = endOfContent(text, from, to);
						const isTouched = start === end ? from < start && start < content : start < content && from < end;
						const isShared = owner.length === 1 && owner[0] === change.section;
						assert.ok(
							!isTouched || isShared || mayGrow || isWithin(owner, changed) ,
							`the line ${JSON.stringify(text.slice(from, to))} was touched`,
						);
					}
					assert.ok(inserted === '' || !/(?<!\r)\n/.test(inserted) || !text.includes('\r'));
				}
			})),
			{ numRuns: 2000 },
		);
	});

	it('keeps every comment but those inside what a change removes', () => {
		fc.assert(
			fc.property(anyFileAndChange, told(({ text, landscape, change, comments, isHard }) => {
				const after = edited(text, [change], isHard);
				if (after === undefined) {
					return;
				}
				const gone = removedBy(landscape, change);
				const entry = [change.section, nameIn(change)];
				for (const { text: comment, owner, isAtBar } of comments) {
					const mayGo = gone.some((path) => isWithin(owner, path)) || (isAtBar && isWithin(owner, entry));
					if (!mayGo) {
						assert.ok(includesComment(after, comment), `${comment} of ${owner.join('/')} is lost`);
					}
				}
			})),
			{ numRuns: 2000 },
		);
	});
});

function edited(text: string, changes: readonly Change[], mayBeRefused: boolean): string | undefined {
	const result = edit(read(text), changes);
	if (!result.ok) {
		assert.equal(result.code, 'edit-unsafe');
		assert.ok(mayBeRefused, result.message);
		return undefined;
	}
	assertInOrder(result.edits, text.length);
	return applyEdits(text, result.edits);
}

/** Fails with the text and what became of it, which tells more than the values that made them. */
function told(check: (file: AnyFile & { readonly change: Change }) => void) {
	return (file: AnyFile & { readonly change: Change }) => {
		try {
			check(file);
		} catch (error) {
			const result = edit(read(file.text), [file.change]);
			const after = result.ok ? applyEdits(file.text, result.edits) : result.message;
			throw new Error(`${String(error)}\n--- ${fc.stringify(file.change)}\n${file.text}\n--- after\n${after}`);
		}
	};
}

function includesComment(text: string, comment: string): boolean {
	return text.includes(`${comment};`) || text.includes(`${comment} a: [b;`);
}

/** Offsets at which lines begin. */
function lineStarts(text: string): number[] {
	const starts = [0];
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
		starts.push(at + 1);
	}
	return starts;
}

function endOfContent(text: string, from: number, to: number): number {
	return from + text.slice(from, to).replace(/\r?\n$/, '').length;
}
