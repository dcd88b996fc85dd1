import {
	applyEdits,
	type FormattingOptions,
	findNodeAtOffset,
	getNodePath,
	type JSONPath,
	modify,
	parseTree,
} from 'jsonc-parser';
import type { TextEdit } from '../document/edit.ts';
import { differenceOf } from '../document/text-difference.ts';
import { lineBreak } from '../document/text-positions.ts';

/** The path of what a JSON text says at an offset (UTF-16 units). */
export function jsonPathAt(text: string, offset: number): JSONPath {
	const root = parseTree(text.replace(/^\uFEFF/, ' '));
	const node = root && findNodeAtOffset(root, offset);
	return node ? getNodePath(node) : [];
}

/** One value to write: at a path of keys, or behind the last item of the list at a path that ends with -1. */
export type JsonChange = readonly [path: JSONPath, value: unknown];

/** The edit that makes changes, one after the other, in the style of the text. Other values, comments and spaces stay. */
export function editJson(text: string, changes: readonly JsonChange[]): readonly TextEdit[] {
	const formattingOptions = styleOf(text);
	const after = changes.reduce(
		(current, [path, value]) =>
			applyEdits(
				current,
				modify(current, path, value, { formattingOptions, isArrayInsertion: path.at(-1) === -1 }),
			),
		text,
	);
	return after === text ? [] : [differenceOf(text, after)];
}

function styleOf(text: string): FormattingOptions {
	const [, indent = '  '] = /\n([ \t]+)\S/.exec(text) ?? [];
	return { insertSpaces: !indent.startsWith('\t'), tabSize: indent.length, eol: lineBreak(text) };
}
