/** Every text of the page that a person reads or hears, in one place for translation. */
export const texts = {
	realPlace: (path: readonly string[]) => `In the real tenant: ${path.join(' > ')}`,
	model: 'Model:',
	practice: (globalAccount: string) =>
		`Practice tenant: it plays your SAP tenant for the global account “${globalAccount}”. Nothing leaves this computer.`,
	recorded: (globalAccount: string) =>
		`Recorded by hand for the global account “${globalAccount}”. This page shows what the landscape file records.`,

	list: (name: string, count: number) => `${name} (${count})`,
	filteredList: (name: string, count: number, all: number) => `${name} (${count} of ${all})`,
	recordedOn: (date: string) => `recorded on ${date}`,
	columns: {
		token: 'Integration Token',
		description: 'Description',
		system: 'System Name',
		scenarioGroups: 'Communication Scenario Groups',
		changedOn: 'Changed On',
		actions: 'Actions',
	},
	mask: '••••••••',
	hidden: 'hidden',
	none: 'none',
	delete: 'Delete',
	deleteExtensionOf: (system: string) => `Delete the extension for ${system}`,
	emptyTitle: 'No extensions yet',
	emptyHint: (create: string) =>
		`An integration token comes from the global account: in the System Landscape view, use Copy Token of a pending system; then choose ${create}.`,
	copyToken: (system: string) => `Copy Token of “${system}”`,
	emptyRecorded: 'The landscape file records no extension in this tenant.',
	filter: {
		name: 'Filter',
		search: 'Search',
		allStatuses: 'All',
		clear: 'Clear Filter',
		nothing: 'No extensions match',
		nothingHint: 'Search looks at the system name, the description and the communication scenario groups.',
	},

	create: {
		title: 'Create New Extension',
		hint: 'Paste the integration token that an administrator of the global account got for the system in SAP Business Technology Platform.',
		show: 'Show',
		showToken: 'Show the integration token',
		recommended: 'Recommended: the system’s name',
		fail: 'Let this registration fail',
		failHelp:
			'For practice: the extension ends as Failed and the system as Error, so that you can try how to recover.',
		submit: 'Create',
	},
	approve: {
		title: 'Approve',
		question:
			'Do you want to approve the creation of the extension for this integration token with the following restrictions?',
		unrestricted: 'No restrictions apply to this system type.',
		back: 'Back',
		submit: 'Yes',
	},
	deletion: {
		title: 'Delete Extension',
		question: (system: string) => `Delete the extension for “${system}”?`,
		thenNewToken: 'Afterwards a new integration token can be got for this system in the global account.',
		thenUnregistered:
			'The system is no longer registered afterwards; its name can be paired again with a new token.',
		submit: 'Delete',
	},
	cancel: 'Cancel',

	announce: {
		created: (system: string, status: string) => `Extension for ${system} created: ${status}.`,
		changed: (system: string, status: string) => `${system} is now ${status}.`,
		deleted: (system: string) => `Extension for ${system} deleted.`,
		several: (count: number) => `${count} extensions changed.`,
		unlocked: 'Extensions can be created and deleted again.',
		refreshed: 'Refreshed.',
		filtered: (count: number, all: number) => `${count} of ${all} extensions match.`,
		unfiltered: (count: number) => `All ${count} extensions are shown.`,
	},
};
