import assert from 'node:assert/strict';
import type { Graph, GraphEdge, GraphNode } from '../../../src/diagram/graph.ts';
import { wishesOf } from '../../../src/map/page/drawing.tsx';
import { type Box, type Layout, layOut, SIZES } from '../../../src/map/page/layout.ts';
import {
	entitlement,
	extension,
	formation,
	landscape,
	registeredSystem,
	subaccount,
	tenant,
} from '../factories.ts';
import { filesIn, textOf } from '../repository.ts';
import { graph, laidOut, largeGraph, measure, simpleGraph } from './drawn.ts';

function overlap(one: Box, other: Box): boolean {
	return (
		one.x < other.x + other.width &&
		other.x < one.x + one.width &&
		one.y < other.y + other.height &&
		other.y < one.y + one.height
	);
}

/** Cards and labels: what nothing may lie on. */
function boxesOf({ nodes, routes }: Layout): { readonly box: Box; readonly owners: readonly string[] }[] {
	return [
		...nodes.map((placed) => ({ box: placed, owners: [placed.node.id] })),
		...routes.flatMap(({ edge, label }) =>
			label ? [{ box: label, owners: [edge.id, edge.from, edge.to] }] : [],
		),
	];
}

/** Points along the line of a route: straight parts and the curve between, as its path says. */
function pointsOf(path: string): readonly (readonly [number, number])[] {
	const points: [number, number][] = [];
	let x = 0;
	let y = 0;
	for (const [, command = '', list = ''] of path.matchAll(/([MHC])([^MHC]*)/g)) {
		const numbers = list.trim().split(/\s+/).map(Number);
		const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
		const steps = 40;
		for (let step = command === 'M' ? steps : 1; step <= steps; step++) {
			const t = step / steps;
			const u = 1 - t;
			if (command === 'M') {
				points.push([a, b]);
			} else if (command === 'H') {
				points.push([x + (a - x) * t, y]);
			} else {
				points.push([
					u ** 3 * x + 3 * u * u * t * a + 3 * u * t * t * c + t ** 3 * e,
					u ** 3 * y + 3 * u * u * t * b + 3 * u * t * t * d + t ** 3 * f,
				]);
			}
		}
		[x, y] = command === 'M' ? [a, b] : command === 'H' ? [a, y] : [e, f];
	}
	return points;
}

/** How many pairs of lines cross. */
function crossings(columns: readonly (readonly GraphNode[])[], edges: readonly GraphEdge[]): number {
	const ranks = new Map(columns.flatMap((column) => column.map(({ id }, index) => [id, index] as const)));
	let count = 0;
	for (const isLeft of [true, false]) {
		const ends = edges
			.filter(({ kind }) => (kind === 'extension') === isLeft)
			.map(({ from, to }) => [ranks.get(from) ?? 0, ranks.get(to) ?? 0] as const);
		for (const [index, [from, to]] of ends.entries()) {
			for (let other = index + 1; other < ends.length; other++) {
				const [otherFrom, otherTo] = ends[other] ?? [0, 0];
				count += (from - otherFrom) * (to - otherTo) < 0 ? 1 : 0;
			}
		}
	}
	return count;
}

describe('the layout of the map', () => {
	const graphs: readonly [string, Graph][] = [
		['3 systems', largeGraph(3)],
		['20 systems', largeGraph(20)],
		['100 systems', largeGraph(100)],
		['500 systems', largeGraph(500)],
		['100 systems in one subaccount', simpleGraph(100)],
	];
	for (const [name, shown] of graphs) {
		it(`of ${name} lets no card and no label overlap another, and stays in its frame`, () => {
			const layout = laidOut(shown);
			assert.equal(layout.nodes.length, shown.nodes.length);
			assert.equal(layout.routes.length, shown.edges.length);
			const boxes = boxesOf(layout).map(({ box }) => box);
			for (const [index, box] of boxes.entries()) {
				assert(box.x >= 0 && box.y >= 0);
				assert(box.x + box.width <= layout.width && box.y + box.height <= layout.height);
				for (const other of boxes.slice(index + 1)) {
					assert(!overlap(box, other), name);
				}
			}
		});
	}

	it('lets no line cross a card, or a label that is not its own', () => {
		const layout = laidOut(largeGraph(100));
		const boxes = boxesOf(layout);
		for (const { edge, path } of layout.routes) {
			for (const [x, y] of pointsOf(path)) {
				const hit = boxes.find(
					({ box, owners }) =>
						x > box.x &&
						x < box.x + box.width &&
						y > box.y &&
						y < box.y + box.height &&
						!owners.includes(edge.id),
				);
				assert(!hit, `${edge.id} crosses ${hit?.owners[0]}`);
			}
		}
	});

	it('is the same for the same landscape', () => {
		assert.deepEqual(laidOut(largeGraph(100)), laidOut(largeGraph(100)));
	});

	it('has fewer crossings than the order of the file', () => {
		const { nodes, edges } = largeGraph(100);
		const column = (list: readonly Graph['nodes'][number][], ...kinds: string[]) =>
			list.filter(({ kind }) => kinds.includes(kind));
		const columns = (list: readonly Graph['nodes'][number][]) =>
			[column(list, 'tenant'), column(list, 'system'), column(list, 'subaccount', 'formation')] as const;
		const sorted = laidOut({ nodes, edges }).nodes.map(({ node }) => node);
		const [before, after] = [crossings(columns(nodes), edges), crossings(columns(sorted), edges)];
		assert(after < before / 4, `${after} of ${before}`);
	});

	it('puts a tenant beside its system, and a subaccount in the middle of its systems', () => {
		const names = ['A', 'B', 'C'];
		const { nodes } = laidOut(
			graph(
				landscape({
					systems: names.map((name) => registeredSystem({ name })),
					tenants: names.map((name) => tenant([extension({ system: name })], { host: `${name}.example` })),
					subaccounts: [subaccount(names.map((name) => entitlement({ system: name })))],
				}),
			),
		);
		const y = (name: string) => nodes.find(({ node }) => node.name === name)?.y;
		for (const name of names) {
			assert.equal(y(`${name}.example`), y(name));
		}
		assert.equal(y('dev'), y('B'));
	});

	it('leaves out columns that have nothing to show', () => {
		const { headings, width } = laidOut(graph(landscape({ systems: [registeredSystem()] })));
		assert.deepEqual(
			headings.map(({ text }) => text),
			['Systems (1)'],
		);
		assert(width < 320);
		assert(laidOut({ nodes: [], edges: [] }).height > 0);
	});

	it('has room for a system in several formations and a formation that names a system twice', () => {
		const { routes } = laidOut(
			graph(
				landscape({
					systems: [registeredSystem()],
					formations: [
						formation(),
						formation({ name: 'Second', systems: ['SAP S/4HANA DEV System', 'SAP S/4HANA DEV System'] }),
					],
				}),
			),
		);
		assert.equal(routes.length, 2);
	});

	it('gives a column the room that its longest text needs, within limits', () => {
		const host = 'my300001.s4hana.example';
		const withHost = (name: string) =>
			laidOut(graph(landscape({ systems: [registeredSystem()], tenants: [tenant([], { host: name })] })));
		const width = (name: string) => withHost(name).nodes.find(({ node }) => node.name === name)?.width ?? 0;
		assert.equal(width(host), measure(host) + 49);
		assert.equal(width('x'), Math.max(SIZES.narrow, measure('SAP S/4HANA Cloud') + 49));
		assert.equal(width('x'.repeat(10_000)), SIZES.wide);
		const { headings, nodes } = withHost(host);
		const system = nodes.find(({ node }) => node.kind === 'system');
		assert(system && headings[1]?.x === system.x);
	});

	it('gives labels the room that the longest of them needs, within limits', () => {
		const labels = (...plans: readonly string[]) =>
			laidOut(
				graph(
					landscape({
						systems: [registeredSystem()],
						subaccounts: [subaccount(plans.map((plan) => entitlement({ plan })))],
					}),
				),
			).routes.map(({ label }) => label?.width);
		assert.deepEqual(labels('api-access', 'messaging'), [measure('api-access, messaging') + 19]);
		assert.deepEqual(labels('x'.repeat(500)), [SIZES.label]);
	});

	it('is the narrower the less room it has, and still lets nothing overlap', () => {
		const { nodes, edges } = largeGraph(20);
		let last = Number.POSITIVE_INFINITY;
		for (const room of [1, 0.75, 0.5, 0.25, 0]) {
			const layout = layOut(nodes, edges, wishesOf(measure), room);
			assert(layout.width < last, `${layout.width} at ${room}`);
			last = layout.width;
			const boxes = boxesOf(layout).map(({ box }) => box);
			for (const [index, box] of boxes.entries()) {
				assert(!boxes.slice(index + 1).some((other) => overlap(box, other)));
			}
		}
		assert(last < 710, `${last}`);
	});

	it('is asked for in two places of the page, which zooming and moving do not pass', () => {
		const calls = filesIn('src/map/page').flatMap((name) =>
			Array.from(
				textOf(`src/map/page/${name}`).matchAll(/(?<!function )\b(?:layOut|arrange)\(/g),
				() => name,
			),
		);
		assert.deepEqual([...new Set(calls)], ['arrange.ts', 'map-view.tsx', 'picture.tsx']);
	});
});
