import type { JSONPath } from 'jsonc-parser';
import { applyEdits } from '../../document/edit.ts';
import { sameTree, type Tree, type TreeMap } from '../../model/tree.ts';
import { editJson, type JsonChange } from '../json-edits.ts';
import { readJson } from '../json-tree.ts';
import type { SaidTree } from '../said-tree.ts';
import { nameOfItem } from './complete.ts';
import { combined, type PlannedEdit } from './planned-edit.ts';

/** What a JSON text says, comments in it only if `isLenient`; `undefined` where it isn't JSON, or no map. */
export function jsonTree(text: string, isLenient = false): TreeMap | undefined {
	const { tree, error } = readJson('', text, isLenient);
	const plain = tree && !error ? plainOf(tree) : undefined;
	return plain instanceof Map ? plain : undefined;
}

function plainOf(tree: SaidTree): Tree {
	switch (tree.kind) {
		case 'map':
			return new Map([...tree.entries].map(([key, { value }]) => [key, plainOf(value)]));
		case 'list':
			return tree.items.map(plainOf);
		default:
			return tree.value;
	}
}

/** A value for `JSON.stringify`. */
export function jsonOf(tree: Tree): unknown {
	if (tree instanceof Map) {
		return Object.fromEntries([...tree].map(([key, value]) => [key, jsonOf(value)]));
	}
	return Array.isArray(tree) ? tree.map(jsonOf) : tree;
}

interface Step {
	readonly change: JsonChange;
	readonly isReplacement: boolean;
}

/**
 * The edits that make a JSON text say `whole`, in its own style; `whole` has all that the text says, or something else in
 * its place. `undefined` where the text isn't JSON.
 */
export function planJson(
	text: string,
	whole: TreeMap,
	isLenient = false,
): readonly PlannedEdit[] | undefined {
	const before = jsonTree(text, isLenient);
	if (!before) {
		return undefined;
	}
	const steps = stepsTo(before, whole, []);
	const apart = (isReplacement: boolean) =>
		steps
			.filter((step) => step.isReplacement === isReplacement)
			.flatMap(({ change }) => editJson(text, [change]));
	const isMeant = (after: string) => sameTree(jsonTree(after, isLenient), whole);
	const edits = combined(text, apart(false), apart(true), isMeant);
	if (edits) {
		return edits;
	}
	const atOnce = editJson(
		text,
		steps.map(({ change }) => change),
	);
	return isMeant(applyEdits(text, atOnce))
		? atOnce.map((edit) => ({ ...edit, isReplacement: steps.some(({ isReplacement }) => isReplacement) }))
		: undefined;
}

function stepsTo(tree: Tree, whole: Tree, path: JSONPath): readonly Step[] {
	if (sameTree(tree, whole)) {
		return [];
	}
	if (tree instanceof Map && whole instanceof Map && tree.size > 0) {
		return [...whole].flatMap(([key, value]) => {
			const own = tree.get(key);
			return own === undefined
				? [{ change: [[...path, key], jsonOf(value)] as const, isReplacement: false }]
				: stepsTo(own, value, [...path, key]);
		});
	}
	if (Array.isArray(tree) && Array.isArray(whole) && tree.length > 0) {
		return whole.flatMap((item, index) => {
			const own = tree[index];
			return own === undefined
				? [{ change: [[...path, -1], jsonOf(item)] as const, isReplacement: false }]
				: nameOfItem(own) === nameOfItem(item)
					? stepsTo(own, item, [...path, index])
					: [{ change: [[...path, index], jsonOf(item)] as const, isReplacement: true }];
		});
	}
	const isLacking = tree === null || tree === '' || tree instanceof Map || Array.isArray(tree);
	return [{ change: [path, jsonOf(whole)] as const, isReplacement: !isLacking }];
}
