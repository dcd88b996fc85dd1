/** Where in a landscape something is: the keys from the root, list positions as numbers. */
export type Path = readonly (string | number)[];

/** How much a finding matters; a hint is only something to tidy up. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Something to know about a landscape, at a value or a key. */
export interface Finding {
	/** Don't rename codes: other tools, tests and documentation rely on them. */
	readonly code: string;
	readonly severity: Severity;
	readonly message: string;
	readonly path: Path;
	readonly at: 'key' | 'value';
	/** The right value, if it's clear. */
	readonly instead?: string;
}
