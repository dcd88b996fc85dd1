/** Says an English text in the person's language; `{0}`, `{1}`, … stand for the arguments. */
export type Translation = (text: string, ...args: (string | number)[]) => string;

declare const inTableOnly: unique symbol;

/** A text of a table, which only `t` can say. */
export interface TableText {
	readonly [inTableOnly]: true;
}

const inEnglish: Translation = (text, ...args) =>
	text.replace(/\{(\d+)\}/g, (place, index) => String(args[Number(index)] ?? place));

let translation = inEnglish;
let numbered: readonly string[] | undefined;

/**
 * A text for a person, as a tag of a template or as a call. The English text, with `{0}`, `{1}`, … for what is put in,
 * is the key of its translations in `l10n/`: write it out where it is said, as one whole sentence, and one text for
 * each plural form. Not at the top level of a module: the language is known only when the extension is activated.
 */
export function t(text: string | TemplateStringsArray | TableText, ...args: (string | number)[]): string {
	// The build takes texts out of the bundles and leaves their numbers.
	// Those that are said before the language is known end here, with an error.
	const key = typeof text === 'number' ? (numbered as readonly string[])[text] : text;
	return translation(
		Array.isArray(key) ? key.reduce((whole, part, index) => `${whole}{${index - 1}}${part}`) : String(key),
		...args,
	);
}

/** Marks a text of a table as one to be translated; `t` says it when it is shown. */
export function inTable(text: string): TableText {
	return text as unknown as TableText;
}

/** Lets `t` speak another language from now on; `texts` are those that the build has numbered. English without arguments. */
export function speak(texts: readonly string[] = [], language: Translation = inEnglish): void {
	numbered = texts;
	translation = language;
}
