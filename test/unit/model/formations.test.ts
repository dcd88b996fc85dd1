import assert from 'node:assert/strict';
import {
	allowedMembers,
	checkFormationName,
	createFormation,
	deleteFormation,
	excludeSystem,
	includeSystem,
} from '../../../src/model/formations.ts';
import { SYSTEM_STATUSES, type System } from '../../../src/model/landscape.ts';
import {
	assertRefused,
	changedBy,
	DEV,
	formation,
	JOULE,
	KYMA,
	landscape,
	listed,
	MARKETING,
	namesOf,
	PAIRED,
	registeredSystem,
	SUITE,
	system,
	systemWithoutToken,
	token,
} from '../factories.ts';

const CUSTOMER_EXPERIENCE = ['SAP Commerce Cloud', 'SAP Cloud for Customer', 'SAP Field Service Management'];

/** The system in the formation that the factories make. */
const MEMBERSHIP = { formation: 'Side by side', system: DEV };

const withGroups = (name: string, ...scenarioGroups: string[]): System =>
	registeredSystem({ name, token: token({ usedAt: PAIRED, scenarioGroups }) });

describe('names of formations', () => {
	for (const name of ['F', '7', 'Side by side', 'a_b-c D', 'x'.repeat(128)]) {
		it(`R-FOR-1: "${name.slice(0, 20)}" (${name.length}) is accepted`, () => {
			assert.equal(checkFormationName(name), undefined);
		});
	}

	for (const name of ['', ' a', 'a ', '-a', 'a_', '__proto__', 'a.b', 'ä', 'a\nb', 'a/b', 'x'.repeat(129)]) {
		it(`R-FOR-1, DEC-25: ${JSON.stringify(name.slice(0, 20))} (${name.length}) is refused, formation-name-invalid`, () => {
			assertRefused(checkFormationName(name), 'formation-name-invalid');
			assertRefused(
				createFormation(landscape(), { name, type: KYMA, systems: [] }),
				'formation-name-invalid',
			);
		});
	}

	it('R-FOR-1: a name that exists is refused, formation-taken; names are compared exactly', () => {
		const before = landscape({ formations: [formation({ name: 'F', systems: [] })] });
		assertRefused(createFormation(before, { name: 'F', type: KYMA, systems: [] }), 'formation-taken');
		assert.equal(createFormation(before, { name: 'f', type: KYMA, systems: [] }).ok, true);
	});

	it('"constructor" is free until it is created', () => {
		const request = { name: 'constructor', type: KYMA, systems: [] };
		const after = changedBy(landscape(), createFormation, request);
		assertRefused(createFormation(after, request), 'formation-taken');
	});
});

describe('Create Formation', () => {
	const before = landscape({
		systems: [
			registeredSystem(),
			registeredSystem({ name: 'Marketing', type: MARKETING }),
			listed('Suite', 'SAP Integration Suite'),
			system({ name: 'Pending' }),
		],
	});

	it('R-FOR-2: holds its type and the systems in the order in which they were included', () => {
		const request = { name: 'Side by side', type: KYMA, systems: ['Marketing', DEV] };
		assert.deepEqual(
			changedBy(before, createFormation, request).formations.get('Side by side'),
			formation({ systems: ['Marketing', DEV] }),
		);
	});

	it('R-FOR-2: only systems that the type takes, and that may join, are offered', () => {
		const offered = (type: string, systems: readonly string[] = []) =>
			namesOf(allowedMembers(before, formation({ type, systems })));
		assert.deepEqual(offered(KYMA), [DEV, 'Marketing']);
		assert.deepEqual(offered(KYMA, [DEV]), ['Marketing']);
		assert.deepEqual(offered(SUITE), [DEV, 'Suite']);
	});

	it('a system of a type that is not for the formation type is refused, formation-member-not-allowed', () => {
		const request = { name: 'F', type: SUITE, systems: ['Marketing'] };
		assertRefused(createFormation(before, request), 'formation-member-not-allowed');
	});

	it('a formation type that does not exist is refused, formation-type-unknown', () => {
		for (const type of ['Nonsense', '', '__proto__']) {
			assertRefused(createFormation(before, { name: 'F', type, systems: [] }), 'formation-type-unknown');
		}
	});

	it('a system that does not exist is refused, system-unknown', () => {
		assertRefused(
			createFormation(before, { name: 'F', type: KYMA, systems: ['__proto__'] }),
			'system-unknown',
		);
	});
});

describe('who may join a formation', () => {
	for (const status of SYSTEM_STATUSES.filter((candidate) => candidate !== 'registered')) {
		it(`R-FOR-4: a system that is ${status} must be registered first, formation-member-not-allowed`, () => {
			const before = landscape({
				systems: [system({ status })],
				formations: [formation({ systems: [] })],
			});
			assertRefused(includeSystem(before, MEMBERSHIP), 'formation-member-not-allowed');
		});
	}

	for (const type of CUSTOMER_EXPERIENCE) {
		it(`R-FOR-4: ${type} may join before it is registered`, () => {
			const pending = systemWithoutToken({ type });
			const before = landscape({ systems: [pending], formations: [formation({ systems: [] })] });
			assert.equal(includeSystem(before, MEMBERSHIP).ok, true);
		});
	}

	it('DEC-37: an S/4HANA system needs a scenario group of the type, where its groups are recorded', () => {
		const before = landscape({
			systems: [
				withGroups('All', 'All Communication Scenarios'),
				withGroups('Start', 'Integration with SAP Start'),
				listed('No groups', 'Joule'),
				registeredSystem({ name: 'Unrecorded', token: { expiresAt: PAIRED, usedAt: PAIRED } }),
			],
			formations: [formation({ name: 'F', type: JOULE, systems: [] })],
		});
		for (const name of ['All', 'No groups', 'Unrecorded']) {
			assert.equal(includeSystem(before, { formation: 'F', system: name }).ok, true, name);
		}
		assertRefused(
			includeSystem(before, { formation: 'F', system: 'Start' }),
			'formation-member-not-allowed',
			/All Communication Scenarios/,
		);
	});

	it('R-FOR-12: at most one SAP Integration Suite, formation-rule-broken', () => {
		const before = landscape({
			systems: [listed('One', 'SAP Integration Suite'), listed('Two', 'SAP Integration Suite')],
			formations: [formation({ name: 'F', type: SUITE, systems: ['One'] })],
		});
		assertRefused(includeSystem(before, { formation: 'F', system: 'Two' }), 'formation-rule-broken');
	});

	it('R-FOR-12: a system is in one formation with Joule only, formation-rule-broken', () => {
		const before = landscape({
			systems: [withGroups('All', 'All Communication Scenarios')],
			formations: [
				formation({ name: 'F', type: JOULE, systems: ['All'] }),
				formation({ name: 'G', type: JOULE, systems: [] }),
				formation({ systems: [] }),
			],
		});
		assertRefused(includeSystem(before, { formation: 'G', system: 'All' }), 'formation-rule-broken');
		assert.equal(includeSystem(before, { formation: 'Side by side', system: 'All' }).ok, true);
	});
});

describe('Include System and Exclude System', () => {
	const before = landscape({
		systems: [registeredSystem(), registeredSystem({ name: 'Other' })],
		formations: [formation()],
	});

	it('R-FOR-3: a system is included later, at the end', () => {
		const after = changedBy(before, includeSystem, { formation: 'Side by side', system: 'Other' });
		assert.deepEqual(after.formations.get('Side by side'), formation({ systems: [DEV, 'Other'] }));
	});

	it('R-FOR-3: a member is excluded, the last one, too', () => {
		const after = changedBy(before, excludeSystem, MEMBERSHIP);
		assert.deepEqual(after.formations.get('Side by side'), formation({ systems: [] }));
	});

	it('a member is not included again, formation-member-exists', () => {
		assertRefused(includeSystem(before, MEMBERSHIP), 'formation-member-exists');
	});

	it('what is no member, or does not exist, is refused, system-unknown and formation-unknown', () => {
		assertRefused(excludeSystem(before, { formation: 'Side by side', system: 'Other' }), 'system-unknown');
		assertRefused(includeSystem(before, { formation: 'Side by side', system: 'Nobody' }), 'system-unknown');
		for (const name of ['side by side', '', '__proto__']) {
			assertRefused(includeSystem(before, { formation: name, system: DEV }), 'formation-unknown');
			assertRefused(excludeSystem(before, { formation: name, system: DEV }), 'formation-unknown');
			assertRefused(deleteFormation(before, name), 'formation-unknown');
		}
	});

	it('R-FOR-6: Delete takes the formation with its memberships, and no system', () => {
		const after = changedBy(before, deleteFormation, 'Side by side');
		assert.equal(after.formations.size, 0);
		assert.deepEqual(after.systems, before.systems);
	});

	it('R-FOR-7: a deleted formation is created again, and its systems are included one by one', () => {
		const deleted = changedBy(before, deleteFormation, 'Side by side');
		const request = { name: 'Side by side', type: KYMA, systems: [] };
		const created = changedBy(deleted, createFormation, request);
		assert.deepEqual(created.formations.get('Side by side')?.systems, []);
		assert.equal(includeSystem(created, MEMBERSHIP).ok, true);
	});
});
