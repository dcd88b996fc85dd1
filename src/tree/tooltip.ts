import { MarkdownString } from 'vscode';

/** A tooltip: a title, and what is to be said below it, a line each. All of it is text; nothing in it can be a link. */
export function tooltipOf(title: string, lines: readonly string[]): MarkdownString {
	return new MarkdownString([`**${escaped(title)}**`, ...lines.map(escaped)].join('  \n'));
}

/**
 * A text that Markdown shows as it is: names come from a file that anybody may have written. `appendText` of VS Code makes
 * all spaces unbreakable, which lets no line wrap.
 */
function escaped(text: string): string {
	return text.replaceAll(/\s+/g, ' ').replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}
