import * as l10n from '@vscode/l10n';
import {
	isAlias,
	isCollection,
	isMap,
	isScalar,
	isSeq,
	type Node,
	type Pair,
	type YAMLMap,
	type YAMLSeq,
} from 'yaml';
import type { Change } from '../model/change.ts';
import { type Refusal, refuse } from '../model/decision.ts';
import { isNothing, itemKey, sameTree, type Tree, type TreeMap } from '../model/tree.ts';
import { intendedTree } from './intended.ts';
import { pairIn, target } from './nodes.ts';
import { type Reading, read } from './read.ts';
import {
	renderEntry,
	renderFlow,
	renderFlowEntry,
	renderFlowItems,
	renderItem,
	renderScalar,
} from './render.ts';
import {
	behind,
	columnOf,
	contentEnd,
	endOfLine,
	indentStep,
	lineBreak,
	startOfItem,
	startOfLine,
	withoutComments,
	withoutCommentsBelow,
} from './text-positions.ts';
import { treeOf } from './tree-of.ts';

/** Replaces the text from `start` to `end` (offsets in UTF-16 units) by `text`. */
export interface TextEdit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** Edits that were checked, and the reading of the resulting text. */
export interface Edited {
	readonly ok: true;
	readonly edits: readonly TextEdit[];
	readonly reading: Reading;
}

/**
 * Turns changes into edits of a text. Edits touch only the lines that change, and between brackets also the end of the
 * line before, for its comma. If two changes put the same record, the last one counts. The result is read back before
 * it's returned. Refuses with `landscape-unreadable` if the text isn't fully understood, and with `edit-unsafe` if the
 * result would change anything else, including keys that the format doesn't know.
 *
 * Comments stay, except those inside what a change removes (an entry, a field, an item of a list): after its first line,
 * up to the end of its last line. Comments above its first line and below its last line stay. An item that moves in its
 * list is removed and added. A comment after the `|` or `>` of a replaced text is removed, too.
 */
export function edit(reading: Reading, changes: readonly Change[]): Edited | Refusal {
	if (reading.unreadable) {
		return reading.unreadable;
	}
	const edited = editTree(reading, intendedTree(treeOf(reading) as TreeMap, reading.landscape, changes));
	return edited.ok && edited.reading.unreadable ? refuseUnsafeEdit() : edited;
}

/** Renders an entry or item at a column, with `\n` as the line break; `undefined` for the default style. */
export type Render = (value: Tree, indent: number) => string | undefined;

/**
 * Makes the edits that change a readable text to mean `after`. Neither `after` nor the result must be a valid landscape.
 * Refuses with `edit-unsafe`.
 */
export function editTree(reading: Reading, after: TreeMap, render?: Render): Edited | Refusal {
	const { document, text } = reading;
	const root = document && target(document, document.contents);
	const editor = new Editor(text, render);
	if (isMap(root)) {
		editor.map(root, treeOf(reading) as TreeMap, after);
	}
	const edits = editor.edits();
	if (edits.some(({ start }, index) => index > 0 && start < (edits[index - 1] as TextEdit).end)) {
		return refuseUnsafeEdit();
	}
	const result = readingAfter(reading, edits);
	return sameTree(treeOf(result), after) ? { ok: true, edits, reading: result } : refuseUnsafeEdit();
}

/** Refuses an edit whose result isn't what was asked for. */
export function refuseUnsafeEdit(): Refusal {
	return refuse(
		'edit-unsafe',
		l10n.t(
			'This change would affect other parts of the file, so nothing was written. Make the change in the editor.',
		),
	);
}

/** Applies edits, which must not overlap; edits at the same offset keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
	let result = '';
	let done = 0;
	for (const { start, end, text: inserted } of edits) {
		result += text.slice(done, start) + inserted;
		done = end;
	}
	return result + text.slice(done);
}

/** What a text says after edits, which must not overlap. */
export function readingAfter(reading: Reading, edits: readonly TextEdit[]): Reading {
	return edits.length === 0 ? reading : read(applyEdits(reading.text, edits));
}

type Collection = YAMLMap | YAMLSeq;

/** The texts of new pairs or items, by the index of the one before them; -1 for the start. */
type Added = Map<number, string[]>;

class Editor {
	/** With a final line break, so that every line ends with one. */
	readonly #text: string;
	readonly #hasFinalBreak: boolean;
	readonly #lineBreak: string;
	readonly #step: number;
	readonly #edits: TextEdit[] = [];
	readonly #render: Render;

	constructor(text: string, render: Render = () => undefined) {
		this.#lineBreak = lineBreak(text);
		this.#hasFinalBreak = text.endsWith('\n');
		this.#text = this.#hasFinalBreak ? text : text + this.#lineBreak;
		this.#step = indentStep(text);
		this.#render = render;
	}

	/** All edits by position; at the same offset insertions come first, in the order in which they were made. */
	edits(): readonly TextEdit[] {
		const isInsertion = ({ start, end }: TextEdit) => start === end;
		const edits = this.#edits.toSorted(
			(one, other) => one.start - other.start || Number(isInsertion(other)) - Number(isInsertion(one)),
		);
		return this.#hasFinalBreak ? edits : this.#withoutFinalBreak(edits);
	}

	/** Removes the final line break, which the text doesn't have, from the edits, and empty lines that would become the last. */
	#withoutFinalBreak(edits: TextEdit[]): readonly TextEdit[] {
		const { length } = this.#text;
		let start = length;
		let text = '';
		while (edits.at(-1)?.end === start) {
			const last = edits.pop() as TextEdit;
			start = last.start;
			text = last.text + text;
			if (text === '') {
				const content = this.#text.slice(0, start).trimEnd().length;
				start = Math.max(Math.min(endOfLine(this.#text, content), start), edits.at(-1)?.end ?? 0);
			}
		}
		const end = length - this.#lineBreak.length;
		return start === length ? edits : [...edits, { start, end, text: text.replace(/\r?\n$/, '') }];
	}

	/** Changes a map from `before` to `after`; new pairs go after those that they follow in `after`. */
	map(node: YAMLMap, before: TreeMap, after: TreeMap): void {
		const indexes = new Map(node.items.map((pair, index) => [pair, index]));
		const kept = new Set<number>();
		const added: Added = new Map();
		let previous = -1;
		for (const [key, value] of after) {
			const index = indexes.get(pairIn(node, key) as Pair);
			if (index === undefined) {
				const text = node.flow ? renderFlowEntry(key, value) : this.#entry(key, value, this.#indentOf(node));
				added.set(previous, [...(added.get(previous) ?? []), text]);
			} else {
				previous = index;
				kept.add(index);
				this.#value(node, index, before.get(key) as Tree, value);
			}
		}
		this.#arrange(node, kept, added);
	}

	/** Like {@link map}, for a list: items are matched by what identifies them; otherwise they're replaced in place. */
	#seq(node: YAMLSeq, before: readonly Tree[], after: readonly Tree[]): void {
		const fits = (value: Tree, at: number) => sameTree(before[at], value) || canBecome(node.items[at], value);
		const [was, is] = [before.map(itemKey), after.map(itemKey)];
		const [old, now] = [new Set(was), new Set(is)];
		const isInPlace =
			was.length === is.length &&
			after.every(
				(value, at) => fits(value, at) && (was[at] === is[at] || !(old.has(is[at]) || now.has(was[at]))),
			);
		const kept = new Set<number>();
		const added: Added = new Map();
		let previous = -1;
		for (const [place, value] of after.entries()) {
			const index = isInPlace
				? place
				: was.findIndex((key, at) => at > previous && key === is[place] && fits(value, at));
			if (index === -1) {
				const text = node.flow ? renderFlowItems([value]) : this.#item(value, this.#indentOf(node));
				added.set(previous, [...(added.get(previous) ?? []), text]);
			} else {
				previous = index;
				kept.add(index);
				this.#become(node.items[index], before[index] as Tree, value, node.flow === true);
			}
		}
		this.#arrange(node, kept, added);
	}

	#value(map: YAMLMap, index: number, before: Tree, after: Tree): void {
		const { value } = map.items[index] as Pair;
		if (canBecome(value, after)) {
			this.#become(value, before, after, map.flow === true);
		} else if (!sameTree(before, after)) {
			this.#put(map, index, after);
		}
	}

	/** Changes a node from `before` to `after`, if it can become `after`. */
	#become(node: unknown, before: Tree, after: Tree, inFlow: boolean): void {
		if (sameTree(before, after)) {
			return;
		}
		if (isMap(node)) {
			this.map(node, before as TreeMap, after as TreeMap);
		} else if (isSeq(node)) {
			this.#seq(node, before as readonly Tree[], after as readonly Tree[]);
		} else {
			const text = renderScalar(after as string | number | null, node, inFlow);
			this.#replace(startOfText(node) ?? 0, contentEnd(this.#text, node), text);
		}
	}

	/** Writes a value to a pair that has none, or one of another kind. */
	#put(map: YAMLMap, index: number, after: Tree): void {
		const { key, value: node } = map.items[index] as Pair;
		const end = contentEnd(this.#text, map.items[index]);
		const old = startOfText(node);
		if (isCollection(node) && node.flow && isNothing(after)) {
			this.#arrange(node as Collection, new Set(), new Map());
			return;
		}
		if (map.flow) {
			const lead = this.#text[end - 1] === ':' ? ' ' : ': ';
			this.#replace(old ?? end, end, `${old === undefined ? lead : ''}${renderFlow(after)}`);
			return;
		}
		const colon = behind(this.#text, contentEnd(this.#text, key), ':');
		const hasOwnLines = isCollection(node) && !node.flow;
		if (hasOwnLines) {
			this.#arrange(node as Collection, new Set(), new Map());
		} else if (old !== undefined) {
			this.#replace(this.#text.slice(0, old).trimEnd().length, end, '');
		}
		if (after === null) {
			return;
		}
		if (isNothing(after) || typeof after !== 'object') {
			this.#replace(colon, colon, ` ${renderFlow(after)}`);
			return;
		}
		const indent = columnOf(this.#text, startOfItem(this.#text, map, index)) + this.#step;
		const lines =
			after instanceof Map
				? [...after].map(([name, value]) => this.#entry(name, value, indent))
				: (after as readonly Tree[]).map((value) => this.#item(value, indent));
		this.#insertLines(endOfLine(this.#text, hasOwnLines ? colon : end), lines.join('\n'));
	}

	#entry(key: string, value: Tree, indent: number): string {
		return this.#render(value, indent) ?? renderEntry(key, value, indent, this.#step);
	}

	#item(value: Tree, indent: number): string {
		return this.#render(value, indent) ?? renderItem(value, indent, this.#step);
	}

	#indentOf(node: Collection): number {
		return columnOf(this.#text, startOfItem(this.#text, node, 0));
	}

	/** Removes the items that aren't kept, and inserts the added ones. */
	#arrange(node: Collection, kept: ReadonlySet<number>, added: Added): void {
		if (node.flow) {
			this.#removeBetweenBrackets(node, kept, kept.size === 0 && added.size > 0);
		} else {
			for (const index of node.items.keys()) {
				if (!kept.has(index)) {
					this.#removeLines(node, index, kept.has(index + 1));
				}
			}
		}
		for (const [previous, texts] of added) {
			const end = contentEnd(this.#text, node.items[previous]);
			if (node.flow && previous >= 0) {
				this.#replace(end, end, `, ${texts.join(', ')}`);
			} else if (node.flow) {
				const next = [...node.items.keys()].find((index) => kept.has(index));
				const start = startOfItem(this.#text, node, next ?? 0);
				this.#replace(start, start, texts.join(', ') + (next === undefined ? '' : ', '));
			} else if (previous >= 0) {
				const line = endOfLine(this.#text, end);
				const isLast = previous === node.items.length - 1;
				const below = Math.max(this.#indentOf(node), 1);
				this.#insertLines(isLast ? withoutCommentsBelow(this.#text, line, below) : line, texts.join('\n'));
			} else {
				this.#insertBefore(startOfItem(this.#text, node, 0), texts.join('\n'));
			}
		}
	}

	/** Removes the lines of an item. */
	#removeLines(node: Collection, index: number, isNextKept = false): void {
		const start = startOfItem(this.#text, node, index);
		const line = startOfLine(this.#text, start);
		const end = endOfLine(this.#text, contentEnd(this.#text, node.items[index]));
		if (this.#text.slice(line, start).trim() === '') {
			this.#replace(line, end + (this.#text.startsWith('\r\n', end) ? 2 : 1), '');
			return;
		}
		// The dash belongs to the outer item, which starts on the same line.
		const next = isNextKept ? startOfItem(this.#text, node, index + 1) : end;
		this.#replace(start, this.#text.slice(end, next).trim() === '' ? next : end, '');
	}

	/** Removes items of `{ }` or `[ ]`: whole lines if they have their own lines and nothing replaces them, otherwise with a comma. */
	#removeBetweenBrackets(node: Collection, kept: ReadonlySet<number>, isRefilled: boolean): void {
		const text = this.#text;
		const indexes = [...node.items.keys()];
		const hasLines = (index: number) => !isRefilled && this.#hasOwnLines(node, index);
		const lastKept = indexes.findLastIndex((index) => kept.has(index));
		const between = text.slice(contentEnd(text, node.items[lastKept]), contentEnd(text, node.items.at(-1)));
		const isCutOff =
			lastKept >= 0 && withoutComments(between) === between && !indexes.slice(lastKept + 1).every(hasLines);
		if (isCutOff) {
			const start = contentEnd(text, node.items[lastKept]);
			this.#replace(start, start + between.length, '');
		}
		for (const index of indexes) {
			if (kept.has(index) || (isCutOff && index > lastKept)) {
				continue;
			}
			if (hasLines(index)) {
				this.#removeLines(node, index);
				continue;
			}
			const start = startOfItem(text, node, index);
			const end = contentEnd(text, node.items[index]);
			const comma = behind(text, end, ',');
			const next =
				comma > end ? comma + (/^[^\S\r\n]+(?![#}\]])/.exec(text.slice(comma))?.[0].length ?? 0) : end;
			if (text.slice(end, comma).trim() === ',') {
				this.#replace(start, next, '');
			} else {
				// Comments before the comma stay.
				this.#replace(start, end, '');
				this.#replace(Math.max(comma - 1, end), next, '');
			}
		}
	}

	/** Whether nothing but a comma and a comment shares the lines of an item inside `{ }` or `[ ]`. */
	#hasOwnLines(node: Collection, index: number): boolean {
		const start = startOfItem(this.#text, node, index);
		const end = contentEnd(this.#text, node.items[index]);
		const before = this.#text.slice(startOfLine(this.#text, start), start);
		const after = this.#text.slice(end, endOfLine(this.#text, end));
		return before.trim() === '' && ['', ','].includes(withoutComments(after).trim());
	}

	#replace(start: number, end: number, text: string): void {
		if (start < end || text !== '') {
			this.#edits.push({ start, end, text });
		}
	}

	/** Inserts lines after the line that ends at `at`, or in its place if it's removed, and after what was added below it. */
	#insertLines(at: number, lines: string): void {
		const removal = this.#edits.find(({ start, end, text }) => text === '' && start < at && at < end);
		const last = withoutCommentsBelow(this.#text, at, 1);
		const below = this.#edits.findLast(({ start, end }) => at < start && start === end && end <= last);
		const start = (removal ?? below)?.start ?? at;
		this.#replace(start, start, this.#broken(removal ? `${lines}\n` : `\n${lines}`));
	}

	/** Inserts lines above what starts at `at`: above its line, or inside it after a dash. */
	#insertBefore(at: number, lines: string): void {
		const line = startOfLine(this.#text, at);
		const isFirstInLine = /^ *$/.test(this.#text.slice(line, at));
		const start = isFirstInLine ? line : at;
		const text = isFirstInLine
			? `${lines}\n`
			: `${lines.replace(/^ +/, '')}\n${' '.repeat(columnOf(this.#text, at))}`;
		this.#replace(start, start, this.#broken(text));
	}

	#broken(text: string): string {
		return text.replaceAll('\n', this.#lineBreak);
	}
}

/** Where a node's text starts, if it has any. */
function startOfText(node: unknown): number | undefined {
	const range = (node as Node | null)?.range;
	return range && range[0] < range[1] ? range[0] : undefined;
}

/** Whether a node can be changed to a value piece by piece: pair by pair, item by item, or scalar for scalar. */
function canBecome(node: unknown, value: Tree): boolean {
	if (isCollection(node)) {
		return (
			node.items.length > 0 &&
			!isNothing(value) &&
			(isMap(node) ? value instanceof Map : Array.isArray(value))
		);
	}
	return (
		(isScalar(node) || isAlias(node)) &&
		startOfText(node) !== undefined &&
		(value === null || typeof value !== 'object')
	);
}
