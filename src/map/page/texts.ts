import type { MapNode, MapState } from '../messages.ts';

/** Every text of the page that a person reads or hears, in one place for translation. */
export const texts = {
	title: (globalAccount: string) => (globalAccount === '' ? 'Landscape Map' : `Map of ${globalAccount}`),
	practice: 'Practice: nothing here is connected to a real account.',
	recorded: 'Recorded by hand: the map shows what the landscape file records.',
	openFile: 'Open File',

	kinds: { tenant: 'Tenant', system: 'System', subaccount: 'Subaccount', formation: 'Formation' },
	columns: {
		tenants: 'Tenants',
		systems: 'Systems',
		subaccounts: 'Subaccounts',
		formations: 'Formations',
		both: 'Subaccounts and formations',
	},
	counted: (heading: string, count: number) => `${heading} (${count})`,
	edges: {
		extension: (tenant: string, system: string) => `Extension in ${tenant} for ${system}`,
		entitlement: (subaccount: string, system: string) => `Entitlement of ${subaccount} for ${system}`,
	},
	status: (label: string) => `Status: ${label}`,
	noStatus: 'No status',
	token: (words: string, until: string) =>
		until === '' ? `Token: ${words}` : `Token: ${words}, until ${until}`,
	next: (step: string) => `Next: ${step}`,
	nextOfTenant: 'create an extension with the token of a pending system',
	nextOfSubaccount: 'add service plans for a registered system',
	nextOfFormation: 'include a system',
	nextOfUnknown: 'register it, or correct its name in the file',
	unknown: 'Named in the file, but no system of this landscape',

	toolbar: 'Map',
	zoom: 'Zoom',
	zoomIn: 'Zoom In',
	zoomOut: 'Zoom Out',
	fit: 'Fit',
	table: 'Show as Table',
	save: 'Save as SVG',
	mermaid: 'Copy as Mermaid',
	hint: 'Arrow keys move along the connections. Space shows an element in the tree and in the file, Enter goes there. Plus, minus and 0 zoom, Shift and arrow keys move the picture, Escape leaves.',

	filter: {
		name: 'Filter',
		search: 'Search',
		status: 'Status',
		type: 'Type',
		subaccount: 'Subaccount',
		all: 'All',
		clear: 'Clear Filter',
		nothing: 'No system matches',
		nothingHint: 'Search looks at names and types, also of what is connected.',
		some: (count: number, all: number) => `${count} of ${all} systems are shown.`,
		cut: (count: number, all: number) =>
			`The map shows ${count} of ${all} systems. Search or filter to see others.`,
	},
	empty: 'No systems yet',
	emptyHint: {
		practice: 'Register a system: the map shows how it gets connected to a tenant and to subaccounts.',
		recorded: 'The landscape file records no system yet.',
	},
	register: { classic: 'Register System', current: 'Add System' } satisfies Record<
		MapState['terminology'],
		string
	>,

	rows: { name: 'Name', status: 'Status', type: 'Type', connections: 'Connected With', next: 'Next' },

	announce: {
		added: (kind: MapNode['kind'], name: string) => `${texts.kinds[kind]} ${name} is new.`,
		removed: (kind: MapNode['kind'], name: string) => `${texts.kinds[kind]} ${name} is gone.`,
		changed: (name: string, status: string) => `${name} is now ${status}.`,
		connected: 'Connections changed.',
		several: (count: number) => `${count} elements changed.`,
		shown: (name: string) => `${name} is shown in the tree and in the file.`,
	},
	picture: 'Tenants, systems, subaccounts and formations, and how they are connected.',
};
