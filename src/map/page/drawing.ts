import type { GraphNode } from '../../diagram/graph.ts';
import { explainEdge, explainNode } from './explanation.ts';
import {
	type Box,
	type Heading,
	type Layout,
	type Placed,
	type Route,
	SIZES,
	type Wishes,
} from './layout.ts';
import { type Part, type Shape, shape } from './shapes.ts';
import { sign, toneOf } from './signs.ts';
import { texts } from './texts.ts';

/** How wide a text is, in the picture's units. */
export type Measure = (text: string, font: keyof typeof FONTS) => number;

/** Sizes and weights of the texts. */
export const FONTS = {
	name: { size: 13, weight: 600 },
	note: { size: 11.5, weight: 400 },
	tag: { size: 11, weight: 400 },
} as const;

/** Names may be as long as a file; nobody reads more of them here than this. */
const LONGEST = 200;
const LABEL_SIGN = 0.7;
/** How far the tips of a formation's card stand out. */
const TIP = 12;
/** What stands beside the text of a card, and beside that of a label, in front and behind. */
const CARD = [42, 14] as const;
const LABEL = { plain: 9, signed: 24, end: 9 } as const;

/** How wide the texts are, with what stands beside them. */
export function wishesOf(measure: Measure): Wishes {
	const wide = (text: string, font: keyof typeof FONTS) => measure(shortened(text), font);
	return {
		card: (node) => CARD[0] + Math.max(wide(node.name, 'name'), wide(noteOf(node), 'note')) + CARD[1],
		label: ({ label, status }) => LABEL[status ? 'signed' : 'plain'] + wide(label, 'tag') + LABEL.end,
		heading: (heading) => wide(headingOf(heading), 'name'),
	};
}

/** What stands under a name. */
function noteOf({ label, token, type }: GraphNode): string {
	return [label, token, type].filter(Boolean).join(' · ');
}

/** The picture, as shapes: lines first, so that they lie behind. Elements that can be reached carry their id as `data-id`. */
export function draw({ nodes, routes, headings }: Layout, measure: Measure): readonly Part[] {
	const byId = new Map(nodes.map(({ node }) => [node.id, node]));
	const connected = new Set(routes.flatMap(({ edge }) => [edge.from, edge.to]));
	return [
		...headings.map((heading) =>
			shape('text', { class: 'heading', x: heading.x, y: SIZES.heading - 8 }, headingOf(heading)),
		),
		...routes.map(({ edge, path }) =>
			shape('path', {
				class: `edge ${edge.kind} tone-${toneOf(edge.status)}`,
				d: path,
				'data-edge': edge.id,
			}),
		),
		...routes.map((route) => {
			const from = byId.get(route.edge.from);
			const to = byId.get(route.edge.to);
			return from && to ? labelShape(route, from, to, measure) : undefined;
		}),
		...nodes.map((placed) => cardShape(placed, connected.has(placed.node.id), measure)),
	];
}

/** The heading of a column, with how many stand in it. */
export function headingOf({ kinds, count }: Omit<Heading, 'x'>): string {
	const { both, tenants, systems, subaccounts, formations } = texts.columns;
	const words = { tenant: tenants, system: systems, subaccount: subaccounts, formation: formations };
	return texts.counted((kinds.length > 1 ? both : words[kinds[0] ?? 'system'])(), count);
}

/** Kinds differ in the shape of their cards: a box, a rounded box, one with double sides, a hexagon. */
function cardShape({ node, x, y, width, height }: Placed, isConnected: boolean, measure: Measure): Shape {
	const { kind, name, status } = node;
	const note = noteOf(node);
	const room = width - CARD[0] - CARD[1];
	const middle = y + height / 2;
	const text = (font: keyof typeof FONTS, words: string, down: number) =>
		shape(
			'text',
			{ class: font, x: x + CARD[0], y: middle + down, 'aria-hidden': 'true' },
			cut(words, room, font, measure),
		);
	return shape(
		'g',
		{
			class: `stop node ${kind} tone-${toneOf(status)}`,
		},
		[
			kind === 'formation'
				? shape('path', {
						class: 'card',
						d: `M${x + TIP} ${y}h${width - 2 * TIP}l${TIP} ${height / 2}l${-TIP} ${height / 2}h${2 * TIP - width}l${-TIP} ${-height / 2}z`,
					})
				: shape('rect', { class: 'card', x, y, width, height, rx: kind === 'system' ? 14 : 3 }),
			kind === 'subaccount'
				? shape('path', { class: 'side', d: `M${x + 6} ${y}v${height}m${width - 12} 0v${-height}` })
				: undefined,
			sign(node, x + 16, middle - 8),
			text('name', name, note ? -3.5 : 4.5),
			note ? text('note', note, 13) : undefined,
			hit(node.id, explainNode(node, isConnected), { x, y, width, height }),
		],
	);
}

function labelShape({ edge, label }: Route, from: GraphNode, to: GraphNode, measure: Measure): Part {
	if (!label) {
		return;
	}
	const { x, y, width, height } = label;
	const before = LABEL[edge.status ? 'signed' : 'plain'];
	const text = cut(edge.label, width - before - LABEL.end, 'tag', measure);
	const middle = y + height / 2;
	return shape(
		'g',
		{
			class: `stop label tone-${toneOf(edge.status)}`,
		},
		[
			shape('rect', { class: 'card', x, y, width, height, rx: height / 2 }),
			edge.status ? sign(edge, x + 8, middle - 8 * LABEL_SIGN, LABEL_SIGN) : undefined,
			shape('text', { class: 'tag', x: x + before, y: middle + 3.8, 'aria-hidden': 'true' }, text),
			hit(edge.id, explainEdge(edge, from, to), { x, y, width, height }),
		],
	);
}

/** Between the lines of what is said of an element: a pause for the ear, a new line for the eye. */
export const PAUSE = '.\n';

/** What pointer, keyboard and screen reader reach: it lies over what the eye reads, which may be cut. */
function hit(id: string, said: readonly string[], { x, y, width, height }: Box): Shape {
	return shape('rect', {
		class: 'hit',
		...{ x, y, width, height },
		role: 'button',
		tabindex: -1,
		'data-id': id,
		'aria-label': said.map(shortened).join(PAUSE),
	});
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
	let end = '…';
	do {
		signs.pop();
		end = `${signs.join('').trimEnd()}…`;
	} while (signs.length > 0 && measure(end, font) > room);
	return end;
}
