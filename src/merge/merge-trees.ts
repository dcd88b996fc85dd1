import { itemKey, sameTree, type Tree, type TreeMap } from '../model/tree.ts';

/** Where two sides want different things: a field with two values, or changed by one and removed by the other. */
export interface Contradiction {
	/** Keys from the root; a list's item by what identifies it. */
	readonly path: readonly string[];
	/** `undefined` if the side has nothing there. */
	readonly ours: Tree | undefined;
	readonly theirs: Tree | undefined;
	readonly base: Tree | undefined;
}

/** Two sides, merged. */
export interface Merged {
	/** All changes of both sides; for contradictions, the value of the requested side. */
	readonly tree: TreeMap;
	readonly contradictions: readonly Contradiction[];
	/** Where "theirs" added or removed something. */
	readonly taken: readonly (readonly string[])[];
	/** How many differences of the two sides were settled without a contradiction. */
	readonly settled: number;
}

/** If one of these differs, it's another token: tokens aren't mixed. */
const TOKEN_IDENTITY = ['issuedAt', 'expiresAt', 'fingerprint'];

/**
 * Merges two sides with their common ancestor by meaning: entries by name, records field by field, entitlements by service,
 * plan and system, other lists as sets, a token as one thing unless both sides have the same one. Without a base,
 * what only one side has is kept. Parts that come from one side alone are that side's own objects.
 */
export function merge(
	ours: TreeMap,
	theirs: TreeMap,
	base: TreeMap | undefined,
	preferred: 'ours' | 'theirs' | 'base' = 'ours',
): Merged {
	const contradictions: Contradiction[] = [];
	const taken: (readonly string[])[] = [];
	let settled = 0;

	const value = (
		path: readonly string[],
		one: Tree | undefined,
		other: Tree | undefined,
		before: Tree | undefined,
	): Tree | undefined => {
		if (sameTree(one, other)) {
			return one;
		}
		const members = membersOf(path, one, other);
		if (members) {
			return collection(path, one, other, members[0], members[1], before);
		}
		if (sameTree(one, before)) {
			taken.push(path);
			settled++;
			return other;
		}
		if (sameTree(other, before)) {
			settled++;
			return one;
		}
		const contradiction = { path, ours: one, theirs: other, base: before };
		contradictions.push(contradiction);
		return contradiction[preferred];
	};

	const collection = (
		path: readonly string[],
		one: Tree | undefined,
		other: Tree | undefined,
		mine: TreeMap,
		yours: TreeMap,
		before: Tree | undefined,
	): Tree | undefined => {
		const isList = Array.isArray(one ?? other) || Array.isArray(other);
		const old = (Array.isArray(before) === isList && keyed(before)) || NOTHING;
		const keys = [...mine.keys()];
		let previous = -1;
		for (const key of yours.keys()) {
			const at = keys.indexOf(key);
			if (at === -1) {
				// New entries and items go to the end; fields, and what was there before, to their place.
				const isNewEntry = isList || (path.length === 1 && !old.has(key));
				do {
					previous++;
				} while (previous < keys.length && (isNewEntry || !yours.has(keys[previous] as string)));
				keys.splice(previous, 0, key);
			} else {
				previous = at;
			}
		}
		const result = new Map<string, Tree>();
		for (const key of keys) {
			const next = value([...path, key], mine.get(key), yours.get(key), old.get(key));
			if (next !== undefined) {
				result.set(key, next);
			}
		}
		const merged = isList ? [...result.values()] : result;
		if (sameTree(merged, one)) {
			return one;
		}
		// An object of "theirs", so that its lines are known.
		if ((one === undefined || one === null) && sameTree(merged, other)) {
			return other;
		}
		if (result.size > 0) {
			return merged;
		}
		return isList || one === undefined || other === undefined ? undefined : null;
	};

	return { tree: value([], ours, theirs, base) as TreeMap, contradictions, taken, settled };
}

const NOTHING: TreeMap = new Map();

/** Both sides' members, if their values are merged member by member. */
function membersOf(
	path: readonly string[],
	one: Tree | undefined,
	other: Tree | undefined,
): readonly [TreeMap, TreeMap] | undefined {
	const present = one ?? other;
	const second = other ?? present;
	const isList = Array.isArray(present) && Array.isArray(second);
	const isMap = present instanceof Map && second instanceof Map;
	// An absent record was removed; an absent section or list is an empty one.
	const mayBeAbsent = isList || path.length === 1 || (path.length === 3 && path[2] === 'extensions');
	if (!(isList || isMap) || (!mayBeAbsent && (one === undefined || other === undefined))) {
		return undefined;
	}
	if (isMap && path.length === 3 && path[0] === 'systems' && path[2] === 'token') {
		const isSame = (field: string) =>
			sameTree((present as TreeMap).get(field), (second as TreeMap).get(field));
		if (!TOKEN_IDENTITY.every(isSame)) {
			return undefined;
		}
	}
	const mine = keyed(one ?? null);
	const yours = keyed(other ?? null);
	return mine && yours && [mine, yours];
}

/** Members by name; `undefined` if one has no name, or two share one. */
function keyed(value: Tree | undefined): TreeMap | undefined {
	if (value instanceof Map) {
		return value;
	}
	if (!Array.isArray(value)) {
		return value === null ? NOTHING : undefined;
	}
	const members = new Map<string, Tree>();
	for (const item of value) {
		const key = itemKey(item);
		if (key === undefined || members.has(key)) {
			return undefined;
		}
		members.set(key, item);
	}
	return members;
}
