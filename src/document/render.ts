import { isScalar, Scalar, stringify } from 'yaml';
import { isInstant } from '../model/instant.ts';
import type { Encoded, EncodedMap } from './encode.ts';

/** Plain text that YAML 1.1 readers take for something else, such as `yes`, `<<`, `12:30` or `1_000`. */
const OTHERWISE_IN_YAML_1_1 = [
	/^(?:y|n|yes|no|on|off|true|false|<<|=)$/i,
	/^[-+]?(?:0b[01_]+|0x[\da-f_]+|\d[\d_]*(?::[0-5]?\d)*)$/i,
	/^[-+]?\d[\d_]*(?::[0-5]?\d)+\.[\d_]*$/,
	/^[-+]?(?:\d[\d_]*)?(?:\.[\d_]*(?:e[-+]?\d+)?|e[-+]?\d+)$/i,
	/^\d{4}-\d\d?-\d\d?(?:(?:t|[ \t]+)\d\d?:\d\d?:\d\d?(?:\.\d+)?(?:[ \t]*(?:z|[-+][012]?\d(?::\d\d)?))?)?$/i,
];

const STYLE = {
	lineWidth: 0,
	blockQuote: false,
	doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
	compat: OTHERWISE_IN_YAML_1_1.map((test) => ({ default: true, tag: 'compat', test, resolve: String })),
} as const;

/** A scalar in one line, in quotes where YAML needs some. */
function scalarText(scalar: Scalar, inFlow: boolean): string {
	const { value, type } = scalar;
	if (type === undefined && typeof value === 'string') {
		// Times are quoted, so that every YAML reader sees text (design 3); these signs end a plain text inside `{ }`.
		const isQuoted = isInstant(value) || (inFlow && /[[\]{},\n]/.test(value));
		if (isQuoted) {
			scalar.type = value.includes('"') && !value.includes("'") ? Scalar.QUOTE_SINGLE : Scalar.QUOTE_DOUBLE;
		}
	}
	return stringify(scalar, STYLE).replace(/\n$/, '');
}

function plainText(value: string | number | null, inFlow = false): string {
	return value === null && !inFlow ? '' : scalarText(new Scalar(value), inFlow);
}

function isCollection(value: Encoded): value is EncodedMap | readonly Encoded[] {
	return value instanceof Map || Array.isArray(value);
}

/** Whether a value has lines of its own below its key or after its dash. */
function isBlock(value: Encoded): value is EncodedMap | readonly Encoded[] {
	return isCollection(value) && [...value].length > 0;
}

/** Block lines of a map or list at column 0; `step` is the number of blanks per level. */
function blockLines(value: EncodedMap | readonly Encoded[], step: number): readonly string[] {
	if (value instanceof Map) {
		return [...value].flatMap(([key, entry]) => {
			const head = `${plainText(key)}:`;
			return isBlock(entry)
				? [head, ...blockLines(entry, step).map((line) => ' '.repeat(step) + line)]
				: [`${head} ${inline(entry)}`.replace(/ +$/, '')];
		});
	}
	return [...(value as readonly Encoded[])].flatMap((item) => {
		const lines = isBlock(item) ? blockLines(item, step) : [inline(item)];
		return lines.map((line, index) => `${index === 0 ? '- ' : '  '}${line}`.replace(/ +$/, ''));
	});
}

function inline(value: Encoded): string {
	return isCollection(value) ? renderFlow(value) : plainText(value as string | number | null);
}

/** `key: value` as block lines that start at column `indent`. */
export function renderEntry(key: string, value: Encoded, indent: number, step: number): string {
	return indented(blockLines(new Map([[key, value]]), step), indent);
}

/** A list's item as block lines, the dash at column `indent`. */
export function renderItem(value: Encoded, indent: number, step: number): string {
	return indented(blockLines([value], step), indent);
}

/** A value in one line, for a place inside `{ }` or `[ ]`. */
export function renderFlow(value: Encoded): string {
	if (value instanceof Map) {
		return value.size === 0 ? '{}' : `{ ${flowEntries(value)} }`;
	}
	if (Array.isArray(value)) {
		return value.length === 0 ? '[]' : `[ ${renderFlowItems(value)} ]`;
	}
	return plainText(value as string | number | null, true);
}

/** Values with commas between them, for a place inside `[ ]`. */
export function renderFlowItems(values: readonly Encoded[]): string {
	return values.map(renderFlow).join(', ');
}

/** `key: value` in one line, for a place inside `{ }`. */
export function renderFlowEntry(key: string, value: Encoded): string {
	return flowEntries(new Map([[key, value]]));
}

function flowEntries(map: EncodedMap): string {
	return [...map].map(([key, value]) => `${plainText(key, true)}: ${renderFlow(value)}`).join(', ');
}

/** A scalar in one line and in the quotes that `like` has, where the value allows it. */
export function renderScalar(value: string | number | null, like: unknown, inFlow: boolean): string {
	const scalar = new Scalar(value);
	const style = isScalar(like) ? like.type : undefined;
	if (style === 'QUOTE_DOUBLE' || style === 'QUOTE_SINGLE') {
		// Single quotes can not say a line break in one line.
		scalar.type = String(value).includes('\n') ? 'QUOTE_DOUBLE' : style;
	}
	return scalarText(scalar, inFlow);
}

function indented(lines: readonly string[], indent: number): string {
	return lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line)).join('\n');
}
