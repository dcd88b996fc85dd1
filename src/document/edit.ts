import * as l10n from '@vscode/l10n';
import {
	type Alias,
	isAlias,
	isMap,
	isPair,
	isScalar,
	isSeq,
	type Pair,
	type Scalar,
	type YAMLMap,
	type YAMLSeq,
} from 'yaml';
import { applyChanges, type Change, SECTIONS } from '../model/change.ts';
import { type Refusal, refuse } from '../model/decision.ts';
import type { Landscape } from '../model/landscape.ts';
import { itemKey, sameTree, type TreeMap } from '../model/tree.ts';
import { type Encoded, type EncodedMap, encodeChange, encodeRecord } from './encode.ts';
import { keyText, pairIn, target } from './nodes.ts';
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
	columnOf,
	contentEnd,
	endOfLine,
	indentStep,
	lineBreak,
	startOfLine,
	withoutCommentsBelow,
} from './text-positions.ts';
import { treeOf } from './tree-of.ts';

/** Replaces the text from `start` to `end` (offsets in UTF-16 units) by `text`. */
export interface TextEdit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** Edits that were proven to do what was asked, and the reading of the text that they lead to. */
export interface Edited {
	readonly ok: true;
	readonly edits: readonly TextEdit[];
	readonly reading: Reading;
}

/** The order in which the top of the file is written (design 3). */
const TOP_KEYS = ['version', 'globalAccount', 'mode', ...SECTIONS];

/**
 * The edits that bring changes into a text, touching only the lines of what changes; between brackets also the end of
 * the line before, for its comma. The result is read back before it is given out. Refuses with `landscape-unreadable`
 * where the text is not fully understood, and with `edit-unsafe` where the result would not be the old landscape plus
 * the changes.
 *
 * Comments stay, but for those inside what a change removes (an entry, a field, an item of a list): behind its first
 * line, and from there to the end of its last line. Those above its first line and below its last one stay. Besides,
 * what stands behind the `|` or `>` of a text that is replaced goes, and what stands between the items of a `[ ]`
 * none of which stays.
 */
export function edit(reading: Reading, changes: readonly Change[]): Edited | Refusal {
	if (reading.unreadable) {
		return reading.unreadable;
	}
	const root = target(reading.document as NonNullable<Reading['document']>, reading.document?.contents);
	const editor = new Editor(reading);
	if (isMap(root)) {
		for (const change of changes) {
			editor.change(root, change);
		}
	}
	return proven(
		reading,
		editor,
		(result) =>
			!result.unreadable && sameLandscape(result.landscape, applyChanges(reading.landscape, changes)),
	);
}

/** Renders an entry or item at a column, with `\n` as line break; `undefined` leaves that to the format's own style. */
export type Render = (value: Encoded, indent: number) => string | undefined;

/**
 * Like {@link edit}, for everything that the file says, also under keys that the format does not know: the edits that
 * let a readable text say `after`, which need not be a landscape. Refuses with `edit-unsafe`.
 */
export function editTree(reading: Reading, after: TreeMap, render?: Render): Edited | Refusal {
	const { document } = reading;
	const root = document && target(document, document.contents);
	const editor = new Editor(reading, render);
	if (isMap(root)) {
		editor.map(root, treeOf(reading) as TreeMap, after);
	}
	return proven(reading, editor, (result) => sameTree(treeOf(result), after));
}

function proven(
	reading: Reading,
	editor: Editor,
	isIntended: (result: Reading) => boolean,
): Edited | Refusal {
	const edits = editor.edits();
	if (edits.some(({ start }, index) => index > 0 && start < (edits[index - 1] as TextEdit).end)) {
		return unsafe();
	}
	const result = read(applyEdits(reading.text, edits));
	return isIntended(result) ? { ok: true, edits, reading: result } : unsafe();
}

/** The refusal of an edit that could not be proven. */
export function unsafe(): Refusal {
	return refuse(
		'edit-unsafe',
		l10n.t(
			'The change could not be written without touching something else, so nothing was written. Make it by hand in the editor.',
		),
	);
}

/** The text after edits, which must not overlap; edits at one place come in their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
	let result = '';
	let done = 0;
	for (const { start, end, text: inserted } of edits) {
		result += text.slice(done, start) + inserted;
		done = end;
	}
	return result + text.slice(done);
}

/** Whether two landscapes say the same; the order of entries does not count. */
export function sameLandscape(one: Landscape, other: Landscape): boolean {
	return (
		one.globalAccount === other.globalAccount &&
		one.mode === other.mode &&
		SECTIONS.every(
			(section) =>
				one[section].size === other[section].size &&
				[...one[section].keys()].every(
					(name) =>
						one[section].get(name) === other[section].get(name) ||
						sameTree(encodeRecord(one, section, name), encodeRecord(other, section, name)),
				),
		)
	);
}

/** What may stand between the beginning of a pair, or of a list's item, and its first scalar. */
const PAIR_LEAD = /(?:\? +)?(?:[&!][^\s,]* +)*$/;
const ITEM_LEAD = /(?:- +)?(?:[&!][^\s,]* +)*$/;

class Editor {
	readonly #reading: Reading;
	readonly #text: string;
	readonly #lineBreak: string;
	readonly #step: number;
	readonly #edits: TextEdit[] = [];
	/** Pairs and items that are being removed: nothing is put next to them. */
	readonly #gone = new Set<unknown>();
	readonly #render: Render;

	constructor(reading: Reading, render: Render = () => undefined) {
		this.#reading = reading;
		this.#render = render;
		this.#text = reading.text;
		this.#lineBreak = lineBreak(reading.text);
		this.#step = indentStep(reading.text);
	}

	/** All edits, by position; those at one place in the order in which they were asked for, insertions first. */
	edits(): readonly TextEdit[] {
		const isInsertion = ({ start, end }: TextEdit) => start === end;
		return this.#edits.toSorted(
			(one, other) => one.start - other.start || Number(isInsertion(other)) - Number(isInsertion(one)),
		);
	}

	change(root: YAMLMap, change: Change): void {
		const { section, name, value } = encodeChange(change);
		const before = encodeRecord(this.#reading.landscape, section, name);
		const pair = pairIn(root, section);
		const sectionBefore: Encoded = before === undefined ? new Map() : new Map([[name, before]]);
		const sectionAfter: EncodedMap = value === undefined ? new Map() : new Map([[name, value]]);
		if (pair) {
			this.#value(pair, sectionBefore, sectionAfter, root.flow === true);
		} else if (sectionAfter.size > 0) {
			this.#insertPair(root, section, sectionAfter, TOP_KEYS);
		}
	}

	#entry(key: string, value: Encoded, indent: number): string {
		return this.#render(value, indent) ?? renderEntry(key, value, indent, this.#step);
	}

	#item(value: Encoded, indent: number): string {
		return this.#render(value, indent) ?? renderItem(value, indent, this.#step);
	}

	/** Brings the value of a pair from what it says to what it shall say; `inFlow` for a pair inside `{ }`. */
	#value(pair: Pair, before: Encoded, after: Encoded, inFlow: boolean): void {
		if (sameTree(before, after)) {
			return;
		}
		const node = pair.value;
		const collection = isMap(node) || isSeq(node) ? node : undefined;
		if (isMap(collection) && after instanceof Map && collection.items.length > 0) {
			this.map(collection, before instanceof Map ? before : new Map(), after);
		} else if (isMap(collection) && after === null && before instanceof Map && collection.items.length > 0) {
			this.map(collection, before, new Map());
		} else if (isSeq(collection) && Array.isArray(after) && collection.items.length > 0) {
			this.#seq(collection, Array.isArray(before) ? before : [], after);
		} else if (after instanceof Map || Array.isArray(after)) {
			this.#fill(pair, after, inFlow);
		} else if (isScalar(node) || isAlias(node)) {
			this.#replace(node, after, inFlow);
		}
	}

	/** Puts a scalar where another one, or an alias, stands. */
	#replace(node: Scalar | Alias, after: Encoded, inFlow: boolean): void {
		if (node.range) {
			const text = renderScalar(after as string | number | null, node, inFlow);
			this.#edits.push({ start: node.range[0], end: contentEnd(this.#text, node), text });
		}
	}

	/** Puts a collection where a pair has nothing, `{}`, `[]` or `null`. */
	#fill(pair: Pair, after: EncodedMap | readonly Encoded[], inFlow: boolean): void {
		const node = pair.value as { range?: readonly [number, number, number] } | null;
		const old = node?.range && node.range[0] < node.range[1] ? node.range[0] : undefined;
		const end = contentEnd(this.#text, pair);
		if (inFlow) {
			const lead = this.#text[end - 1] === ':' ? ' ' : ': ';
			this.#edits.push({
				start: old ?? end,
				end,
				text: `${old === undefined ? lead : ''}${renderFlow(after)}`,
			});
			return;
		}
		const indent = columnOf(this.#text, this.#startOf(pair)) + this.#step;
		const lines =
			after instanceof Map
				? [...after].map(([name, value]) => this.#entry(name, value, indent))
				: (after as readonly Encoded[]).map((value) => this.#item(value, indent));
		if (old !== undefined) {
			const before = this.#text.slice(0, old).trimEnd().length;
			this.#edits.push({ start: before, end, text: '' });
		}
		this.#insertLines(endOfLine(this.#text, end), lines.join('\n'));
	}

	map(node: YAMLMap, before: EncodedMap, after: EncodedMap): void {
		const order = [...after.keys()];
		const gone = [...before.keys()].filter((key) => !after.has(key)).map((key) => pairIn(node, key));
		this.#removeItems(node, new Set<unknown>(gone));
		for (const [key, value] of after) {
			const pair = pairIn(node, key);
			if (pair) {
				this.#value(pair, before.get(key) ?? null, value, node.flow === true);
			} else {
				this.#insertPair(node, key, value, order);
			}
		}
	}

	/**
	 * A new pair: after the pair that comes before it in `order`, or at the end, so that entries of a section are
	 * appended and fields of a record stand in the order of the format.
	 */
	#insertPair(node: YAMLMap, key: string, value: Encoded, order: readonly string[]): void {
		const position = order.indexOf(key);
		const earlier = order.slice(0, position);
		const later = order.slice(position + 1);
		const kept = node.items.filter((pair) => !this.#gone.has(pair));
		const hasLater = kept.some((pair) => later.includes(keyText(pair) ?? ''));
		const previous = hasLater ? kept.findLast((pair) => earlier.includes(keyText(pair) ?? '')) : kept.at(-1);
		const first = node.items[0] as Pair;
		const neighbour = previous ?? first;
		const start = this.#startOf(neighbour);
		if (node.flow) {
			const text = renderFlowEntry(key, value);
			const at = previous ? contentEnd(this.#text, previous) : start;
			this.#edits.push({ start: at, end: at, text: previous ? `, ${text}` : `${text}, ` });
			return;
		}
		const indent = columnOf(this.#text, this.#startOf(first));
		const lines = this.#entry(key, value, indent);
		if (previous) {
			const end = endOfLine(this.#text, contentEnd(this.#text, previous));
			const isLast = previous === node.items.at(-1);
			this.#insertLines(isLast ? withoutCommentsBelow(this.#text, end, Math.max(indent, 1)) : end, lines);
		} else {
			this.#insertBefore(start, lines);
		}
	}

	#seq(node: YAMLSeq, before: readonly Encoded[], after: readonly Encoded[]): void {
		if (before.length === after.length && node.items.length === before.length) {
			this.#replaceItems(node, before, after);
			return;
		}
		/** What is kept, by its place in the list, as it shall be. */
		const kept = new Map<number, Encoded>();
		let added: Encoded[] = [];
		for (const value of after) {
			const key = itemKey(value);
			const index = before.findIndex((old, at) => !kept.has(at) && key !== undefined && itemKey(old) === key);
			if (index === -1) {
				added.push(value);
			} else {
				kept.set(index, value);
			}
		}
		const result = [...before.keys()].flatMap((index) => kept.get(index) ?? []);
		if (node.items.length !== before.length || !sameTree([...result, ...added], after)) {
			// In another order: the list is written anew.
			kept.clear();
			added = [...after];
		}
		for (const [index, value] of kept) {
			const item = node.items[index];
			const old = before[index];
			if (isMap(item) && old instanceof Map && value instanceof Map && !sameTree(old, value)) {
				this.map(item, old, value);
			}
		}
		if (node.flow && kept.size === 0) {
			const start = this.#startOf(node.items[0]);
			const end = contentEnd(this.#text, node.items.at(-1));
			this.#edits.push({ start, end, text: renderFlowItems(added) });
			return;
		}
		this.#removeItems(node, new Set(node.items.filter((_, index) => !kept.has(index))));
		if (added.length > 0) {
			this.#insertItems(node, added);
		}
	}

	/** New items at the end of a list. */
	#insertItems(node: YAMLSeq, added: readonly Encoded[]): void {
		const last = node.items.findLast((item) => !this.#gone.has(item));
		const end = contentEnd(this.#text, last);
		const start = this.#startOf(node.items[0]);
		const indent = columnOf(this.#text, start);
		if (node.flow) {
			const text = renderFlowItems(added);
			this.#edits.push({ start: end, end, text: `, ${text}` });
			return;
		}
		const lines = added.map((value) => this.#item(value, indent)).join('\n');
		if (last) {
			const lineEnd = endOfLine(this.#text, end);
			const isLast = last === node.items.at(-1);
			this.#insertLines(
				isLast ? withoutCommentsBelow(this.#text, lineEnd, Math.max(indent, 1)) : lineEnd,
				lines,
			);
		} else {
			this.#insertBefore(start, lines);
		}
	}

	#replaceItems(node: YAMLSeq, before: readonly Encoded[], after: readonly Encoded[]): void {
		for (const [index, value] of after.entries()) {
			const old = before[index] as Encoded;
			const item = node.items[index];
			if (sameTree(old, value)) {
				continue;
			}
			if (isMap(item) && old instanceof Map && value instanceof Map) {
				this.map(item, old, value);
			} else if (isScalar(item) && !(value instanceof Map) && !Array.isArray(value)) {
				this.#replace(item, value, node.flow === true);
			}
		}
	}

	/** Removes pairs or items: whole lines where they stand on lines of their own, else each with one comma. */
	#removeItems(collection: YAMLMap | YAMLSeq, gone: ReadonlySet<unknown>): void {
		const items: readonly unknown[] = collection.items;
		for (let first = 0; first < items.length; first++) {
			if (!gone.has(items[first])) {
				continue;
			}
			let last = first;
			while (last + 1 < items.length && gone.has(items[last + 1])) {
				last++;
			}
			this.#removeRun(collection, first, last);
			first = last;
		}
		for (const item of gone) {
			this.#gone.add(item);
		}
	}

	/** Removes the items from `first` to `last`; in a block one by one, so that comments between them stay. */
	#removeRun(collection: YAMLMap | YAMLSeq, first: number, last: number): void {
		const items: readonly unknown[] = collection.items;
		const run = items.slice(first, last + 1);
		if (!collection.flow || run.every((item) => this.#hasOwnLines(item))) {
			for (const item of run) {
				this.#removeLines(this.#startOf(item), contentEnd(this.#text, item));
			}
			return;
		}
		const previous = items[first - 1];
		const next = items[last + 1];
		this.#edits.push({
			start: next || !previous ? this.#startOf(items[first]) : contentEnd(this.#text, previous),
			end: next ? this.#startOf(next) : contentEnd(this.#text, items[last]),
			text: '',
		});
	}

	/** Whether nothing but a comma and a comment shares the lines of an item inside `{ }` or `[ ]`. */
	#hasOwnLines(item: unknown): boolean {
		const start = this.#startOf(item);
		const end = contentEnd(this.#text, item);
		return (
			/^\s*$/.test(this.#text.slice(startOfLine(this.#text, start), start)) &&
			/^[^\S\n]*,?[^\S\n]*(?:#.*)?$/.test(this.#text.slice(end, endOfLine(this.#text, end)))
		);
	}

	#removeLines(start: number, end: number): void {
		const lineEnd = endOfLine(this.#text, end);
		const after = this.#text.startsWith('\r\n', lineEnd)
			? lineEnd + 2
			: Math.min(lineEnd + 1, this.#text.length);
		const line = startOfLine(this.#text, start);
		// Without a final line break, the one before goes, so that there is still none.
		const isFinal = lineEnd === this.#text.length && line > 0;
		const from = isFinal ? line - (this.#text.startsWith('\r\n', line - 2) ? 2 : 1) : line;
		this.#edits.push({ start: from, end: after, text: '' });
	}

	#startOf(item: unknown): number {
		return startOfItem(this.#text, item);
	}

	/** New lines after the line that ends at `at`, or in its place where it goes. */
	#insertLines(at: number, lines: string): void {
		const removal = this.#edits.find(({ start, end, text }) => text === '' && start < at && at < end);
		const start = removal?.start ?? at;
		this.#edits.push({ start, end: start, text: this.#broken(removal ? `${lines}\n` : `\n${lines}`) });
	}

	/** New lines above what begins at `at`: above its line, or in it where a dash stands before. */
	#insertBefore(at: number, lines: string): void {
		const line = startOfLine(this.#text, at);
		const isFirstInLine = /^ *$/.test(this.#text.slice(line, at));
		const start = isFirstInLine ? line : at;
		const text = isFirstInLine
			? `${lines}\n`
			: `${lines.replace(/^ +/, '')}\n${' '.repeat(columnOf(this.#text, at))}`;
		this.#edits.push({ start, end: start, text: this.#broken(text) });
	}

	#broken(text: string): string {
		return text.replaceAll('\n', this.#lineBreak);
	}
}

/** Where a pair (with `? `) or a list's item (with its dash) begins, with its anchor and tag. */
export function startOfItem(text: string, item: unknown): number {
	const start = startOfNode(isPair(item) ? item.key : item);
	const before = text.slice(startOfLine(text, start), start);
	const lead = (isPair(item) ? PAIR_LEAD : ITEM_LEAD).exec(before)?.[0] ?? '';
	return start - lead.length;
}

function startOfNode(node: unknown): number {
	if (isMap(node) && !node.flow && node.items[0]) {
		return startOfNode(node.items[0].key);
	}
	if (isSeq(node) && !node.flow && node.items[0]) {
		return startOfNode(node.items[0]);
	}
	return (node as { range?: readonly number[] } | null)?.range?.[0] ?? 0;
}
