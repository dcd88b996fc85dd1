import { type Change, nameIn, SECTIONS } from '../model/change.ts';
import type { Landscape } from '../model/landscape.ts';
import { itemKey, sameTree, type Tree, type TreeMap } from '../model/tree.ts';
import { encodeChange, encodeRecord } from './encode.ts';

/** The order of the top-level keys in the file. */
const TOP_KEYS = ['version', 'globalAccount', 'mode', 'subdomain', 'region', ...SECTIONS];

const NOTHING: TreeMap = new Map();

/**
 * What a file should mean after changes: `tree` is everything in it now, `landscape` the part that the format knows.
 * Unknown keys stay, also in records and list items. If two changes put the same record, the last one counts.
 */
export function intendedTree(tree: TreeMap, landscape: Landscape, changes: readonly Change[]): TreeMap {
	const last = new Map(changes.map((change) => [`${change.section} ${nameIn(change)}`, change]));
	let result = tree;
	for (const section of SECTIONS) {
		const old = tree.get(section);
		const entries = new Map(old instanceof Map ? old : NOTHING);
		for (const change of last.values()) {
			if (change.section === section) {
				const { name, value } = encodeChange(change);
				if (value === undefined) {
					entries.delete(name);
				} else {
					entries.set(name, brought(entries.get(name), encodeRecord(landscape, section, name), value));
				}
			}
		}
		if (!sameTree(old ?? null, entries)) {
			result = placed(result, section, entries.size > 0 ? entries : null, TOP_KEYS);
		}
	}
	return result;
}

/** What a value of the file becomes if the part that the format knows changes from `before` to `after`. */
function brought(tree: Tree | undefined, before: Tree | undefined, after: Tree): Tree {
	if (tree !== undefined && sameTree(before, after)) {
		return tree;
	}
	if (tree instanceof Map && (after instanceof Map || after === null)) {
		return fields(tree, before instanceof Map ? before : NOTHING, after ?? NOTHING);
	}
	return Array.isArray(tree) && Array.isArray(before) && Array.isArray(after)
		? items(tree, before, after)
		: after;
}

function fields(tree: TreeMap, before: TreeMap, after: TreeMap): Tree {
	let result: TreeMap = new Map([...tree].filter(([key]) => after.has(key) || !before.has(key)));
	for (const [key, value] of after) {
		if (!sameTree(before.get(key), value)) {
			result = placed(result, key, brought(tree.get(key), before.get(key), value), [...after.keys()]);
		}
	}
	return result.size > 0 ? result : null;
}

/** Matches items by what identifies them, or by position if none is added or removed. */
function items(tree: readonly Tree[], before: readonly Tree[], after: readonly Tree[]): Tree {
	const left = new Set(before.keys());
	const places = after.map((value) => {
		for (const index of left) {
			if (itemKey(before[index] as Tree) === itemKey(value)) {
				left.delete(index);
				return index;
			}
		}
		return undefined;
	});
	return after.map((value, index) => {
		const isInPlace = places[index] === undefined && before.length === after.length && left.delete(index);
		const at = isInPlace ? index : places[index];
		return at === undefined ? value : brought(tree[at], before[at], value);
	});
}

/** Sets a key in a map; a new key goes to its place in the order, or to the end. */
function placed(map: TreeMap, key: string, value: Tree, order: readonly string[]): TreeMap {
	if (map.has(key)) {
		return new Map(map).set(key, value);
	}
	const entries = [...map];
	const earlier = order.slice(0, order.indexOf(key));
	const hasLater = entries.some(([other]) => order.includes(other) && !earlier.includes(other));
	const at = hasLater ? entries.findLastIndex(([other]) => earlier.includes(other)) + 1 : entries.length;
	return new Map(entries.toSpliced(at, 0, [key, value]));
}
