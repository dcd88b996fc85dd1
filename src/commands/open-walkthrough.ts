import { commands } from 'vscode';
import { fields } from './command.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

export const openWalkthroughFields = fields({});

/** *Open Walkthrough*: the tutorial, step by step. */
export async function openWalkthrough(_given: object, { context }: Services): Promise<Result> {
	const walkthrough = `${context.extension.id}#systemLandscape.connectivity`;
	await commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false);
	return { ok: true };
}
