import { env, UIKind, type Uri, workspace } from 'vscode';

/** Whether a project's commands may run in a terminal: its workspace is trusted, and its folder one that a terminal can have. */
export function canRunCommands({ scheme }: Uri): boolean {
	const isRemote = env.remoteName !== undefined;
	const hasTerminals = isRemote ? scheme === 'vscode-remote' || scheme === 'file' : scheme === 'file';
	return workspace.isTrusted && hasTerminals && (isRemote || env.uiKind === UIKind.Desktop);
}
