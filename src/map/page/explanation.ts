import type { MapEdge, MapNode } from '../messages.ts';
import { texts } from './texts.ts';

/** What an element of the map is, how it stands, and what to do next. */
export interface Explanation {
	readonly title: string;
	readonly lines: readonly string[];
}

/** Explains a node; `isConnected` tells whether any line leads to it. */
export function explainNode(node: MapNode, isConnected: boolean): Explanation {
	const { kind, name, type, label, token, until } = node;
	const isSystem = kind === 'system';
	const next = nextOf(node, isConnected);
	return {
		title: name,
		lines: [
			[texts.kinds[kind], type].filter(Boolean).join(', '),
			...(node.status === 'unknown' ? [texts.unknown] : []),
			...(isSystem && node.status !== 'unknown' ? [label ? texts.status(label) : texts.noStatus] : []),
			...(token ? [texts.token(token, until)] : []),
			...(next ? [texts.next(next)] : []),
		],
	};
}

/** What to do next with a node; empty where nothing has to be done. */
export function nextOf({ kind, status, next }: MapNode, isConnected: boolean): string {
	if (next || (isConnected && status !== 'unknown')) {
		return next;
	}
	return {
		tenant: texts.nextOfTenant,
		subaccount: texts.nextOfSubaccount,
		formation: texts.nextOfFormation,
		system: status === 'unknown' ? texts.nextOfUnknown : '',
	}[kind];
}

/** Explains a connection between two nodes. */
export function explainEdge({ kind, label, details }: MapEdge, from: MapNode, to: MapNode): Explanation {
	const [holder, system] = kind === 'extension' ? [from, to] : [to, from];
	return {
		title: texts.edges[kind](holder.name, system.name),
		lines: kind === 'extension' ? [texts.status(label)] : details,
	};
}
