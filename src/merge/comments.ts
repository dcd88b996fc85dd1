import { CST, isMap, isPair, isSeq, Lexer } from 'yaml';
import type { TextEdit } from '../document/edit.ts';
import { keyText } from '../document/nodes.ts';
import type { Reading } from '../document/read.ts';
import {
	columnOf,
	contentEnd,
	endOfLine,
	lineBreak,
	startOfItem,
	startOfLine,
	withoutCommentsBelow,
} from '../document/text-positions.ts';
import { type Origin, treeOf } from '../document/tree-of.ts';
import { itemKey } from '../model/tree.ts';

/** A comment with its `#`, and the offset of the `#`. */
export interface Comment {
	readonly text: string;
	readonly start: number;
}

/** Tokens of the lexer that aren't part of the text. */
const NO_TEXT = CST.DOCUMENT + CST.FLOW_END + CST.SCALAR;

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
interface CommentedEntry {
	/** Keys from the root; items by what identifies them. */
	readonly path: readonly string[];
	readonly start: number;
	readonly end: number;
}

function entriesIn(reading: Reading): readonly CommentedEntry[] {
	const { text, document } = reading;
	const places: CommentedEntry[] = [];
	const look = (node: unknown, path: readonly string[]) => {
		if (!(isMap(node) || isSeq(node)) || node.flow) {
			return;
		}
		for (const [index, item] of node.items.entries()) {
			const key = isPair(item) ? keyText(item) : itemKey(treeOf(reading, undefined, item));
			const at = [...path, key ?? ''];
			places.push({ path: at, start: startOfItem(text, node, index), end: contentEnd(text, item) });
			look(isPair(item) ? item.value : item, at);
		}
	};
	look(document?.contents, []);
	return places;
}

/** A comment to insert into another text. */
export interface LocatedComment {
	readonly text: string;
	/** The entry that it's about, as keys from the root; empty for the end of the file. */
	readonly path: readonly string[];
	/** Whether it's after a value, or on its own line above or below its entry. */
	readonly where: 'behind' | 'above' | 'below';
}

/** Finds the entries that comments are about. */
export function locateComments(from: Reading, comments: readonly Comment[]): readonly LocatedComment[] {
	const places = comments.length > 0 ? entriesIn(from) : [];
	return comments.map(({ text, start }) => {
		const column = columnOf(from.text, start);
		const before = places.filter((place) => place.start < start);
		if (from.text.slice(start - column, start).trim()) {
			return { text, path: before.at(-1)?.path ?? [], where: 'behind' };
		}
		const next = places[before.length];
		if (next && columnOf(from.text, next.start) >= column) {
			return { text, path: next.path, where: 'above' };
		}
		const above = before.findLast((place) => columnOf(from.text, place.start) <= column);
		return { text, path: (column > 0 && above?.path) || [], where: 'below' };
	});
}

/**
 * Makes the edits that insert comments into another text: after a value that has no comment, otherwise above or below
 * it, or above the entry that it's part of. With `isInstead`, only comments after values, replacing those there.
 */
export function bringComments(
	to: Reading,
	comments: readonly LocatedComment[],
	isInstead = false,
): readonly TextEdit[] {
	const { text } = to;
	const places = new Map(
		comments.length > 0 ? entriesIn(to).map((place) => [JSON.stringify(place.path), place]) : [],
	);
	const newLine = lineBreak(text);
	const used = new Set<number>();
	const edits = comments.flatMap(({ text: comment, path, where }): TextEdit[] => {
		const exact = places.get(JSON.stringify(path));
		if (where === 'behind' && exact) {
			const end = endOfLine(text, exact.start);
			const rest = text.slice(exact.end, end).trim();
			if (exact.end <= end && !used.has(end) && (isInstead ? /^(?:#|$)/.test(rest) : !rest)) {
				used.add(end);
				return [{ start: isInstead ? exact.end : end, end, text: ` ${comment}` }];
			}
		}
		if (isInstead) {
			return [];
		}
		for (let at = path; at.length > 0; at = at.slice(0, -1)) {
			const place = places.get(JSON.stringify(at));
			const line = place ? startOfLine(text, place.start) : 0;
			const blanks = place && text.slice(line, place.start);
			if (place && blanks?.trim() === '') {
				if (where === 'below' && place === exact) {
					const end = withoutCommentsBelow(text, endOfLine(text, place.end), blanks.length + 1);
					return [{ start: end, end, text: `${newLine}${blanks}${comment}` }];
				}
				return [{ start: line, end: line, text: `${blanks}${comment}${newLine}` }];
			}
		}
		const hasFinalBreak = text === '' || text.endsWith('\n');
		const line = hasFinalBreak ? `${comment}${newLine}` : `${newLine}${comment}`;
		return [{ start: text.length, end: text.length, text: line }];
	});
	return edits.toSorted((one, other) => one.start - other.start);
}

/** The lines of an entry or item with their comments, indented for another place; `undefined` if it shares its lines. */
export function linesOf(
	text: string,
	[of, index]: Origin,
	indent: number,
	isKnown: (comment: string) => boolean,
): string | undefined {
	const start = startOfItem(text, of, index);
	const column = columnOf(text, start);
	const end = contentEnd(text, of.items[index]);
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
