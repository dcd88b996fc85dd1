import assert from 'node:assert/strict';
import { ALL_COMMUNICATION_SCENARIOS } from '../../../src/model/catalog/scenario-groups.ts';
import { checkType } from '../../../src/model/names.ts';
import { checkNewSystemName, registerSystem } from '../../../src/model/systems.ts';
import {
	assertRefused,
	changedBy,
	DEV,
	EXPIRES,
	extension,
	fingerprint,
	ISSUED,
	landscape,
	MARKETING,
	PAIRED,
	registeredSystem,
	S4,
	system,
	tenant,
} from '../factories.ts';

const all = { scenarioGroups: [ALL_COMMUNICATION_SCENARIOS], fingerprint: fingerprint() };
const none = { scenarioGroups: [], fingerprint: fingerprint() };

function register(fields: Partial<Parameters<typeof registerSystem>[1]>, before = landscape()) {
	return registerSystem(before, { name: DEV, type: S4, ...fields }, ISSUED);
}

describe('Register System', () => {
	it('R-SYS-1, R-TOK-2: name, type and groups give a pending system with a token for 7 days', () => {
		const after = changedBy(landscape(), registerSystem, { name: DEV, type: S4, token: all }, ISSUED);
		assert.deepEqual(after.systems.get(DEV), system());
		assert.equal(after.facts.system, DEV);
		assert.equal(after.facts.token?.expiresAt, EXPIRES);
	});

	it('R-SYS-2, DEC-2: without a token the system is pending and has none', () => {
		const after = changedBy(landscape(), registerSystem, { name: DEV, type: S4 }, ISSUED);
		assert.deepEqual(after.systems.get(DEV), { name: DEV, type: S4, status: 'pending' });
		assert.equal(after.facts.token, undefined);
	});

	it('R-TYPE-1: SAP Marketing Cloud gets a token without groups', () => {
		const after = changedBy(landscape(), registerSystem, { name: 'M', type: MARKETING, token: none }, ISSUED);
		assert.deepEqual(after.systems.get('M')?.token, {
			issuedAt: ISSUED,
			expiresAt: EXPIRES,
			fingerprint: fingerprint(),
		});
	});

	it('R-TYPE-2: a type without token is registered at once, and no token is recorded', () => {
		for (const type of ['Joule', 'My own type', '__proto__']) {
			const after = changedBy(landscape(), registerSystem, { name: 'J', type, token: none }, ISSUED);
			assert.deepEqual(after.systems.get('J'), { name: 'J', type, status: 'registered' });
		}
	});

	it('R-CSG-1: a token for S/4HANA Cloud without groups is refused, scenario-group-required', () => {
		assertRefused(register({ token: none }), 'scenario-group-required');
	});

	it('an unknown group is refused, scenario-group-unknown', () => {
		const token = { scenarioGroups: ['None'], fingerprint: fingerprint() };
		assertRefused(register({ token }), 'scenario-group-unknown');
	});

	it('groups for a type without them are refused, scenario-group-not-applicable', () => {
		for (const type of [MARKETING, 'Joule']) {
			assertRefused(register({ type, token: all }), 'scenario-group-not-applicable');
		}
	});

	it('an empty type is refused, type-empty', () => {
		for (const type of ['', '  ']) {
			assertRefused(register({ type }), 'type-empty');
			assertRefused(checkType(type), 'type-empty');
		}
	});

	it('R-REC-5: a system is recorded without token, or with the one that the cockpit issued', () => {
		const recorded = landscape({ mode: 'recorded' });
		const added = changedBy(recorded, registerSystem, { name: 'N', type: S4 }, ISSUED);
		assert.deepEqual(added.systems.get('N'), { name: 'N', type: S4, status: 'pending' });
		const token = { scenarioGroups: all.scenarioGroups, issuedAt: ISSUED };
		const dated = changedBy(recorded, registerSystem, { name: 'N', type: S4, token }, PAIRED);
		assert.deepEqual(dated.systems.get('N')?.token, { ...token, expiresAt: EXPIRES });
	});

	it('a type without token can be registered in a recorded account', () => {
		const recorded = landscape({ mode: 'recorded' });
		const after = changedBy(recorded, registerSystem, { name: 'J', type: 'Joule' }, ISSUED);
		assert.equal(after.systems.get('J')?.status, 'registered');
	});

	it('the name is checked before all else', () => {
		const recorded = landscape({ mode: 'recorded' });
		assertRefused(register({ name: '', type: '' }, recorded), 'name-empty');
		assertRefused(register({ name: 'ä' }, recorded), 'name-not-printable-ascii');
		assertRefused(register({ name: ' a' }, recorded), 'name-surrounding-blanks');
	});

	it('the landscape that was asked about is left as it is', () => {
		const before = landscape();
		changedBy(before, registerSystem, { name: DEV, type: S4, token: all }, ISSUED);
		assert.equal(before.systems.size, 0);
	});
});

describe('names that are taken', () => {
	it('R-NAME-3: a name can be registered once per global account, name-taken', () => {
		const before = landscape({ systems: [system()] });
		assertRefused(register({ token: all }, before), 'name-taken');
	});

	it('DEC-35: a name is taken across all types and statuses', () => {
		for (const status of ['pending', 'registered', 'error', 'unregistered', 'removing'] as const) {
			const before = landscape({ systems: [system({ status })] });
			assertRefused(register({ type: MARKETING }, before), 'name-taken');
		}
	});

	it('DEC-35: an extension that still exists locks the name and is said where, name-taken', () => {
		const before = landscape({ tenants: [tenant([extension({ status: 'failed' })])] });
		assertRefused(checkNewSystemName(before, DEV), 'name-taken', /my300001\.s4hana\.example/);
	});

	it('DEC-35: once record and extension are gone the name is free', () => {
		assert.equal(checkNewSystemName(landscape({ tenants: [tenant()] }), DEV), undefined);
	});

	it('DEC-6: names are compared exactly', () => {
		const before = landscape({ systems: [registeredSystem()] });
		assert.equal(checkNewSystemName(before, DEV.toLowerCase()), undefined);
	});

	for (const name of ['__proto__', 'constructor', 'toString']) {
		it(`"${name}" is free until it is registered, then it is taken`, () => {
			const after = changedBy(landscape(), registerSystem, { name, type: S4, token: all }, ISSUED);
			assert.equal(after.systems.get(name)?.name, name);
			assertRefused(checkNewSystemName(after, name), 'name-taken');
		});
	}
});
