import assert from 'node:assert/strict';
import type { System } from '../../../src/model/landscape.ts';
import { checkGetToken, registerSystem } from '../../../src/model/systems.ts';
import { checkOpenTokens, OPEN_TOKENS_LIMIT } from '../../../src/model/tokens.ts';
import {
	assertRefused,
	EXPIRES,
	ISSUED,
	landscape,
	MARKETING,
	PAIRED,
	registeredSystem,
	S4,
	system,
	systemWithoutToken,
	token,
} from '../factories.ts';

function systems(count: number, make: (name: string) => System): System[] {
	return Array.from({ length: count }, (_, index) => make(`S${index}`));
}

const open = (name: string) => system({ name });

describe('the limit of open tokens', () => {
	it('R-TOK-9: the limit is 1000', () => {
		assert.equal(OPEN_TOKENS_LIMIT, 1000);
	});

	it('R-TOK-9: with 999 open tokens of a type one more is possible, with 1000 not, token-limit-reached', () => {
		assert.equal(checkOpenTokens(landscape({ systems: systems(999, open) }), S4), undefined);
		const full = landscape({ systems: systems(1000, open) });
		assertRefused(checkOpenTokens(full, S4), 'token-limit-reached');
		assertRefused(registerSystem(full, { name: 'One more', type: S4 }, ISSUED), 'token-limit-reached');
	});

	it('R-TOK-9: the limit is per system type', () => {
		const full = landscape({ systems: systems(1000, open) });
		assert.equal(checkOpenTokens(full, MARKETING), undefined);
		assert.equal(registerSystem(full, { name: 'M', type: MARKETING }, ISSUED).ok, true);
	});

	it('R-TOK-9: used tokens do not count', () => {
		const paired = systems(600, (name) => registeredSystem({ name }));
		const enabling = systems(600, (name) => system({ name: `E${name}`, token: token({ usedAt: PAIRED }) }));
		assert.equal(checkOpenTokens(landscape({ systems: [...paired, ...enabling] }), S4), undefined);
	});

	it('R-TOK-9: pending systems without a token do not count', () => {
		const waiting = systems(1200, (name) => systemWithoutToken({ name }));
		assert.equal(checkOpenTokens(landscape({ systems: waiting }), S4), undefined);
	});

	it('DEC-33: an expired unused token of a pending system counts, of any other status not', () => {
		const expired = (status: System['status']) =>
			landscape({
				systems: systems(1000, (name) => system({ name, status, token: token({ expiresAt: EXPIRES }) })),
			});
		assertRefused(checkOpenTokens(expired('pending'), S4), 'token-limit-reached');
		assert.equal(checkOpenTokens(expired('unregistered'), S4), undefined);
	});

	it('R-TOK-9: at the limit a system can still replace its own token, but none without one can get one', () => {
		const full = landscape({ systems: [...systems(1000, open), systemWithoutToken({ name: 'Waiting' })] });
		assert.equal(checkGetToken(full, 'S0'), undefined);
		assertRefused(checkGetToken(full, 'Waiting'), 'token-limit-reached');
	});
});
