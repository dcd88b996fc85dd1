import * as l10n from '@vscode/l10n';
import { type Refusal, refuse } from './decision.ts';
import { type Instant, toMillis } from './instant.ts';

/** Milliseconds by which the clocks of two computers may differ before a time counts as one in the future. */
const CLOCK_DIFFERENCE = 5 * 60 * 1000;

/** Refuses a time at which nobody can have seen something yet, with `time-in-future`. */
export function checkSeenAt(seenAt: Instant | undefined, now: Instant): Refusal | undefined {
	return seenAt !== undefined && toMillis(seenAt) > toMillis(now) + CLOCK_DIFFERENCE
		? refuse('time-in-future', l10n.t('This time is in the future. Enter when you saw it.'))
		: undefined;
}
