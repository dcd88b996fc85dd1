import * as v from 'valibot';
import type { Terminology } from '../model/labels.ts';

const Node = v.object({
	/** Stays the same while the landscape changes. */
	id: v.string(),
	kind: v.picklist(['tenant', 'system', 'subaccount', 'formation']),
	name: v.string(),
	/** SAP's label of the type; empty where there is none. */
	type: v.string(),
	/** Of a system (`SystemStatus`), `unknown` where it is only named; empty for others. */
	status: v.string(),
	/** The status in the words of the chosen terminology; may be empty. */
	label: v.string(),
	/** The state of the token in a few words; empty where it does not matter. */
	token: v.string(),
	/** Until when the token is valid, in the reader's own form; empty where there is none. */
	until: v.string(),
	/** What can be done next, in words to be read after "Next:"; empty where nothing has to be. */
	next: v.string(),
});
export type MapNode = Readonly<v.InferOutput<typeof Node>>;

const Edge = v.object({
	id: v.string(),
	kind: v.picklist(['extension', 'entitlement', 'membership']),
	/** Ids of nodes, from left to right in the picture. */
	from: v.string(),
	to: v.string(),
	/** Of an extension (`ExtensionStatus`); empty for others. */
	status: v.string(),
	label: v.string(),
	/** Services with plans and units, one a line. */
	details: v.array(v.string()),
});
export type MapEdge = Readonly<Omit<v.InferOutput<typeof Edge>, 'details'>> & {
	readonly details: readonly string[];
};

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
	readonly nodes: readonly MapNode[];
	readonly edges: readonly MapEdge[];
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
	readonly nodes: readonly Piece<MapNode>[];
	readonly edges: readonly Piece<MapEdge>[];
};

/** From the extension to the page: the whole, and then its changes, numbered from 1. */
export const MapMessage = v.variant('kind', [
	v.object({ kind: v.literal('state'), state: MapState }),
	v.object({ kind: v.literal('change'), number: v.number(), change: MapChange }),
]);
export type MapMessage =
	| { readonly kind: 'state'; readonly state: MapState }
	| { readonly kind: 'change'; readonly number: number; readonly change: MapChange };
