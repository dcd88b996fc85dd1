import * as l10n from '@vscode/l10n';
import { env } from 'vscode';
import { type Refusal, refuse } from '../model/decision.ts';
import { fromMillis, type Instant, toMillis } from '../model/instant.ts';

/** Made once: every entry of the tree writes moments, and making a format takes about as long as using it a hundred times. */
let format: Intl.DateTimeFormat | undefined;

/**
 * A moment in the person's own time zone, in the language of VS Code: `Nov 28, 2026, 1:47 AM`. Where the computer has
 * that language too, its way of writing it is kept (`en-GB`).
 */
export function localTime(instant: Instant): string {
	format ??= formatIn(env.language);
	return format.format(new Date(instant));
}

function formatIn(
	language: string,
	form: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' },
): Intl.DateTimeFormat {
	const own = new Intl.DateTimeFormat(undefined, form);
	const speaks = own.resolvedOptions().locale.split('-')[0] === language.split('-')[0];
	return speaks ? own : new Intl.DateTimeFormat(language, form);
}

/** Like {@link format}, with the time zone. */
let formatWithZone: Intl.DateTimeFormat | undefined;

/** A moment as {@link localTime} says it, with the time zone, for texts that others read: `Nov 28, 2026, 1:47 AM GMT+1`. */
export function localTimeWithZone(instant: Instant): string {
	formatWithZone ??= formatIn(env.language, {
		year: 'numeric',
		month: 'short',
		day: 'numeric',
		hour: 'numeric',
		minute: '2-digit',
		timeZoneName: 'short',
	});
	return formatWithZone.format(new Date(instant));
}

/** A moment in the person's own time zone, as it can be typed: `2026-11-28 01:47`. */
export function localInput(instant: Instant): string {
	const date = new Date(toMillis(instant));
	const two = (part: number) => String(part).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The moment that a person typed as {@link localInput} writes it, or `undefined`. */
export function instantOf(text: string): Instant | undefined {
	const parts = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})$/.exec(text.trim());
	const millis = parts ? Date.parse(`${parts[1]}T${parts[2]}:00`) : Number.NaN;
	// Without the second check, February 30 would be March 2.
	return Number.isNaN(millis) || localInput(fromMillis(millis)) !== `${parts?.[1]} ${parts?.[2]}`
		? undefined
		: fromMillis(millis);
}

/** Refuses a text that isn't a moment, with `request-malformed`. */
export function checkLocalInput(text: string): Refusal | undefined {
	return instantOf(text) === undefined
		? refuse('request-malformed', l10n.t`Enter date and time in this form: ${'2026-11-28 01:47'}`)
		: undefined;
}
