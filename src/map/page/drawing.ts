import type { MapEdge, MapNode } from '../messages.ts';
import { explainEdge, explainNode } from './explanation.ts';
import { type Heading, type Layout, type Placed, type Route, SIZES } from './layout.ts';
import { type Shape, shape } from './shapes.ts';
import { sign, toneOf } from './signs.ts';
import { texts } from './texts.ts';

/** How wide a text is, in the picture's units. */
export type Measure = (text: string, font: keyof typeof FONTS) => number;

/** Sizes and weights of the texts. */
export const FONTS = {
	name: { size: 13, weight: 600 },
	note: { size: 11.5, weight: 400 },
	label: { size: 11, weight: 400 },
} as const;

/** Names may be as long as a file; nobody reads more of them here than this. */
const LONGEST = 200;
const SIGN = 16;
const LABEL_SIGN = 0.7;

/** The picture: lines first, so that they lie behind. Elements that can be reached carry their id as `data-id`. */
export function draw({ nodes, routes, headings }: Layout, measure: Measure): Shape[] {
	const byId = new Map(nodes.map(({ node }) => [node.id, node]));
	const connected = new Set(routes.flatMap(({ edge }) => [edge.from, edge.to]));
	return [
		...headings.map(headingShape),
		...routes.map(({ edge, path }) =>
			shape('path', {
				class: `edge ${edge.kind} tone-${toneOf(edge.status) ?? 'none'}`,
				d: path,
				'data-edge': edge.id,
			}),
		),
		...routes.flatMap((route) => {
			const from = byId.get(route.edge.from);
			const to = byId.get(route.edge.to);
			return from && to ? labelShape(route, from, to, measure) : [];
		}),
		...nodes.map((placed) => cardShape(placed, connected.has(placed.node.id), measure)),
	];
}

/** The heading of a column, with how many stand in it. */
export function headingOf({ kinds, count }: Heading): string {
	const { both, tenants, systems, subaccounts, formations } = texts.columns;
	const words = { tenant: tenants, system: systems, subaccount: subaccounts, formation: formations };
	return texts.counted(kinds.length > 1 ? both : words[kinds[0] ?? 'system'], count);
}

function headingShape(heading: Heading): Shape {
	return shape('text', { class: 'heading', x: heading.x, y: SIZES.heading - 8 }, headingOf(heading));
}

function cardShape({ node, x, y, width, height }: Placed, isConnected: boolean, measure: Measure): Shape {
	const { kind, name, status, label, token, type } = node;
	const note = [label, token, type].filter(Boolean).join(' · ');
	const { title, lines } = explainNode(node, isConnected);
	const left = x + 42;
	const room = width - 42 - 14;
	const middle = y + height / 2;
	const lineUp = note === '' ? 4.5 : -3.5;
	return shape(
		'g',
		{
			class: `stop node ${kind} tone-${toneOf(status) ?? 'none'}`,
			...reached(node.id, [`${texts.kinds[kind]} ${title}`, ...lines.slice(1), type]),
		},
		[
			shape('path', { class: 'ring', d: outline(kind, x - 4, y - 4, width + 8, height + 8) }),
			shape('path', { class: 'card', d: outline(kind, x, y, width, height) }),
			...(kind === 'subaccount'
				? [
						shape('path', {
							class: 'line',
							d: `M${x + 6} ${y}V${y + height}M${x + width - 6} ${y}V${y + height}`,
						}),
					]
				: []),
			sign(node, x + 16, middle - SIGN / 2),
			shape('text', { class: 'name', x: left, y: middle + lineUp }, cut(name, room, 'name', measure)),
			...(note === ''
				? []
				: [shape('text', { class: 'note', x: left, y: middle + 13 }, cut(note, room, 'note', measure))]),
		],
	);
}

/** Kinds differ in the shape of their cards: a box, a rounded box, one with double sides, a hexagon. */
function outline(kind: MapNode['kind'], x: number, y: number, width: number, height: number): string {
	if (kind === 'formation') {
		const tip = 12;
		return `M${x + tip} ${y}H${x + width - tip}L${x + width} ${y + height / 2}L${x + width - tip} ${y + height}H${x + tip}L${x} ${y + height / 2}z`;
	}
	return rounded(x, y, width, height, kind === 'system' ? 14 : 3);
}

function rounded(x: number, y: number, width: number, height: number, radius: number): string {
	const corner = (dx: number, dy: number) => `a${radius} ${radius} 0 0 1 ${dx * radius} ${dy * radius}`;
	return `M${x + radius} ${y}h${width - 2 * radius}${corner(1, 1)}v${height - 2 * radius}${corner(-1, 1)}h${2 * radius - width}${corner(-1, -1)}v${2 * radius - height}${corner(1, -1)}z`;
}

function labelShape({ edge, label }: Route, from: MapNode, to: MapNode, measure: Measure): Shape[] {
	if (!label) {
		return [];
	}
	const before = edge.status === '' ? 9 : 24;
	const text = cut(edge.label, label.width - before - 9, 'label', measure);
	const width = Math.min(label.width, before + measure(text, 'label') + 9);
	const box = [label.y, width, label.height, label.height / 2] as const;
	const { title, lines } = explainEdge(edge, from, to);
	return [
		shape(
			'g',
			{ class: `stop label tone-${toneOf(edge.status) ?? 'none'}`, ...reached(edge.id, [title, ...lines]) },
			[
				shape('path', {
					class: 'ring',
					d: rounded(label.x - 3, box[0] - 3, width + 6, box[2] + 6, box[3] + 3),
				}),
				shape('path', { class: 'card', d: rounded(label.x, ...box) }),
				...(edge.status === ''
					? []
					: [sign(edge, label.x + 8, label.y + label.height / 2 - (SIGN / 2) * LABEL_SIGN, LABEL_SIGN)]),
				shape('text', { class: 'tag', x: label.x + before, y: label.y + label.height / 2 + 3.8 }, text),
			],
		),
	];
}

/** What a reader with keyboard or screen reader needs. */
function reached(id: MapEdge['id'], said: readonly string[]): Shape['attributes'] {
	return {
		role: 'button',
		tabindex: -1,
		'data-id': id,
		'aria-label': said
			.map((text) => shortened(text))
			.filter(Boolean)
			.join('. '),
	};
}

/** A name in one line, of a length that can be read. */
export function shortened(text: string): string {
	const line = text
		.slice(0, LONGEST * 2)
		.replaceAll(/\s+/g, ' ')
		.trim();
	const signs = [...line];
	return signs.length <= LONGEST ? line : `${signs.slice(0, LONGEST - 1).join('')}…`;
}

/** A text that ends with an ellipsis where it would be wider than its room. */
export function cut(text: string, room: number, font: keyof typeof FONTS, measure: Measure): string {
	const line = shortened(text);
	if (measure(line, font) <= room) {
		return line;
	}
	const signs = [...line];
	let fits = 0;
	let tooMany = signs.length;
	while (tooMany - fits > 1) {
		const half = Math.floor((fits + tooMany) / 2);
		if (measure(`${signs.slice(0, half).join('').trimEnd()}…`, font) <= room) {
			fits = half;
		} else {
			tooMany = half;
		}
	}
	return `${signs.slice(0, fits).join('').trimEnd()}…`;
}
