import * as l10n from '@vscode/l10n';
import { Composer, CST, type Document, type ErrorCode, Lexer, Parser } from 'yaml';
import { shorten } from '../model/names.ts';
import { syntaxMessage } from './syntax-messages.ts';
import type { Range } from './token-like-text.ts';

/** Parsing stops after this many syntax errors because the first ones often cause the rest. */
export const MOST_ERRORS = 100;

/** How deep lists and maps may nest. A landscape needs six levels. */
const DEEPEST = 100;

/**
 * How many parts (words, signs, spaces between them, line breaks) a text may have, besides one for each two UTF-16 units
 * beyond a million. The landscapes that this VS Code extension writes have one for four to six units.
 */
export const MOST_PARTS = 300_000;

/** How many documents of a text are read. A file of manifests has a few. */
const MOST_DOCUMENTS = 100;

/** Nobody reads more of a line in a message. */
const LONGEST_REST = 200;

/** What is wrong with a text, by offsets in UTF-16 units. */
export interface SyntaxProblem extends Range {
	readonly code: string;
	readonly message: string;
}

/** A text as nodes. */
export interface Parsed {
	/** `undefined` if the text exceeds {@link DEEPEST} or {@link MOST_PARTS}. */
	readonly document: Document | undefined;
	/** In the order of the text, at most one more than {@link MOST_ERRORS}. */
	readonly problems: readonly SyntaxProblem[];
}

/** A text of several documents as nodes. */
export interface ParsedDocuments extends Omit<Parsed, 'document'> {
	/** Empty if the text exceeds {@link DEEPEST} or {@link MOST_PARTS}. */
	readonly documents: readonly Document[];
}

/**
 * Parses a text as one document of YAML 1.2, with the tags of its core schema only, in time and memory proportional to
 * the text's length. Never throws. Codes of problems: `too-deep`, `too-many-parts`, `multiple-docs`, `yaml-version`,
 * `tag-unknown`, and those of `yaml`, such as `bad-indent`.
 */
export function parse(text: string): Parsed {
	const { documents, problems } = parseTokens(text, firstDocument);
	return { document: documents[0], problems };
}

/** Like {@link parse}, for a text that may have several documents: `multiple-docs` is only beyond {@link MOST_DOCUMENTS}. */
export function parseDocuments(text: string): ParsedDocuments {
	return parseTokens(text, allDocuments);
}

function parseTokens(text: string, tokensOf: typeof allDocuments): ParsedDocuments {
	const problems: SyntaxProblem[] = [];
	const note = (code: string, message: string, start: number, end = start + 1) => {
		if (problems.length <= MOST_ERRORS) {
			const from = Math.min(start, text.length);
			problems.push({ code, message, start: from, end: Math.min(Math.max(end, from + 1), text.length) });
		}
	};
	const places = new Set<number>();
	// Further errors in the same place follow from the first one.
	const noteError: NoteError = (code, message, start, end) => {
		if (!places.has(start)) {
			places.add(start);
			const words = syntaxMessage(code, message, restOfLine(text, start));
			note(code.toLowerCase().replaceAll('_', '-'), words, start, end);
		}
	};
	const composer = new Composer({ uniqueKeys: false, resolveKnownTags: false });
	// `yaml` makes an error object with a stack for each of a million commas.
	// biome-ignore lint/complexity/useLiteralKeys: TypeScript tells so when the private member is no longer there.
	composer['onError'] = (source: ErrorSource, code: ErrorCode, message: string, isWarning?: boolean) => {
		const [start, end] = rangeOf(source);
		if (code === 'TAG_RESOLVE_FAILED' || code === 'BAD_COLLECTION_TYPE') {
			note('tag-unknown', tagUnknown(text.slice(start, end)), start, end);
		} else if (!isWarning) {
			noteError(code, message, start, end);
		}
	};
	const documents = withoutStacks(() => {
		const tokens = tokensOf(text, note, noteError, () => problems.length > MOST_ERRORS);
		return [...composer.compose(tokens, true, text.length)];
	});
	const beyond = problems.find(({ code }) => code === 'too-deep' || code === 'too-many-parts');
	return beyond
		? { documents: [], problems: [beyond] }
		: { documents, problems: problems.toSorted((one, other) => one.start - other.start) };
}

/** `yaml` throws and catches an error for each invalid code point. Without stacks, that takes a third of the time. */
function withoutStacks<Result>(run: () => Result): Result {
	const { stackTraceLimit } = Error;
	Error.stackTraceLimit = 0;
	try {
		return run();
	} finally {
		Error.stackTraceLimit = stackTraceLimit;
	}
}

/** Where `yaml` reports an error. */
type ErrorSource = number | readonly [number, number] | { readonly offset: number; readonly source?: string };

type Note = (code: string, message: string, start: number, end?: number) => void;
/** Notes an error of the library in our words. */
type NoteError = (code: ErrorCode, message: string, start: number, end: number) => void;

/** The tokens of the first document, without those that are an error. */
function* firstDocument(...[text, note, ...rest]: Parameters<typeof allDocuments>): Generator<CST.Token> {
	let documents = 0;
	for (const token of allDocuments(text, note, ...rest)) {
		if (token.type === 'document' && ++documents > 1) {
			note('multiple-docs', MULTIPLE_DOCS(), token.offset);
			return;
		}
		yield token;
	}
}

/** The tokens of all documents, without those that are an error. */
function* allDocuments(
	text: string,
	note: Note,
	noteError: NoteError,
	isEnough: () => boolean,
): Generator<CST.Token> {
	let documents = 0;
	for (const token of tokensIn(text, note, isEnough)) {
		const { type, offset } = token;
		if (type === 'document' && ++documents > MOST_DOCUMENTS) {
			note('multiple-docs', MULTIPLE_DOCS(), offset);
			return;
		}
		if (type === 'error') {
			noteError('UNEXPECTED_TOKEN', token.message, offset, offset + token.source.length);
		} else if (type === 'directive' && /^%YAML(?![ \t]+1\.2$)/.test(token.source)) {
			note('yaml-version', YAML_VERSION(), offset, offset + token.source.length);
		} else {
			yield token;
		}
	}
}

/** The tokens of a text, up to a limit that it goes beyond, or to the maximum number of problems. */
function* tokensIn(text: string, note: Note, isEnough: () => boolean): Generator<CST.Token> {
	const mostParts = MOST_PARTS + Math.max(0, text.length - 1_000_000) / 2;
	const parser = new Parser();
	let parts = 0;
	for (const lexeme of new Lexer().lex(text)) {
		yield* parser.next(lexeme);
		if (parser.stack.length > DEEPEST + 2) {
			return note('too-deep', TOO_DEEP(), parser.offset);
		}
		parts += lexeme === CST.SCALAR ? 0 : 1;
		if (parts > mostParts) {
			return note('too-many-parts', tooManyParts(Math.floor(mostParts)), parser.offset);
		}
		if (isEnough()) {
			break;
		}
	}
	yield* parser.end();
}

/** The start and end of an error's place. */
function rangeOf(source: ErrorSource): readonly [number, number] {
	if (typeof source === 'number') {
		return [source, source + 1];
	}
	return 'offset' in source ? [source.offset, source.offset + (source.source?.length ?? 1)] : source;
}

/** The text from a place to the end of its line, as far as a message can show it. */
function restOfLine(text: string, start: number): string {
	return /^.*/.exec(text.slice(start, start + LONGEST_REST))?.[0] ?? '';
}

const TOO_DEEP = () =>
	l10n.t`The file nests lists and maps more than ${DEEPEST} levels deep. Remove anything that isn't part of the landscape.`;
const tooManyParts = (most: number) =>
	l10n.t`The file has more than ${most} words and symbols. Split it so that each file is one global account.`;
const MULTIPLE_DOCS = () =>
	l10n.t('A second YAML document starts here, but a file is one global account. Remove one of the two.');
const YAML_VERSION = () =>
	l10n.t('Landscape files use YAML 1.2. Remove this line, and check values such as yes, no and 010.');
const tagUnknown = (tag: string) =>
	l10n.t`The tag ${shorten(tag)} isn't supported. Remove it, and put the value in quotes if it's text.`;
