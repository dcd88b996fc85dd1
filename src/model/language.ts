/** Says an English text in the person's language; `{0}`, `{1}`, … stand for the arguments. */
export type Translation = (text: string, ...args: readonly (string | number)[]) => string;

const inEnglish: Translation = (text, ...args) =>
	text.replace(/\{(\d+)\}/g, (place, index) => String(args[Number(index)] ?? place));

let translation = inEnglish;

/**
 * A text for a person. The English text is the key of its translations in `l10n/`, so it is written out where it is
 * said: one whole sentence, names as `{0}`, one text for each plural form. Not at the top level of a module: the
 * language is known only when the extension is activated.
 */
export function t(text: string, ...args: readonly (string | number)[]): string {
	return translation(text, ...args);
}

/** Lets `t` speak another language from now on; English without an argument. */
export function speak(language: Translation = inEnglish): void {
	translation = language;
}
