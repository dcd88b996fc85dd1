import * as l10n from '@vscode/l10n';
import {
	EndOfLine,
	FilePermission,
	type FileStat,
	FileSystemError,
	Position,
	TextEdit,
	Uri,
	WorkspaceEdit,
	workspace,
} from 'vscode';
import { type Answer, isRefusal, type Refusal, refuse } from '../model/decision.ts';
import type { PlannedFile } from '../project/connect/plan.ts';
import { type ProjectFiles, uriOf } from '../project/project-files.ts';
import { openDocument } from './landscape-files.ts';
import { addTextEdits } from './text-edits.ts';

/** A planned file, and what it is before anything is written. */
interface Before {
	readonly file: PlannedFile;
	readonly uri: Uri;
	/** Nothing for a new file. */
	readonly text: string | undefined;
	/** Whether it has edits that nobody has saved. */
	readonly isDirty: boolean;
}

/**
 * Writes a plan to the files of a project as one undo step, and saves those that had no unsaved edits; gives the URIs of the
 * files that changed. A person sees all of it in VS Code's preview first, where what replaces something isn't ticked: nothing
 * where the preview is discarded. Refuses with `project-changed` where a file isn't as it was read, and with
 * `project-not-saved` where one is read-only, or can't be saved.
 */
export async function writePlan(
	files: ProjectFiles,
	planned: readonly PlannedFile[],
	isAsking: boolean,
): Promise<Answer<{ readonly files: readonly string[] }> | undefined> {
	const before: Before[] = [];
	for (const file of planned) {
		const known = await stateOf(files, file);
		if (isRefusal(known)) {
			return known;
		}
		before.push(known);
	}
	if (!(await workspace.applyEdit(editOf(before, isAsking)))) {
		return isAsking ? undefined : refuseChanged(files.folder);
	}
	return save(before);
}

/** What a file is now, or why it isn't written to. */
async function stateOf(files: ProjectFiles, file: PlannedFile): Promise<Before | Refusal> {
	const uri = Uri.parse(uriOf(files, file.path));
	const stat = await statOf(uri);
	const text = files.texts.get(file.path);
	const document = openDocument(uri);
	const isAsRead = document === undefined || document.getText() === text;
	if ((stat === undefined) !== 'created' in file || !isAsRead) {
		return refuseChanged(uri.toString());
	}
	return ((stat?.permissions ?? 0) & FilePermission.Readonly) === 0
		? { file, uri, text, isDirty: document?.isDirty ?? false }
		: refuse(
				'project-not-saved',
				l10n.t`${workspace.asRelativePath(uri)} is read-only. Nothing was written; make it writable, then try again.`,
			);
}

async function statOf(uri: Uri): Promise<FileStat | undefined> {
	try {
		return await workspace.fs.stat(uri);
	} catch (error) {
		if (error instanceof FileSystemError && error.code === 'FileNotFound') {
			return undefined;
		}
		throw error;
	}
}

function editOf(before: readonly Before[], isAsking: boolean): WorkspaceEdit {
	const edit = new WorkspaceEdit();
	const adding = { label: l10n.t('What is missing'), needsConfirmation: false };
	const replacing = { label: l10n.t('Says something else now'), needsConfirmation: isAsking };
	for (const { file, uri } of before) {
		if ('created' in file) {
			edit.createFile(uri, undefined, adding);
		}
	}
	for (const { file, uri, text = '' } of before) {
		if ('created' in file) {
			const isCrlf = file.created.includes('\r\n');
			edit.set(uri, [
				[TextEdit.setEndOfLine(isCrlf ? EndOfLine.CRLF : EndOfLine.LF), adding],
				[TextEdit.insert(new Position(0, 0), file.created), adding],
			]);
		} else {
			for (const planned of file.edits) {
				addTextEdits(edit, uri, text, [planned], planned.isReplacement ? replacing : adding);
			}
		}
	}
	const isReplacing = before.some(
		({ file }) => 'edits' in file && file.edits.some(({ isReplacement }) => isReplacement),
	);
	const [first] = before;
	if (isAsking && first && !isReplacing) {
		// VS Code shows its preview only where something has to be confirmed, which it then leaves out.
		edit.insert(first.uri, new Position(0, 0), '', {
			label: l10n.t('Nothing is written before you choose Apply'),
			needsConfirmation: true,
		});
	}
	return edit;
}

/** Saves what was changed, and had no unsaved edits before. */
async function save(before: readonly Before[]): Promise<Answer<{ readonly files: readonly string[] }>> {
	const changed: string[] = [];
	const unsaved: string[] = [];
	for (const { uri, text, isDirty } of before) {
		// A person may have left out a file that is to be created.
		if (!(await statOf(uri))) {
			continue;
		}
		const document = await workspace.openTextDocument(uri);
		if (text !== undefined && document.getText() === text) {
			continue;
		}
		changed.push(uri.toString());
		if (!isDirty && document.isDirty && !(await document.save())) {
			unsaved.push(workspace.asRelativePath(uri));
		}
	}
	return unsaved.length === 0
		? { ok: true, files: changed }
		: refuse(
				'project-not-saved',
				l10n.t`${unsaved.join(', ')} couldn't be saved. The change is in the editor: save it there, or undo it.`,
			);
}

function refuseChanged(uri: string): Refusal {
	return refuse(
		'project-changed',
		l10n.t`${workspace.asRelativePath(Uri.parse(uri))} changed while it was edited. Nothing was written; try again.`,
	);
}
