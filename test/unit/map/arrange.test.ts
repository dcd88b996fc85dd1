import assert from 'node:assert/strict';
import type { Graph } from '../../../src/diagram/graph.ts';
import { arrange } from '../../../src/map/page/arrange.ts';
import { draw, wishesOf } from '../../../src/map/page/drawing.tsx';
import { FONTS, LEGIBLE } from '../../../src/map/page/fonts.ts';
import { groupsOf } from '../../../src/map/page/groups.ts';
import type { Arrangement } from '../../../src/map/page/memory.ts';
import { BUTTONS, fitView } from '../../../src/map/page/viewport.ts';
import {
	DEV,
	entitlement,
	extension,
	HOST,
	landscape,
	registeredSystem,
	subaccount,
	system,
	tenant,
} from '../factories.ts';
import { graph, largeGraph, measure } from './drawn.ts';

const WIDE = { width: 1400, height: 690 };

function fitted(shown: Graph, screen = WIDE, chosen?: Arrangement) {
	const { by, layout } = arrange(shown, wishesOf(measure), screen, chosen);
	const view = fitView(layout, screen);
	const isWhole =
		layout.width * view.scale <= screen.width && layout.height * view.scale <= screen.height - BUTTONS;
	const smallest = Math.min(...Object.values(FONTS).map(({ size }) => size)) * view.scale;
	return {
		by,
		layout,
		isWhole,
		smallest,
		systems: layout.nodes.filter(({ node }) => node.kind === 'system'),
	};
}

describe('the arrangement of the map', () => {
	it('shows 100 systems at once, and no text is smaller than 9 px on 1100 and 1400 px', () => {
		for (const screen of [WIDE, { width: 1100, height: 600 }]) {
			const { by, isWhole, smallest, systems, layout } = fitted(largeGraph(100), screen);
			assert.equal(systems.length, 100);
			assert.equal(by, 'subaccount');
			assert(isWhole && smallest >= 9, `${smallest} px`);
			assert(layout.width * (smallest / 12) > screen.width / 2, 'uses the width');
		}
	});

	it('lets every text be read, however many systems there are and however narrow it is', () => {
		assert.equal(LEGIBLE, 9);
		for (const count of [1, 3, 20, 100, 500]) {
			for (const width of [300, 550, 800, 1400]) {
				const { smallest, systems, layout } = fitted(largeGraph(count), { width, height: 600 });
				assert(smallest >= LEGIBLE, `${count} systems on ${width} px: ${smallest} px`);
				assert.equal(systems.length, count);
				assert((layout.width * smallest) / 12 <= width + 1, `${count} systems on ${width} px are too wide`);
			}
		}
	});

	it('draws connections where all of them can be read at once, with less room on a narrower screen', () => {
		const three = largeGraph(3);
		assert.equal(fitted(three).by, 'connections');
		const narrow = fitted(three, { width: 550, height: 700 });
		assert.equal(narrow.by, 'connections');
		assert(narrow.isWhole);
		assert.equal(fitted(three, { width: 300, height: 700 }).by, 'subaccount');
	});

	it('is what the person has chosen, also where not all can be seen at once', () => {
		for (const chosen of ['connections', 'subaccount', 'tenant', 'status'] as const) {
			assert.equal(fitted(largeGraph(100), WIDE, chosen).by, chosen);
			assert.equal(fitted(largeGraph(3), WIDE, chosen).by, chosen);
		}
		assert(!fitted(largeGraph(100), WIDE, 'connections').isWhole);
	});

	it('draws what there is where there is no system to group', () => {
		const shown = graph(
			landscape({ subaccounts: Array.from({ length: 50 }, (_, n) => subaccount([], `s${n}`)) }),
		);
		for (const chosen of [undefined, 'status'] as const) {
			const { by, layout } = fitted(shown, WIDE, chosen);
			assert.deepEqual([by, layout.nodes.length], ['connections', 50]);
		}
		assert.equal(fitted({ nodes: [], edges: [] }).by, 'connections');
	});

	it('groups by status where no system has a service plan', () => {
		const systems = Array.from({ length: 40 }, (_, n) => system({ name: `S${n}` }));
		assert.equal(fitted(graph(landscape({ systems }))).by, 'status');
	});

	it('lets no card overlap another, and begins each column with a heading', () => {
		for (const chosen of ['subaccount', 'tenant', 'status'] as const) {
			const { layout } = fitted(largeGraph(100), WIDE, chosen);
			for (const [index, one] of layout.nodes.entries()) {
				for (const other of layout.nodes.slice(index + 1)) {
					assert(one.x !== other.x || Math.abs(one.y - other.y) >= one.height);
				}
			}
			for (const x of new Set(layout.nodes.map((node) => node.x))) {
				const [top] = layout.nodes.filter((node) => node.x === x).sort((one, other) => one.y - other.y);
				assert(layout.headings.some((heading) => heading.x === x && heading.y < (top?.y ?? 0)));
			}
		}
	});

	const shown = graph(
		landscape({
			systems: [system({ name: 'NEW' }), registeredSystem(), registeredSystem({ name: 'QAS' })],
			tenants: [tenant([extension()])],
			subaccounts: [
				subaccount([entitlement()]),
				subaccount([entitlement(), entitlement({ system: 'QAS' })], 'test'),
			],
		}),
	);
	const named = (by: 'status' | 'subaccount' | 'tenant') =>
		groupsOf(shown.nodes, shown.edges, by).map(({ heading, systems }) => [
			heading,
			...systems.map(({ name }) => name),
		]);

	it('has a group for each status, and for what systems are connected with; those without come last', () => {
		assert.deepEqual(named('status'), [
			['Pending (1)', 'NEW'],
			['Registered (2)', DEV, 'QAS'],
		]);
		assert.deepEqual(named('subaccount'), [
			['dev, test (1)', DEV],
			['test (1)', 'QAS'],
			['No service plans (1)', 'NEW'],
		]);
		assert.deepEqual(named('tenant'), [
			[`${HOST} (1)`, DEV],
			['No extension (2)', 'NEW', 'QAS'],
		]);
	});

	it('says of a system in a group with what it is connected, because no line does', () => {
		const { layout } = fitted(shown, WIDE, 'status');
		const said = draw(layout, measure, shown).stops.find(
			({ said: [name] }) => name === `System ${DEV}`,
		)?.said;
		assert.deepEqual(said?.slice(-3), [
			`Tenant ${HOST}: Enabled`,
			'Subaccount dev: api-access',
			'Subaccount test: api-access',
		]);
	});
});
