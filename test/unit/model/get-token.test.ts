import assert from 'node:assert/strict';
import { ALL_COMMUNICATION_SCENARIOS } from '../../../src/model/catalog/scenario-groups.ts';
import { deleteExtension } from '../../../src/model/extensions.ts';
import { SYSTEM_STATUSES } from '../../../src/model/landscape.ts';
import { createExtension } from '../../../src/model/pairing.ts';
import { checkGetToken, getToken } from '../../../src/model/systems.ts';
import { tokenState } from '../../../src/model/tokens.ts';
import {
	assertRefused,
	changedBy,
	DEV,
	EXPIRES,
	extension,
	fingerprint,
	HOST,
	ISSUED,
	LATER,
	landscape,
	listed,
	MARKETING,
	PAIRED,
	PAIRING,
	paired,
	registeredSystem,
	S4,
	system,
	systemWithoutToken,
	tenant,
	token,
} from '../factories.ts';

const newer = { system: DEV, scenarioGroups: [ALL_COMMUNICATION_SCENARIOS], fingerprint: fingerprint(2) };

describe('Get Token', () => {
	it('R-SYS-13, R-TOK-2: the pending system without token gets one', () => {
		const before = landscape({ systems: [systemWithoutToken()] });
		const after = changedBy(before, getToken, { ...newer, fingerprint: fingerprint() }, ISSUED);
		assert.deepEqual(after.systems.get(DEV), system());
		assert.equal(after.facts.token.expiresAt, EXPIRES);
	});

	it('R-TOK-12, DEC-7: the newest token wins, the older open one is unknown from then on', () => {
		const before = landscape({ systems: [system()], tenants: [tenant()] });
		const after = changedBy(before, getToken, newer, LATER);
		assert.equal(after.systems.get(DEV)?.token?.fingerprint, fingerprint(2));
		assert.equal(after.systems.get(DEV)?.token?.expiresAt, '2026-11-29T08:00:00Z');
		const pair = (print: string) => createExtension(after, { tenant: HOST, fingerprint: print }, LATER);
		assertRefused(pair(fingerprint(1)), 'token-unknown', /replaced it with a newer one/);
		assert.equal(pair(fingerprint(2)).ok, true);
	});

	it('R-TOK-10, R-CSG-3: the newer token carries the newer choice of groups', () => {
		const before = landscape({ systems: [system()] });
		const groups = ['Integration with SAP Start', 'Integration with SAP Ariba Buying'];
		const after = changedBy(before, getToken, { ...newer, scenarioGroups: groups }, LATER);
		assert.deepEqual(after.systems.get(DEV)?.token?.scenarioGroups, groups);
	});

	it('R-CSG-1: without a group it is refused, scenario-group-required', () => {
		const before = landscape({ systems: [system()] });
		assertRefused(getToken(before, { ...newer, scenarioGroups: [] }, LATER), 'scenario-group-required');
	});

	it('an unknown group is refused, scenario-group-unknown', () => {
		const before = landscape({ systems: [system()] });
		assertRefused(getToken(before, { ...newer, scenarioGroups: ['x'] }, LATER), 'scenario-group-unknown');
	});

	it('groups for a type without them are refused, scenario-group-not-applicable', () => {
		const before = landscape({ systems: [systemWithoutToken({ type: MARKETING })] });
		assertRefused(getToken(before, newer, LATER), 'scenario-group-not-applicable');
	});

	it('a name that does not exist is refused, system-unknown', () => {
		for (const name of ['Nobody', '', '__proto__', 'constructor']) {
			assertRefused(getToken(landscape(), { ...newer, system: name }, LATER), 'system-unknown');
			assertRefused(checkGetToken(landscape(), name), 'system-unknown');
		}
	});

	it('R-TYPE-2: a type without token is refused, token-not-applicable', () => {
		const before = landscape({ systems: [listed()] });
		assertRefused(getToken(before, { ...newer, system: 'J' }, LATER), 'token-not-applicable');
	});

	it('R-REC-5: a recorded system gets the token that the cockpit issued, from when it did', () => {
		const before = landscape({ mode: 'recorded', systems: [systemWithoutToken()] });
		const after = changedBy(before, getToken, { ...newer, issuedAt: ISSUED }, LATER);
		assert.equal(after.systems.get(DEV)?.token?.expiresAt, EXPIRES);
	});

	for (const status of SYSTEM_STATUSES) {
		const possible = ['pending', 'error', 'unregistered'].includes(status);
		it(`R-SYS-13: a system that is ${status} ${possible ? 'can get a token' : 'is refused one, status-forbids'}`, () => {
			const before = landscape({ systems: [system({ status })] });
			if (possible) {
				const after = changedBy(before, getToken, newer, LATER);
				assert.equal(after.systems.get(DEV)?.status, 'pending');
				assert.equal(tokenState(after.systems.get(DEV)?.token, LATER), 'open');
			} else {
				assertRefused(getToken(before, newer, LATER), 'status-forbids');
			}
		});
	}
});

describe('Get Token after a failed registration', () => {
	const failed = paired(
		system({ status: 'error', token: token({ usedAt: PAIRED }) }),
		extension({ status: 'failed' }),
	);

	it('R-TOK-11: the failed extension must go first and is said where, extension-must-be-deleted-first', () => {
		assertRefused(
			getToken(failed, newer, LATER),
			'extension-must-be-deleted-first',
			/my300001\.s4hana\.example/,
		);
	});

	it('R-SYS-8: extension deleted, then a new token makes the same record pending, with an unused token', () => {
		const deleted = changedBy(failed, deleteExtension, { tenant: HOST, system: DEV });
		assert.equal(deleted.systems.get(DEV)?.status, 'error');
		const after = changedBy(deleted, getToken, newer, LATER);
		assert.equal(after.systems.get(DEV)?.status, 'pending');
		assert.equal(after.systems.get(DEV)?.token?.usedAt, undefined);
		assert.equal(after.systems.size, 1);
	});

	it('R-TOK-11: the used token of the failed registration stays worthless', () => {
		const deleted = changedBy(failed, deleteExtension, { tenant: HOST, system: DEV });
		assertRefused(createExtension(deleted, PAIRING, LATER), 'token-used');
	});
});

describe('Get Token while pairing', () => {
	it('R-SYS-5: while the tenant is enabling the extension it is refused, status-forbids', () => {
		const enabling = paired(system({ token: token({ usedAt: PAIRED }) }), extension({ status: 'enabling' }));
		assertRefused(getToken(enabling, newer, LATER), 'status-forbids', /being paired/);
	});

	it('R-CSG-3: a registered system gets none, so other groups need another registration, status-forbids', () => {
		const connected = paired(registeredSystem({ type: S4 }));
		assertRefused(getToken(connected, newer, LATER), 'status-forbids');
	});
});
