/** How many tests of a suite passed and failed. */
export interface Counts {
	readonly passed: number;
	readonly failed: number;
	/** The names of those that passed only when they were repeated. */
	readonly flaky: readonly string[];
}

const outputMark = 'SUITE-OUTPUT ';
const resultMark = 'SUITE-RESULT ';

/** A line of a suite for the person who runs it, told from the many other ones on an extension host's console. */
export function suiteOutputLine(text: string): string {
	return outputMark + text;
}

/** The line by which a suite tells its counts through the console of its extension host. */
export function suiteResultLine(counts: Counts): string {
	return resultMark + JSON.stringify(counts);
}

/** The text of a line of `suiteOutputLine`; nothing for every other line. */
export function parseSuiteOutput(line: string): string | undefined {
	return line.startsWith(outputMark) ? line.slice(outputMark.length) : undefined;
}

/** The counts of a line of `suiteResultLine`; nothing for every other line. */
export function parseSuiteResult(line: string): Counts | undefined {
	return line.startsWith(resultMark) ? JSON.parse(line.slice(resultMark.length)) : undefined;
}
