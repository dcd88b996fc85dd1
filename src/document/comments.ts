import { isMap, isPair, isSeq, Lexer } from 'yaml';
import { itemKey } from '../model/tree.ts';
import { startOfItem, type TextEdit } from './edit.ts';
import { keyText } from './nodes.ts';
import type { Reading } from './read.ts';
import {
	columnOf,
	contentEnd,
	endOfLine,
	lineBreak,
	startOfLine,
	withoutCommentsBelow,
} from './text-positions.ts';
import { treeOf } from './tree-of.ts';

/** A comment with its `#`, and where that stands. */
interface Comment {
	readonly text: string;
	readonly start: number;
}

/** What the lexer gives out between the pieces of the text, without a length of its own. */
const NO_TEXT = '\u0002\u0018\u001f';

/** The comments of a text, in their order. */
export function commentsIn(text: string): readonly Comment[] {
	const comments: Comment[] = [];
	let start = 0;
	for (const token of new Lexer().lex(text)) {
		if (token.startsWith('#')) {
			comments.push({ text: token.trimEnd(), start });
		}
		start += NO_TEXT.includes(token) ? 0 : token.length;
	}
	return comments;
}

/** A pair or item outside of `{ }` and `[ ]`. */
interface Place {
	/** Keys from the root; items by what tells them from the others. */
	readonly path: readonly string[];
	readonly start: number;
	readonly end: number;
}

function placesIn(reading: Reading): readonly Place[] {
	const { text, document } = reading;
	const places: Place[] = [];
	const look = (node: unknown, path: readonly string[]) => {
		if (!(isMap(node) || isSeq(node)) || node.flow) {
			return;
		}
		for (const item of node.items) {
			const key = isPair(item) ? keyText(item) : itemKey(treeOf(reading, undefined, item));
			const at = [...path, key ?? ''];
			places.push({ path: at, start: startOfItem(text, item), end: contentEnd(text, item) });
			look(isPair(item) ? item.value : item, at);
		}
	};
	look(document?.contents, []);
	return places;
}

/**
 * The edits that bring comments of one text into another at the same place: behind a value that has none, else on a
 * line above it, or above what it was part of.
 */
export function bringComments(to: Reading, from: Reading, comments: readonly Comment[]): readonly TextEdit[] {
	if (comments.length === 0) {
		return [];
	}
	const { text } = to;
	const sources = placesIn(from);
	const targets = new Map(placesIn(to).map((place) => [JSON.stringify(place.path), place]));
	const newLine = lineBreak(text);
	const used = new Set<number>();
	return comments.map(({ text: comment, start }) => {
		const isAlone = /^\s*$/.test(from.text.slice(startOfLine(from.text, start), start));
		const next = sources.findIndex((place) => place.start > start);
		const after = sources[next];
		const belongsToNext = after && columnOf(from.text, start) <= columnOf(from.text, after.start);
		const before = sources[next === -1 ? sources.length - 1 : next - 1];
		let path = (isAlone ? (belongsToNext ? after : next === -1 ? undefined : before) : before)?.path ?? [];
		const found = targets.get(JSON.stringify(path));
		if (!isAlone && found) {
			const end = endOfLine(text, found.start);
			if (found.end <= end && !text.slice(found.end, end).trim() && !used.has(end)) {
				used.add(end);
				return { start: end, end, text: ` ${comment}` };
			}
		}
		for (; path.length > 0; path = path.slice(0, -1)) {
			const place = targets.get(JSON.stringify(path));
			const line = place && startOfLine(text, place.start);
			const blanks = place && text.slice(line, place.start);
			if (blanks?.trim() === '') {
				return { start: line as number, end: line as number, text: `${blanks}${comment}${newLine}` };
			}
		}
		const isOnNewLine = text === '' || text.endsWith('\n');
		return {
			start: text.length,
			end: text.length,
			text: isOnNewLine ? `${comment}${newLine}` : `${newLine}${comment}`,
		};
	});
}

/** An entry or item as its own lines with their comments, for another place; `undefined` where it shares its lines. */
export function linesOf(
	text: string,
	item: unknown,
	indent: number,
	isKnown: (comment: string) => boolean,
): string | undefined {
	const start = startOfItem(text, item);
	const column = columnOf(text, start);
	const end = contentEnd(text, item);
	const first = startOfLine(text, start);
	let from = first;
	const lastLine = endOfLine(text, end);
	if (text.slice(first, start).trim() || !/^\s*(?:#.*)?$/.test(text.slice(end, lastLine))) {
		return undefined;
	}
	const last = withoutCommentsBelow(text, lastLine, column + 1);
	for (;;) {
		const above = startOfLine(text, Math.max(from - 1, 0));
		const line = text.slice(above, from).trim();
		if (from === 0 || !line.startsWith('#') || isKnown(line)) {
			break;
		}
		from = above;
	}
	const shift = indent - column;
	return text
		.slice(from, last)
		.split(/\r?\n/)
		.map((line) =>
			shift > 0 && line
				? ' '.repeat(shift) + line
				: line.replace(new RegExp(`^ {0,${Math.max(-shift, 0)}}`), ''),
		)
		.join('\n');
}
