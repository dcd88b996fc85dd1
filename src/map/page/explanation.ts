import * as l10n from '@vscode/l10n';
import type { GraphEdge, GraphNode } from '../../diagram/graph.ts';
import { KINDS } from './words.ts';

/** What a node is, its status, and what to do next, line by line. */
export function explainNode(node: GraphNode): readonly string[] {
	const { kind, name, type, status, label, token, until, recorded, next } = node;
	return [
		`${KINDS[kind]()} ${name}`,
		type,
		kind === 'application' ? l10n.t`Status: ${label}` : statusOf(status, label),
		token && (until === '' ? l10n.t`Token: ${token}` : l10n.t`Token: ${token}, until ${until}`),
		recorded && l10n.t`Recorded on ${recorded}`,
		next && l10n.t`Next: ${next}`,
	].filter(Boolean);
}

function statusOf(status: string, label: string): string {
	switch (status) {
		case '':
			return '';
		case 'unknown':
			return l10n.t('Named in the file, but not a system in this landscape');
		case 'unread':
			return l10n.t("The file has an error, so this system can't be read");
		default:
			return label ? l10n.t`Status: ${label}` : l10n.t('No status');
	}
}

/** What a connection between two nodes is, line by line. */
export function explainEdge(
	{ kind, label, recorded, details }: GraphEdge,
	from: GraphNode,
	to: GraphNode,
): readonly string[] {
	switch (kind) {
		case 'extension':
			return [
				l10n.t`Extension in ${from.name} for ${to.name}`,
				l10n.t`Status: ${label}`,
				recorded && l10n.t`Recorded on ${recorded}`,
			].filter(Boolean);
		case 'usage':
			return [l10n.t`${to.name} uses ${from.name}`, ...details];
		default:
			return [l10n.t`Entitlement of ${to.name} for ${from.name}`, ...details];
	}
}
