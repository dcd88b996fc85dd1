import assert from 'node:assert/strict';
import { cursorAt } from '../../../src/language/cursor.ts';

describe('the cursor', () => {
	it('is in a word of the text, whatever ends its line', () => {
		for (const text of [
			'-',
			'-\r',
			'-\r\n',
			'A\r',
			'A \r\n',
			'T\f',
			'}"',
			'}"\n',
			'a\u2028',
			'\uFEFFa',
			'a\t\r',
		]) {
			for (let offset = 0; offset <= text.length; offset++) {
				const cursor = cursorAt(text, offset);
				if (cursor) {
					const { start, end } = cursor;
					assert.ok(
						0 <= start && start <= offset && offset <= end && end <= text.length,
						JSON.stringify(text),
					);
				}
			}
		}
	});

	it('is in a key whose colon is still missing, with a line break of any kind', () => {
		for (const text of ['mode', 'mode\n', 'mode \r\n', 'a: 1\r\nmode\r\nb: 2\r\n']) {
			const start = text.indexOf('mode');
			const { at, path, text: word, end } = cursorAt(text, start + 2) ?? {};
			assert.deepEqual([at, path, word, end], ['key', ['mode'], 'mode', start + 4]);
		}
	});

	it('is nowhere in a text that nests too deeply', () => {
		assert.equal(cursorAt(`a:\n  ${'['.repeat(10_000)}1${']'.repeat(10_000)}`, 6), undefined);
		assert.equal(cursorAt(`a:\n  ${'{a: '.repeat(10_000)}1${'}'.repeat(10_000)}`, 6), undefined);
	});
});
