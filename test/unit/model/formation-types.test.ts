import assert from 'node:assert/strict';
import { FORMATION_TYPES, formationType } from '../../../src/model/catalog/formation-types.ts';
import { SCENARIO_GROUPS } from '../../../src/model/catalog/scenario-groups.ts';
import { SYSTEM_TYPES, systemType } from '../../../src/model/catalog/system-types.ts';
import { TOKENLESS_TYPES } from '../../../src/model/catalog/tokenless-types.ts';
import {
	allowedMembers,
	checkInclude,
	checkNewFormation,
	createFormation,
	deleteFormation,
	excludeSystem,
	formationRules,
	includeSystem,
	missingMembers,
} from '../../../src/model/formations.ts';
import type { Formation, System } from '../../../src/model/landscape.ts';
import {
	assertRefused,
	changedBy,
	formation,
	JOULE,
	KYMA,
	labelsOf,
	landscape,
	namesOf,
	PAIRED,
	S4,
	SUITE,
	token,
} from '../factories.ts';

const EVENTING = 'Eventing Between SAP Cloud Systems';
const MDI = 'Integration with SAP Master Data Integration';
const START = 'Integration with SAP Start';
const ARIBA = 'Integration with SAP Ariba Buying';
const CIM = 'Integration with SAP Ariba Central Invoice Management';
const BILLING = 'Integration with SAP Subscription Billing';
const COLLABORATION = 'Integration with SAP Collaboration Manager';
const CLOSING = 'Integration with SAP Advanced Financial Closing';
const TASKS = 'Integration with Customer-Managed SAP Task Center';
const INGESTION = 'Data Ingestion for Industry Cloud Solutions';
const DATA_CLOUD = 'Integration with SAP Business Data Cloud';
const ALL = 'All Communication Scenarios';
const HUB = 'SAP Cloud Application Event Hub';
const CUSTOMER_EXPERIENCE = ['SAP Commerce Cloud', 'SAP Cloud for Customer', 'SAP Field Service Management'];

/** A registered system; of a type with scenario groups it has a token for `groups`. */
function member(type: string, name = type, groups: readonly string[] = [ALL]): System {
	const hasGroups = (systemType(type)?.token.scenarioGroups.length ?? 0) > 0;
	return {
		name,
		type,
		status: 'registered',
		...(hasGroups ? { token: token({ usedAt: PAIRED, scenarioGroups: groups }) } : {}),
	};
}

/** An empty formation `F` of a type, the systems, and other formations. */
function given(type: string, systems: readonly System[], formations: readonly Formation[] = []) {
	return landscape({ systems, formations: [formation({ name: 'F', type, systems: [] }), ...formations] });
}

const include = (system: string) => ({ formation: 'F', system });

interface TypeRow {
	readonly type: string;
	readonly allowed: readonly string[];
	readonly refused: readonly string[];
	/** What a formation still needs without anyone. */
	readonly needed: readonly string[];
}

/** A type that is for S/4HANA Cloud and one other type, and needs both. */
function withS4(type: string, other: string, ...refused: string[]): TypeRow {
	return { type, allowed: [other, S4], refused, needed: [other, S4] };
}

/** R-FOR-12, written down a second time: what joins, what does not, and what is needed. */
const TYPES: readonly TypeRow[] = [
	{
		type: KYMA,
		allowed: [S4, 'SAP Marketing Cloud', 'SAP SuccessFactors', ...CUSTOMER_EXPERIENCE],
		refused: ['SAP Integrated Business Planning', 'Joule', 'Something else'],
		needed: [],
	},
	withS4('Integration with SAP Build', 'SAP Build', 'SAP Build Work Zone', 'SAP SuccessFactors'),
	{
		type: SUITE,
		allowed: [S4, 'SAP Integration Suite'],
		refused: ['SAP Marketing Cloud', 'SAP Build'],
		needed: [S4],
	},
	withS4(
		'Developing with SAP Business Application Studio',
		'SAP Business Application Studio',
		'SAP Build',
		'SAP Commerce Cloud',
	),
	{
		type: JOULE,
		allowed: [
			'Joule',
			S4,
			'SAP Integrated Business Planning',
			'SAP SuccessFactors',
			'Microsoft 365 Copilot for Joule',
			'Something else',
		],
		refused: [],
		needed: ['Joule'],
	},
	{ type: EVENTING, allowed: [HUB, S4, 'Something else'], refused: [], needed: [HUB] },
	{
		type: MDI,
		allowed: [
			'SAP Master Data Integration',
			S4,
			'SAP Ariba Central Invoice Management',
			'SAP BTP Application',
		],
		refused: [],
		needed: ['SAP Master Data Integration'],
	},
	withS4(START, 'SAP Build Work Zone', 'SAP Build', 'SAP Marketing Cloud'),
	withS4(ARIBA, 'SAP Ariba Buying', 'SAP Ariba Central Invoice Management'),
	withS4(CIM, 'SAP Ariba Central Invoice Management', 'SAP Ariba Buying'),
	withS4(BILLING, 'SAP Subscription Billing', 'SAP Marketing Cloud'),
	withS4(COLLABORATION, 'SAP Collaboration Manager', 'Joule'),
	withS4(CLOSING, 'SAP Advanced Financial Closing', 'SAP S/4HANA Cloud Private Edition'),
	withS4(TASKS, 'SAP Task Center', 'Joule'),
	{ type: INGESTION, allowed: [INGESTION, 'An industry solution'], refused: [], needed: [] },
	{
		type: DATA_CLOUD,
		allowed: ['SAP Business Data Cloud', 'SAP Analytics Cloud', 'SAP Datasphere', S4],
		refused: [],
		needed: ['SAP Business Data Cloud'],
	},
];

describe('formation types', () => {
	it('R-FOR-12: are these sixteen, each with its source and rules in words', () => {
		assert.deepEqual(
			labelsOf(FORMATION_TYPES),
			TYPES.map(({ type }) => type),
		);
		for (const type of FORMATION_TYPES) {
			assert.ok(type.source.length > 0);
			assert.ok(formationRules(type).length > 0 && formationRules(type).every((rule) => rule.length > 0));
		}
	});

	it('R-FOR-14: only eventing asks for something before a system is excluded: its subscriptions', () => {
		const asking = FORMATION_TYPES.filter(({ beforeExcluding }) => beforeExcluding);
		assert.deepEqual(labelsOf(asking), ['Eventing Between SAP Cloud Systems']);
		assert.match(asking[0]?.beforeExcluding?.() ?? '', /disable its active event subscriptions/);
	});

	it('R-FOR-12: name only types and scenario groups that other catalogs have', () => {
		const types = labelsOf([...SYSTEM_TYPES, ...TOKENLESS_TYPES]);
		const groups = labelsOf(SCENARIO_GROUPS);
		for (const { members, limits, scenarioGroups, follows, label } of FORMATION_TYPES) {
			const named = [...(members === 'any' ? [] : members), ...limits.map(({ type }) => type)];
			assert.deepEqual(
				named.filter((type) => !types.includes(type)),
				[],
				label,
			);
			assert.deepEqual(
				scenarioGroups.filter((group) => !groups.includes(group)),
				[],
				label,
			);
			assert.ok(follows === undefined || formationType(follows), label);
		}
	});

	it('an unknown label, such as "__proto__", has no entry', () => {
		for (const label of ['__proto__', 'constructor', '', KYMA.toLowerCase()]) {
			assert.equal(formationType(label), undefined);
		}
	});

	for (const { type, allowed, refused, needed } of TYPES) {
		// CIM asks for a formation with Master Data Integration first (DEC-18).
		const first = type === CIM ? [formation({ name: 'First', type: MDI, systems: allowed })] : [];
		const before = given(
			type,
			[...allowed, ...refused].map((each) => member(each)),
			first,
		);

		for (const each of allowed) {
			it(`R-FOR-12: ${type} takes a system of type ${each}`, () => {
				const after = changedBy(before, includeSystem, include(each));
				assert.deepEqual(after.formations.get('F')?.systems, [each]);
			});
		}

		for (const each of refused) {
			it(`R-FOR-12: ${type} takes no system of type ${each}, formation-member-not-allowed`, () => {
				const refusal = assertRefused(includeSystem(before, include(each)), 'formation-member-not-allowed');
				assert.ok(refusal.message.includes(type), refusal.message);
			});
		}

		it(`R-FOR-4: ${type} takes no SAP SuccessFactors system that is not registered, formation-member-not-allowed`, () => {
			const pending = given(type, [{ name: 'SF', type: 'SAP SuccessFactors', status: 'pending' }]);
			assertRefused(includeSystem(pending, include('SF')), 'formation-member-not-allowed');
		});

		it(`R-FOR-2: ${type} offers just these systems in its list`, () => {
			assert.deepEqual(namesOf(allowedMembers(before, formation({ name: 'F', type, systems: [] }))), allowed);
		});

		it(`R-FOR-11: ${type} without any system ${needed.length > 0 ? `is created as a draft that needs ${needed.join(' and ')}` : 'needs no certain type'}`, () => {
			const request = { name: 'New', type, systems: [] };
			const after = changedBy(before, createFormation, request);
			assert.deepEqual(missingMembers(after, request), needed);
			assert.deepEqual(missingMembers(before, { ...request, systems: allowed }), []);
		});
	}
});

describe('how many systems a formation takes', () => {
	const single: readonly [string, string][] = [
		[SUITE, 'SAP Integration Suite'],
		[JOULE, 'Joule'],
		[EVENTING, HUB],
		[MDI, 'SAP Master Data Integration'],
		[START, 'SAP Build Work Zone'],
		[BILLING, 'SAP Subscription Billing'],
		[BILLING, S4],
		[TASKS, 'SAP Task Center'],
		[INGESTION, INGESTION],
		[DATA_CLOUD, 'SAP Business Data Cloud'],
		[DATA_CLOUD, 'SAP Analytics Cloud'],
		[DATA_CLOUD, 'SAP Datasphere'],
	];
	for (const [type, of] of single) {
		it(`R-FOR-12: ${type} takes at most one ${of}, formation-rule-broken`, () => {
			const before = given(type, [member(of, 'One'), member(of, 'Two')]);
			const after = changedBy(before, includeSystem, include('One'));
			assertRefused(includeSystem(after, include('Two')), 'formation-rule-broken', /"One"/);
			assertRefused(
				createFormation(before, { name: 'New', type, systems: ['One', 'Two'] }),
				'formation-rule-broken',
			);
		});
	}

	it('R-FOR-12: Ariba Central Invoice Management is there at most once, formation-rule-broken', () => {
		const type = 'SAP Ariba Central Invoice Management';
		const before = given(
			CIM,
			[member(type, 'One'), member(type, 'Two')],
			[formation({ name: 'First', type: MDI, systems: ['One', 'Two'] })],
		);
		const after = changedBy(before, includeSystem, include('One'));
		assertRefused(includeSystem(after, include('Two')), 'formation-rule-broken');
	});

	const several: readonly [string, string][] = [
		[KYMA, S4],
		[SUITE, S4],
		[START, S4],
		[ARIBA, 'SAP Ariba Buying'],
		[COLLABORATION, S4],
		[EVENTING, S4],
	];
	for (const [type, of] of several) {
		it(`R-FOR-12: ${type} takes several systems of type ${of}`, () => {
			const before = given(type, [member(of, 'One'), member(of, 'Two')]);
			assert.equal(createFormation(before, { name: 'New', type, systems: ['One', 'Two'] }).ok, true);
		});
	}
});

describe('in how many formations of one type a system is', () => {
	const once: readonly [string, string][] = [
		[JOULE, 'Joule'],
		[JOULE, 'SAP SuccessFactors'],
		[EVENTING, HUB],
		[EVENTING, 'Something else'],
		[MDI, 'SAP Master Data Integration'],
		[MDI, S4],
		[START, 'SAP Build Work Zone'],
		[ARIBA, S4],
		[BILLING, 'SAP Subscription Billing'],
		[BILLING, S4],
		[TASKS, 'SAP Task Center'],
		[INGESTION, 'An industry solution'],
		[DATA_CLOUD, 'SAP Datasphere'],
	];
	for (const [type, of] of once) {
		it(`R-FOR-12, DEC-18: in at most one ${type}, a system of type ${of}, formation-rule-broken`, () => {
			const before = given(type, [member(of)], [formation({ name: 'Other', type, systems: [of] })]);
			assertRefused(includeSystem(before, include(of)), 'formation-rule-broken', /"Other"/);
		});
	}

	const often: readonly [string, string][] = [
		[KYMA, S4],
		[START, S4],
		[MDI, 'SAP Ariba Central Invoice Management'],
		[ARIBA, 'SAP Ariba Buying'],
		[CLOSING, S4],
	];
	for (const [type, of] of often) {
		it(`R-FOR-12: in several ${type}, a system of type ${of}`, () => {
			const before = given(type, [member(of)], [formation({ name: 'Other', type, systems: [of] })]);
			assert.equal(includeSystem(before, include(of)).ok, true);
		});
	}

	it('DEC-18: formations of other types do not count', () => {
		const before = given(JOULE, [member(S4)], [formation({ name: 'Other', type: EVENTING, systems: [S4] })]);
		assert.equal(includeSystem(before, include(S4)).ok, true);
	});

	it('DEC-18: Central Invoice Management takes only what is in a Master Data Integration formation, formation-rule-broken', () => {
		for (const of of [S4, 'SAP Ariba Central Invoice Management']) {
			const before = given(CIM, [member(of)]);
			assertRefused(includeSystem(before, include(of)), 'formation-rule-broken', MDI);
		}
	});
});

describe('scenario groups that a formation type accepts', () => {
	const accepted: readonly [string, readonly string[]][] = [
		[EVENTING, [ALL, EVENTING]],
		[MDI, [ALL, MDI, CIM]],
		[START, [ALL, START]],
		[ARIBA, [ALL, ARIBA]],
		[CIM, [ALL, CIM]],
		[BILLING, [ALL, BILLING]],
		[CLOSING, [ALL, CLOSING]],
		[JOULE, [ALL]],
		[COLLABORATION, [ALL]],
		[TASKS, [ALL]],
	];
	for (const [type, groups] of accepted) {
		const decision =
			type === MDI ? 'DEC-20' : type === START ? 'DEC-21' : type === BILLING ? 'DEC-22' : '8.1';
		it(`${decision}: ${type} accepts ${groups.join(' or ')}, and no other`, () => {
			for (const { label } of SCENARIO_GROUPS) {
				const systems = [member(S4, S4, [label])];
				const before = given(type, systems, [formation({ name: 'First', type: MDI, systems: [S4] })]);
				const free = type === MDI ? given(type, systems) : before;
				if (groups.includes(label)) {
					assert.equal(includeSystem(free, include(S4)).ok, true, label);
				} else {
					assertRefused(includeSystem(free, include(S4)), 'formation-member-not-allowed');
				}
			}
		});
	}

	it('R-FOR-12: one accepted group among several is enough', () => {
		const before = given(START, [member(S4, S4, ['Integration with SAP Ariba Buying', START])]);
		assert.equal(includeSystem(before, include(S4)).ok, true);
	});

	it('DEC-37: where no group is recorded, nothing is checked', () => {
		for (const scenarioGroups of [undefined, []]) {
			const recorded = { expiresAt: PAIRED, ...(scenarioGroups ? { scenarioGroups } : {}) };
			const before = given(START, [{ name: S4, type: S4, status: 'registered', token: recorded }]);
			assert.equal(includeSystem(before, include(S4)).ok, true);
		}
	});

	it('R-FOR-12: Integrated Business Planning joins Joule with All Communication Scenarios only', () => {
		const ibp = 'SAP Integrated Business Planning';
		assertRefused(
			includeSystem(given(JOULE, [member(ibp, ibp, [START])]), include(ibp)),
			'formation-member-not-allowed',
		);
	});
});

describe('Data Ingestion for Industry Cloud Solutions', () => {
	const before = landscape({
		systems: [member(INGESTION), member('An industry solution')],
		formations: [
			formation({ name: 'F', type: INGESTION, systems: [INGESTION, 'An industry solution'] }),
			formation({ name: 'G', type: 'Not known', systems: [INGESTION] }),
		],
	});

	it('R-FOR-13: the system that came with it is not excluded, formation-rule-broken; the others are', () => {
		assertRefused(excludeSystem(before, { formation: 'F', system: INGESTION }), 'formation-rule-broken');
		assert.equal(excludeSystem(before, { formation: 'F', system: 'An industry solution' }).ok, true);
		assert.equal(excludeSystem(before, { formation: 'G', system: INGESTION }).ok, true);
	});

	it('R-FOR-13: that system goes with its formation, unless another formation has it', () => {
		assert.equal(changedBy(before, deleteFormation, 'F').systems.size, 2);
		const alone = changedBy(before, deleteFormation, 'G');
		const after = changedBy(alone, deleteFormation, 'F');
		assert.deepEqual([...after.systems.keys()], ['An industry solution']);
		assert.equal(after.formations.size, 0);
	});
});

describe('what is checked before anything is asked', () => {
	const before = given(KYMA, [member(S4), member('Joule')]);

	it('of Create Formation: each field that is given, by the rule that decides in the end', () => {
		assert.equal(checkNewFormation(before, {}), undefined);
		assertRefused(checkNewFormation(before, { name: 'F' }), 'formation-taken');
		assertRefused(checkNewFormation(before, { name: '' }), 'formation-name-invalid');
		assertRefused(checkNewFormation(before, { type: 'F' }), 'formation-type-unknown');
		assertRefused(checkNewFormation(before, { systems: ['Nobody'] }), 'system-unknown');
		assert.equal(checkNewFormation(before, { systems: ['Joule'] }), undefined);
		assertRefused(
			checkNewFormation(before, { type: KYMA, systems: ['Joule'] }),
			'formation-member-not-allowed',
		);
	});

	it('of Include System: formation, system, and both together', () => {
		assert.equal(checkInclude(before, {}), undefined);
		assertRefused(checkInclude(landscape(), {}), 'formation-unknown');
		assertRefused(checkInclude(before, { formation: 'G' }), 'formation-unknown');
		assertRefused(checkInclude(before, { system: 'Nobody' }), 'system-unknown');
		assert.equal(checkInclude(before, { system: 'Joule' }), undefined);
		assertRefused(checkInclude(before, { formation: 'F', system: 'Joule' }), 'formation-member-not-allowed');
	});
});

describe('types without token', () => {
	it('R-TYPE-2: are in the catalog with their source, and none of them pairs through a token', () => {
		assert.equal(TOKENLESS_TYPES.length, 20);
		for (const { label, source } of TOKENLESS_TYPES) {
			assert.ok(source.length > 0, label);
			assert.equal(systemType(label), undefined, label);
		}
	});
});
