/** Says an English text in the person's language; `{0}`, `{1}`, … stand for the arguments. */
export type Translation = (text: string, ...args: (string | number)[]) => string;

const inEnglish: Translation = (text, ...args) =>
	text.replace(/\{(\d+)\}/g, (place, index) => String(args[Number(index)] ?? place));

let translation = inEnglish;

/**
 * A text for a person, as a tag of a template or as a call. The English text, with `{0}`, `{1}`, … for what is put in,
 * is the key of its translations in `l10n/`: write it out where it is said, as one whole sentence, and one text for
 * each plural form. Not at the top level of a module: the language is known only when the extension is activated.
 */
export function t(text: string | TemplateStringsArray, ...args: (string | number)[]): string {
	const key =
		typeof text === 'string' ? text : text.reduce((whole, part, index) => `${whole}{${index - 1}}${part}`);
	return translation(key, ...args);
}

/** Marks a text of a table as one to be translated; `t` says it when it is shown. */
export function inTable(text: string): string {
	return text;
}

/** Lets `t` speak another language from now on; English without an argument. */
export function speak(language: Translation = inEnglish): void {
	translation = language;
}
