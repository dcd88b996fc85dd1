import assert from 'node:assert/strict';
import type { ErrorCode } from 'yaml';
import { read } from '../../../src/document/read.ts';
import { syntaxMessage } from '../../../src/document/syntax-messages.ts';
import { HEAD } from './editing.ts';

const COLON = 'A colon is missing.';

describe('messages about syntax errors', () => {
	for (const [what, text, line, message] of [
		['a section without colon', 'systems\n  DEV:\n    type: x\n', 4, COLON],
		['a name without colon', 'systems:\n  DEV\n    type: x\n', 5, COLON],
		['a key without colon', 'systems:\n  DEV:\n    type x\n    status: pending\n', 6, COLON],
		[
			'a colon without space',
			'systems:\n  DEV:\n    type:x\n    status: pending\n',
			6,
			'A space is missing after the colon.',
		],
		['an open quote', 'x: "a\n', 5, 'A closing quotation mark is missing in this line or above.'],
		['text behind a quote', 'x: "a" b\n', 4, "b isn't expected here."],
		['an open list', 'x: [a, b\ny: 1\n', 5, 'A closing bracket ] is missing in this line or above.'],
		['an open map', 'x: {a: 1\n', 5, 'A closing bracket } is missing in this line or above.'],
		['no comma', 'x: {"a": 1, "b" 2}\n', 4, 'A comma or a colon is missing inside the brackets.'],
		['no comma before a key', 'x: {a: 1 b: 2}\n', 4, 'Inside brackets, a comma is missing'],
		['a comma too many', 'x: [a,,b]\n', 4, 'There is one comma too many.'],
		['a bracket too many', 'x: ]\n', 4, "] isn't expected here."],
		['two colons', 'x: a: b\n', 4, 'A line can have one key only.'],
		['a value above deeper lines', 'x: b\n  c: d\n', 4, 'This key already has a value'],
		['a line that is too far left', 'x:\n    a: b\n  c: d\n', 6, 'The indentation is wrong.'],
		['a tab', 'systems:\n\tA: 1\n', 5, 'The line is indented with a tab.'],
		['a list beside its key', 'x: - a\n', 4, "A list can't start in the line of its key."],
		['a reserved sign', 'x: @a\n', 4, "A value can't start with @."],
		['a wrong escape', 'x: "\\q"\n', 4, "\\q isn't valid in double quotes."],
		['a comment without space', 'x: "a"#b\n', 4, 'A space is missing before #.'],
		['an alias without name', 'x: *\n', 4, 'The characters &, * and ! have a meaning in YAML'],
	] as const) {
		it(`say of ${what} what is wrong, where, and what to do`, () => {
			const { findings, unreadable } = read(`${HEAD}${text}`);
			const found = findings.find(({ severity }) => severity === 'error')?.message ?? '';
			assert.equal(found.slice(0, message.length), message);
			assert.match(found, / (Add|Remove|Write|Put|Use|Start|Correct|Shorten|If|For) .*\.$/);
			assert.ok(unreadable?.message.startsWith(`Line ${line}: ${found}`), unreadable?.message);
		});
	}

	it('tell what follows from an error in the same place once only', () => {
		const errors = read(`${HEAD}x: b\n  c: d\n`).findings.filter(({ severity }) => severity === 'error');
		assert.equal(errors.length, 1);
	});

	it('keep the words of the library where they know none, cut to what can be read', () => {
		const words = (code: string, message: string) => syntaxMessage(code as ErrorCode, message, 'x');
		assert.equal(words('NEW_CODE', 'Some news'), "The text isn't valid YAML (Some news). Correct it.");
		assert.equal(words('MISSING_CHAR', 'Some char'), "The text isn't valid YAML (Some char). Correct it.");
		assert.ok(words('IMPOSSIBLE', 'x'.repeat(9999)).length < 300);
	});
});
