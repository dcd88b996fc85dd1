import { commands, window } from 'vscode';
import { firstOpenStep } from '../model/progress.ts';
import { mayBeWalkthrough } from '../workspace/walkthrough-tab.ts';
import { fields } from './command.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';
import { isTokenTaken } from './token-at-hand.ts';

export const openWalkthroughFields = fields({});

const FOCUS_GROUP = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth'];

/** *Open Walkthrough*: the tutorial at the first step that is open, beside what is being edited. */
export async function openWalkthrough(_given: object, { context, files }: Services): Promise<Result> {
	const category = `${context.extension.id}#systemLandscape.connectivity`;
	const landscapes = files.all.map(({ reading }) => reading.landscape);
	const step = firstOpenStep(landscapes, isTokenTaken() ? ['copyToken'] : []);
	const shown = window.tabGroups.all.find(({ activeTab }) => mayBeWalkthrough(activeTab));
	const isEditing = window.activeTextEditor !== undefined;
	await commands.executeCommand('workbench.action.openWalkthrough', { category, step }, isEditing);
	const focus = shown && FOCUS_GROUP[shown.viewColumn - 1];
	if (focus) {
		// VS Code 1.100 opens no other step of a walkthrough that is shown; this selects one in the active editor.
		await commands.executeCommand(`workbench.action.focus${focus}EditorGroup`);
		await commands.executeCommand('walkthroughs.selectStep', `${category}#${step}`);
	}
	return { ok: true };
}
