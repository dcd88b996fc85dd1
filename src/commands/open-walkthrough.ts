import * as v from 'valibot';
import { commands } from 'vscode';
import { command } from './command.ts';

/** *Open Walkthrough*: the tutorial, step by step. */
export const openWalkthrough = command({
	name: 'openWalkthrough',
	fields: v.object({}),
	run: async ({ context }) => {
		const walkthrough = `${context.extension.id}#systemLandscape.connectivity`;
		await commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false);
		return { ok: true };
	},
});
