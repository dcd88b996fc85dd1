import assert from 'node:assert/strict';
import { ALL_COMMUNICATION_SCENARIOS } from '../../../src/model/catalog/scenario-groups.ts';
import { SYSTEM_STATUSES } from '../../../src/model/landscape.ts';
import { showToken } from '../../../src/model/systems.ts';
import {
	assertRefused,
	BEFORE_EXPIRY,
	DEV,
	EXPIRES,
	fingerprint,
	ISSUED,
	landscape,
	MARKETING,
	PAIRED,
	registeredSystem,
	system,
	systemWithoutToken,
	token,
} from '../factories.ts';

describe('Copy Token and Display Token', () => {
	it('R-TOK-7, R-SYS-3: while pending the open token can be shown, again and again', () => {
		const open = landscape({ systems: [system()] });
		assert.deepEqual(showToken(open, DEV, ISSUED), { ok: true, reissue: false, token: token() });
		assert.deepEqual(showToken(open, DEV, BEFORE_EXPIRY), { ok: true, reissue: false, token: token() });
	});

	it('R-SYS-4, R-TOK-6, DEC-8: from expiresAt on a new one must be issued, for the same groups', () => {
		assert.deepEqual(showToken(landscape({ systems: [system()] }), DEV, EXPIRES), {
			ok: true,
			reissue: true,
			scenarioGroups: [ALL_COMMUNICATION_SCENARIOS],
		});
	});

	it('DEC-3: SAP Marketing Cloud reissues as well, without groups', () => {
		const marketing = system({
			type: MARKETING,
			token: { issuedAt: ISSUED, expiresAt: EXPIRES, fingerprint: fingerprint() },
		});
		assert.deepEqual(showToken(landscape({ systems: [marketing] }), DEV, EXPIRES), {
			ok: true,
			reissue: true,
			scenarioGroups: [],
		});
	});

	it('a recorded account does not reissue, token-expired', () => {
		const recorded = landscape({ mode: 'recorded', systems: [system()] });
		assert.equal(showToken(recorded, DEV, ISSUED).ok, true);
		assertRefused(showToken(recorded, DEV, EXPIRES), 'token-expired');
	});

	it('R-TYPE-2: a type without token has none to show, whatever the file says, token-not-applicable', () => {
		assertRefused(
			showToken(landscape({ systems: [system({ type: 'Other' })] }), DEV, EXPIRES),
			'token-not-applicable',
		);
	});

	it('DEC-2: without a token it is refused, token-missing', () => {
		assertRefused(showToken(landscape({ systems: [systemWithoutToken()] }), DEV, ISSUED), 'token-missing');
	});

	it('R-TOK-5: a used token is not shown any more, token-used', () => {
		const used = token({ usedAt: PAIRED });
		for (const record of [
			system({ token: used }),
			registeredSystem(),
			system({ status: 'error', token: used }),
		]) {
			assertRefused(showToken(landscape({ systems: [record] }), DEV, PAIRED), 'token-used');
			assertRefused(showToken(landscape({ systems: [record] }), DEV, EXPIRES), 'token-used');
		}
	});

	it('R-SYS-3: only a pending system’s token can be shown, status-forbids', () => {
		for (const status of SYSTEM_STATUSES.filter((candidate) => candidate !== 'pending')) {
			assertRefused(showToken(landscape({ systems: [system({ status })] }), DEV, ISSUED), 'status-forbids');
		}
	});

	it('a name that does not exist is refused, system-unknown', () => {
		for (const name of ['Nobody', '__proto__']) {
			assertRefused(showToken(landscape(), name, ISSUED), 'system-unknown');
		}
	});
});
