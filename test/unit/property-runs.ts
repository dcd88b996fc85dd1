import fc from 'fast-check';

const FIXED_SEED = 1_846_211;

/**
 * Where the random cases of all properties start from. The same every time, so that a change is judged by itself and not by
 * dice; `SYSTEM_LANDSCAPE_PROPERTY_SEED` names another start, or is `random`.
 */
export const seed = seedFrom(process.env.SYSTEM_LANDSCAPE_PROPERTY_SEED);

/** Whether the cases are others than every time. */
export const isRandom = seed !== FIXED_SEED;

const wanted = wholeNumber('SYSTEM_LANDSCAPE_PROPERTY_RUNS', process.env.SYSTEM_LANDSCAPE_PROPERTY_RUNS);

/** Whether somebody asked for another number of runs than the usual one: then they take the time that they take. */
export const longRun = wanted !== undefined;

/** How many cases of a property are tried: the usual number, or what `SYSTEM_LANDSCAPE_PROPERTY_RUNS` asks for. */
export function runs(usual: number): number {
	return wanted ?? usual;
}

/** Checks a property for so many random cases, or for as many as `SYSTEM_LANDSCAPE_PROPERTY_RUNS` asks for. */
export function forAll<Values extends [unknown, ...unknown[]]>(
	usualRuns: number,
	...property: [
		...arbitraries: { [Key in keyof Values]: fc.Arbitrary<Values[Key]> },
		check: (...values: Values) => void,
	]
): void {
	fc.assert(fc.property(...property), { numRuns: runs(usualRuns) });
}

function seedFrom(text: string | undefined): number {
	if (text === 'random') {
		return Math.floor(Math.random() * 0x7fff_ffff);
	}
	return wholeNumber('SYSTEM_LANDSCAPE_PROPERTY_SEED', text) ?? FIXED_SEED;
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
	if (text === undefined || text === '') {
		return undefined;
	}
	if (!/^\d+$/.test(text)) {
		throw new Error(`${name} is "${text}", which is no whole number.`);
	}
	return Number(text);
}

fc.configureGlobal({ seed, ...(wanted === undefined ? {} : { numRuns: wanted }) });
