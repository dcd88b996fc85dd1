import * as l10n from '@vscode/l10n';
import type { GraphNode } from '../../diagram/graph.ts';

/** What the kinds of elements are called. */
export const KINDS: Readonly<Record<GraphNode['kind'], () => string>> = {
	tenant: () => l10n.t('Tenant'),
	system: () => l10n.t('System'),
	subaccount: () => l10n.t('Subaccount'),
	formation: () => l10n.t('Formation'),
	application: () => l10n.t('Application'),
};

/** The heading of a list of elements of these kinds, with how many there are. */
export function headingOf(kinds: readonly GraphNode['kind'][], count: number): string {
	const words: Readonly<Record<GraphNode['kind'], () => string>> = {
		tenant: () => l10n.t('Tenants'),
		system: () => l10n.t('Systems'),
		subaccount: () => l10n.t('Subaccounts'),
		formation: () => l10n.t('Formations'),
		application: () => l10n.t('Applications'),
	};
	const all = new Set(kinds);
	const [kind = 'system', other] = all;
	const several = () => (all.has('application') ? l10n.t('Used by') : l10n.t('Subaccounts, formations'));
	return `${other ? several() : words[kind]()} (${count})`;
}

/** Names may be as long as a file; nobody reads more of them here than this. */
const LONGEST = 200;

/** A name in one line, of a length that can be read. */
export function shortened(text: string): string {
	const line = text
		.slice(0, LONGEST * 2)
		.replaceAll(/\s+/g, ' ')
		.trim();
	const signs = [...line];
	return signs.length <= LONGEST ? line : `${signs.slice(0, LONGEST - 1).join('')}…`;
}
