import { MarkdownString } from 'vscode';

/** A tooltip: a title, and what else is to be said, a line each. All of it is text; nothing in it can be a link. */
export function markdownOf([title = '', ...lines]: readonly string[]): MarkdownString {
	return new MarkdownString([`**${escaped(title)}**`, ...lines.map(escaped)].join('  \n'));
}

/**
 * A text that Markdown shows as it is: names come from a file that anybody may have written. `appendText` of VS Code makes
 * all spaces unbreakable, which lets no line wrap.
 */
function escaped(text: string): string {
	return text.replaceAll(/\s+/g, ' ').replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}
