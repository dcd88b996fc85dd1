import * as l10n from '@vscode/l10n';

/** Every text of the page that a person reads or hears, in one place for translation. */
export const texts = {
	realPlace: (path: readonly string[]) => l10n.t`In the real tenant: ${path.join(' > ')}`,
	model: () => l10n.t('Model:'),
	practice: (globalAccount: string) =>
		l10n.t`Practice tenant: it plays your SAP tenant for the global account “${globalAccount}”. Nothing leaves this computer.`,
	recorded: (globalAccount: string) =>
		l10n.t`Recorded by hand for the global account “${globalAccount}”. This page shows what the landscape file records.`,

	list: (name: string, count: number) => `${name} (${count})`,
	filteredList: (name: string, count: number, all: number) => l10n.t`${name} (${count} of ${all})`,
	recordedOn: (date: string) => l10n.t`recorded on ${date}`,
	columns: {
		token: () => l10n.t('Integration Token'),
		description: () => l10n.t('Description'),
		system: () => l10n.t('System Name'),
		scenarioGroups: () => l10n.t('Communication Scenario Groups'),
		changedOn: () => l10n.t('Changed On'),
		actions: () => l10n.t('Actions'),
	},
	mask: '••••••••',
	hidden: () => l10n.t('hidden'),
	none: () => l10n.t('none'),
	delete: () => l10n.t('Delete'),
	deleteExtensionOf: (system: string) => l10n.t`Delete the extension for ${system}`,
	emptyTitle: () => l10n.t('No extensions yet'),
	emptyHint: (create: string) =>
		l10n.t`An integration token comes from the global account: in the System Landscape view, use Copy Token of a pending system; then choose ${create}.`,
	copyToken: (system: string) => l10n.t`Copy Token of “${system}”`,
	emptyRecorded: () => l10n.t('The landscape file records no extension in this tenant.'),
	filter: {
		name: () => l10n.t('Filter'),
		search: () => l10n.t('Search'),
		allStatuses: () => l10n.t('All'),
		clear: () => l10n.t('Clear Filter'),
		nothing: () => l10n.t('No extensions match'),
		nothingHint: () =>
			l10n.t('Search looks at the system name, the description and the communication scenario groups.'),
	},

	create: {
		title: () => l10n.t('Create New Extension'),
		hint: () =>
			l10n.t(
				'Paste the integration token that an administrator of the global account got for the system in SAP Business Technology Platform.',
			),
		show: () => l10n.t('Show'),
		showToken: () => l10n.t('Show the integration token'),
		recommended: () => l10n.t('Recommended: the system’s name'),
		fail: () => l10n.t('Let this registration fail'),
		failHelp: () =>
			l10n.t(
				'For practice: the extension ends as Failed and the system as Error, so that you can try how to recover.',
			),
		submit: () => l10n.t('Create'),
	},
	approve: {
		title: () => l10n.t('Approve'),
		question: () =>
			l10n.t(
				'Do you want to approve the creation of the extension for this integration token with the following restrictions?',
			),
		unrestricted: () => l10n.t('No restrictions apply to this system type.'),
		back: () => l10n.t('Back'),
		submit: () => l10n.t('Yes'),
	},
	deletion: {
		title: () => l10n.t('Delete Extension'),
		question: (system: string) => l10n.t`Delete the extension for “${system}”?`,
		thenNewToken: () =>
			l10n.t('Afterwards a new integration token can be got for this system in the global account.'),
		thenUnregistered: () =>
			l10n.t('The system is no longer registered afterwards; its name can be paired again with a new token.'),
		submit: () => l10n.t('Delete'),
	},
	cancel: () => l10n.t('Cancel'),

	announce: {
		created: (system: string, status: string) => l10n.t`Extension for ${system} created: ${status}.`,
		changed: (system: string, status: string) => l10n.t`${system} is now ${status}.`,
		deleted: (system: string) => l10n.t`Extension for ${system} deleted.`,
		several: (count: number) => l10n.t`${count} extensions changed.`,
		unlocked: () => l10n.t('Extensions can be created and deleted again.'),
		refreshed: () => l10n.t('Refreshed.'),
		filtered: (count: number, all: number) => l10n.t`${count} of ${all} extensions match.`,
		unfiltered: (count: number) => l10n.t`All ${count} extensions are shown.`,
	},
};
