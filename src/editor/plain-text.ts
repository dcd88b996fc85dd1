import { MarkdownString } from 'vscode';

/** A hover's line. Names come from a file that anybody may have written: they are text, never links. */
export function plainText(text: string): MarkdownString {
	return new MarkdownString().appendText(text);
}
