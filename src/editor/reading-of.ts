import type { TextDocument } from 'vscode';
import { type Reading, read } from '../document/read.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';

/** What a document says: the reading that is there already, if its text is still the document's. */
export function readingOf(files: LandscapeFiles, document: TextDocument): Reading {
	const known = files.find(document.uri)?.reading;
	const text = document.getText();
	return known?.text === text ? known : read(text);
}
