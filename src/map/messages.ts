import * as v from 'valibot';
import type { GraphEdge, GraphNode } from '../diagram/graph.ts';
import type { Terminology } from '../model/labels.ts';

const Actions = v.array(v.object({ command: v.string(), title: v.string() }));

const Node = v.object({
	id: v.string(),
	kind: v.picklist(['tenant', 'system', 'subaccount', 'formation', 'application']),
	name: v.string(),
	type: v.string(),
	status: v.string(),
	label: v.string(),
	token: v.string(),
	until: v.string(),
	recorded: v.string(),
	next: v.string(),
	actions: Actions,
}) satisfies v.GenericSchema<GraphNode>;

const Edge = v.object({
	id: v.string(),
	kind: v.picklist(['extension', 'entitlement', 'membership', 'usage']),
	from: v.string(),
	to: v.string(),
	status: v.string(),
	label: v.string(),
	recorded: v.string(),
	details: v.array(v.string()),
	actions: Actions,
});

/** Everything that the map shows. */
export const MapState = v.object({
	globalAccount: v.string(),
	mode: v.picklist(['practice', 'recorded']),
	terminology: v.picklist(['classic', 'current'] satisfies Terminology[]),
	nodes: v.array(Node),
	edges: v.array(Edge),
	/** Why the file is not, or not wholly, understood; empty when it is. */
	trouble: v.string(),
});
export type MapState = Readonly<Omit<v.InferOutput<typeof MapState>, 'nodes' | 'edges'>> & {
	readonly nodes: readonly GraphNode[];
	readonly edges: readonly GraphEdge[];
};

/** A part of a list that has changed: where a stretch of the old list begins and how long it is, or an element that is new. */
export type Piece<Item> = readonly [start: number, count: number] | Item;
const Stretch = v.tuple([v.number(), v.number()]);

/** What leads from one state to the next. */
const MapChange = v.object({
	...MapState.entries,
	nodes: v.array(v.union([Stretch, Node])),
	edges: v.array(v.union([Stretch, Edge])),
});
export type MapChange = Omit<MapState, 'nodes' | 'edges'> & {
	readonly nodes: readonly Piece<GraphNode>[];
	readonly edges: readonly Piece<GraphEdge>[];
};

/** From the extension to the page: the whole, and then its changes, numbered from 1. */
export const MapMessage = v.variant('kind', [
	v.object({ kind: v.literal('state'), state: MapState }),
	v.object({ kind: v.literal('change'), number: v.number(), change: MapChange }),
]);
export type MapMessage =
	| { readonly kind: 'state'; readonly state: MapState }
	| { readonly kind: 'change'; readonly number: number; readonly change: MapChange };
