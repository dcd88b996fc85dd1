import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { env, Uri, window } from 'vscode';
import { ADD_DEPLOYER, DEPLOYERS } from '../model/projects/connection.ts';
import { inform } from '../workspace/messages.ts';
import { canRunCommands } from '../workspace/terminals.ts';
import { fields, type Given, text } from './command.ts';
import type { Result } from './result.ts';

export const addDeployerFields = fields({ project: text, deployer: v.optional(v.picklist(DEPLOYERS)) });

/**
 * Runs what adds a deployer to a CAP project in a terminal, where a person sees what it does; where that isn't possible, the
 * line is copied. Offered when *Connect CAP Project* is refused for it; not in the palette.
 */
export async function addDeployer({
	project = '',
	deployer = 'cloud-foundry',
}: Given<typeof addDeployerFields>): Promise<Result> {
	const line = ADD_DEPLOYER[deployer];
	if (canRunCommands()) {
		const terminal = window.createTerminal({ cwd: Uri.parse(project) });
		terminal.show();
		terminal.sendText(line);
	} else {
		await env.clipboard.writeText(line);
		void inform(l10n.t`Copied: ${line}`, l10n.t('OK'));
	}
	return { ok: true };
}
