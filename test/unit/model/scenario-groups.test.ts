import assert from 'node:assert/strict';
import { ALL_COMMUNICATION_SCENARIOS, SCENARIO_GROUPS } from '../../../src/model/catalog/scenario-groups.ts';
import { checkRedundantGroups, checkScenarioGroups } from '../../../src/model/tokens.ts';
import { assertRefused, labelsOf, MARKETING, S4 } from '../factories.ts';

const all = [ALL_COMMUNICATION_SCENARIOS];

describe('communication scenario groups', () => {
	it('R-CSG-6: S/4HANA Cloud offers nine groups, all communication scenarios first', () => {
		assert.equal(SCENARIO_GROUPS.length, 9);
		assert.equal(new Set(labelsOf(SCENARIO_GROUPS)).size, 9);
		assert.equal(SCENARIO_GROUPS[0]?.label, ALL_COMMUNICATION_SCENARIOS);
	});

	it('R-CSG-6: every code of a group has the form of a communication scenario', () => {
		for (const code of SCENARIO_GROUPS.flatMap(({ scenarios }) => scenarios)) {
			assert.match(code, /^SAP_COM_[0-9A-Z]{4}$/);
		}
	});

	it('R-CSG-1: a type with groups needs at least one, scenario-group-required', () => {
		assertRefused(checkScenarioGroups(S4, []), 'scenario-group-required');
	});

	it('R-TOK-10: several groups can be selected', () => {
		assert.equal(checkScenarioGroups(S4, labelsOf(SCENARIO_GROUPS.slice(1, 4))), undefined);
	});

	it('R-CSG-2, DEC-9: all groups at once are allowed, though redundant', () => {
		assert.equal(checkScenarioGroups(S4, labelsOf(SCENARIO_GROUPS)), undefined);
	});

	it('R-CSG-2, DEC-9: the question for groups refuses what the checker calls redundant, and nothing else', () => {
		const [first = '', second = '', third = ''] = labelsOf(SCENARIO_GROUPS);
		assertRefused(
			checkRedundantGroups([first, second]),
			'scenario-group-redundant',
			ALL_COMMUNICATION_SCENARIOS,
		);
		for (const groups of [[], all, [second], [second, third]]) {
			assert.equal(checkRedundantGroups(groups), undefined);
		}
	});

	it('a group that does not exist is refused and named, scenario-group-unknown', () => {
		assertRefused(
			checkScenarioGroups(S4, [...all, 'all communication scenarios']),
			'scenario-group-unknown',
			/"all communication scenarios"/,
		);
	});

	it('a very long group is cut in the message', () => {
		const { message } = assertRefused(
			checkScenarioGroups(S4, ['x'.repeat(10_000)]),
			'scenario-group-unknown',
		);
		assert.ok(message.length < 250);
	});

	it('R-TYPE-1: SAP Marketing Cloud has no groups, scenario-group-not-applicable', () => {
		assert.equal(checkScenarioGroups(MARKETING, []), undefined);
		assertRefused(checkScenarioGroups(MARKETING, all), 'scenario-group-not-applicable');
	});

	it('a type that the catalog does not know has no groups, scenario-group-not-applicable', () => {
		for (const type of ['Joule', '__proto__', 'constructor']) {
			assert.equal(checkScenarioGroups(type, []), undefined);
			assertRefused(checkScenarioGroups(type, all), 'scenario-group-not-applicable');
		}
	});
});
