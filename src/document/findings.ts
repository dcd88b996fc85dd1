import { findingsOf, type Path } from '../model/findings.ts';
import type { Instant } from '../model/instant.ts';
import { locate, type Reading, type TextFinding } from './read.ts';

/** A finding at its place in the text; of the landscape's contradictions, with their path in it. */
export interface PlacedFinding extends TextFinding {
	readonly path?: Path;
}

/** All findings of a text at `now`. What a file contradicts can only be told when all of it is understood. */
export function findingsIn(
	reading: Reading,
	now: Instant,
	tokenExpiryWarning: number,
): readonly PlacedFinding[] {
	const contradictions = reading.unreadable
		? []
		: findingsOf(reading.landscape, now, tokenExpiryWarning).map((finding) => ({
				...locate(reading, finding),
				path: finding.path,
				...(finding.instead === undefined ? {} : { instead: finding.instead }),
			}));
	return [...reading.findings, ...contradictions];
}
