import * as l10n from '@vscode/l10n';
import type { ErrorCode } from 'yaml';
import { shorten } from '../model/names.ts';

/** The library's message may hold a piece of the text. */
const LONGEST_MESSAGE = 200;

/** What the library says, and the text from the error's place to the end of its line. */
type Explain = (message: string, rest: string) => string | undefined;

const MISSING_COLON = () =>
	l10n.t('A colon is missing. Write the key, a colon, a space, and then the value.');
const MISSING_SPACE_AFTER_COLON = () => l10n.t('A space is missing after the colon. Add it.');
const TOO_MUCH = (rest: string) =>
	l10n.t`${shorten(rest.trim())} isn't expected here. Remove it, or put the whole value in quotes if it's part of it.`;
const PROPERTIES = () =>
	l10n.t(
		"The characters &, * and ! have a meaning in YAML, which doesn't fit here. Put the value in quotes, or remove them.",
	);

/** What is missing, by what the library's message begins with. */
const MISSING: readonly (readonly [RegExp, () => string])[] = [
	[
		/^Missing closing ["']quote/,
		() => l10n.t('A closing quotation mark is missing in this line or above. Add it.'),
	],
	[/^Implicit map keys/, MISSING_COLON],
	[/^Missing , or : /, () => l10n.t('A comma or a colon is missing inside the brackets. Add it.')],
	[/^Missing , /, () => l10n.t('A comma is missing inside the brackets. Add it.')],
	[/^Missing space after :/, MISSING_SPACE_AFTER_COLON],
	[
		/^Comments must/,
		() =>
			l10n.t(
				"A space is missing before #. Add it, or put the value in quotes if the # isn't the start of a comment.",
			),
	],
	[/^Sequence item without/, () => l10n.t('A list entry starts with a hyphen and a space. Add them.')],
	[/^Tags and anchors|block sequence props/, PROPERTIES],
	[
		/directives-end/,
		() => l10n.t('A line with only --- is missing, or has something behind it. Correct it, or remove it.'),
	],
];

const EXPLANATIONS: Partial<Record<ErrorCode, Explain>> = {
	ALIAS_PROPS: PROPERTIES,
	BAD_ALIAS: PROPERTIES,
	BAD_PROP_ORDER: PROPERTIES,
	MULTIPLE_ANCHORS: PROPERTIES,
	MULTIPLE_TAGS: PROPERTIES,
	BAD_DIRECTIVE: () =>
		l10n.t('A line that starts with % is a directive for YAML, and this one is invalid. Remove it.'),
	BAD_DQ_ESCAPE: (_, rest) =>
		l10n.t`${rest.slice(0, 2)} isn't valid in double quotes. For a backslash, write two of them, or use single quotes.`,
	BAD_INDENT: (message) => {
		const bracket = endingBracket(message);
		return bracket
			? missingBracket(bracket)
			: l10n.t(
					'The indentation is wrong. Start all entries of a list or a section in the same column, with spaces.',
				);
	},
	BAD_SCALAR_START: (_, rest) =>
		l10n.t`A value can't start with ${[...rest].slice(0, 1).join('')}. Put the value in quotes.`,
	BLOCK_AS_IMPLICIT_KEY: (_, rest) =>
		rest.includes(':')
			? l10n.t(
					'A line can have one key only. If the second colon is part of the value, put the value in quotes.',
				)
			: l10n.t(
					"This key already has a value, so the next line can't be indented more. Correct its indentation, or remove the value.",
				),
	BLOCK_IN_FLOW: () =>
		l10n.t('Inside brackets, a comma is missing, or an entry needs brackets of its own. Add them.'),
	KEY_OVER_1024_CHARS: () => l10n.t('The key has more than 1024 characters. Shorten it.'),
	MISSING_CHAR: (message) => {
		const bracket = endingBracket(message);
		if (bracket) {
			return missingBracket(bracket);
		}
		return MISSING.find(([known]) => known.test(message))?.[1]();
	},
	MULTILINE_IMPLICIT_KEY: (_, rest) =>
		/^[^\s:]+:\S/.test(rest) ? MISSING_SPACE_AFTER_COLON() : MISSING_COLON(),
	TAB_AS_INDENT: () => l10n.t('The line is indented with a tab. Use spaces instead.'),
	UNEXPECTED_TOKEN: (message, rest) => {
		if (message.includes('block-seq-ind')) {
			return l10n.t("A list can't start in the line of its key. Start it in the next line.");
		}
		return message.startsWith('Unexpected , in')
			? l10n.t('There is one comma too many. Remove it.')
			: rest.trim() && TOO_MUCH(rest);
	},
};

/**
 * A syntax error in words: what is wrong, and what to do. `rest` is the text from the error's place to the end of its
 * line. What isn't known here keeps the library's text.
 */
export function syntaxMessage(code: ErrorCode, message: string, rest: string): string {
	const explained = EXPLANATIONS[code]?.(message, rest);
	const cut = message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE - 1)}…` : message;
	return explained || l10n.t`The text isn't valid YAML (${cut}). Correct it.`;
}

/** The bracket that has to come at the end, if a message is about one. */
function endingBracket(message: string): string | undefined {
	return /end with a ([\]}])$/.exec(message)?.[1];
}

function missingBracket(bracket: string): string {
	return l10n.t`A closing bracket ${bracket} is missing in this line or above. Add it.`;
}
