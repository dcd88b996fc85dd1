import { type Tab, ViewColumn, window } from 'vscode';

/** Whether a tab may be a walkthrough's: the API has no kind of input for that, nor for some other editors of VS Code. */
export function mayBeWalkthrough(tab: Tab | undefined): boolean {
	return tab !== undefined && tab.input === undefined;
}

/** Where something new opens: beside a walkthrough, which it would cover, else in the active column. */
export function columnForNew(): ViewColumn {
	const { activeTabGroup, all } = window.tabGroups;
	if (!mayBeWalkthrough(activeTabGroup.activeTab)) {
		return ViewColumn.Active;
	}
	return all.find((group) => group !== activeTabGroup)?.viewColumn ?? ViewColumn.Beside;
}
