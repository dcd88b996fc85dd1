import { commands, window } from 'vscode';
import { firstOpenStep } from '../model/progress.ts';
import { fields } from './command.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';
import { isTokenTaken } from './token-at-hand.ts';

export const openWalkthroughFields = fields({});

/** *Open Walkthrough*: the tutorial at the first step that is open, beside what is being edited. */
export async function openWalkthrough(_given: object, { context, files }: Services): Promise<Result> {
	const category = `${context.extension.id}#systemLandscape.connectivity`;
	const landscapes = files.all.map(({ reading }) => reading.landscape);
	const step = firstOpenStep(landscapes, isTokenTaken() ? ['copyToken'] : []);
	const isEditing = window.activeTextEditor !== undefined;
	await commands.executeCommand('workbench.action.openWalkthrough', { category, step }, isEditing);
	// Where the walkthrough is shown already, VS Code 1.100 stays at its step. The API has no kind of input for its tab.
	const { activeTab } = window.tabGroups.activeTabGroup;
	if (activeTab && activeTab.input === undefined) {
		await commands
			.executeCommand('walkthroughs.selectStep', `${category}#${step}`)
			.then(undefined, () => undefined);
	}
	return { ok: true };
}
