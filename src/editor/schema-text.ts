import { t } from '../model/language.ts';

/** A text of the schema in the person's language; the links to its sources follow after an empty line. */
export function schemaText(markdown: string): string {
	const [text = '', ...links] = markdown.split('\n\n');
	return [t(text), ...links].join('\n\n');
}
