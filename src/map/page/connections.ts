import type { GraphEdge, GraphNode } from '../../diagram/graph.ts';
import { grouped } from '../../model/grouped.ts';
import { KINDS, shortened } from './words.ts';

/** What each node is connected with, in words, by its id. */
export function connectionsOf(
	nodes: readonly GraphNode[],
	edges: readonly GraphEdge[],
): ReadonlyMap<string, readonly string[]> {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	return grouped(
		edges.flatMap(({ from, to, label }) => {
			const [start, end] = [byId.get(from), byId.get(to)];
			const words = ({ kind, name }: GraphNode) =>
				[`${KINDS[kind]()} ${shortened(name)}`, label].filter(Boolean).join(': ');
			return start && end ? [[from, words(end)] as const, [to, words(start)] as const] : [];
		}),
	);
}
