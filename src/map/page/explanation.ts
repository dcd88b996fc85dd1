import type { GraphEdge, GraphNode } from '../../diagram/graph.ts';
import { texts } from './texts.ts';

/** What a node is, how it stands, and what to do next, line by line; `isConnected` tells whether any line leads to it. */
export function explainNode(node: GraphNode, isConnected: boolean): readonly string[] {
	const { kind, name, type, status, label, token, until } = node;
	const next = nextOf(node, isConnected);
	return [
		`${texts.kinds[kind]()} ${name}`,
		type,
		status === 'unknown' ? texts.unknown() : status && (label ? texts.status(label) : texts.noStatus()),
		token && texts.token(token, until),
		next && texts.next(next),
	].filter(Boolean);
}

/** What to do next with a node; empty where nothing has to be done. */
export function nextOf({ kind, status, next }: GraphNode, isConnected: boolean): string {
	if (next || (isConnected && status !== 'unknown')) {
		return next;
	}
	return {
		tenant: texts.nextOfTenant(),
		subaccount: texts.nextOfSubaccount(),
		formation: texts.nextOfFormation(),
		system: status === 'unknown' ? texts.nextOfUnknown() : '',
	}[kind];
}

/** What a connection between two nodes is, line by line. */
export function explainEdge(
	{ kind, label, details }: GraphEdge,
	from: GraphNode,
	to: GraphNode,
): readonly string[] {
	return kind === 'extension'
		? [texts.edges.extension(from.name, to.name), texts.status(label)]
		: [texts.edges.entitlement(to.name, from.name), ...details];
}
