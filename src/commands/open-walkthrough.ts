import { commands, version, window } from 'vscode';
import { firstOpenStep } from '../model/progress.ts';
import { mayBeWalkthrough } from '../workspace/walkthrough-tab.ts';
import { fields } from './command.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';
import { isTokenTaken } from './token-at-hand.ts';

export const openWalkthroughFields = fields({});

const FOCUS_GROUP = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth'];

/** How often, and after how many milliseconds, VS Code is asked again whether it knows the walkthroughs of extensions. */
const TRIES = 40;
const TRY_AGAIN = 50;

/** Newer versions than 1.109 are taken to be like 1.139, older ones like 1.100: those are the two that are tested. */
const LAST_MINOR_LIKE_THE_OLDEST = 109;

/** *Open Walkthrough*: the tutorial at the first step that is open, beside what is being edited. */
export async function openWalkthrough(_given: object, { context, files }: Services): Promise<Result> {
	const { id, packageJSON } = context.extension;
	const category = `${id}#systemLandscape.connectivity`;
	const landscapes = files.landscapes;
	const step = firstOpenStep(landscapes, isTokenTaken() ? ['copyToken'] : []);
	const isEditing = window.activeTextEditor !== undefined;
	if (Number(version.split('.')[1]) <= LAST_MINOR_LIKE_THE_OLDEST) {
		await untilKnown(`${category}#openFolder`);
		await closeAnother(packageJSON.displayName);
	}
	const shown = window.tabGroups.all.find(({ activeTab }) => mayBeWalkthrough(activeTab));
	await commands.executeCommand('workbench.action.openWalkthrough', { category, step }, isEditing);
	const focus = shown && FOCUS_GROUP[shown.viewColumn - 1];
	if (focus) {
		// VS Code 1.100 opens no other step of a walkthrough that is shown; this selects one in the active editor.
		await commands.executeCommand(`workbench.action.focus${focus}EditorGroup`);
		await commands.executeCommand('walkthroughs.selectStep', `${category}#${step}`);
	}
	return { ok: true };
}

/**
 * Waits until VS Code knows a step. Before it's first asked about walkthroughs it doesn't, and 1.100 would open one of its
 * own. The command fails until then; the tick that it takes away is that of the folder, which nobody sees where one is open.
 */
async function untilKnown(step: string): Promise<void> {
	for (let attempt = 0; attempt < TRIES; attempt++) {
		const isKnown = await commands.executeCommand('welcome.markStepIncomplete', step).then(
			() => true,
			() => false,
		);
		if (isKnown) {
			return;
		}
		await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN));
	}
}

/**
 * Closes another walkthrough that is shown, which VS Code 1.100 doesn't leave by itself: there, a tab says which one it is.
 * It also gives the place of an extension's page, which looks the same here, to a walkthrough.
 */
async function closeAnother(displayName: string): Promise<void> {
	const others = window.tabGroups.all
		.flatMap(({ activeTab }) => activeTab ?? [])
		.filter((tab) => mayBeWalkthrough(tab) && tab.label.includes(': ') && !tab.label.endsWith(displayName));
	await window.tabGroups.close(others);
}
