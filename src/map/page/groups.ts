import * as l10n from '@vscode/l10n';
import type { GraphEdge, GraphNode } from '../../diagram/graph.ts';
import { SYSTEM_ICONS } from '../../diagram/status-icons.ts';
import { grouped } from '../../model/grouped.ts';
import { LEGIBLE_SCALE } from './fonts.ts';
import { type Heading, type Layout, type Placed, SIZES, type Wishes } from './layout.ts';
import type { Arrangement } from './memory.ts';
import { BUTTONS, fitView, isLegible, type Size } from './viewport.ts';
import { shortened } from './words.ts';

/** By what systems can be grouped. */
export type GroupedBy = Exclude<Arrangement, 'connections'>;

/** Systems that have something in common. */
interface Group {
	readonly heading: string;
	readonly systems: readonly GraphNode[];
}

/** The size of cards, with the gap below. */
interface Cards extends Size {
	readonly gap: number;
}

const NARROWEST = 90;
const WIDEST = 260;
/** The height of a card that has the name only. */
const FLAT = 28;
const HEADING = 36;
/** Between columns. */
const APART = 20;

/** Systems by their status, or by what they're connected with; those that are connected with nothing of the kind come last. */
export function groupsOf(
	nodes: readonly GraphNode[],
	edges: readonly GraphEdge[],
	by: GroupedBy,
): readonly Group[] {
	const systems = nodes.filter(({ kind }) => kind === 'system');
	if (by === 'status') {
		const place = (status: string) => Object.keys(SYSTEM_ICONS).indexOf(status);
		return [...grouped(systems.map((system) => [system.status, system] as const))]
			.sort(([one], [other]) => place(one) - place(other))
			.map(([status, members]) => groupOf(members[0]?.label || status, members));
	}
	const others = nodes.filter(({ kind }) => kind === by);
	const places = new Map(others.map(({ id }, place) => [id, place]));
	const near = grouped(
		edges.flatMap(({ from, to }) => [
			...(places.has(from) ? [[to, from] as const] : []),
			...(places.has(to) ? [[from, to] as const] : []),
		]),
	);
	const placesOf = ({ id }: GraphNode) =>
		[...new Set(near.get(id))].map((other) => places.get(other) ?? 0).sort((one, other) => one - other);
	const first = (key: string) => (key === '' ? others.length : Number.parseInt(key, 10));
	const alone = by === 'tenant' ? l10n.t('No extension') : l10n.t('No service plans');
	return [...grouped(systems.map((system) => [placesOf(system).join(' '), system] as const))]
		.sort(([one], [other]) => first(one) - first(other))
		.map(([key, members]) => {
			const names = key === '' ? [alone] : key.split(' ').map((place) => others[Number(place)]?.name ?? '');
			return groupOf(names.map(shortened).join(', '), members);
		});
}

function groupOf(name: string, systems: readonly GraphNode[]): Group {
	return { heading: `${name} (${systems.length})`, systems };
}

/**
 * Places groups below and beside each other, in as many columns as it takes to read all of them at once on a screen; where
 * that isn't possible, in as many columns as can be read side by side. Cards have a line for the status, and headings the
 * room that they wish, if that fits.
 */
export function layOutGroups(groups: readonly Group[], wishes: Wishes, screen: Size): Layout {
	const most = Math.min(WIDEST, Math.floor(screen.width / LEGIBLE_SCALE) - 2 * SIZES.margin);
	const widthOf = (wishes: readonly number[]) =>
		Math.min(Math.max(NARROWEST, Math.floor(Math.max(...wishes)) + 1), most);
	const systems = groups.flatMap((group) => group.systems);
	const headings = groups.map(({ heading }) => wishes.heading(heading));
	const names = systems.map(wishes.name);
	const flat = { width: widthOf([...headings, ...names]), height: FLAT, gap: 6 };
	for (const cards of [
		{ width: widthOf([...headings, ...systems.map(wishes.card)]), height: SIZES.height, gap: 10 },
		flat,
		{ ...flat, width: widthOf(names) },
	]) {
		const [best] = readable(groups, cards, screen).sort(
			(one, other) => fitView(other, screen).scale - fitView(one, screen).scale,
		);
		if (best) {
			return best;
		}
	}
	const room = screen.width / LEGIBLE_SCALE - 2 * SIZES.margin;
	const columns = Math.max(1, Math.floor((room + APART) / (flat.width + APART)));
	const width = 2 * SIZES.margin + columns * (flat.width + APART) - APART;
	let rows = Math.ceil(systems.length / columns);
	let layout = fill(groups, flat, heightOf(rows, flat));
	while (layout.width > width) {
		rows++;
		layout = fill(groups, flat, heightOf(rows, flat));
	}
	return layout;
}

/** The ways to place groups in which all can be read at once, that with the fewest columns first. */
function readable(groups: readonly Group[], cards: Cards, screen: Size): Layout[] {
	const rows = Math.floor((screen.height - BUTTONS) / LEGIBLE_SCALE / (cards.height + cards.gap));
	return Array.from({ length: Math.max(0, rows) }, (_, less) =>
		fill(groups, cards, heightOf(rows - less, cards)),
	).filter((layout) => isLegible(layout, screen));
}

/** Of a column of cards with one heading. */
function heightOf(rows: number, { height, gap }: Cards): number {
	return HEADING + rows * (height + gap);
}

/** Fills columns of at most this height. Each begins with a heading, which comes again where its group goes on. */
function fill(groups: readonly Group[], { width, height, gap }: Cards, most: number): Layout {
	const nodes: Placed[] = [];
	const headings: Heading[] = [];
	let x: number = SIZES.margin;
	let y = 0;
	let bottom = 0;
	for (const { heading, systems } of groups) {
		for (const [index, node] of systems.entries()) {
			const isFirst = index === 0;
			if (y > 0 && y + (isFirst ? HEADING : 0) + height > most) {
				x += width + APART;
				y = 0;
			}
			if (isFirst || y === 0) {
				headings.push({ text: isFirst ? heading : `… ${heading}`, x, y: y + HEADING - 10, width });
				y += HEADING;
			}
			nodes.push({ node, x, y, width, height });
			y += height + gap;
			bottom = Math.max(bottom, y);
		}
	}
	return { nodes, routes: [], headings, width: x + width + SIZES.margin, height: bottom + SIZES.margin };
}
