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
	/** Whether a subaccount is entitled to the plan for each system. */
	readonly isEntitled: boolean;
}

/** Says what is left to do by hand after *Connect CAP Project*, and copies the commands for it. Doesn't wait for the person. */
export async function tellConnected(connection: Connection, outcome: Outcome): Promise<void> {
	const { landscape, project, remaining, unsaved, isComplete, isNew, isEntitled } = outcome;
	const { system, resource, stages, plan } = connection;
	if (!isComplete) {
		await warn(
			l10n.t`${project}: some changes were left out, so "${shorten(resource)}" isn't complete. Connect the project again to see them.`,
			l10n.t('OK'),
		);
		return;
	}
	const systems = (stages.length > 0 ? stages.map((stage) => stage.system) : [system])
		.map((name) => `"${shorten(name)}"`)
		.join(', ');
	const instance = shorten(remaining.destination);
	const sentences = [
		isNew
			? l10n.t`${project} is connected to ${systems}.`
			: l10n.t`${project} is already connected to ${systems}.`,
		plan === 'messaging'
			? l10n.t`A deployment makes the service instance "${instance}".`
			: remaining.isJava
				? l10n.t`A deployment makes the destination "${instance}": name it in application.yaml, too.`
				: l10n.t`A deployment makes the destination "${instance}".`,
		...(isEntitled ? [] : [l10n.t('Before that, entitle a subaccount to the service plan.')]),
		...(unsaved.length > 0 ? [l10n.t`Save ${unsaved.join(', ')} before you build.`] : []),
	];
	const copy = l10n.t('Copy Deployment Commands');
	const usages = l10n.t('Show Usages');
	const entitle = l10n.t('Add Service Plans');
	const chosen = await inform(sentences.join(' '), ...(isEntitled ? [] : [entitle]), copy, usages);
	if (chosen === copy) {
		await copyCommands(project, remaining, copy);
	} else if (chosen === entitle) {
		await commands.executeCommand('systemLandscape.addServicePlans', {
			landscape,
			system,
			interactive: true,
		});
	} else if (chosen === usages) {
		await commands.executeCommand('systemLandscape.showUsages', { landscape, system, interactive: true });
	}
}

/** Copies the commands; of several stages a person chooses one, as a terminal is logged on to one space. */
async function copyCommands(
	project: string,
	{ commands: lines, deployments }: Remaining,
	title: string,
): Promise<void> {
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
		void inform(l10n.t`Copied, to be run in ${project}: ${all.join(' → ')}`, l10n.t('OK'));
	}
}
