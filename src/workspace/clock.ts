import { fromMillis, type Instant } from '../model/instant.ts';

/** The present moment: the one place that reads a clock. */
export function now(): Instant {
	return fromMillis(Date.now());
}
