import type { GraphEdge, GraphNode } from '../../diagram/graph.ts';
import { grouped } from '../../model/grouped.ts';
import { headingOf } from './words.ts';

/** Sizes of the picture, in its own units: pixels at zoom 1. */
export const SIZES = {
	/** The narrowest and the widest card. */
	narrow: 180,
	wide: 320,
	/** The widest label. */
	label: 240,
	height: 48,
	gap: 16,
	/** Between the lines that leave a system. */
	pitch: 22,
	/** Between a system and the labels beside it. */
	stub: 14,
	/** Room in which lines bend. */
	bend: 44,
	heading: 40,
	margin: 20,
} as const;

/** The sizes that a picture without room has instead. */
const TIGHT = { narrow: 104, wide: 136, label: 90, bend: 16 } as const;

export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export type Placed = Box & { readonly node: GraphNode };

/** A line with the room for its label, if it has one. */
export interface Route {
	readonly edge: GraphEdge;
	/** Path data of the line. */
	readonly path: string;
	readonly label: Box | undefined;
}

export interface Heading {
	readonly text: string;
	readonly x: number;
	/** Of its line of writing. */
	readonly y: number;
	readonly width: number;
}

/** How much room texts would like to have with what is around them, in the picture's units. */
export interface Wishes {
	card(node: GraphNode): number;
	/** Of a card with the name only. */
	name(node: GraphNode): number;
	label(edge: GraphEdge): number;
	heading(text: string): number;
}

/** Where everything is. */
export interface Layout {
	readonly nodes: readonly Placed[];
	readonly routes: readonly Route[];
	readonly headings: readonly Heading[];
	readonly width: number;
	readonly height: number;
}

type Columns = readonly [readonly GraphNode[], readonly GraphNode[], readonly GraphNode[]];

const SWEEPS = 8;

/**
 * Places tenants, systems, and what uses systems (subaccounts, formations, applications) in three columns, in an order with few crossings. Labels are
 * beside their system, where lines run straight, so that no line crosses one. A column is as wide as its widest card wishes,
 * within limits, which are the lower the less `room` there is, from 1 to 0. The same graph always gets the same places.
 */
export function layOut(
	nodes: readonly GraphNode[],
	edges: readonly GraphEdge[],
	wishes: Wishes,
	room = 1,
): Layout {
	const known = new Set(nodes.map(({ id }) => id));
	const drawn = edges.filter(({ from, to }) => known.has(from) && known.has(to));
	const columns = orderColumns(nodes, drawn);
	const [, systems] = columns;
	const { height, heading, margin } = SIZES;
	const limit = (size: keyof typeof TIGHT) => Math.round(TIGHT[size] + (SIZES[size] - TIGHT[size]) * room);
	const near = neighbours(drawn);
	const leaving = grouped(drawn.map((edge) => [edge.from, edge] as const));
	const arriving = grouped(drawn.map((edge) => [edge.to, edge] as const));
	const middles = new Map<string, number>();
	let down = 0;
	const rows = systems.map((node) => {
		const lines = [leaving, arriving].map((side) => side.get(node.id)?.length ?? 0);
		const tall = Math.max(height, Math.max(...lines) * SIZES.pitch);
		const y = down;
		middles.set(node.id, y + tall / 2);
		down += tall + SIZES.gap;
		return { y, height: tall };
	});
	const beside = (column: readonly GraphNode[]) =>
		spreadOut(
			column.map(({ id }) => {
				const places = (near.get(id) ?? []).flatMap((other) => middles.get(other) ?? []);
				return places.length === 0 ? undefined : mean(places) - height / 2;
			}),
		).map((y) => ({ y, height }));
	const spans = columns.map((column) => (column === systems ? rows : beside(column)));
	const top = heading + margin / 2 - Math.min(0, ...spans.flat().map(({ y }) => y));
	const widths = new Map(
		drawn.map((edge) => [edge, Math.min(limit('label'), roundUp(wishes.label(edge)))] as const),
	);
	const lanes = { extension: laneOf(widths, 'extension'), entitlement: laneOf(widths, 'entitlement') };
	const headings: Heading[] = [];
	const placed: Placed[] = [];
	let x: number = margin;
	for (const [index, column] of columns.entries()) {
		if (column.length === 0) {
			continue;
		}
		const text = headingOf(
			column.map(({ kind }) => kind),
			column.length,
		);
		const wished = Math.max(wishes.heading(text), ...column.map((node) => wishes.card(node)));
		const width = Math.min(Math.max(limit('narrow'), roundUp(wished)), limit('wide'));
		for (const [row, node] of column.entries()) {
			const span = spans[index]?.[row] ?? { y: 0, height };
			placed.push({ node, x, y: Math.round(span.y + top), width, height: span.height });
		}
		headings.push({ text, x, y: heading - 8, width });
		x += width + limit('bend') + lanes[index === 0 ? 'extension' : 'entitlement'];
	}
	const end = (of: (box: Box) => number) => Math.max(heading, ...placed.map(of)) + margin;
	const width = end((box) => box.x + box.width);
	return {
		nodes: placed,
		routes: routeLines(placed, widths, lanes),
		headings,
		width,
		height: end((box) => box.y + box.height),
	};
}

/**
 * The order of each column: a few sweeps by the mean place of what a node is connected with. Systems follow
 * their subaccounts and formations, which many of them share; those without come below.
 */
function orderColumns(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Columns {
	const near = neighbours(edges);
	const byMean = (column: readonly GraphNode[], ...sides: readonly ReadonlyMap<string, number>[]) => {
		const means = new Map(
			column.map(({ id }) => {
				const others = near.get(id) ?? [];
				const side = sides.findIndex((ranks) => others.some((other) => ranks.has(other)));
				const places = others.flatMap((other) => sides[side]?.get(other) ?? []);
				return [id, side < 0 ? sides.length : side + mean(places)];
			}),
		);
		const at = (node: GraphNode) => means.get(node.id) ?? 0;
		return [...column].sort((one, other) => (at(one) === at(other) ? 0 : at(one) - at(other)));
	};
	let middle: readonly GraphNode[] = nodes.filter(({ kind }) => kind === 'system');
	let left: readonly GraphNode[] = nodes.filter(({ kind }) => kind === 'tenant');
	let right: readonly GraphNode[] = nodes.filter(({ kind }) => kind !== 'system' && kind !== 'tenant');
	for (let sweep = 0; sweep < SWEEPS; sweep++) {
		right = byMean(right, ranksOf(middle));
		middle = byMean(middle, ranksOf(right), ranksOf(left));
		left = byMean(left, ranksOf(middle));
	}
	return [left, middle, right];
}

/** What each node is connected with. */
function neighbours(edges: readonly GraphEdge[]): ReadonlyMap<string, readonly string[]> {
	return grouped(edges.flatMap(({ from, to }) => [[from, to] as const, [to, from] as const]));
}

/** Each node's place in its column, from 0 to 1. */
function ranksOf(column: readonly GraphNode[]): Map<string, number> {
	return new Map(column.map(({ id }, index) => [id, index / column.length]));
}

/** Tops of cards as near as possible to where they want to be (least squares), in order and without overlap. */
function spreadOut(wanted: readonly (number | undefined)[]): number[] {
	const step = SIZES.height + SIZES.gap;
	const blocks: { sum: number; count: number }[] = [];
	const at = (block: { sum: number; count: number } | undefined) => (block ? block.sum / block.count : 0);
	for (const [index, want] of wanted.entries()) {
		let block = { sum: want === undefined ? at(blocks.at(-1)) : want - index * step, count: 1 };
		for (let last = blocks.at(-1); last && at(last) > at(block); last = blocks.at(-1)) {
			blocks.pop();
			block = { sum: last.sum + block.sum, count: last.count + block.count };
		}
		blocks.push(block);
	}
	return blocks
		.flatMap((block) => Array.from({ length: block.count }, () => at(block)))
		.map((y, index) => y + index * step);
}

type Lanes = Readonly<Record<'extension' | 'entitlement', number>>;

/** Room for the labels of one kind, beside their systems. */
function laneOf(widths: ReadonlyMap<GraphEdge, number>, kind: keyof Lanes): number {
	const own = [...widths].flatMap(([edge, width]) => (edge.kind === kind ? [width] : []));
	return own.length === 0 ? 0 : SIZES.stub + Math.max(...own);
}

function routeLines(
	placed: readonly Placed[],
	widths: ReadonlyMap<GraphEdge, number>,
	{ extension, entitlement }: Lanes,
): Route[] {
	const edges = [...widths.keys()];
	const boxes = new Map(placed.map((box) => [box.node.id, box]));
	const leaving = portsOf(edges, boxes, 'from', 'to');
	const arriving = portsOf(edges, boxes, 'to', 'from');
	return edges.flatMap((edge) => {
		const from = boxes.get(edge.from);
		const to = boxes.get(edge.to);
		if (!from || !to) {
			return [];
		}
		const x1 = from.x + from.width;
		const x2 = to.x;
		const y1 = leaving.get(edge) ?? 0;
		const y2 = arriving.get(edge) ?? 0;
		const height = SIZES.pitch - 3;
		const width = widths.get(edge) ?? 0;
		if (edge.kind === 'extension') {
			const bent = x2 - extension;
			const label = { x: bent, y: y2 - height / 2, width, height };
			return [{ edge, path: `M${x1} ${y1}${curve(x1, y1, bent, y2)}H${x2}`, label }];
		}
		const straight = x1 + entitlement;
		const label =
			edge.kind === 'entitlement' ? { x: x1 + SIZES.stub, y: y1 - height / 2, width, height } : undefined;
		return [{ edge, path: `M${x1} ${y1}H${straight}${curve(straight, y1, x2, y2)}`, label }];
	});
}

function curve(x1: number, y1: number, x2: number, y2: number): string {
	const middle = (x1 + x2) / 2;
	return y1 === y2 ? `H${x2}` : `C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}

/** Where each line touches the card at one of its ends: in the order of the other ends, never crossing beside the card. */
function portsOf(
	edges: readonly GraphEdge[],
	boxes: ReadonlyMap<string, Placed>,
	side: 'from' | 'to',
	other: 'from' | 'to',
): Map<GraphEdge, number> {
	const sides = grouped(edges.map((edge) => [edge[side], edge] as const));
	const ports = new Map<GraphEdge, number>();
	for (const [id, list] of sides) {
		const box = boxes.get(id);
		if (!box) {
			continue;
		}
		const isSystem = box.node.kind === 'system';
		const pitch = isSystem ? SIZES.pitch : Math.min(10, (box.height - 16) / list.length);
		const far = (edge: GraphEdge) => boxes.get(edge[other])?.y ?? 0;
		const sorted = [...list].sort((one, two) => far(one) - far(two));
		for (const [index, edge] of sorted.entries()) {
			ports.set(edge, round(box.y + box.height / 2 + (index - (sorted.length - 1) / 2) * pitch));
		}
	}
	return ports;
}

/** A whole number above: sums of widths are not exact, and a text is cut where it lacks the least bit. */
function roundUp(width: number): number {
	return Math.floor(width) + 1;
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
