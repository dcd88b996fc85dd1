/** Where in a landscape something is: the keys from the root, list positions as numbers. */
export type Path = readonly (string | number)[];

/** How much a finding matters; a hint is no problem, only something to tidy up. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Something about a landscape that a person should know, at the value (or the key) that it is about. */
export interface Finding {
	/** Stable: other tools, tests and documentation rely on it. */
	readonly code: string;
	readonly severity: Severity;
	readonly message: string;
	readonly path: Path;
	readonly at: 'key' | 'value';
	/** What should stand at that place, where that is clear. */
	readonly instead?: string;
}
