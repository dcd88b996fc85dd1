import assert from 'node:assert/strict';
import { SCENARIO_GROUPS } from '../../../src/model/catalog/scenario-groups.ts';
import { SYSTEM_TYPES, systemType } from '../../../src/model/catalog/system-types.ts';
import { addSeconds, toMillis } from '../../../src/model/instant.ts';
import { createExtension } from '../../../src/model/pairing.ts';
import { checkGetToken, registerSystem, showToken } from '../../../src/model/systems.ts';
import { checkScenarioGroups, tokenState } from '../../../src/model/tokens.ts';
import {
	assertRefused,
	changedBy,
	fingerprint,
	HOST,
	ISSUED,
	labelsOf,
	landscape,
	MARKETING,
	PAIRING,
	S4,
	system,
	tenant,
} from '../factories.ts';

const MINUTES = 60;
const DAYS = 24 * 60 * MINUTES;
const SUCCESSFACTORS = 'SAP SuccessFactors';
const IBP = 'SAP Integrated Business Planning';
const ALL = 'All Communication Scenarios';
const ALL_GROUPS = labelsOf(SCENARIO_GROUPS);

/** R-TYPE-1, written down a second time. */
const TYPES: readonly {
	readonly type: string;
	readonly validity: number;
	readonly says: string;
	readonly reissued: boolean;
	readonly groups: readonly string[];
}[] = [
	{
		type: S4,
		validity: 7 * DAYS,
		says: '7 days',
		reissued: true,
		groups: ALL_GROUPS,
	},
	{ type: MARKETING, validity: 7 * DAYS, says: '7 days', reissued: true, groups: [] },
	{ type: SUCCESSFACTORS, validity: 7 * DAYS, says: '7 days', reissued: false, groups: [] },
	{
		// DEC-15
		type: IBP,
		validity: 7 * DAYS,
		says: '7 days',
		reissued: false,
		groups: ALL_GROUPS.filter((label) => label !== 'Integration with SAP Master Data Governance'),
	},
	...['SAP Commerce Cloud', 'SAP Cloud for Customer', 'SAP Field Service Management'].map((type) => ({
		type,
		validity: 10 * MINUTES,
		says: '10 minutes',
		reissued: false,
		groups: [],
	})),
];

/** A landscape with one system of a type, its token just issued, and an empty tenant of that type. */
function issued(type: string) {
	const before = landscape({ tenants: [tenant([], { type })] });
	const scenarioGroups = systemType(type)?.token.scenarioGroups.length ? [ALL] : [];
	const token = { scenarioGroups, fingerprint: fingerprint() };
	return changedBy(before, registerSystem, { name: 'System', type, token }, ISSUED);
}

describe('types that pair through an integration token', () => {
	it('R-TYPE-1: are these seven, and each says where it comes from', () => {
		assert.deepEqual(
			labelsOf(SYSTEM_TYPES),
			TYPES.map(({ type }) => type),
		);
		assert.ok(SYSTEM_TYPES.every(({ source }) => source.length > 0));
	});

	for (const { type, validity, says, reissued, groups } of TYPES) {
		const last = addSeconds(ISSUED, validity - 1);
		const expired = addSeconds(ISSUED, validity);

		it(`R-TOK-3, R-TOK-4: a token for ${type} is valid for ${says}`, () => {
			const after = issued(type);
			assert.equal(after.systems.get('System')?.status, 'pending');
			assert.equal(toMillis(after.facts.token?.expiresAt ?? ISSUED) - toMillis(ISSUED), validity * 1000);
		});

		it(`R-TOK-14: a token for ${type} pairs in its last second, and not after it`, () => {
			const after = issued(type);
			assert.equal(tokenState(after.facts.token, last), 'open');
			assert.equal(createExtension(after, PAIRING, last).ok, true);
			assert.equal(tokenState(after.facts.token, expired), 'expired');
			assertRefused(createExtension(after, PAIRING, expired), 'token-expired');
		});

		it(`R-TOK-6, DEC-3: an expired token for ${type} ${reissued ? 'is reissued when it is shown' : 'needs Get Token, token-expired'}`, () => {
			const shown = showToken(issued(type), 'System', expired);
			if (reissued) {
				assert.equal(shown.ok && shown.reissue, true);
			} else {
				assertRefused(shown, 'token-expired');
				assert.equal(checkGetToken(issued(type), 'System'), undefined);
			}
		});

		it(`R-TOK-10: a token for ${type} ${groups.length > 0 ? `needs some of ${groups.length} communication scenario groups` : 'has no communication scenario groups'}`, () => {
			assert.deepEqual(
				systemType(type)?.token.scenarioGroups.map(({ label }) => label),
				groups,
			);
			if (groups.length > 0) {
				assertRefused(checkScenarioGroups(type, []), 'scenario-group-required');
				assert.equal(checkScenarioGroups(type, groups), undefined);
			} else {
				assert.equal(checkScenarioGroups(type, []), undefined);
				assertRefused(checkScenarioGroups(type, [ALL]), 'scenario-group-not-applicable');
			}
		});

		it(`R-TOK-5: a token for ${type} pairs once`, () => {
			const before = issued(type);
			const after = changedBy(before, createExtension, PAIRING, last);
			assertRefused(createExtension(after, PAIRING, last), 'token-used');
			assertRefused(createExtension(after, { ...PAIRING, tenant: 'other.example' }, last), 'token-used');
		});
	}

	it('R-TOK-10, R-CSG-6: the group for Master Data Governance is for S/4HANA Cloud only', () => {
		const group = 'Integration with SAP Master Data Governance';
		assert.equal(checkScenarioGroups(S4, [group]), undefined);
		assertRefused(checkScenarioGroups(IBP, [group]), 'scenario-group-unknown');
	});

	it('R-TYPE-3: a label that isn’t in the catalog, such as "__proto__", is a type without token', () => {
		for (const label of ['__proto__', 'constructor', '', 'sap s/4hana cloud']) {
			assert.equal(systemType(label), undefined);
		}
	});
});

describe('the token that is handed over', () => {
	it('R-TOK-1: pairs the one system record that it was issued for, whoever else waits', () => {
		const before = landscape({
			systems: ['A', 'B', '__proto__'].map((name, index) =>
				system({ name, token: { expiresAt: addSeconds(ISSUED, DAYS), fingerprint: fingerprint(index) } }),
			),
			tenants: [tenant()],
		});
		const after = changedBy(before, createExtension, { tenant: HOST, fingerprint: fingerprint(1) }, ISSUED);
		assert.equal(after.facts.system, 'B');
		assert.deepEqual([...(after.tenants.get(HOST)?.extensions.keys() ?? [])], ['B']);
		assert.deepEqual(after.systems.get('A'), before.systems.get('A'));
		assert.deepEqual(after.systems.get('__proto__'), before.systems.get('__proto__'));
	});

	it('R-TOK-8: is recorded by its fingerprint only, and that is all that the tenant needs to know it', () => {
		const { facts } = issued(S4);
		assert.deepEqual(Object.keys(facts.token ?? {}).sort(), [
			'expiresAt',
			'fingerprint',
			'issuedAt',
			'scenarioGroups',
		]);
		assert.equal(createExtension(issued(S4), PAIRING, ISSUED).ok, true);
	});
});
