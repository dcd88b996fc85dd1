import { t } from '../../model/language.ts';
import type { MapNode, MapState } from '../messages.ts';

/** Every text of the page that a person reads or hears, in one place for translation. */
export const texts = {
	title: (globalAccount: string) => (globalAccount === '' ? t('Landscape Map') : t`Map of ${globalAccount}`),
	practice: t('Practice: nothing here is connected to a real account.'),
	recorded: t('Recorded by hand: the map shows what the landscape file records.'),
	openFile: t('Open File'),

	kinds: { tenant: t('Tenant'), system: t('System'), subaccount: t('Subaccount'), formation: t('Formation') },
	columns: {
		tenants: t('Tenants'),
		systems: t('Systems'),
		subaccounts: t('Subaccounts'),
		formations: t('Formations'),
		both: t('Subaccounts and formations'),
	},
	counted: (heading: string, count: number) => `${heading} (${count})`,
	edges: {
		extension: (tenant: string, system: string) => t`Extension in ${tenant} for ${system}`,
		entitlement: (subaccount: string, system: string) => t`Entitlement of ${subaccount} for ${system}`,
	},
	status: (label: string) => t`Status: ${label}`,
	noStatus: t('No status'),
	token: (words: string, until: string) =>
		until === '' ? t`Token: ${words}` : t`Token: ${words}, until ${until}`,
	next: (step: string) => t`Next: ${step}`,
	nextOfTenant: t('create an extension with the token of a pending system'),
	nextOfSubaccount: t('add service plans for a registered system'),
	nextOfFormation: t('include a system'),
	nextOfUnknown: t('register it, or correct its name in the file'),
	unknown: t('Named in the file, but no system of this landscape'),

	toolbar: t('Map'),
	zoom: t('Zoom'),
	zoomIn: t('Zoom In'),
	zoomOut: t('Zoom Out'),
	fit: t('Fit'),
	table: t('Show as Table'),
	save: t('Save as SVG'),
	mermaid: t('Copy as Mermaid'),
	hint: t(
		'Arrow keys move along the connections. Space shows an element in the tree and in the file, Enter goes there. Plus, minus and 0 zoom, Shift and arrow keys move the picture, Escape leaves.',
	),

	filter: {
		name: t('Filter'),
		search: t('Search'),
		status: t('Status'),
		type: t('Type'),
		subaccount: t('Subaccount'),
		all: t('All'),
		clear: t('Clear Filter'),
		nothing: t('No system matches'),
		nothingHint: t('Search looks at names and types, also of what is connected.'),
		some: (count: number, all: number) => t`${count} of ${all} systems are shown.`,
		cut: (count: number, all: number) =>
			t`The map shows ${count} of ${all} systems. Search or filter to see others.`,
	},
	empty: t('No systems yet'),
	emptyHint: {
		practice: t('Register a system: the map shows how it gets connected to a tenant and to subaccounts.'),
		recorded: t('The landscape file records no system yet.'),
	},
	register: { classic: t('Register System'), current: t('Add System') } satisfies Record<
		MapState['terminology'],
		string
	>,

	rows: {
		name: t('Name'),
		status: t('Status'),
		type: t('Type'),
		connections: t('Connected With'),
		next: t('Next'),
	},

	announce: {
		added: (kind: MapNode['kind'], name: string) => t`${texts.kinds[kind]} ${name} is new.`,
		removed: (kind: MapNode['kind'], name: string) => t`${texts.kinds[kind]} ${name} is gone.`,
		changed: (name: string, status: string) => t`${name} is now ${status}.`,
		connected: t('Connections changed.'),
		several: (count: number) => t`${count} elements changed.`,
		shown: (name: string) => t`${name} is shown in the tree and in the file.`,
	},
	picture: t('Tenants, systems, subaccounts and formations, and how they are connected.'),
};
