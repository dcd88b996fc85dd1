/**
 * One icon for each kind of thing, by its name among VS Code's codicons: the tree shows these, and the map and the
 * pictures draw the same. A system and an extension show their status instead wherever it's known.
 */
export const KIND_ICONS = {
	globalAccount: 'globe',
	system: 'server',
	token: 'key',
	tenant: 'server-environment',
	extension: 'plug',
	// Not `folder`: for rows with a mark, VS Code takes that icon from the file icon theme, which has none for them.
	subaccount: 'folder-opened',
	entitlement: 'package',
	formation: 'group-by-ref-type',
	application: 'code',
} as const;
