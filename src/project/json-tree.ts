import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Place } from '../model/projects/place.ts';
import type { SaidEntry, SaidTree } from './said-tree.ts';

/** What a JSON file says. */
export interface JsonFile {
	readonly tree: SaidTree | undefined;
	/** The first place that isn't JSON. */
	readonly error: Place | undefined;
}

/** How deep lists and maps may nest. */
const DEEPEST = 100;

/** Reads a JSON text; comments and trailing commas only if `isLenient`. Never throws. */
export function readJson(file: string, text: string, isLenient = false): JsonFile {
	const errors: ParseError[] = [];
	const start = text.startsWith('\uFEFF') ? 1 : 0;
	if (isTooDeep(text)) {
		return { tree: undefined, error: { file, start, end: start + 1 } };
	}
	// The byte-order mark is no part of JSON, but editors write it.
	const root = parseTree(start === 1 ? ` ${text.slice(1)}` : text, errors, {
		disallowComments: !isLenient,
		allowTrailingComma: isLenient,
	});
	const [error] = errors;
	return {
		tree: root && treeOf(root, file),
		error: error && { file, start: error.offset, end: error.offset + Math.max(error.length, 1) },
	};
}

/** Counts brackets without regard to strings: the parser would go down as deep as they nest. */
function isTooDeep(text: string): boolean {
	let depth = 0;
	for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
		depth += bracket === '[' || bracket === '{' ? 1 : -1;
		if (depth > DEEPEST) {
			return true;
		}
	}
	return false;
}

function treeOf(node: Node, file: string): SaidTree {
	const at = placeOf(node, file);
	switch (node.type) {
		case 'object': {
			const entries = new Map<string, SaidEntry>();
			for (const { children: [key, value] = [] } of node.children ?? []) {
				if (key && value) {
					entries.set(String(key.value), { key: placeOf(key, file), value: treeOf(value, file) });
				}
			}
			return { kind: 'map', entries, at };
		}
		case 'array':
			return { kind: 'list', items: (node.children ?? []).map((item) => treeOf(item, file)), at };
		default:
			return { kind: 'scalar', value: node.value ?? null, at };
	}
}

function placeOf({ offset, length }: Node, file: string): Place {
	return { file, start: offset, end: offset + length };
}
