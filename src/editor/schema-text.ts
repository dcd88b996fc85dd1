import * as l10n from '@vscode/l10n';

/** A text of the schema in the person's language; the links to its sources follow after an empty line. */
export function schemaText(markdown: string): string {
	const [text = '', ...links] = markdown.split('\n\n');
	return [l10n.t(text), ...links].join('\n\n');
}
