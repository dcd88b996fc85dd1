import * as l10n from '@vscode/l10n';
import { commands, env } from 'vscode';
import { shorten } from '../model/names.ts';
import type { Connection } from '../model/projects/connection.ts';
import type { Remaining } from '../project/connect/plan.ts';
import { inform, warn } from '../workspace/messages.ts';

/** What came of connecting a project. */
interface Outcome {
	/** What people call the project. */
	readonly project: string;
	readonly remaining: Remaining;
	/** Whether all that was planned is written now. */
	readonly isComplete: boolean;
	/** Whether anything was written. */
	readonly isNew: boolean;
}

/** Says what is left to do by hand after *Connect CAP Project*, and copies the commands for it. Doesn't wait for the person. */
export async function tellConnected(
	{ system, resource, stages }: Connection,
	{ project, remaining: { commands: lines, destination, isJava }, isComplete, isNew }: Outcome,
): Promise<void> {
	if (!isComplete) {
		await warn(
			l10n.t`${project}: some changes were left out, so "${shorten(resource)}" isn't complete. Connect the project again to see them.`,
			l10n.t('OK'),
		);
		return;
	}
	const systems = stages.length > 0 ? stages.map((stage) => stage.system).join(', ') : system;
	const connected = isNew
		? l10n.t`${project} is connected to "${shorten(systems)}".`
		: l10n.t`${project} is already connected to "${shorten(systems)}".`;
	const next = isJava
		? l10n.t`A deployment makes the destination "${shorten(destination)}": name it in application.yaml, too.`
		: l10n.t`A deployment makes the destination "${shorten(destination)}".`;
	const copy = l10n.t('Copy Deployment Commands');
	const usages = l10n.t('Show Usages');
	const chosen = await inform(`${connected} ${next}`, copy, usages);
	if (chosen === copy) {
		await env.clipboard.writeText(lines.join('\n'));
		void inform(l10n.t`Copied: ${lines.join(' && ')}`, l10n.t('OK'));
	} else if (chosen === usages) {
		await commands.executeCommand('systemLandscape.showUsages', { system, interactive: true });
	}
}
