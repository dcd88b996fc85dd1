import type { Instant } from '../model/instant.ts';

/** A moment as the person's computer writes it, in its own time zone: `Nov 28, 2026, 1:47 AM`. */
export function localTime(instant: Instant): string {
	return new Date(instant).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}
