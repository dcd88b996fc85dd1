/** A moment as UTC ISO text in whole seconds, such as `2026-11-20T10:00:00Z`. */
export type Instant = string;

const INSTANT = /^\d{4}-\d\d-(\d\d)T(?:[01]\d|2[0-3]):\d\d:\d\dZ$/;

/** Whether a text is a valid date and time in the format of landscape files. */
export function isInstant(text: string): text is Instant {
	const day = INSTANT.exec(text)?.[1];
	// Date.parse turns 30 February into 2 March.
	return day !== undefined && new Date(Date.parse(text)).getUTCDate() === Number(day);
}

const WITH_ZONE = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?\s*([Zz]|[+-]\d\d:\d\d)$/;

/** Reads a time in another format, cut to whole seconds; `undefined` without a time zone. */
export function instantFrom(text: string): Instant | undefined {
	const [, day, minute, second = ':00', zone = ''] = WITH_ZONE.exec(text.trim()) ?? [];
	const local = `${day}T${minute}${second}`;
	const millis = Date.parse(local + zone.toUpperCase());
	return isInstant(`${local}Z`) && Number.isFinite(millis) ? fromMillis(millis) : undefined;
}

/** Milliseconds since 1970 of a moment. */
export function toMillis(instant: Instant): number {
	return Date.parse(instant);
}

/** The moment at `millis` milliseconds since 1970, cut to whole seconds. */
export function fromMillis(millis: number): Instant {
	return `${new Date(millis).toISOString().slice(0, 19)}Z`;
}

/** The moment `seconds` after `instant`. */
export function addSeconds(instant: Instant, seconds: number): Instant {
	return fromMillis(toMillis(instant) + seconds * 1000);
}
