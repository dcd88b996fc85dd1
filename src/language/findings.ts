import { locate, type Reading, type TextFinding } from '../document/read.ts';
import { checkLandscape } from '../model/findings/check-landscape.ts';
import type { Path } from '../model/findings/finding.ts';
import type { Instant } from '../model/instant.ts';

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
		: checkLandscape(reading.landscape, now, tokenExpiryWarning).map((finding) => ({
				...locate(reading, finding),
				path: finding.path,
				...(finding.instead === undefined ? {} : { instead: finding.instead }),
			}));
	return [...reading.findings, ...contradictions];
}
