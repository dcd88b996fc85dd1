import type { Place, Said } from '../model/projects/place.ts';

/** What a file says, with the place of each part: YAML and JSON are the same from here on. */
export type SaidTree = SaidScalar | SaidMap | SaidList;

export interface SaidScalar {
	readonly kind: 'scalar';
	readonly value: string | number | boolean | null;
	readonly at: Place;
}

export interface SaidMap {
	readonly kind: 'map';
	readonly entries: ReadonlyMap<string, SaidEntry>;
	readonly at: Place;
}

export interface SaidEntry {
	readonly key: Place;
	readonly value: SaidTree;
}

export interface SaidList {
	readonly kind: 'list';
	readonly items: readonly SaidTree[];
	readonly at: Place;
}

/** What is at a path of keys; `undefined` where nothing is. */
export function saidAt(tree: SaidTree | undefined, ...path: readonly string[]): SaidTree | undefined {
	return path.reduce<SaidTree | undefined>(
		(found, key) => (found?.kind === 'map' ? found.entries.get(key)?.value : undefined),
		tree,
	);
}

/** The text at a path of keys, also of a number; `undefined` where there is none. */
export function textAt(tree: SaidTree | undefined, ...path: readonly string[]): Said | undefined {
	const found = saidAt(tree, ...path);
	return found?.kind === 'scalar' && (typeof found.value === 'string' || typeof found.value === 'number')
		? { value: String(found.value), at: found.at }
		: undefined;
}

/** The items of the list at a path of keys; none where there is no list. */
export function itemsAt(tree: SaidTree | undefined, ...path: readonly string[]): readonly SaidTree[] {
	const found = saidAt(tree, ...path);
	return found?.kind === 'list' ? found.items : [];
}

/** The entries of the map at a path of keys; none where there is no map. */
export function entriesAt(
	tree: SaidTree | undefined,
	...path: readonly string[]
): ReadonlyMap<string, SaidEntry> {
	const found = saidAt(tree, ...path);
	return found?.kind === 'map' ? found.entries : new Map();
}

/** Whether a key is there, with whatever value. */
export function hasKey(tree: SaidTree | undefined, ...path: readonly string[]): boolean {
	return saidAt(tree, ...path) !== undefined;
}

/** One tree with another one over it: maps are merged at every level, scalars and lists are replaced. */
export function mergedDeeply(below: SaidTree | undefined, above: SaidTree | undefined): SaidTree | undefined {
	if (below?.kind !== 'map' || above?.kind !== 'map') {
		return above ?? below;
	}
	const entries = new Map(below.entries);
	for (const [key, entry] of above.entries) {
		const merged = mergedDeeply(entries.get(key)?.value, entry.value) as SaidTree;
		entries.set(key, { key: entry.key, value: merged });
	}
	return { ...below, entries };
}

/** One map with another one over it, which wins for each of its keys as a whole. */
export function mergedShallowly(
	below: SaidTree | undefined,
	above: SaidTree | undefined,
): SaidTree | undefined {
	return below?.kind === 'map' && above?.kind === 'map'
		? { ...above, entries: new Map([...below.entries, ...above.entries]) }
		: (above ?? below);
}

/** The same tree with one place for all of it: that of the text which it was read from. */
export function allAt(tree: SaidTree, at: Place): SaidTree {
	switch (tree.kind) {
		case 'map': {
			const entries = [...tree.entries].map(
				([key, { value }]) => [key, { key: at, value: allAt(value, at) }] as const,
			);
			return { ...tree, at, entries: new Map(entries) };
		}
		case 'list':
			return { ...tree, at, items: tree.items.map((item) => allAt(item, at)) };
		default:
			return { ...tree, at };
	}
}
