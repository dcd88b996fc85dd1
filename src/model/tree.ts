/** A value as the file holds it. Maps keep their order and treat `__proto__` as a name. */
export type Tree = string | number | boolean | null | readonly Tree[] | TreeMap;
export type TreeMap = ReadonlyMap<string, Tree>;

/** Whether two values mean the same: the order of keys doesn't count, and an empty map or list is nothing. */
export function sameTree(one: Tree | undefined, other: Tree | undefined): boolean {
	if (Object.is(one, other) || (isNothing(one) && isNothing(other))) {
		return true;
	}
	if (one instanceof Map && other instanceof Map) {
		return (
			one.size === other.size &&
			[...one].every(([key, value]) => other.has(key) && sameTree(value, other.get(key)))
		);
	}
	return (
		Array.isArray(one) &&
		Array.isArray(other) &&
		one.length === other.length &&
		one.every((value, index) => sameTree(value, other[index]))
	);
}

/** Whether a value is absent, or an empty map or list. */
export function isNothing(value: Tree | undefined): boolean {
	return (
		value === null ||
		(value instanceof Map && value.size === 0) ||
		(Array.isArray(value) && value.length === 0)
	);
}

/**
 * What tells an item of a list from the others: service, plan and system of an entitlement (R-ENT-3), else its text;
 * `undefined` for anything else.
 */
export function itemKey(item: Tree): string | undefined {
	if (item instanceof Map) {
		const key = ['service', 'plan', 'system'].map((field) => item.get(field));
		return key.every((part) => typeof part === 'string') ? key.join(' › ') : undefined;
	}
	return Array.isArray(item) ? undefined : String(item);
}
