import * as l10n from '@vscode/l10n';
import type { GraphEdge, GraphNode } from '../../diagram/graph.ts';
import { KINDS } from './words.ts';

/** What a node is, its status, and what to do next, line by line; `isConnected` tells whether any line leads to it. */
export function explainNode(node: GraphNode, isConnected: boolean): readonly string[] {
	const { kind, name, type, status, label, token, until } = node;
	const next = nextOf(node, isConnected);
	return [
		`${KINDS[kind]()} ${name}`,
		type,
		status === 'unknown'
			? l10n.t('Named in the file, but not a system in this landscape')
			: status && (label ? l10n.t`Status: ${label}` : l10n.t('No status')),
		token && (until === '' ? l10n.t`Token: ${token}` : l10n.t`Token: ${token}, until ${until}`),
		next && l10n.t`Next: ${next}`,
	].filter(Boolean);
}

/** What to do next with a node; empty where nothing has to be done. */
export function nextOf({ kind, status, next }: GraphNode, isConnected: boolean): string {
	if (next || (isConnected && status !== 'unknown')) {
		return next;
	}
	return {
		tenant: l10n.t('create an extension with the token of a pending system'),
		subaccount: l10n.t('add service plans for a registered system'),
		formation: l10n.t('include a system'),
		system: status === 'unknown' ? l10n.t('register it, or correct its name in the file') : '',
	}[kind];
}

/** What a connection between two nodes is, line by line. */
export function explainEdge(
	{ kind, label, details }: GraphEdge,
	from: GraphNode,
	to: GraphNode,
): readonly string[] {
	return kind === 'extension'
		? [l10n.t`Extension in ${from.name} for ${to.name}`, l10n.t`Status: ${label}`]
		: [l10n.t`Entitlement of ${to.name} for ${from.name}`, ...details];
}
