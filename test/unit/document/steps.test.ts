import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MOST_ALIASED_VALUES, read } from '../../../src/document/read.ts';
import { indentStep } from '../../../src/document/text-positions.ts';
import { treeOf } from '../../../src/document/tree-of.ts';
import { cursorAt } from '../../../src/language/cursor.ts';
import { occurrencesIn } from '../../../src/language/occurrences.ts';
import { symbolsIn } from '../../../src/language/symbols.ts';
import { commentsIn } from '../../../src/merge/comments.ts';
import { forAll } from '../property-runs.ts';
import { SHAPES } from './hostile-shapes.ts';
import { Steps } from './steps.ts';

const LENGTH = 10_000;
const STEPS_A_UNIT = 300;
const STEPS_AN_ALIASED_VALUE = 20;

/** What is done with a text that somebody opens and edits. */
const WORK: Readonly<Record<string, (text: string) => unknown>> = {
	reading: read,
	'looking for the cursor in its middle': (text) => cursorAt(text, text.length >> 1),
	'looking for the cursor at its end': (text) => cursorAt(text, text.length),
	'looking through it': (text) => {
		const reading = read(text);
		return [symbolsIn, occurrencesIn, treeOf].map((look) => look(reading));
	},
	'looking for comments': (text) => [commentsIn(text), indentStep(text)],
};

const PIECES =
	"- |? |: |a: |a|\"|'|[|]|{|}|,|#|# c|\n|  |\t|&a|&a |*a|!t |!!str |>\n|---\n|...\n|%|%YAML 1.2\n|\r|\r\n|\\q|\\\"|''|<<: *a\n|a: 1\n|- a\n|a:\n|- \n| # c\n|%a|!<|>|-|@|0|\uFEFF|systems:\n|token: |version: 1\n|<<<<<<<\n|=======\n|eyJ|.".split(
		'|',
	);

describe('any text takes steps in proportion to its length', function () {
	this.timeout(300_000);

	let steps: Steps;
	before(() => {
		steps = new Steps();
	});
	after(() => steps.stop());

	/** The work that takes more steps than it may, with the steps for each UTF-16 unit. */
	function tooMuchFor(text: string): readonly string[] {
		const aliased = text.includes('*') ? MOST_ALIASED_VALUES * STEPS_AN_ALIASED_VALUE : 0;
		return Object.entries(WORK).flatMap(([what, work]) => {
			const count = steps.of(() => work(text));
			assert.ok(count > 0, `${count} steps for ${what}`);
			return count > text.length * STEPS_A_UNIT + aliased
				? [`${what}: ${Math.round(count / text.length)} a unit`]
				: [];
		});
	}

	it('texts that cost more than they look', () => {
		const over = Object.entries(SHAPES).flatMap(([name, shape]) =>
			tooMuchFor(shape(LENGTH)).map((what) => `${name}, ${what}`),
		);
		assert.deepEqual(over, []);
	});

	it('texts in which some pieces are repeated', () => {
		const pieces = (minLength: number) =>
			fc.array(fc.constantFrom(...PIECES), { minLength, maxLength: 3 }).map((some) => some.join(''));
		forAll(30, pieces(0), pieces(1), pieces(0), (start, unit, end) => {
			assert.deepEqual(tooMuchFor(start + unit.repeat(LENGTH / unit.length) + end), []);
		});
	});
});
