import * as l10n from '@vscode/l10n';
import { ThemeIcon, type Uri, WorkspaceEdit, workspace } from 'vscode';
import type { TextEdit } from '../document/edit.ts';
import type { Refusal } from '../model/decision.ts';
import type { LandscapeFiles } from './landscape-files.ts';
import { refuseChanging, refuseUnsaved } from './landscape-writer.ts';
import { Positions } from './positions.ts';
import { saved } from './saved.ts';
import { addTextEdits } from './text-edits.ts';

/**
 * Has VS Code show its preview of an edit in which nothing has to be confirmed. `text` is what a file of the edit says, or ''
 * for one that is created.
 */
export function previewAnyway(edit: WorkspaceEdit, uri: Uri, text: string): void {
	const { length } = text;
	// VS Code shows its preview only where something has to be confirmed, which it then leaves out: nothing, at the end,
	// where there's mostly no text in that line that seems to change.
	edit.insert(uri, new Positions(text).range(length, length).start, '', {
		label: l10n.t('Nothing is written before you choose Apply'),
		iconPath: new ThemeIcon('info'),
		needsConfirmation: true,
	});
}

/**
 * Writes edits of a landscape file after a person saw them in VS Code's preview, where all of them are ticked, and saves the
 * file if it had no unsaved edits. Nothing where the preview is discarded, or nothing is left in it. Refuses with
 * `landscape-changed` where they were applied and something else replaced them at once, and with `landscape-not-saved`.
 */
export async function writePreviewed(
	files: LandscapeFiles,
	uri: Uri,
	text: string,
	edits: readonly TextEdit[],
	label: string,
): Promise<{ readonly ok: true } | Refusal | undefined> {
	const { isDirty } = await workspace.openTextDocument(uri);
	const edit = new WorkspaceEdit();
	addTextEdits(edit, uri, text, edits, { label, needsConfirmation: false });
	previewAnyway(edit, uri, text);
	const isApplied = await workspace.applyEdit(edit);
	// The document that was opened may be closed by now.
	const document = await workspace.openTextDocument(uri);
	const now = document.getText();
	// Where the file changed meanwhile, VS Code itself says that it can't apply, and takes that as discarding.
	if (!isApplied || now === text) {
		return undefined;
	}
	if (!edits.some((one) => now.includes(one.text))) {
		return refuseChanging(uri);
	}
	if (!isDirty && !(await saved(document))) {
		return refuseUnsaved(uri);
	}
	await files.reread(uri);
	return { ok: true };
}
