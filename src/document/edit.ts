import { isAlias, isMap, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { applyChanges, type Change, SECTIONS } from '../model/change.ts';
import { type Refusal, refuse } from '../model/decision.ts';
import type { Landscape } from '../model/landscape.ts';
import { type Encoded, type EncodedMap, encodeChange, encodeRecord, sameEncoded } from './encode.ts';
import { keyText, pairIn, target } from './nodes.ts';
import { type Reading, read } from './read.ts';
import { renderEntry, renderFlow, renderFlowEntry, renderItem, renderScalar } from './render.ts';
import {
	columnOf,
	contentEnd,
	endOfLine,
	indentStep,
	lineBreak,
	startOfLine,
	withoutCommentsBelow,
} from './text-positions.ts';

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
 * The edits that bring changes into a text, touching only the lines of what changes. The result is read back before
 * it is given out. Refuses with `landscape-unreadable` where the text is not fully understood, and with `edit-unsafe`
 * where the result would not be the old landscape plus the changes.
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
	const edits = editor.edits();
	const result = read(applyEdits(reading.text, edits));
	const intended = applyChanges(reading.landscape, changes);
	return !result.unreadable && sameLandscape(result.landscape, intended)
		? { ok: true, edits, reading: result }
		: refuse(
				'edit-unsafe',
				'The change could not be written without touching something else, so nothing was written. Make it by hand in the editor.',
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
						sameEncoded(encodeRecord(one, section, name), encodeRecord(other, section, name)),
				),
		)
	);
}

class Editor {
	readonly #reading: Reading;
	readonly #text: string;
	readonly #lineBreak: string;
	readonly #step: number;
	readonly #edits: TextEdit[] = [];

	constructor(reading: Reading) {
		this.#reading = reading;
		this.#text = reading.text;
		this.#lineBreak = lineBreak(reading.text);
		this.#step = indentStep(reading.text);
	}

	/** All edits, by position; those at one place in the order in which they were asked for. */
	edits(): readonly TextEdit[] {
		return this.#edits
			.map((edit, order) => ({ edit, order }))
			.sort((one, other) => one.edit.start - other.edit.start || one.order - other.order)
			.map(({ edit }) => edit);
	}

	change(root: YAMLMap, change: Change): void {
		const { section, name, value } = encodeChange(change);
		const before = encodeRecord(this.#reading.landscape, section, name);
		const pair = pairIn(root, section);
		const sectionBefore: Encoded = before === undefined ? new Map() : new Map([[name, before]]);
		const sectionAfter: EncodedMap = value === undefined ? new Map() : new Map([[name, value]]);
		if (pair) {
			this.#value(pair, sectionBefore, sectionAfter);
		} else if (sectionAfter.size > 0) {
			this.#insertPair(root, section, sectionAfter, TOP_KEYS);
		}
	}

	/** Brings the value of a pair from what it says to what it shall say. */
	#value(pair: Pair, before: Encoded, after: Encoded): void {
		if (sameEncoded(before, after)) {
			return;
		}
		const node = pair.value;
		const collection = isMap(node) || isSeq(node) ? node : undefined;
		if (isMap(collection) && after instanceof Map && collection.items.length > 0) {
			this.#map(collection, before instanceof Map ? before : new Map(), after);
		} else if (isMap(collection) && after === null && before instanceof Map && collection.items.length > 0) {
			this.#map(collection, before, new Map());
		} else if (isSeq(collection) && Array.isArray(after) && collection.items.length > 0) {
			this.#seq(collection, Array.isArray(before) ? before : [], after);
		} else if (after instanceof Map || Array.isArray(after)) {
			this.#fill(pair, after);
		} else if (isScalar(node) || isAlias(node)) {
			this.#replace(node.range, renderScalar(after as string | number | null, node));
		}
	}

	#replace(range: readonly [number, number, number] | null | undefined, text: string): void {
		if (range) {
			this.#edits.push({ start: range[0], end: range[1], text });
		}
	}

	/** Puts a collection where a pair has nothing, `{}`, `[]` or `null`. */
	#fill(pair: Pair, after: EncodedMap | readonly Encoded[]): void {
		const key = pair.key as { range?: readonly [number, number, number] };
		const node = pair.value as { range?: readonly [number, number, number] } | null;
		const range = node?.range ?? key.range;
		if (!key.range || !range) {
			return;
		}
		if (this.#insideFlow(key.range[0])) {
			this.#replace(
				[range[0], range[1], range[1]],
				`${range[0] === range[1] ? ' ' : ''}${renderFlow(after)}`,
			);
			return;
		}
		const indent = columnOf(this.#text, key.range[0]) + this.#step;
		const lines =
			after instanceof Map
				? [...after].map(([name, value]) => renderEntry(name, value, indent, this.#step))
				: (after as readonly Encoded[]).map((value) => renderItem(value, indent, this.#step));
		if (node?.range && node.range[0] < node.range[1]) {
			const before = this.#text.slice(0, node.range[0]).trimEnd().length;
			this.#edits.push({ start: before, end: node.range[1], text: '' });
		}
		this.#insertLines(endOfLine(this.#text, range[1]), lines.join('\n'));
	}

	#map(node: YAMLMap, before: EncodedMap, after: EncodedMap): void {
		const order = [...after.keys()];
		for (const [key, value] of after) {
			const pair = pairIn(node, key);
			if (pair && before.has(key)) {
				this.#value(pair, before.get(key) as Encoded, value);
			} else {
				this.#insertPair(node, key, value, order);
			}
		}
		for (const key of before.keys()) {
			const pair = pairIn(node, key);
			if (pair && !after.has(key)) {
				this.#removeItem(node, pair);
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
		const hasLater = node.items.some((pair) => later.includes(keyText(pair) ?? ''));
		const previous = hasLater
			? node.items.findLast((pair) => earlier.includes(keyText(pair) ?? ''))
			: node.items.at(-1);
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
		const lines = renderEntry(key, value, indent, this.#step);
		if (previous) {
			const end = endOfLine(this.#text, contentEnd(this.#text, previous));
			const isLast = previous === node.items.at(-1);
			this.#insertLines(isLast ? withoutCommentsBelow(this.#text, end, Math.max(indent, 1)) : end, lines);
		} else {
			const text = `${lines.trimStart()}${'\n'}${' '.repeat(indent)}`;
			this.#edits.push({ start, end: start, text: this.#broken(text) });
		}
	}

	#seq(node: YAMLSeq, before: readonly Encoded[], after: readonly Encoded[]): void {
		if (before.length === after.length && node.items.length === before.length) {
			this.#replaceItems(node, before, after);
			return;
		}
		const kept = new Set<number>();
		const added: Encoded[] = [];
		for (const value of after) {
			const index = before.findIndex((old, at) => !kept.has(at) && sameEncoded(old, value));
			if (index === -1) {
				added.push(value);
			} else {
				kept.add(index);
			}
		}
		const last = node.items.at(-1);
		for (const [index, item] of node.items.entries()) {
			if (!kept.has(index)) {
				this.#removeItem(node, item);
			}
		}
		if (added.length === 0) {
			return;
		}
		const end = contentEnd(this.#text, last);
		if (node.flow) {
			const text = added.map((value) => `, ${renderFlow(value)}`).join('');
			this.#edits.push({ start: end, end, text });
			return;
		}
		const indent = columnOf(this.#text, this.#startOf(node.items[0]));
		const lines = added.map((value) => renderItem(value, indent, this.#step)).join('\n');
		this.#insertLines(
			withoutCommentsBelow(this.#text, endOfLine(this.#text, end), Math.max(indent, 1)),
			lines,
		);
	}

	#replaceItems(node: YAMLSeq, before: readonly Encoded[], after: readonly Encoded[]): void {
		for (const [index, value] of after.entries()) {
			const old = before[index] as Encoded;
			const item = node.items[index];
			if (sameEncoded(old, value)) {
				continue;
			}
			if (isMap(item) && old instanceof Map && value instanceof Map) {
				this.#map(item, old, value);
			} else if (isScalar(item) && !(value instanceof Map) && !Array.isArray(value)) {
				this.#replace(item.range, renderScalar(value as string | number | null, item));
			}
		}
	}

	/** Removes a pair or an item: whole lines in a block, with its comma in a flow collection. */
	#removeItem(collection: YAMLMap | YAMLSeq, item: unknown): void {
		const items: readonly unknown[] = collection.items;
		const index = items.indexOf(item);
		const start = this.#startOf(item);
		const end = contentEnd(this.#text, item);
		if (collection.flow) {
			const next = items[index + 1];
			const previous = items[index - 1];
			this.#edits.push({
				start: next || !previous ? start : contentEnd(this.#text, previous),
				end: next ? this.#startOf(next) : end,
				text: '',
			});
			return;
		}
		const lineEnd = endOfLine(this.#text, end);
		const after = this.#text.startsWith('\r\n', lineEnd)
			? lineEnd + 2
			: Math.min(lineEnd + 1, this.#text.length);
		this.#edits.push({ start: startOfLine(this.#text, start), end: after, text: '' });
	}

	/** Where a pair (with `? `) or an item (with its dash) begins. */
	#startOf(item: unknown): number {
		const key = (item as Pair).key ?? item;
		const start = startOfNode(key);
		const lead = /(?:\? +|- +(?:[&!]\S+ +)*|(?:[&!]\S+ +)+)$/.exec(
			this.#text.slice(startOfLine(this.#text, start), start),
		);
		return isMap(item) || isSeq(item) || lead ? start - (lead?.[0].length ?? 0) : start;
	}

	#insideFlow(offset: number): boolean {
		return /^[^#]*\{[^}]*$/.test(this.#text.slice(startOfLine(this.#text, offset), offset));
	}

	/** New lines after the line that ends at `at`. */
	#insertLines(at: number, lines: string): void {
		this.#edits.push({ start: at, end: at, text: this.#broken(`\n${lines}`) });
	}

	#broken(text: string): string {
		return text.replaceAll('\n', this.#lineBreak);
	}
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
