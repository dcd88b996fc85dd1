import { grouped } from '../../model/grouped.ts';
import type { Box, Layout } from './layout.ts';

/** Something on the map that can be reached: a card or a label. */
export type Stop = Box & { readonly id: string };

/** Finds the way from stop to stop. */
export interface Walk {
	readonly stops: ReadonlyMap<string, Stop>;
	/** Where the walk begins. */
	readonly start: string | undefined;
	/** Where an arrow key, Home or End leads from a stop; `undefined` where the map ends. */
	go(from: string, key: string): string | undefined;
}

/**
 * The walk over a layout: up and down within a column, left and right along a line; where there is none, to the nearest
 * card of the next column.
 */
export function walkOver({ nodes, routes }: Layout): Walk {
	const stops = new Map<string, Stop>();
	for (const { node, x, y, width, height } of nodes) {
		stops.set(node.id, { id: node.id, x, y, width, height });
	}
	const links = grouped(
		routes.flatMap(({ edge, label }) => {
			if (label) {
				stops.set(edge.id, { id: edge.id, ...label });
			}
			const way = label ? [edge.from, edge.id, edge.to] : [edge.from, edge.to];
			return way.slice(1).flatMap((to, index) => {
				const from = way[index] ?? to;
				return [[from, to] as const, [to, from] as const];
			});
		}),
	);
	const cards = new Set(nodes.map(({ node }) => node.id));
	const columns = grouped([...stops.values()].map((stop) => [String(stop.x), stop] as const));
	for (const column of columns.values()) {
		column.sort((one, other) => one.y - other.y);
	}
	const middle = ({ y, height }: Box) => y + height / 2;
	const nearest = (candidates: readonly Stop[], from: Stop) =>
		[...candidates].sort(
			(one, other) => Math.abs(middle(one) - middle(from)) - Math.abs(middle(other) - middle(from)),
		)[0]?.id;
	const [firstSystem = nodes[0]] = nodes.filter(({ node }) => node.kind === 'system');
	return {
		stops,
		start: firstSystem?.node.id,
		go: (id, key) => {
			const from = stops.get(id);
			if (!from) {
				return firstSystem?.node.id;
			}
			const column = columns.get(String(from.x)) ?? [];
			const index = column.indexOf(from);
			switch (key) {
				case 'ArrowUp':
					return column[index - 1]?.id;
				case 'ArrowDown':
					return column[index + 1]?.id;
				case 'Home':
					return column[0]?.id;
				case 'End':
					return column.at(-1)?.id;
				default: {
					const sign = key === 'ArrowRight' ? 1 : -1;
					const isAhead = ({ x }: Stop) => (x - from.x) * sign > 0;
					const linked = (links.get(id) ?? []).flatMap((other) => stops.get(other) ?? []);
					const others = [...stops.values()].filter((stop) => cards.has(stop.id) && isAhead(stop));
					const next = Math.min(...others.map(({ x }) => x * sign));
					return (
						nearest(linked.filter(isAhead), from) ??
						nearest(
							others.filter(({ x }) => x * sign === next),
							from,
						)
					);
				}
			}
		},
	};
}
