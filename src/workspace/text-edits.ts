import type { Uri, WorkspaceEdit, WorkspaceEditEntryMetadata } from 'vscode';
import type { TextEdit } from '../document/edit.ts';
import { Positions } from './positions.ts';

/** Adds edits of a file, which are made for this text of it, to an edit of the workspace, and how its preview shows them. */
export function addTextEdits(
	edit: WorkspaceEdit,
	uri: Uri,
	text: string,
	edits: readonly TextEdit[],
	metadata?: WorkspaceEditEntryMetadata,
): void {
	const positions = new Positions(text);
	for (const { start, end, text: written } of edits) {
		edit.replace(uri, positions.range(start, end), written, metadata);
	}
}
