import { env, UIKind, workspace } from 'vscode';

/** Whether a project's commands may run here: in a workspace that is trusted, where VS Code has terminals. */
export function canRunCommands(): boolean {
	return workspace.isTrusted && !(env.uiKind === UIKind.Web && env.remoteName === undefined);
}
