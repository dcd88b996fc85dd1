import assert from 'node:assert/strict';

/** Fails where something that a file said is gone or has changed. Maps may have new keys, and lists new items at their end. */
export function assertNothingLost(before: unknown, after: unknown, path = ''): void {
	if (typeof before !== 'object' || before === null) {
		assert.equal(after, before, path);
		return;
	}
	assert(typeof after === 'object' && after !== null && Array.isArray(after) === Array.isArray(before), path);
	for (const [key, value] of Object.entries(before)) {
		assertNothingLost(value, Reflect.get(after, key), `${path}/${key}`);
	}
}
