import type { MapChange, MapState, Piece } from './messages.ts';

/** The change from one state to another; `undefined` where they say the same. */
export function diff(before: MapState, after: MapState): MapChange | undefined {
	const change = {
		...after,
		nodes: piecesOf(before.nodes, after.nodes),
		edges: piecesOf(before.edges, after.edges),
	};
	return same(change, { ...before, nodes: wholeOf(before.nodes), edges: wholeOf(before.edges) })
		? undefined
		: change;
}

/** The state that a change leads to; the given one is left as it is. */
export function apply(before: MapState, change: MapChange): MapState {
	return {
		...change,
		nodes: join(before.nodes, change.nodes),
		edges: join(before.edges, change.edges),
	};
}

function piecesOf<Item extends { readonly id: string }>(
	before: readonly Item[],
	after: readonly Item[],
): readonly Piece<Item>[] {
	const places = new Map(before.map(({ id }, index) => [id, index]));
	const pieces: Piece<Item>[] = [];
	let stretch: [start: number, count: number] | undefined;
	for (const item of after) {
		const place = places.get(item.id);
		if (place === undefined || !same(before[place], item)) {
			stretch = undefined;
			pieces.push(item);
		} else if (stretch && stretch[0] + stretch[1] === place) {
			stretch[1]++;
		} else {
			stretch = [place, 1];
			pieces.push(stretch);
		}
	}
	return pieces;
}

/** The pieces of a list that has not changed. */
function wholeOf<Item>({ length }: readonly Item[]): readonly Piece<Item>[] {
	return length === 0 ? [] : [[0, length]];
}

function join<Item extends { readonly id: string }>(
	before: readonly Item[],
	pieces: readonly Piece<Item>[],
): Item[] {
	return pieces.flatMap((piece) => ('id' in piece ? [piece] : before.slice(piece[0], piece[0] + piece[1])));
}

/** Whether two records of the same making say the same. */
function same<Made extends object>(one: Made | undefined, other: Made): boolean {
	return Object.entries(other).every(([key, value]) => {
		const known = one?.[key as keyof Made];
		return known === value || (typeof value === 'object' && JSON.stringify(known) === JSON.stringify(value));
	});
}
