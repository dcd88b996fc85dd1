import { Document, isCollection, isScalar, Scalar, stringify, type YAMLSeq } from 'yaml';
import { isInstant } from '../model/instant.ts';
import type { Encoded, EncodedMap } from './encode.ts';
import { eachNode } from './nodes.ts';

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

/** A document of a value in which times are quoted, so that every YAML reader sees text (design 3). */
function documentOf(value: Encoded): Document {
	const document = new Document(value, STYLE);
	eachNode(document.contents, (node) => {
		if (isScalar(node) && typeof node.value === 'string' && isInstant(node.value)) {
			node.type = Scalar.QUOTE_DOUBLE;
		}
	});
	return document;
}

/** Block lines of a value at column 0, without a final line break; `step` is the number of blanks per level. */
function block(value: Encoded, step: number): string {
	return documentOf(value)
		.toString({ ...STYLE, indent: step, nullStr: '' })
		.replace(/\n$/, '')
		.replace(/ +(?=\n|$)/g, '');
}

/** `key: value` as block lines that start at column `indent`. */
export function renderEntry(key: string, value: Encoded, indent: number, step: number): string {
	return indented(block(new Map([[key, value]]), step), indent);
}

/** A list's item as block lines, the dash at column `indent`. */
export function renderItem(value: Encoded, indent: number, step: number): string {
	return indented(block([value], step), indent);
}

/** A value in one line, for a place inside `{ }` or `[ ]`. */
export function renderFlow(value: Encoded): string {
	const document = documentOf(value);
	eachNode(document.contents, (node) => {
		if (isCollection(node)) {
			node.flow = true;
		} else if (isScalar(node) && /\n/.test(String(node.value))) {
			// Else a text of several lines would be written in several lines.
			node.type = 'QUOTE_DOUBLE';
		}
	});
	return document.toString({ ...STYLE, nullStr: 'null' }).replace(/\n$/, '');
}

/** Values with commas between them, for a place inside `[ ]`. */
export function renderFlowItems(values: readonly Encoded[]): string {
	return renderFlow(values).slice('[ '.length, -' ]'.length);
}

/** `key: value` in one line, for a place inside `{ }`. */
export function renderFlowEntry(key: string, value: Encoded): string {
	const map: EncodedMap = new Map([[key, value]]);
	return renderFlow(map).replace(/^\{ ?| ?\}$/g, '');
}

/** A scalar in one line and in the quotes that `like` has, where the value allows it. */
export function renderScalar(value: string | number | null, like: unknown, inFlow: boolean): string {
	const scalar = new Scalar(value);
	const style = isScalar(like) ? like.type : undefined;
	if (style === 'QUOTE_DOUBLE' || style === 'QUOTE_SINGLE') {
		// Single quotes can not say a line break in one line.
		scalar.type = String(value).includes('\n') ? 'QUOTE_DOUBLE' : style;
	} else if (typeof value === 'string' && isInstant(value)) {
		scalar.type = 'QUOTE_DOUBLE';
	}
	if (!inFlow) {
		return stringify(scalar, STYLE).replace(/\n$/, '');
	}
	const list = new Document([scalar], STYLE);
	(list.contents as YAMLSeq).flow = true;
	return list.toString(STYLE).slice('[ '.length, -' ]\n'.length);
}

function indented(lines: string, indent: number): string {
	return lines.replace(/(?<=^|\n)(?=[^\n])/g, ' '.repeat(indent));
}
