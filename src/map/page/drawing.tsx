import type { ComponentChildren, VNode } from 'preact';
import type { GraphAction, GraphEdge, GraphNode } from '../../diagram/graph.ts';
import { connectionsOf } from './connections.ts';
import { explainEdge, explainNode } from './explanation.ts';
import type { FONTS, Measure } from './fonts.ts';
import { type Box, type Layout, type Placed, type Route, SIZES, type Wishes } from './layout.ts';
import { Sign, toneOf } from './signs.tsx';
import { shortened } from './words.ts';

const LABEL_SIGN = 0.7;
/** How far the tips of a formation's card stick out. */
const TIP = 12;
/** The room in front of the text of a card or label, and behind it. */
const CARD = [36, 12] as const;
const LABEL = { plain: 9, signed: 24, end: 9 } as const;

/** How wide the texts are, with the room around them. */
export function wishesOf(measure: Measure): Wishes {
	const wide = (text: string, font: keyof typeof FONTS) => measure(shortened(text), font);
	return {
		card: (node) => CARD[0] + Math.max(wide(node.name, 'name'), wide(noteOf(node), 'note')) + CARD[1],
		name: (node) => CARD[0] + wide(node.name, 'name') + CARD[1],
		label: ({ label, status }) => LABEL[status ? 'signed' : 'plain'] + wide(label, 'tag') + LABEL.end,
		heading: (heading) => wide(heading, 'name'),
	};
}

/** The line under a name. */
function noteOf({ label, token, type }: GraphNode): string {
	return [label, token, type].filter(Boolean).join(' · ');
}

/** A part of the picture with its id, and its classes. */
interface Drawn {
	readonly id: string;
	readonly look: string;
}

/** A card or label. */
export interface DrawnStop extends Drawn {
	readonly box: Box;
	/** What it is in words, line by line. */
	readonly said: readonly string[];
	readonly actions: readonly GraphAction[];
	readonly content: ComponentChildren;
}

/** The parts of the picture, in the order in which they cover each other. */
export interface Drawing {
	readonly headings: readonly VNode[];
	readonly lines: readonly (Drawn & { readonly path: string })[];
	readonly stops: readonly DrawnStop[];
}

/** Draws a layout, for the page as well as for a file. What is connected by no line says with what it is connected. */
export function draw(
	{ nodes, routes, headings }: Layout,
	measure: Measure,
	hidden: { readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] } = NOTHING,
): Drawing {
	const byId = new Map(nodes.map(({ node }) => [node.id, node]));
	const connections = connectionsOf(hidden.nodes, hidden.edges);
	return {
		headings: headings.map(({ text, x, y, width }) => (
			<text key={`${x} ${y}`} class="heading" x={x} y={y}>
				{cut(text, width, 'name', measure)}
			</text>
		)),
		lines: routes.map(({ edge, path }) => ({
			id: edge.id,
			look: `edge ${edge.kind} tone-${toneOf(edge.status)}`,
			path,
		})),
		stops: [
			...routes.flatMap((route) => {
				const from = byId.get(route.edge.from);
				const to = byId.get(route.edge.to);
				return from && to ? labelOf(route, from, to, measure) : [];
			}),
			...nodes.map((placed) => cardOf(placed, connections.get(placed.node.id) ?? [], measure)),
		],
	};
}

const NOTHING = { nodes: [], edges: [] };

/** Kinds differ in the shape of their cards: a box, a rounded box, one with double sides, a hexagon. */
function cardOf({ node, ...box }: Placed, connections: readonly string[], measure: Measure): DrawnStop {
	const { kind, name, status } = node;
	const { x, y, width, height } = box;
	const note = height < SIZES.height ? '' : noteOf(node);
	const middle = y + height / 2;
	const text = (font: keyof typeof FONTS, words: string, down: number) => (
		<text class={font} x={x + CARD[0]} y={middle + down}>
			{cut(words, width - CARD[0] - CARD[1], font, measure)}
		</text>
	);
	const hexagon = `M${x + TIP} ${y}h${width - 2 * TIP}l${TIP} ${height / 2}l${-TIP} ${height / 2}h${2 * TIP - width}l${-TIP} ${-height / 2}z`;
	return {
		id: node.id,
		look: `node ${kind} tone-${toneOf(status)}`,
		box,
		said: [...explainNode(node), ...connections].map(shortened),
		actions: node.actions,
		content: (
			<>
				{kind === 'formation' ? (
					<path class="card" d={hexagon} />
				) : (
					<rect class="card" {...box} rx={kind === 'system' ? 14 : 3} />
				)}
				{kind === 'subaccount' && (
					<path class="side" d={`M${x + 6} ${y}v${height}m${width - 12} 0v${-height}`} />
				)}
				<Sign kind={kind} status={status} x={x + 12} y={middle - 8} />
				{text('name', name, note ? -3.5 : 4.5)}
				{note && text('note', note, 13)}
			</>
		),
	};
}

function labelOf({ edge, label: box }: Route, from: GraphNode, to: GraphNode, measure: Measure): DrawnStop[] {
	if (!box) {
		return [];
	}
	const { x, y, width, height } = box;
	const before = LABEL[edge.status ? 'signed' : 'plain'];
	const middle = y + height / 2;
	return [
		{
			id: edge.id,
			look: `label tone-${toneOf(edge.status)}`,
			box,
			said: explainEdge(edge, from, to).map(shortened),
			actions: edge.actions,
			content: (
				<>
					<rect class="card" {...box} rx={height / 2} />
					{edge.status && <Sign {...edge} x={x + 8} y={middle - 8 * LABEL_SIGN} scale={LABEL_SIGN} />}
					<text class="tag" x={x + before} y={middle + 3.8}>
						{cut(edge.label, width - before - LABEL.end, 'tag', measure)}
					</text>
				</>
			),
		},
	];
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
