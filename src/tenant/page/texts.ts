import { t } from '../../model/language.ts';

/** Every text of the page that a person reads or hears, in one place for translation. */
export const texts = {
	realPlace: (path: readonly string[]) => t`In the real tenant: ${path.join(' > ')}`,
	model: t('Model:'),
	practice: (globalAccount: string) =>
		t`Practice tenant: it plays your SAP tenant for the global account “${globalAccount}”. Nothing leaves this computer.`,
	recorded: (globalAccount: string) =>
		t`Recorded by hand for the global account “${globalAccount}”. This page shows what the landscape file records.`,

	list: (name: string, count: number) => `${name} (${count})`,
	filteredList: (name: string, count: number, all: number) => t`${name} (${count} of ${all})`,
	recordedOn: (date: string) => t`recorded on ${date}`,
	columns: {
		token: t('Integration Token'),
		description: t('Description'),
		system: t('System Name'),
		scenarioGroups: t('Communication Scenario Groups'),
		changedOn: t('Changed On'),
		actions: t('Actions'),
	},
	mask: '••••••••',
	hidden: t('hidden'),
	none: t('none'),
	delete: t('Delete'),
	deleteExtensionOf: (system: string) => t`Delete the extension for ${system}`,
	emptyTitle: t('No extensions yet'),
	emptyHint: (create: string) =>
		t`An integration token comes from the global account: in the System Landscape view, use Copy Token of a pending system; then choose ${create}.`,
	copyToken: (system: string) => t`Copy Token of “${system}”`,
	emptyRecorded: t('The landscape file records no extension in this tenant.'),
	filter: {
		name: t('Filter'),
		search: t('Search'),
		allStatuses: t('All'),
		clear: t('Clear Filter'),
		nothing: t('No extensions match'),
		nothingHint: t('Search looks at the system name, the description and the communication scenario groups.'),
	},

	create: {
		title: t('Create New Extension'),
		hint: t(
			'Paste the integration token that an administrator of the global account got for the system in SAP Business Technology Platform.',
		),
		show: t('Show'),
		showToken: t('Show the integration token'),
		recommended: t('Recommended: the system’s name'),
		fail: t('Let this registration fail'),
		failHelp: t(
			'For practice: the extension ends as Failed and the system as Error, so that you can try how to recover.',
		),
		submit: t('Create'),
	},
	approve: {
		title: t('Approve'),
		question: t(
			'Do you want to approve the creation of the extension for this integration token with the following restrictions?',
		),
		unrestricted: t('No restrictions apply to this system type.'),
		back: t('Back'),
		submit: t('Yes'),
	},
	deletion: {
		title: t('Delete Extension'),
		question: (system: string) => t`Delete the extension for “${system}”?`,
		thenNewToken: t('Afterwards a new integration token can be got for this system in the global account.'),
		thenUnregistered: t(
			'The system is no longer registered afterwards; its name can be paired again with a new token.',
		),
		submit: t('Delete'),
	},
	cancel: t('Cancel'),

	announce: {
		created: (system: string, status: string) => t`Extension for ${system} created: ${status}.`,
		changed: (system: string, status: string) => t`${system} is now ${status}.`,
		deleted: (system: string) => t`Extension for ${system} deleted.`,
		several: (count: number) => t`${count} extensions changed.`,
		unlocked: t('Extensions can be created and deleted again.'),
		refreshed: t('Refreshed.'),
		filtered: (count: number, all: number) => t`${count} of ${all} extensions match.`,
		unfiltered: (count: number) => t`All ${count} extensions are shown.`,
	},
};
