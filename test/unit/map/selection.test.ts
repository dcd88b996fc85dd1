import assert from 'node:assert/strict';
import { choicesOf, everySystem, MOST_SYSTEMS, select } from '../../../src/map/page/selection.ts';
import {
	DEV,
	entitlement,
	extension,
	formation,
	HOST,
	landscape,
	MARKETING,
	namesOf,
	registeredSystem,
	subaccount,
	system,
	tenant,
} from '../factories.ts';
import { graph, largeGraph, stateOf } from './drawn.ts';

const STATE = stateOf(
	graph(
		landscape({
			systems: [registeredSystem(), system({ name: 'MKT', type: MARKETING })],
			tenants: [tenant([extension()]), tenant([], { host: 'empty.example' })],
			subaccounts: [subaccount([entitlement()]), subaccount([], 'unused')],
			formations: [formation()],
		}),
	),
);

const shown = (filter: Partial<typeof everySystem>) =>
	namesOf(select(STATE, { ...everySystem, ...filter }).nodes);

describe('the filter of the map', () => {
	it('shows everything where nothing is asked for', () => {
		assert.deepEqual(shown({}), [HOST, 'empty.example', DEV, 'MKT', 'dev', 'unused', 'Side by side']);
	});

	it('by status, type and subaccount shows those systems with what they are connected with', () => {
		const connected = [HOST, DEV, 'dev', 'Side by side'];
		assert.deepEqual(shown({ status: 'Registered' }), connected);
		assert.deepEqual(shown({ subaccount: 'dev' }), connected);
		assert.deepEqual(shown({ type: MARKETING }), ['MKT']);
		assert.deepEqual(shown({ type: MARKETING, status: 'Registered' }), []);
		assert.deepEqual(shown({ subaccount: 'unused' }), []);
	});

	it('searches names and types of systems and of what they are connected with, in any case', () => {
		for (const search of ['dev system', 'S4HANA.EXAMPLE', 'side BY', 'kyma']) {
			assert.deepEqual(shown({ search }), [HOST, DEV, 'dev', 'Side by side'], search);
		}
		assert.deepEqual(shown({ search: 'marketing' }), ['MKT']);
		assert.deepEqual(shown({ search: 'marketing kyma' }), []);
	});

	it('offers what is there to choose, also a status that has no words in this terminology', () => {
		assert.deepEqual(choicesOf(STATE), {
			status: ['Pending', 'Registered'],
			type: [MARKETING, 'SAP S/4HANA Cloud'],
			subaccount: ['dev'],
		});
		const current = stateOf(graph(landscape({ systems: [system()] }), { terminology: 'current' }));
		assert.deepEqual(choicesOf(current).status, ['pending']);
		assert.equal(select(current, { ...everySystem, status: 'pending' }).shown, 1);
	});

	it('shows no more systems than a picture can hold, and says how many there are', () => {
		const { shown, passing, all, nodes } = select(stateOf(largeGraph(600)), everySystem);
		assert.deepEqual([shown, passing, all], [MOST_SYSTEMS, 600, 600]);
		assert.equal(nodes.filter(({ kind }) => kind === 'system').length, MOST_SYSTEMS);
	});
});
