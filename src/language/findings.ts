import { locate, type Reading, type TextFinding } from '../document/read.ts';
import { checkLandscape } from '../model/findings/check-landscape.ts';
import type { Instant } from '../model/instant.ts';

/** All findings of a text at `now`. The landscape is checked only if the whole text is understood. */
export function findingsIn(
	reading: Reading,
	now: Instant,
	tokenExpiryWarning: number,
): readonly TextFinding[] {
	const contradictions = reading.unreadable
		? []
		: checkLandscape(reading.landscape, now, tokenExpiryWarning).map((finding) => locate(reading, finding));
	return [...reading.findings, ...contradictions];
}
