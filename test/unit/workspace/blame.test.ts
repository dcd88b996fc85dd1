import assert from 'node:assert/strict';
import { commitOfLine, NO_COMMIT } from '../../../src/workspace/blame.ts';

/** What `git blame` writes, in the forms that settings of Git give it. */
const LINES: readonly (readonly [what: string, line: string, commit: string | undefined])[] = [
	['as usual', 'abc12345 (Platform Team 2026-11-20 10:00:00 +0100 1) version: 1', 'abc12345'],
	['where history begins', '^abc1234 (Platform Team 2026-11-20 10:00:00 +0100 1) version: 1', 'abc1234'],
	['where a commit was ignored', '?abc1234 (Platform Team 2026-11-20 1) version: 1', 'abc1234'],
	['where a line could not be told', '*abc1234 (Platform Team 2026-11-20 1) version: 1', 'abc1234'],
	['with the earlier name of a file', 'abc12345 old name.yaml (Platform 3 days ago 1) a: b', 'abc12345'],
	['with mail addresses', 'abc12345 (<admin@example.com> 2026-11-20 1) a: b', 'abc12345'],
	['with a name that looks like more', 'abc12345 (deadbeef 1) x (2026-11-20 1) a: b', 'abc12345'],
	['of an empty line', 'abc12345 (Platform Team 2026-11-20 10:00:00 +0100 1) ', 'abc12345'],
	['with whole hashes', `${'0a'.repeat(20)} (Platform Team 2026-11-20 1) a: b`, '0a'.repeat(20)],
	['with SHA-256', `${'0a'.repeat(32)} (Platform Team 2026-11-20 1) a: b`, '0a'.repeat(32)],
	['not committed', '00000000 (Not Committed Yet 2026-11-20 10:00:00 +0100 1) a: b', NO_COMMIT],
	['not committed, with whole hashes', `${'0'.repeat(40)} (Not Committed Yet 1) a: b`, NO_COMMIT],
	['without the commit where history begins', '         (Platform Team 2026-11-20 1) a: b', undefined],
	['of nothing', '', undefined],
];

describe('What git blame writes about a line', () => {
	for (const [what, line, commit] of LINES) {
		it(`${what} says its commit, or that there is none`, () => {
			const other = 'fff12345 (Somebody Else 2026-11-20 10:00:00 +0100 2) c: d';
			assert.equal(commitOfLine(line, 1), commit);
			assert.equal(commitOfLine([other, line, other].join('\n'), 2), commit);
			assert.equal(commitOfLine([other, line, other].join('\r\n'), 2), commit);
		});
	}

	it('is not there beyond the last line', () => {
		assert.equal(commitOfLine('abc12345 (Platform 1) a: b', 2), undefined);
		assert.equal(commitOfLine('abc12345 (Platform 1) a: b', 0), undefined);
	});
});
