/** Longer texts aren't typing mistakes. */
const LONGEST_COMPARED = 100;

/**
 * The candidate that a misspelt text most likely means, or `undefined` where none is near: at most three of ten
 * characters, or one, may be wrong, and never more than `most`. Case and surrounding spaces don't count. The first of
 * equally near ones wins.
 */
export function nearest(
	text: string,
	candidates: Iterable<string>,
	most = Number.POSITIVE_INFINITY,
): string | undefined {
	const wanted = text.trim().toLowerCase();
	let best: string | undefined;
	let least = most + 1;
	if (wanted.length <= LONGEST_COMPARED) {
		for (const candidate of candidates) {
			const limit = Math.min(least, Math.max(1, Math.floor(candidate.length * 0.3)) + 1);
			if (candidate !== text && Math.abs(candidate.length - wanted.length) < limit) {
				const found = distance(wanted, candidate.toLowerCase(), limit);
				if (found < limit) {
					best = candidate;
					least = found;
				}
			}
		}
	}
	return best;
}

/** Characters to add, remove, replace or swap with their neighbour; `limit` when it is that many or more. */
function distance(one: string, other: string, limit: number): number {
	let before: number[] = [];
	let above = Array.from({ length: other.length + 1 }, (_, column) => column);
	for (let row = 1; row <= one.length; row++) {
		const current = [row];
		for (let column = 1; column <= other.length; column++) {
			const isSame = one[row - 1] === other[column - 1];
			const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
			current[column] = Math.min(
				(above[column] ?? 0) + 1,
				(current[column - 1] ?? 0) + 1,
				(above[column - 1] ?? 0) + (isSame ? 0 : 1),
				isSwapped ? (before[column - 2] ?? limit) + 1 : limit,
			);
		}
		if (Math.min(...current) >= limit) {
			return limit;
		}
		before = above;
		above = current;
	}
	return above.at(-1) ?? limit;
}
