import type { Tab } from 'vscode';

/** Whether a tab may be a walkthrough's: the API has no kind of input for that, nor for some other editors of VS Code. */
export function mayBeWalkthrough(tab: Tab | undefined): boolean {
	return tab !== undefined && tab.input === undefined;
}
