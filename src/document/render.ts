import { isScalar, Scalar, stringify, type ToStringOptions } from 'yaml';
import type { Encoded } from './encode.ts';

/** Every text is in one line, and readers of YAML 1.1 and 1.2 see the same: times and `yes` are in quotes. */
const STYLE = {
	compat: 'yaml-1.1',
	lineWidth: 0,
	blockQuote: false,
	doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
	aliasDuplicateObjects: false,
} as const;
const FLOW = { collectionStyle: 'flow' } as const;

/** `key: value` as block lines that start at column `indent`; `step` is the number of spaces per level. */
export function renderEntry(key: string, value: Encoded, indent: number, step: number): string {
	return blockLines(new Map([[key, value]]), indent, step);
}

/** A list's item as block lines, the dash at column `indent`. */
export function renderItem(value: Encoded, indent: number, step: number): string {
	return blockLines([value], indent, step);
}

function blockLines(value: Encoded, indent: number, step: number): string {
	const lines = rendered(value, { indent: step, nullStr: '' }).split('\n');
	return lines.map((line) => ' '.repeat(indent) + line).join('\n');
}

/** A value in one line, for a place inside `{ }` or `[ ]`. */
export function renderFlow(value: Encoded): string {
	return rendered(value, FLOW);
}

/** Values with commas between them, for a place inside `[ ]`. */
export function renderFlowItems(values: readonly Encoded[]): string {
	return renderFlow(values).slice(2, -2);
}

/** `key: value` in one line, for a place inside `{ }`. */
export function renderFlowEntry(key: string, value: Encoded): string {
	return renderFlow(new Map([[key, value]])).slice(2, -2);
}

/** A scalar in one line, with the quotes of `like` if the value allows them. */
export function renderScalar(value: string | number | null, like: unknown, inFlow: boolean): string {
	const scalar = new Scalar(value);
	const style = isScalar(like) ? like.type : undefined;
	if (style === 'QUOTE_DOUBLE' || style === 'QUOTE_SINGLE') {
		scalar.type = style;
	}
	return rendered(inOneLine('', scalar), inFlow ? FLOW : {});
}

function rendered(value: unknown, options: ToStringOptions): string {
	return stringify(value, inOneLine, { ...STYLE, ...options }).replace(/\n$/, '');
}

/** Only double quotes can have a line break in one line. */
function inOneLine(_key: unknown, value: unknown): unknown {
	const text = isScalar(value) ? value.value : value;
	if (typeof text !== 'string' || !text.includes('\n')) {
		return value;
	}
	const scalar = new Scalar(text);
	scalar.type = 'QUOTE_DOUBLE';
	return scalar;
}
