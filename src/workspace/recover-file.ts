import * as l10n from '@vscode/l10n';
import { commands, type Uri, window, workspace } from 'vscode';
import { findRepository, openRepository } from './git.ts';
import { confirmed, fail } from './messages.ts';

/** *Restore from Local History*: lets the person choose one of the earlier versions that VS Code keeps of saved files. */
export async function restoreFromLocalHistory(uri: Uri): Promise<void> {
	// VS Code asks for the file first, and lists the one that was opened last at the top.
	await window.showTextDocument(uri);
	await commands.executeCommand('workbench.action.localHistory.restoreViaPicker');
}

/** Whether Git has a text of the file to go back to. */
export async function canDiscardChanges(uri: Uri): Promise<boolean> {
	const repository = await findRepository(uri);
	const text = await repository?.show('', uri.fsPath).catch(() => '');
	return Boolean(text?.trim());
}

/** *Discard Changes*: makes the file, and its editor, what Git has of it, once the person has confirmed that. */
export async function discardChanges(uri: Uri): Promise<void> {
	const repository = await openRepository(uri);
	const question = l10n.t`Discard the changes in ${workspace.asRelativePath(uri)}?`;
	const detail = l10n.t(
		"Git's version replaces the file. Changes that weren't committed or staged are lost.",
	);
	if (repository && (await confirmed(question, detail, l10n.t('Discard Changes')))) {
		try {
			await repository.status();
			await repository.clean([uri.fsPath]);
		} catch (error) {
			void fail(
				l10n.t`Git couldn't discard the changes in ${workspace.asRelativePath(uri)}: ${error instanceof Error ? error.message : String(error)}`,
			);
			return;
		}
		// The command reverts the editor that is active.
		await window.showTextDocument(uri);
		await commands.executeCommand('workbench.action.files.revert');
	}
}
