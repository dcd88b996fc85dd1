import {
	commands,
	Range,
	type TextDocument,
	type TextDocumentShowOptions,
	type ViewColumn,
	window,
	workspace,
} from 'vscode';
import { rangeAt } from '../document/read.ts';
import type { LandscapeFile } from './landscape-files.ts';
import { columnForNew } from './walkthrough-tab.ts';

/** Shows a landscape file in an editor: at a path, or at its first problem where none is given. */
export async function showInFile(
	{ uri, reading }: LandscapeFile,
	path?: Parameters<typeof rangeAt>[1],
	options: TextDocumentShowOptions = {},
): Promise<void> {
	const document = await workspace.openTextDocument(uri).then(undefined, () => undefined);
	if (!document) {
		// Too large for extensions, or not readable: VS Code opens it all the same, or says why not.
		await commands.executeCommand('vscode.open', uri);
		return;
	}
	const problem = reading.findings.find(({ severity }) => severity === 'error');
	const offset = path ? rangeAt(reading, path, 'key').start : (problem?.start ?? 0);
	const position = document.positionAt(offset);
	await window.showTextDocument(document, {
		viewColumn: columnFor(document),
		...options,
		selection: new Range(position, position),
	});
}

/** Where the document is shown already, else where something new opens. */
function columnFor(document: TextDocument): ViewColumn {
	return (
		window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn ?? columnForNew()
	);
}
