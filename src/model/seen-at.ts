import * as l10n from '@vscode/l10n';
import { type Refusal, refuse } from './decision.ts';
import { addSeconds, type Instant } from './instant.ts';

/** Seconds by which the clocks of two computers may differ before a time counts as one in the future. */
export const CLOCK_DIFFERENCE = 5 * 60;

/** Refuses a time at which nobody can have seen something yet, with `time-in-future`. */
export function checkSeenAt(seenAt: Instant | undefined, now: Instant): Refusal | undefined {
	// UTC times in the same format sort like text.
	return seenAt !== undefined && seenAt > addSeconds(now, CLOCK_DIFFERENCE)
		? refuse('time-in-future', l10n.t('This time is in the future. Enter one that has passed.'))
		: undefined;
}
