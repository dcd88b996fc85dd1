import assert from 'node:assert/strict';
import { systemType } from '../../../src/model/catalog/system-types.ts';
import { isInstant, toMillis } from '../../../src/model/instant.ts';
import { checkTokenLength, checkTokenText, issueToken, tokenState } from '../../../src/model/tokens.ts';
import {
	assertRefused,
	BEFORE_EXPIRY,
	EXPIRES,
	fingerprint,
	ISSUED,
	MARKETING,
	PAIRED,
	S4,
	token,
} from '../factories.ts';

const WEEK = 7 * 24 * 60 * 60;

describe('the text of a token', () => {
	it('R-TOK-13: any text without spaces inside may be a token', () => {
		for (const text of ['9d0675f650e36885f', 'x', 'A-b_c.d~é', '88381ad'.repeat(1000)]) {
			assert.equal(checkTokenText(text), undefined);
		}
	});

	it('R-TOK-13: spaces and line breaks around it, as copying brings them, do no harm', () => {
		assert.equal(checkTokenText('  9d0675f6\r\n'), undefined);
	});

	it('R-EXT-14: an empty token is refused, token-missing', () => {
		for (const text of ['', ' ', '\n\t']) {
			assertRefused(checkTokenText(text), 'token-missing');
		}
	});

	it('R-TOK-13: spaces inside are refused without repeating the secret, token-malformed', () => {
		for (const text of ['9d06 75f6', '9d06\n75f6', '9d06\t75f6', '9d06\u00a075f6']) {
			const { message } = assertRefused(checkTokenText(text), 'token-malformed');
			assert.doesNotMatch(message, /9d06|75f6/);
		}
	});
});

describe('a token that nobody knows', () => {
	it('is called cut off where it is the beginning of one as practice issues them, token-malformed', () => {
		for (const length of [1, 40, 63]) {
			const text = '9d0675f6'.repeat(8).slice(0, length);
			const { message } = assertRefused(checkTokenLength(` ${text}\n`), 'token-malformed', `${length} of 64`);
			assert.doesNotMatch(message, /9d0/);
		}
	});

	it('R-TOK-13: is not called so where it is whole, longer or of another kind', () => {
		for (const text of ['ab'.repeat(32), 'ab'.repeat(33), 'xyz', 'ABCDEF', '9d06 75f6']) {
			assert.equal(checkTokenLength(text), undefined, text);
		}
	});
});

describe('the state of a token', () => {
	it('DEC-2: no token is absent', () => {
		assert.equal(tokenState(undefined, ISSUED), 'absent');
	});

	it('R-TOK-14: a second before expiresAt it is open', () => {
		assert.equal(tokenState(token(), ISSUED), 'open');
		assert.equal(tokenState(token(), BEFORE_EXPIRY), 'open');
	});

	it('DEC-8: at expiresAt exactly it is expired, and stays so', () => {
		assert.equal(tokenState(token(), EXPIRES), 'expired');
		assert.equal(tokenState(token(), '2999-01-01T00:00:00Z'), 'expired');
	});

	it('R-TOK-5: a used token is used for ever, expired or not', () => {
		const used = token({ usedAt: PAIRED });
		assert.equal(tokenState(used, PAIRED), 'used');
		assert.equal(tokenState(used, EXPIRES), 'used');
	});
});

describe('a new token', () => {
	it('R-TOK-3: types with a week are valid for 168 hours exactly', () => {
		for (const type of [S4, MARKETING]) {
			assert.equal(systemType(type)?.token.validity, WEEK);
		}
		const issued = issueToken(WEEK, [], fingerprint(), ISSUED);
		assert.equal(issued.issuedAt, ISSUED);
		assert.equal(toMillis(issued.expiresAt) - toMillis(ISSUED), WEEK * 1000);
		assert.ok(isInstant(issued.expiresAt));
	});

	it('is recorded by its fingerprint, unused', () => {
		assert.deepEqual(issueToken(WEEK, ['A'], fingerprint(), ISSUED), {
			issuedAt: ISSUED,
			expiresAt: EXPIRES,
			scenarioGroups: ['A'],
			fingerprint: fingerprint(),
		});
	});

	it('has no key for groups where there are none', () => {
		assert.equal('scenarioGroups' in issueToken(WEEK, [], fingerprint(), ISSUED), false);
		assert.equal('scenarioGroups' in issueToken(WEEK, undefined, fingerprint(), ISSUED), false);
	});
});
