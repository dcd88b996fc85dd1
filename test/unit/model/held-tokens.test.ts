import assert from 'node:assert/strict';
import { obsolescenceOf } from '../../../src/model/held-tokens.ts';
import {
	BEFORE_EXPIRY,
	EXPIRES,
	fingerprint,
	heldToken,
	landscape,
	PAIRED,
	system,
	systemWithoutToken,
	token,
} from '../factories.ts';

const HELD = heldToken();
const EARLIER = '2026-11-19T10:00:00Z';
const NEWER = { fingerprint: fingerprint(2), issuedAt: PAIRED, expiresAt: '2026-11-28T09:12:00Z' };
const withToken = (...fields: Parameters<typeof token>) =>
	landscape({ systems: [system({ token: token(...fields) })] });

describe('the text of a token that a machine holds', () => {
	const kept: Readonly<Record<string, Parameters<typeof obsolescenceOf>[1]>> = {
		'its landscape shows it open': withToken(),
		'its landscape shows it without the moment of its issue': landscape({
			systems: [system({ token: { expiresAt: EXPIRES, fingerprint: fingerprint() } })],
		}),
		'there is no such landscape file, as on another branch': undefined,
		'its system is not there': landscape(),
		'its system has no token there': landscape({ systems: [systemWithoutToken()] }),
		'its system has an older token there': withToken({ fingerprint: fingerprint(2), issuedAt: EARLIER }),
		'its system has an older token there, which is used': withToken({
			fingerprint: fingerprint(2),
			issuedAt: EARLIER,
			usedAt: PAIRED,
		}),
		'its system has another token of the same second there': withToken({ fingerprint: fingerprint(2) }),
		'its system has a token there of which nobody knows when it was issued': landscape({
			systems: [system({ token: { expiresAt: '2027-01-01T00:00:00Z' } })],
		}),
		'another system has a newer token': landscape({
			systems: [system(), system({ name: 'Other', token: token({ ...NEWER, usedAt: PAIRED }) })],
		}),
		'its system was renamed': landscape({ systems: [system({ name: 'Renamed' })] }),
		'its system was renamed and has a newer token': landscape({
			systems: [system({ name: 'Renamed', token: token(NEWER) })],
		}),
		'its system was renamed, and another one with its old name has a newer token': landscape({
			systems: [system({ name: 'Renamed', token: token() }), system({ token: token(NEWER) })],
		}),
	};
	for (const [situation, shown] of Object.entries(kept)) {
		it(`is kept where ${situation}`, () => {
			assert.equal(obsolescenceOf(HELD, shown, BEFORE_EXPIRY), undefined);
		});
	}

	it('R-TOK-5: is deleted when the token was used, also under another name of its system', () => {
		assert.equal(obsolescenceOf(HELD, withToken({ usedAt: PAIRED }), PAIRED), 'used');
		const renamed = landscape({ systems: [system({ name: 'Renamed', token: token({ usedAt: PAIRED }) })] });
		assert.equal(obsolescenceOf(HELD, renamed, PAIRED), 'used');
	});

	it('DEC-7: is deleted when its system has a newer token, with or without fingerprint', () => {
		assert.equal(obsolescenceOf(HELD, withToken(NEWER), PAIRED), 'superseded');
		const { fingerprint: _fingerprint, ...dates } = NEWER;
		assert.equal(
			obsolescenceOf(HELD, landscape({ systems: [system({ token: dates })] }), PAIRED),
			'superseded',
		);
	});

	it('R-TOK-14: is deleted when the token has expired, whether its landscape shows it or not', () => {
		for (const shown of [withToken(), landscape(), undefined]) {
			assert.equal(obsolescenceOf(HELD, shown, EXPIRES), 'expired');
		}
	});

	it('is kept for as long as its landscape says, where that differs from what was remembered', () => {
		const later = '2026-12-27T10:00:00Z';
		assert.equal(obsolescenceOf(HELD, withToken({ expiresAt: later }), EXPIRES), undefined);
		assert.equal(obsolescenceOf(HELD, withToken({ expiresAt: PAIRED }), PAIRED), 'expired');
	});
});
