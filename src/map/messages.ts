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

/** From the extension to the page. */
export const MapMessage = v.object({ kind: v.picklist(['state']), state: MapState });
export type MapMessage = { readonly kind: 'state'; readonly state: MapState };
