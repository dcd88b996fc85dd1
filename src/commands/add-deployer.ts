import * as l10n from '@vscode/l10n';
import { commands, type Disposable, env, Uri, window } from 'vscode';
import { ADD_DEPLOYER, type Connection } from '../model/projects/connection.ts';
import { inform } from '../workspace/messages.ts';
import { canRunCommands } from '../workspace/terminals.ts';

/** What lacks a deployer: the URI of a project's folder, and which one. */
interface MissingDeployer {
	readonly project: string;
	readonly deployer: Connection['deployer'];
}

/**
 * The internal command that adds a deployer to a CAP project, for the button of a refusal: in a terminal, where a person sees
 * what it does. Where that isn't possible, the line is copied.
 */
export function registerAddDeployer(): Disposable {
	return commands.registerCommand(
		'systemLandscape.addDeployer',
		async ({ project, deployer }: MissingDeployer) => {
			const line = ADD_DEPLOYER[deployer];
			const cwd = Uri.parse(project);
			if (canRunCommands(cwd)) {
				const terminal = window.createTerminal({ cwd });
				terminal.show();
				terminal.sendText(line);
			} else {
				await env.clipboard.writeText(line);
				void inform(l10n.t`Copied: ${line}`, l10n.t('OK'));
			}
		},
	);
}
