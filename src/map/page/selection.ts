import type { GraphEdge, GraphNode } from '../../diagram/graph.ts';
import { grouped } from '../../model/grouped.ts';
import { type Filter, hasEveryWord, isInUse } from '../../webview/page/filter.ts';
import type { MapState } from '../messages.ts';

/** A picture of more systems can't be read: search and filter lead to the others. */
export const MOST_SYSTEMS = 500;

/** Which systems a person wants to see; empty fields ask for nothing. */
export interface MapFilter extends Filter {
	/** A status in words, as cards show it. */
	readonly status: string;
	readonly type: string;
	/** Name of a subaccount that is entitled. */
	readonly subaccount: string;
}

/** Lets every system pass. */
export const everySystem: MapFilter = { search: '', status: '', type: '', subaccount: '' };

/** The part of a landscape that is drawn. */
export interface Selection {
	readonly nodes: readonly GraphNode[];
	readonly edges: readonly GraphEdge[];
	/** Systems in it. */
	readonly shown: number;
	/** Systems that pass the filter. */
	readonly passing: number;
	/** Systems of the landscape. */
	readonly all: number;
}

/** The systems that pass, at most {@link MOST_SYSTEMS}, with what they are connected with; without a filter, everything else too. */
export function select({ nodes, edges }: MapState, filter: MapFilter): Selection {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const near = grouped(
		edges.flatMap(({ from, to }) => {
			const [one, other] = [byId.get(from), byId.get(to)];
			return one && other ? [[from, other] as const, [to, one] as const] : [];
		}),
	);
	const passes = (system: GraphNode) => {
		const neighbours = near.get(system.id) ?? [];
		const text = [system, ...neighbours].map(({ name, type }) => `${name}\n${type}`).join('\n');
		return (
			hasEveryWord(text, filter.search) &&
			(filter.status === '' || filter.status === system.label || filter.status === system.status) &&
			(filter.type === '' || filter.type === system.type) &&
			(filter.subaccount === '' ||
				neighbours.some(({ kind, name }) => kind === 'subaccount' && name === filter.subaccount))
		);
	};
	const systems = nodes.filter(({ kind }) => kind === 'system');
	const passing = isInUse(filter) ? systems.filter(passes) : systems;
	const shown = passing.slice(0, MOST_SYSTEMS);
	const ids = new Set(shown.map(({ id }) => id));
	const isWhole = shown.length === systems.length;
	const touched = new Set(shown.flatMap(({ id }) => (near.get(id) ?? []).map((node) => node.id)));
	return {
		nodes: nodes.filter(({ id, kind }) => (kind === 'system' ? ids.has(id) : isWhole || touched.has(id))),
		edges: edges.filter(({ from, to }) => ids.has(from) || ids.has(to)),
		shown: shown.length,
		passing: passing.length,
		all: systems.length,
	};
}

/** What can be chosen in the filter's lists; a status without words in this terminology goes by its own name. */
export function choicesOf({ nodes, edges }: MapState) {
	const systems = nodes.filter(({ kind }) => kind === 'system');
	const entitled = new Set(edges.map(({ to }) => to));
	const distinct = (values: readonly string[]) => [...new Set(values)].filter(Boolean).sort();
	return {
		status: distinct(systems.map(({ label, status }) => label || status)),
		type: distinct(systems.map(({ type }) => type)),
		subaccount: distinct(
			nodes.filter(({ kind, id }) => kind === 'subaccount' && entitled.has(id)).map(({ name }) => name),
		),
	};
}
