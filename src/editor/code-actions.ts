import { CodeAction, CodeActionKind, type TextDocument, WorkspaceEdit } from 'vscode';
import type { TextEdit } from '../document/edit.ts';
import { addTextEdits } from '../workspace/text-edits.ts';

/** A quick fix that edits a document, by offsets in its text as it is now. */
export function editing(title: string, document: TextDocument, edits: readonly TextEdit[]): CodeAction {
	const action = new CodeAction(title, CodeActionKind.QuickFix);
	action.edit = new WorkspaceEdit();
	addTextEdits(action.edit, document.uri, document.getText(), edits);
	return action;
}

/** What runs a command of ours (without its prefix) as a person does; a quick fix, unless it's of another kind. */
export function running(
	title: string,
	command: string,
	fields: object,
	kind = CodeActionKind.QuickFix,
): CodeAction {
	const action = new CodeAction(title, kind);
	action.command = {
		title,
		command: `systemLandscape.${command}`,
		arguments: [{ ...fields, interactive: true }],
	};
	return action;
}
