import type { Graph } from '../../diagram/graph.ts';
import { type GroupedBy, groupsOf, layOutGroups } from './groups.ts';
import { type Layout, layOut, type Wishes } from './layout.ts';
import type { Arrangement } from './memory.ts';
import { isLegible, type Size } from './viewport.ts';

/** How much room the picture of connections may take where it would be too wide. */
const LESS_ROOM = [0.75, 0.5, 0.25, 0];

/** A layout, and what it shows. */
export interface Arranged {
	readonly by: Arrangement;
	readonly layout: Layout;
}

/**
 * Places a graph for a screen: as the person has `chosen`, or by its connections where all of them can be read at once, or
 * else in groups by subaccount, or by status where no system has a service plan. There is nothing to group without systems.
 */
export function arrange(
	graph: Graph,
	wishes: Wishes,
	screen: Size,
	chosen: Arrangement | undefined,
): Arranged {
	const { nodes, edges } = graph;
	const inGroups = (by: GroupedBy): Arranged => ({
		by,
		layout: layOutGroups(groupsOf(nodes, edges, by), wishes, screen),
	});
	const hasSystems = nodes.some(({ kind }) => kind === 'system');
	if (hasSystems && chosen && chosen !== 'connections') {
		return inGroups(chosen);
	}
	const mayBeGroups = hasSystems && !chosen;
	const roomy = layOut(nodes, edges, wishes);
	if (!mayBeGroups || isLegible({ ...roomy, width: 0 }, screen)) {
		const layout = narrowed(graph, wishes, screen, roomy);
		if (!mayBeGroups || isLegible(layout, screen)) {
			return { by: 'connections', layout };
		}
	}
	return inGroups(edges.some(({ kind }) => kind === 'entitlement') ? 'subaccount' : 'status');
}

/** The picture of connections with as much room as lets its whole width be read, or as little as it can have. */
function narrowed({ nodes, edges }: Graph, wishes: Wishes, screen: Size, roomy: Layout): Layout {
	let layout = roomy;
	for (const room of LESS_ROOM) {
		if (isLegible({ ...layout, height: 0 }, screen)) {
			break;
		}
		layout = layOut(nodes, edges, wishes, room);
	}
	return layout;
}
