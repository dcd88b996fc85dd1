import * as l10n from '@vscode/l10n';
import {
	EndOfLine,
	type FileStat,
	Position,
	TextEdit,
	ThemeIcon,
	Uri,
	WorkspaceEdit,
	workspace,
} from 'vscode';
import { withLineFeeds } from '../document/text-positions.ts';
import { type Answer, isRefusal, type Refusal, refuse } from '../model/decision.ts';
import type { PlannedFile } from '../project/connect/plan.ts';
import { type ProjectFiles, uriOf } from '../project/project-files.ts';
import { isNotFound, openDocument } from './landscape-files.ts';
import { inform } from './messages.ts';
import { previewAnyway } from './preview.ts';
import { saved } from './saved.ts';
import { addTextEdits } from './text-edits.ts';

/** A planned file, and what it is before anything is written. */
interface Before {
	readonly file: PlannedFile;
	readonly uri: Uri;
	/** The text that the edits are for. */
	readonly read: string;
	/** The document's, whose line breaks are all the same; nothing for a new file. */
	readonly text: string | undefined;
	/** Whether it has edits that nobody has saved. */
	readonly isDirty: boolean;
}

/** What was written. */
interface Written {
	/** URIs of the files that changed. */
	readonly files: readonly string[];
	/** Those that had unsaved edits, and aren't saved, as people call them. */
	readonly unsaved: readonly string[];
}

/**
 * Writes a plan to the files of a project as one undo step, and saves those that had no unsaved edits. A person sees all of
 * it in VS Code's preview first, where what replaces something isn't ticked: nothing where the preview is discarded. Refuses
 * with `project-changed` where a file isn't as it was read, and with `project-not-saved` where one is read-only, or can't be
 * saved.
 */
export async function writePlan(
	files: ProjectFiles,
	planned: readonly PlannedFile[],
	isAsking: boolean,
): Promise<Answer<Written> | undefined> {
	const before: Before[] = [];
	for (const file of planned) {
		const known = await stateOf(files, file);
		if (isRefusal(known)) {
			return known;
		}
		before.push(known);
	}
	if (await workspace.applyEdit(editOf(before, isAsking))) {
		return save(before);
	}
	// VS Code doesn't tell a discarded preview from files that changed meanwhile, or from one in which nothing is ticked.
	const changed = before.find(({ uri, text }) => text !== undefined && openDocument(uri)?.getText() !== text);
	if (!isAsking || changed) {
		return refuseChanged(changed?.uri ?? Uri.parse(files.folder));
	}
	if (before.every(({ file }) => 'edits' in file && file.edits.every(({ isReplacement }) => isReplacement))) {
		void inform(
			l10n.t(
				'Nothing was changed. What the files say differently now is replaced only where you tick it before you choose Apply.',
			),
			l10n.t('OK'),
		);
	}
	return undefined;
}

/** What a file is now, or why it isn't written to. Its document is open then, so that VS Code checks its version. */
async function stateOf(files: ProjectFiles, file: PlannedFile): Promise<Before | Refusal> {
	const uri = Uri.parse(uriOf(files, file.path));
	const stat = await statOf(uri);
	if ((stat === undefined) !== 'created' in file) {
		return refuseChanged(uri);
	}
	if (stat?.permissions) {
		return {
			...refuse(
				'project-not-saved',
				l10n.t`${workspace.asRelativePath(uri)} is read-only. Nothing was written; make it writable, then try again.`,
			),
			file: uri.toString(),
		};
	}
	if (!stat) {
		return { file, uri, read: '', text: undefined, isDirty: false };
	}
	const document = await workspace.openTextDocument(uri);
	const text = document.getText();
	const read = files.texts.get(file.path) ?? '';
	return withLineFeeds(text) === withLineFeeds(read)
		? { file, uri, read, text, isDirty: document.isDirty }
		: refuseChanged(uri);
}

async function statOf(uri: Uri): Promise<FileStat | undefined> {
	try {
		return await workspace.fs.stat(uri);
	} catch (error) {
		if (isNotFound(error)) {
			return undefined;
		}
		throw error;
	}
}

function editOf(before: readonly Before[], isAsking: boolean): WorkspaceEdit {
	const edit = new WorkspaceEdit();
	const adding = { label: l10n.t('What is missing'), needsConfirmation: false };
	const replacing = {
		label: l10n.t('Says something else now'),
		iconPath: new ThemeIcon('warning'),
		needsConfirmation: isAsking,
	};
	for (const { file, uri } of before) {
		if ('created' in file) {
			edit.createFile(uri, undefined, adding);
		}
	}
	for (const { file, uri, read } of before) {
		if ('created' in file) {
			const written = TextEdit.insert(new Position(0, 0), file.created);
			written.newEol = file.created.includes('\r\n') ? EndOfLine.CRLF : EndOfLine.LF;
			edit.set(uri, [[written, adding]]);
		} else {
			for (const planned of file.edits) {
				addTextEdits(edit, uri, read, [planned], planned.isReplacement ? replacing : adding);
			}
		}
	}
	const isReplacing = before.some(
		({ file }) => 'edits' in file && file.edits.some(({ isReplacement }) => isReplacement),
	);
	const place = before.find(({ text }) => text !== undefined) ?? before[0];
	if (isAsking && place && !isReplacing) {
		previewAnyway(edit, place.uri, place.read);
	}
	return edit;
}

/** Saves what was changed, and had no unsaved edits before. */
async function save(before: readonly Before[]): Promise<Answer<Written>> {
	const files: string[] = [];
	const unsaved: string[] = [];
	const failed: Uri[] = [];
	for (const { uri, text, isDirty } of before) {
		// A person may have left out a file that is to be created.
		if (!(await statOf(uri))) {
			continue;
		}
		const document = await workspace.openTextDocument(uri);
		if (document.getText() === text) {
			continue;
		}
		files.push(uri.toString());
		if (isDirty) {
			unsaved.push(workspace.asRelativePath(uri));
		} else if (!(await saved(document))) {
			failed.push(uri);
		}
	}
	const [first] = failed;
	return first === undefined
		? { ok: true, files, unsaved }
		: {
				...refuse(
					'project-not-saved',
					l10n.t`${failed.map((uri) => workspace.asRelativePath(uri)).join(', ')} couldn't be saved. The change is in the editor: save it there, or undo it.`,
				),
				file: first.toString(),
			};
}

function refuseChanged(uri: Uri): Refusal {
	return {
		...refuse(
			'project-changed',
			l10n.t`${workspace.asRelativePath(uri)} changed while it was edited. Nothing was written; try again.`,
		),
		file: uri.toString(),
	};
}
