import type { Tree, TreeMap } from '../../model/tree.ts';

/** What tells an item of a list in a project's files from the others, such as a resource's name or a service's id. */
export function nameOfItem(item: Tree): string | undefined {
	if (!(item instanceof Map)) {
		return typeof item === 'string' ? item : undefined;
	}
	const named = ['name', 'alias', 'id']
		.map((key) => item.get(key))
		.filter((name) => typeof name === 'string');
	return named.length > 0 ? named.join(' › ') : undefined;
}

/** Which part of what is wanted a tree gets: what it lacks, or what it says otherwise, too. */
export type Extent = 'lacking' | 'all';

/**
 * A tree with what is wanted of it: keys and items that it lacks are added, the rest stays. What it says otherwise is
 * replaced only where `extent` is `all`. The order of what is there stays.
 */
export function completed(tree: Tree | undefined, wanted: Tree, extent: Extent): Tree {
	if (tree === undefined || tree === null || tree === '') {
		return wanted;
	}
	if (tree instanceof Map && wanted instanceof Map) {
		const result = new Map(tree);
		for (const [key, value] of wanted) {
			result.set(key, completed(tree.get(key), value, extent));
		}
		return result;
	}
	if (Array.isArray(tree) && Array.isArray(wanted)) {
		return completedList(tree, wanted, extent);
	}
	return extent === 'all' ? wanted : tree;
}

function completedList(tree: readonly Tree[], wanted: readonly Tree[], extent: Extent): readonly Tree[] {
	const known = new Map(tree.map((item) => [nameOfItem(item), item] as const));
	const isWanted = new Map(wanted.map((item) => [nameOfItem(item), item] as const));
	return [
		...tree.map((item) => {
			const own = isWanted.get(nameOfItem(item));
			return own === undefined || nameOfItem(item) === undefined ? item : completed(item, own, extent);
		}),
		...wanted.filter((item) => !known.has(nameOfItem(item))),
	];
}

/** What is to be written: all of it where it's lacking, and what was asked for in place of anything else, too. */
export interface Wanted {
	readonly whole: TreeMap;
	readonly asked: TreeMap;
}

/** A tree with what it lacks of `whole`; where `extent` is `all`, it also says what was asked for. */
export function completedWith(tree: Tree | undefined, { whole, asked }: Wanted, extent: Extent): TreeMap {
	const added = completed(tree, whole, 'lacking');
	return (extent === 'all' ? completed(added, asked, 'all') : added) as TreeMap;
}

/** The value at a path of keys in a tree. */
export function valueAt(tree: Tree | undefined, ...path: readonly string[]): Tree | undefined {
	return path.reduce<Tree | undefined>(
		(found, key) => (found instanceof Map ? (found as TreeMap).get(key) : undefined),
		tree,
	);
}

/** The text at a path of keys in a tree; `undefined` where there is none, or something else. */
export function textIn(tree: Tree | undefined, ...path: readonly string[]): string | undefined {
	const found = valueAt(tree, ...path);
	return typeof found === 'string' ? found : undefined;
}

/** The items of the list at a path of keys; none where there is none. */
export function listAt(tree: Tree | undefined, ...path: readonly string[]): readonly Tree[] {
	const found = valueAt(tree, ...path);
	return Array.isArray(found) ? found : [];
}

/** A map in the order of its keys; what is `undefined` is left out. */
export function treeMap(entries: Readonly<Record<string, Tree | undefined>>): TreeMap {
	return new Map(
		Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
	);
}

/** A map of these entries, or nothing where there are none. */
export function treeMapOrNone(entries: Readonly<Record<string, Tree | undefined>>): TreeMap | undefined {
	const map = treeMap(entries);
	return map.size > 0 ? map : undefined;
}
