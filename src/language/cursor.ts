import { isCollection, isMap, isScalar, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { maskConflicts } from '../document/conflict-markers.ts';
import { keyText } from '../document/nodes.ts';
import { parse } from '../document/parse.ts';
import { endOfLine, startOfLine } from '../document/text-positions.ts';
import type { Range } from '../document/token-like-text.ts';
import type { Path } from '../model/findings/finding.ts';

/** What's at an offset of a text, or can be written there. Offsets are UTF-16 units. */
export interface Cursor extends Range {
	/** From the root to the key or value; of a key that is not written yet, to the map that it would be in and `''`. */
	readonly path: Path;
	readonly at: 'key' | 'value';
	/** What is written there so far, without quotes. */
	readonly text: string;
	/** The scalar that is there, for its quotes; `undefined` where nothing is. */
	readonly node: unknown;
	/** The map or list around it. */
	readonly parent: YAMLMap | YAMLSeq | undefined;
	/** The maps around it, from the root. */
	readonly records: readonly YAMLMap[];
	/** Whether it's inside `{ }` or `[ ]`. */
	readonly inFlow: boolean;
	/** What to write first: a space directly after a colon, or a dash for a list item. */
	readonly lead: string;
}

/** In place of what isn't written yet. */
const MARK = 'cursor0is0here';

/** Texts of more UTF-16 units are not parsed whole at each request, but only the entry around the offset. */
const LONG = 200_000;

/** What's at `offset`; `undefined` in comments, in texts of several lines, and if the text can't be understood. */
export function cursorAt(text: string, offset: number): Cursor | undefined {
	if (!(offset >= 0 && offset <= text.length)) {
		return undefined;
	}
	const part = text.length > LONG ? entryAround(text, offset) : { text, start: 0, moved: 0 };
	const at = offset - part.moved;
	if (at < part.start) {
		return undefined;
	}
	const masked = maskConflicts(part.text).text;
	const blank = /[:,-]/.test(masked[at - 1] ?? '') ? ' ' : '';
	const end = wordEnd(masked, at);
	const mark = (lead: string, colon: string) =>
		find(`${masked.slice(0, at)}${lead}${MARK}${colon}${masked.slice(at)}`, at, lead);
	const found =
		(end === undefined ? undefined : find(`${masked.slice(0, end)}:${masked.slice(end)}`, at)) ??
		find(masked, at) ??
		(isBelowItem(masked, at) ? mark('- ', '') : mark(blank, '')) ??
		// A word above a key would be the first line of that key.
		mark(blank, ':');
	return found && { ...found, start: found.start + part.moved, end: found.end + part.moved };
}

/** The end of the word at an offset that is alone in its line: a key to which the colon is still missing. */
function wordEnd(text: string, at: number): number | undefined {
	const start = startOfLine(text, at);
	const line = text.slice(start, Math.min(endOfLine(text, at), start + 200));
	const end = start + (/^[\uFEFF \t]*[\w-]+(?=[ \t\r]*$)/.exec(line)?.[0].length ?? -1);
	return at <= end ? end : undefined;
}

/** Whether the line above has a list's item at this column. */
function isBelowItem(text: string, at: number): boolean {
	const start = startOfLine(text, at);
	const above = text.slice(startOfLine(text, Math.max(0, start - 1)), start);
	return /^ *- /.test(above) && above.indexOf('-') === at - start;
}

/** The lines of the section's and the entry's head, and of the entry around an offset, as a text of their own. */
function entryAround(text: string, offset: number): { text: string; start: number; moved: number } {
	const section = lastMatch(/^[^\s#].*$/gm, text, offset);
	const head = section ? `${section.line}\n` : '';
	const from = section ? section.end + 1 : 0;
	const entry = /^( +)[^\s#-].*$/m.exec(text.slice(from, from + 10_000));
	const indent = entry?.[1] ?? '';
	const starts = new RegExp(`^${indent}[^\\s#-].*$|^[^\\s#].*$`, 'gm');
	const start = Math.max(from, lastMatch(starts, text, offset)?.start ?? 0);
	starts.lastIndex = Math.max(offset, start + 1);
	const next = starts.exec(text);
	const end = Math.min(next?.index ?? text.length, start + LONG);
	return { text: head + text.slice(start, end), start: head.length, moved: start - head.length };
}

/** The last line before an offset, or around it, that a pattern matches. */
function lastMatch(
	pattern: RegExp,
	text: string,
	offset: number,
): { line: string; start: number; end: number } | undefined {
	for (let end = endOfLine(text, offset); ; ) {
		const start = startOfLine(text, end);
		const line = text.slice(start, end);
		pattern.lastIndex = 0;
		if (pattern.test(line)) {
			return { line, start, end };
		}
		if (start === 0) {
			return undefined;
		}
		end = start - 1;
	}
}

interface NodeAtCursor {
	readonly node: unknown;
	readonly pair?: Pair;
	readonly at: 'key' | 'value';
	readonly path: Path;
	readonly parents: readonly (YAMLMap | YAMLSeq)[];
}

/** The scalar around an offset that's in one line and not empty; with `lead`, the marker that follows it. */
function find(text: string, at: number, lead?: string): Cursor | undefined {
	const here = at + (lead?.length ?? 0);
	const place = findNode(parse(text).document?.contents, here);
	const { node } = place ?? {};
	const isMark = lead !== undefined;
	if (!place || !isScalar(node) || !node.range || (isMark && node.value !== MARK)) {
		return undefined;
	}
	const [start, end] = node.range;
	if (start === end || !isAround(node, here) || text.slice(start, end).includes('\n')) {
		return undefined;
	}
	const parent = place.parents.at(-1);
	return {
		...(isMark
			? { start: at, end: at, text: '', node: undefined }
			: { start, end, text: String(node.value), node }),
		path: isMark && place.at === 'key' ? [...place.path.slice(0, -1), ''] : place.path,
		at: place.at,
		parent,
		records: place.parents.filter((parent) => isMap(parent)),
		inFlow: place.parents.some(({ flow }) => flow),
		lead: lead ?? '',
	};
}

function findNode(root: unknown, at: number): NodeAtCursor | undefined {
	let place: NodeAtCursor | undefined = { node: root, at: 'value', path: [], parents: [] };
	while (place && isCollection(place.node)) {
		const { node, path }: NodeAtCursor = place;
		const parents: NodeAtCursor['parents'] = [...place.parents, node as YAMLMap | YAMLSeq];
		place = undefined;
		if (isMap(node)) {
			for (const pair of node.items) {
				const key = keyText(pair) ?? '';
				if (isAround(pair.key, at)) {
					place = { node: pair.key, pair, at: 'key', path: [...path, key], parents };
				} else if (isAround(pair.value, at)) {
					place = { node: pair.value, pair, at: 'value', path: [...path, key], parents };
				}
			}
		} else {
			const items: readonly unknown[] = (node as YAMLSeq).items;
			const index = items.findLastIndex((item) => isAround(item, at));
			if (index !== -1) {
				place = { node: items[index], at: 'value', path: [...path, index], parents };
			}
		}
	}
	return place;
}

function isAround(node: unknown, at: number): boolean {
	const range = (node as { range?: readonly number[] } | null)?.range;
	return range !== undefined && range !== null && (range[0] ?? 0) <= at && at <= (range[1] ?? 0);
}
