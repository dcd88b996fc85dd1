import * as l10n from '@vscode/l10n';
import type { GraphNode } from '../../diagram/graph.ts';
import type { MapState } from '../messages.ts';

/** Every text of the page that a person reads or hears, in one place for translation. */
export const texts = {
	title: (globalAccount: string) =>
		globalAccount === '' ? l10n.t('Landscape Map') : l10n.t`Map of ${globalAccount}`,
	practice: () => l10n.t('Practice: nothing here is connected to a real account.'),
	recorded: () => l10n.t('Recorded by hand: the map shows what the landscape file records.'),
	openFile: () => l10n.t('Open File'),

	kinds: {
		tenant: () => l10n.t('Tenant'),
		system: () => l10n.t('System'),
		subaccount: () => l10n.t('Subaccount'),
		formation: () => l10n.t('Formation'),
	},
	columns: {
		tenants: () => l10n.t('Tenants'),
		systems: () => l10n.t('Systems'),
		subaccounts: () => l10n.t('Subaccounts'),
		formations: () => l10n.t('Formations'),
		both: () => l10n.t('Subaccounts and formations'),
	},
	counted: (heading: string, count: number) => `${heading} (${count})`,
	edges: {
		extension: (tenant: string, system: string) => l10n.t`Extension in ${tenant} for ${system}`,
		entitlement: (subaccount: string, system: string) => l10n.t`Entitlement of ${subaccount} for ${system}`,
	},
	status: (label: string) => l10n.t`Status: ${label}`,
	noStatus: () => l10n.t('No status'),
	token: (words: string, until: string) =>
		until === '' ? l10n.t`Token: ${words}` : l10n.t`Token: ${words}, until ${until}`,
	next: (step: string) => l10n.t`Next: ${step}`,
	nextOfTenant: () => l10n.t('create an extension with the token of a pending system'),
	nextOfSubaccount: () => l10n.t('add service plans for a registered system'),
	nextOfFormation: () => l10n.t('include a system'),
	nextOfUnknown: () => l10n.t('register it, or correct its name in the file'),
	unknown: () => l10n.t('Named in the file, but no system of this landscape'),

	toolbar: () => l10n.t('Map'),
	zoom: () => l10n.t('Zoom'),
	zoomIn: () => l10n.t('Zoom In'),
	zoomOut: () => l10n.t('Zoom Out'),
	fit: () => l10n.t('Fit'),
	table: () => l10n.t('Show as Table'),
	save: () => l10n.t('Save as SVG'),
	mermaid: () => l10n.t('Copy as Mermaid'),
	hint: () =>
		l10n.t(
			'Arrow keys move along the connections. Space shows an element in the tree and in the file, Enter goes there. Plus, minus and 0 zoom, Shift and arrow keys move the picture, Escape leaves.',
		),

	filter: {
		name: () => l10n.t('Filter'),
		search: () => l10n.t('Search'),
		status: () => l10n.t('Status'),
		type: () => l10n.t('Type'),
		subaccount: () => l10n.t('Subaccount'),
		all: () => l10n.t('All'),
		clear: () => l10n.t('Clear Filter'),
		nothing: () => l10n.t('No system matches'),
		nothingHint: () => l10n.t('Search looks at names and types, also of what is connected.'),
		some: (count: number, all: number) => l10n.t`${count} of ${all} systems are shown.`,
		cut: (count: number, all: number) =>
			l10n.t`The map shows ${count} of ${all} systems. Search or filter to see others.`,
	},
	empty: () => l10n.t('No systems yet'),
	emptyHint: {
		practice: () =>
			l10n.t('Register a system: the map shows how it gets connected to a tenant and to subaccounts.'),
		recorded: () => l10n.t('The landscape file records no system yet.'),
	},
	register: {
		classic: () => l10n.t('Register System'),
		current: () => l10n.t('Add System'),
	} satisfies Record<MapState['terminology'], () => string>,

	rows: {
		name: () => l10n.t('Name'),
		status: () => l10n.t('Status'),
		type: () => l10n.t('Type'),
		connections: () => l10n.t('Connected With'),
		next: () => l10n.t('Next'),
	},

	announce: {
		added: (kind: GraphNode['kind'], name: string) => l10n.t`${texts.kinds[kind]()} ${name} is new.`,
		removed: (kind: GraphNode['kind'], name: string) => l10n.t`${texts.kinds[kind]()} ${name} is gone.`,
		changed: (name: string, status: string) => l10n.t`${name} is now ${status}.`,
		connected: () => l10n.t('Connections changed.'),
		several: (count: number) => l10n.t`${count} elements changed.`,
		shown: (name: string) => l10n.t`${name} is shown in the tree and in the file.`,
	},
	picture: () => l10n.t('Tenants, systems, subaccounts and formations, and how they are connected.'),
};
