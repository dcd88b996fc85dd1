import assert from 'node:assert/strict';
import { graphId } from '../../../src/diagram/graph.ts';
import { walkOver } from '../../../src/map/page/walk.ts';
import { DEV, formation, HOST, inUse, registeredSystem } from '../factories.ts';
import { graph, laidOut, largeGraph } from './drawn.ts';

const KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];

describe('the walk over the map by keyboard', () => {
	const shown = graph(
		inUse({
			systems: [registeredSystem(), registeredSystem({ name: 'QAS' })],
			formations: [formation({ systems: ['QAS'] })],
		}),
	);
	const walk = walkOver(laidOut(shown));
	const go = (from: readonly string[], ...keys: readonly string[]) => {
		let at = graphId(...from);
		for (const key of keys) {
			at = walk.go(at, key) ?? at;
		}
		return JSON.parse(at);
	};

	it('begins at the first system', () => {
		assert.equal(walk.start, graphId('systems', DEV));
		assert.equal(walkOver(laidOut({ nodes: [], edges: [] })).start, undefined);
	});

	it('goes along a line with a stop at its label, to both sides', () => {
		assert.deepEqual(go(['systems', DEV], 'ArrowLeft'), ['tenants', HOST, DEV]);
		assert.deepEqual(go(['systems', DEV], 'ArrowLeft', 'ArrowLeft'), ['tenants', HOST]);
		const plan = ['subaccounts', 'dev', 's4-hana-cloud', 'api-access', DEV];
		assert.deepEqual(go(['systems', DEV], 'ArrowRight'), plan);
		assert.deepEqual(go(['systems', DEV], 'ArrowRight', 'ArrowRight'), ['subaccounts', 'dev']);
		assert.deepEqual(go(['subaccounts', 'dev'], 'ArrowLeft', 'ArrowLeft'), ['systems', DEV]);
		assert.deepEqual(go(['systems', 'QAS'], 'ArrowRight'), ['formations', 'Side by side']);
	});

	it('goes to the nearest card of the next column where no line leads on', () => {
		assert.deepEqual(go(['systems', 'QAS'], 'ArrowLeft'), ['tenants', HOST]);
	});

	it('goes up and down a column, to its ends, and no further', () => {
		assert.deepEqual(go(['systems', DEV], 'ArrowDown'), ['systems', 'QAS']);
		assert.deepEqual(go(['systems', DEV], 'End'), ['systems', 'QAS']);
		assert.deepEqual(go(['systems', 'QAS'], 'Home'), ['systems', DEV]);
		assert.equal(walk.go(graphId('systems', DEV), 'ArrowUp'), undefined);
		assert.equal(walk.go(graphId('tenants', HOST), 'ArrowLeft'), undefined);
	});

	it('finds back from what is gone', () => {
		assert.equal(walk.go('gone', 'ArrowDown'), walk.start);
	});

	it('reaches every card and every label of 100 systems', () => {
		const large = largeGraph(100);
		const { stops, start, go: step } = walkOver(laidOut(large));
		const reached = new Set([start ?? '']);
		for (const id of reached) {
			for (const key of KEYS) {
				reached.add(step(id, key) ?? id);
			}
		}
		assert.equal(reached.size, stops.size);
		assert.equal(
			stops.size,
			large.nodes.length + large.edges.filter(({ kind }) => kind !== 'membership').length,
		);
	});
});
