import type { Instant } from '../instant.ts';

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
	readonly data?: FindingData;
}

/** What a quick fix needs to know about a finding, beside its place. */
export interface FindingData {
	/** What to write there instead, where that is clear. */
	readonly instead?: string | number | readonly string[] | undefined;
	/** A key to add to the record there, with its usual value. */
	readonly missing?: { readonly key: string; readonly value: string | number } | undefined;
	/** The name of a system that doesn't exist. */
	readonly system?: string;
	/** When the token was used, as its extension tells. */
	readonly usedAt?: Instant | undefined;
	/** The tenant whose extension contradicts the rest. */
	readonly tenant?: string | undefined;
}
