import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { graphId } from '../../../src/diagram/graph.ts';
import { read } from '../../../src/document/read.ts';
import { apply, diff } from '../../../src/map/changes.ts';
import { MapFeed, type Received, receive } from '../../../src/map/feed.ts';
import { MapMessage, type MapState } from '../../../src/map/messages.ts';
import { applyChanges, putSystem, removeRecord } from '../../../src/model/change.ts';
import type { Landscape } from '../../../src/model/landscape.ts';
import { manySystems } from '../../browser/landscapes.ts';
import { registeredSystem } from '../factories.ts';
import { forAll } from '../property-runs.ts';
import { graph, stateOf } from './drawn.ts';

const id = fc.integer({ min: 0, max: 12 }).map((number) => graphId('systems', `S${number}`));
const word = fc.constantFrom('', 'a', 'b');
const states: fc.Arbitrary<MapState> = fc.record(
	{
		globalAccount: word,
		mode: fc.constantFrom('practice', 'recorded'),
		terminology: fc.constantFrom('classic', 'current'),
		nodes: fc.uniqueArray(
			fc.record(
				{
					id,
					kind: fc.constantFrom('tenant', 'system', 'subaccount', 'formation'),
					name: word,
					type: fc.constant(''),
					status: word,
					label: word,
					token: fc.constant(''),
					until: fc.constant(''),
					recorded: fc.constant(''),
					next: fc.constant(''),
					actions: fc.constant([]),
				},
				{ noNullPrototype: true },
			),
			{ selector: (node) => node.id },
		),
		edges: fc.uniqueArray(
			fc.record(
				{
					id,
					kind: fc.constantFrom('extension', 'entitlement', 'membership'),
					from: id,
					to: id,
					status: word,
					label: word,
					recorded: fc.constant(''),
					details: fc.array(word, { maxLength: 2 }),
					actions: fc.constant([]),
				},
				{ noNullPrototype: true },
			),
			{ selector: (edge) => edge.id },
		),
		trouble: word,
	},
	{ noNullPrototype: true },
);

/** As a message arrives: what the page takes it for. */
const received = (message: MapMessage): MapMessage =>
	v.parse(MapMessage, JSON.parse(JSON.stringify(message)));

/** An extension and a page, between which messages can get lost. */
class Talk {
	state: MapState;
	told: Received | undefined;
	isLost = false;
	readonly sent: MapMessage[] = [];
	readonly feed = new MapFeed(
		() => this.state,
		(message) => {
			this.sent.push(message);
			if (!this.isLost) {
				const told = receive(this.told, received(message));
				this.told = told ?? this.told;
				if (!told) {
					this.feed.sendState();
				}
			}
		},
	);

	constructor(state: MapState) {
		this.state = state;
	}

	change(state: MapState): void {
		this.state = state;
		this.feed.sendChange();
	}
}

describe('the change from one state of the map to the next', () => {
	it('leads to that state, whatever came, went, changed or moved', () => {
		forAll(300, states, states, (before, after) => {
			const change = diff(before, after);
			assert.deepEqual(change ? apply(before, change) : before, after);
			assert.equal(change === undefined, JSON.stringify(before) === JSON.stringify(after));
		});
	});

	it('is nothing where the landscape says the same', () => {
		const shown = () => stateOf(graph(read(manySystems(20)).landscape));
		assert.equal(diff(shown(), shown()), undefined);
	});

	it('says only what changed where a system has another status, or is new, or a formation is gone', () => {
		const before = read(manySystems(200)).landscape;
		const shown = (landscape: Landscape) => stateOf(graph(landscape));
		const [first] = before.systems.values();
		assert(first);
		const named = (names: (string | undefined)[]) => names.filter(Boolean);
		const changeTo = (after: Landscape) => {
			const change = diff(shown(before), shown(after));
			assert(change);
			return {
				nodes: named(change.nodes.map((piece) => ('id' in piece ? piece.name : ''))),
				edges: named(change.edges.map((piece) => ('id' in piece ? piece.kind : ''))),
				size: JSON.stringify(change).length,
			};
		};
		const status = changeTo(applyChanges(before, [putSystem({ ...first, status: 'error' })]));
		assert.deepEqual([status.nodes, status.edges], [[first.name], []]);
		const added = changeTo(applyChanges(before, [putSystem(registeredSystem({ name: 'NEW' }))]));
		assert.deepEqual([added.nodes, added.edges], [['NEW'], []]);
		const removed = changeTo(applyChanges(before, [removeRecord('formations', 'Formation 1')]));
		assert.deepEqual([removed.nodes, removed.edges], [[], []]);
		for (const { size } of [status, added, removed]) {
			assert(size < 1000, `${size} characters`);
		}
	});
});

describe('what the map’s page is told', () => {
	it('nothing before it asks, then everything, then only changes', () => {
		forAll(100, states, states, (one, other) => {
			const talk = new Talk(one);
			talk.change(one);
			assert.deepEqual(talk.sent, []);
			talk.feed.sendState();
			talk.change(other);
			talk.change(other);
			assert.deepEqual(talk.told?.state, other);
			const kinds = talk.sent.map(({ kind }) => kind);
			assert.deepEqual(kinds, diff(one, other) ? ['state', 'change'] : ['state']);
		});
	});

	it('leads to what the file says, also when messages get lost and the page begins again', () => {
		const steps = fc.array(fc.record({ state: states, isLost: fc.boolean(), begins: fc.boolean() }), {
			minLength: 1,
		});
		forAll(100, states, steps, (first, then) => {
			const talk = new Talk(first);
			talk.feed.sendState();
			for (const { state, isLost, begins } of then) {
				talk.isLost = isLost;
				talk.change(state);
				if (begins) {
					talk.isLost = false;
					talk.told = undefined;
					talk.feed.sendState();
					assert.deepEqual(talk.told, { state, number: 0 });
				}
			}
			talk.isLost = false;
			talk.change({ ...talk.state, trouble: `${talk.state.trouble}!` });
			assert.deepEqual(talk.told?.state, talk.state);
		});
	});

	it('a change that does not follow what it knows is not taken', () => {
		const state = stateOf(graph(read(manySystems(3)).landscape));
		const change = diff(state, { ...state, trouble: 'x' });
		assert(change);
		assert.equal(receive(undefined, { kind: 'change', number: 1, change }), undefined);
		for (const number of [0, 1, 3]) {
			assert.equal(receive({ state, number: 1 }, { kind: 'change', number, change }), undefined);
		}
		assert.equal(receive({ state, number: 1 }, { kind: 'change', number: 2, change })?.state.trouble, 'x');
	});
});
