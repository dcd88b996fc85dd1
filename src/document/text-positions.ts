import { isMap, isPair, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';

/** The offset of the first character of the line that `offset` is in. */
export function startOfLine(text: string, offset: number): number {
	return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset of the line break (or the text's end) that ends the line that `offset` is in. */
export function endOfLine(text: string, offset: number): number {
	const found = text.indexOf('\n', offset);
	const end = found === -1 ? text.length : found;
	return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** How many characters are before `offset` in its line; a byte-order mark doesn't count. */
export function columnOf(text: string, offset: number): number {
	const line = text.slice(startOfLine(text, offset), offset);
	return line.startsWith('\uFEFF') ? line.length - 1 : line.length;
}

/** The line break that the text uses first, or `\n`. */
export function lineBreak(text: string): '\n' | '\r\n' {
	const first = text.indexOf('\n');
	return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

/** A text with `\n` as its only line break, to compare with others: editors make those that differ the same. */
export function withLineFeeds(text: string): string {
	return text.replaceAll('\r\n', '\n');
}

/** How many spaces indent the first entry of the first section, or 2. */
export function indentStep(text: string): number {
	let isBelowKey = false;
	for (const [line] of text.matchAll(/[^\n]+/g)) {
		const content = line.trim();
		if (content === '' || content.startsWith('#')) {
			continue;
		}
		const blanks = line.search(/[^ ]/);
		if (isBelowKey && blanks > 0 && /[^\s-]/.test(line.charAt(blanks))) {
			return blanks <= 8 ? blanks : 2;
		}
		isBelowKey = /[^\s-]/.test(line.charAt(0)) && /.:[^\S\n]*(?:#|$)/.test(content);
	}
	return 2;
}

/** Where an item of a map or list starts: with its dash or `? `, its anchor and its tag. */
export function startOfItem(text: string, of: YAMLMap | YAMLSeq, index: number): number {
	const item = of.items[index];
	const node = (isPair(item) ? item.key : item) as { range?: readonly number[] } | null;
	const before = of.items[index - 1];
	const from =
		before === undefined ? (of.range?.[0] ?? 0) + Number(of.flow === true) : contentEnd(text, before);
	const start = node?.range?.[0] ?? from;
	// Nothing but comments, a comma, and what belongs to the item is between it and what comes before.
	const lead = withoutComments(text.slice(from, start)).search(/[^\s,]/);
	if (lead !== -1) {
		return from + lead;
	}
	const line = text.slice(startOfLine(text, start), start);
	return of.flow || before ? start : start - (/(?<!\S)(?:[&!]\S* +){0,2}$/.exec(line)?.[0].length ?? 0);
}

/** Replaces comments with spaces. */
export function withoutComments(text: string): string {
	return text.replace(/(?<!\S)#[^\n]*/g, (comment) => ' '.repeat(comment.length));
}

/** Where the content of a node, pair or item ends: its last scalar, without comments and empty lines after it. */
export function contentEnd(text: string, item: unknown): number {
	if (isPair(item)) {
		const hasValue = item.value !== null && !(isScalar(item.value) && isEmpty(item.value.range));
		return hasValue ? contentEnd(text, item.value) : behind(text, contentEnd(text, item.key), ':');
	}
	if ((isMap(item) || isSeq(item)) && !item.flow && item.items.length > 0) {
		return contentEnd(text, item.items.at(-1));
	}
	const end = (item as { range?: readonly [number, number, number] } | null)?.range?.[1] ?? 0;
	// A block scalar's range goes up to the start of the next line.
	const isBlock = isScalar(item) && (item.type === 'BLOCK_LITERAL' || item.type === 'BLOCK_FOLDED');
	if (!isBlock || text[end - 1] !== '\n') {
		return end;
	}
	return text[end - 2] === '\r' ? end - 2 : end - 1;
}

function isEmpty(range: readonly [number, number, number] | null | undefined): boolean {
	return !range || range[0] === range[1];
}

/** The offset after a sign that follows with only spaces and comments in between; `at` if it doesn't follow. */
export function behind(text: string, at: number, sign: ':' | ','): number {
	const found = new RegExp(`(?:\\s|#[^\\n]*\\n)*${sign}`, 'y');
	found.lastIndex = at;
	return found.test(text) ? found.lastIndex : at;
}

/**
 * From the end of a line, the end of the last comment line right below it that's indented by `indent` spaces or more:
 * such comments belong to the entry above.
 */
export function withoutCommentsBelow(text: string, end: number, indent: number): number {
	const comment = new RegExp(`\\r?\\n {${indent},}#[^\\r\\n]*`, 'y');
	let last = end;
	comment.lastIndex = end;
	while (comment.test(text)) {
		last = comment.lastIndex;
	}
	return last;
}
