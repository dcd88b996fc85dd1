import type { TextDocument } from 'vscode';

/** Saves a document; also one that VS Code has saved by itself meanwhile, of which it says that it wasn't saved. */
export async function saved(document: TextDocument): Promise<boolean> {
	return !document.isDirty || (await document.save()) || !document.isDirty;
}
