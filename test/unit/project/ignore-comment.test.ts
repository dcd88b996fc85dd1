import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/document/edit.ts';
import { ignoreComment } from '../../../src/project/ignore-comment.ts';

describe('the comment that silences a finding', () => {
	const commented = (text: string, part: string, file = 'file:///p/mta.yaml') => {
		const start = text.indexOf(part);
		const at = { file, start, end: start + part.length };
		const finding = { code: 'project-not-entitled', severity: 'warning', message: '', at } as const;
		const edit = ignoreComment(finding, text);
		return edit && applyEdits(text, [edit]);
	};
	const COMMENT = '# system-landscape: ignore project-not-entitled';

	it('stands above the line, with its indentation and line break', () => {
		assert.equal(commented('a:\n    b: DEV\n', 'DEV'), `a:\n    ${COMMENT}\n    b: DEV\n`);
		assert.equal(commented('a:\r\n  - b: DEV', 'DEV'), `a:\r\n  ${COMMENT}\r\n  - b: DEV`);
		assert.equal(commented('\uFEFFb: DEV', 'DEV'), `\uFEFF${COMMENT}\nb: DEV`);
	});

	it('may stand between brackets, and in one of several documents', () => {
		assert.equal(commented('a: {\n  b: DEV }\n', 'DEV'), `a: {\n  ${COMMENT}\n  b: DEV }\n`);
		assert.equal(commented('a: 1\n---\nb: DEV\n', 'DEV'), `a: 1\n---\n${COMMENT}\nb: DEV\n`);
	});

	it('is not written where it would be text, where there are no comments, or into a file with syntax errors', () => {
		assert.equal(commented('a: |\n  b\n  DEV\n', 'DEV'), undefined);
		assert.equal(commented('a: "b\n  DEV"\n', 'DEV'), undefined);
		assert.equal(commented('{ "a": "DEV" }', 'DEV', 'file:///p/a.json'), undefined);
		assert.equal(commented('module.exports = DEV', 'DEV', 'file:///p/.cdsrc.js'), undefined);
		assert.equal(commented('a: DEV\nb: [\n', 'DEV'), undefined);
	});
});
