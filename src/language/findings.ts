import { locate, type Reading, type TextFinding } from '../document/read.ts';
import { checkLandscape } from '../model/findings/check-landscape.ts';
import type { Path } from '../model/findings/finding.ts';
import type { Instant } from '../model/instant.ts';

/** A finding and its range in the text; findings about the landscape also have their path. */
export interface PlacedFinding extends TextFinding {
	readonly path?: Path;
}

/** All findings of a text at `now`. The landscape is checked only if the whole text is understood. */
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
