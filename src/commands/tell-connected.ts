import * as l10n from '@vscode/l10n';
import { commands, env } from 'vscode';
import { shorten } from '../model/names.ts';
import type { Connection } from '../model/projects/connection.ts';
import type { Remaining } from '../project/connect/plan.ts';
import { inform, warn } from '../workspace/messages.ts';
import { ask, quickPickUnlessOne } from './ask.ts';

/** What came of connecting a project. */
interface Outcome {
	/** URI of the landscape file. */
	readonly landscape: string;
	/** What people call the project. */
	readonly project: string;
	readonly remaining: Remaining;
	/** What people call the files whose change isn't saved, as they had unsaved edits. */
	readonly unsaved: readonly string[];
	/** Whether all that was planned is written now. */
	readonly isComplete: boolean;
	/** Whether anything was written. */
	readonly isNew: boolean;
}

/** Says what is left to do by hand after *Connect CAP Project*, and copies the commands for it. Doesn't wait for the person. */
export async function tellConnected(connection: Connection, outcome: Outcome): Promise<void> {
	const { landscape, project, remaining, unsaved, isComplete, isNew } = outcome;
	const { system, resource, stages } = connection;
	if (!isComplete) {
		await warn(
			l10n.t`${project}: some changes were left out, so "${shorten(resource)}" isn't complete. Connect the project again to see them.`,
			l10n.t('OK'),
		);
		return;
	}
	const systems = stages.length > 0 ? stages.map((stage) => stage.system).join(', ') : system;
	const destination = shorten(remaining.destination);
	const sentences = [
		isNew
			? l10n.t`${project} is connected to "${shorten(systems)}".`
			: l10n.t`${project} is already connected to "${shorten(systems)}".`,
		remaining.isJava
			? l10n.t`A deployment makes the destination "${destination}": name it in application.yaml, too.`
			: l10n.t`A deployment makes the destination "${destination}".`,
		...(unsaved.length > 0 ? [l10n.t`Save ${unsaved.join(', ')} before you build.`] : []),
	];
	const copy = l10n.t('Copy Deployment Commands');
	const usages = l10n.t('Show Usages');
	const chosen = await inform(sentences.join(' '), copy, usages);
	if (chosen === copy) {
		await copyCommands(remaining, copy);
	} else if (chosen === usages) {
		await commands.executeCommand('systemLandscape.showUsages', { landscape, system, interactive: true });
	}
}

/** Copies the commands; of several stages a person chooses one, as a terminal is logged on to one space. */
async function copyCommands({ commands: lines, deployments }: Remaining, title: string): Promise<void> {
	const interactive = true;
	const answers = await ask(
		title,
		{ interactive, deployment: undefined as string | undefined },
		{
			deployment: () =>
				quickPickUnlessOne<string>(interactive, {
					placeholder: l10n.t('Select the stage that you deploy'),
					choices: deployments.map((value) => ({ label: value, value })),
				}),
		},
	);
	if (answers?.ok) {
		const all = [...lines, answers.deployment];
		await env.clipboard.writeText(all.join('\n'));
		void inform(l10n.t`Copied: ${all.join(' → ')}`, l10n.t('OK'));
	}
}
