import { env } from 'vscode';
import type { Instant } from '../model/instant.ts';

/**
 * A moment in the person's own time zone, in the language of VS Code: `Nov 28, 2026, 1:47 AM`. Where the computer has
 * that language too, its way of writing it is kept (`en-GB`).
 */
export function localTime(instant: Instant): string {
	const form = { dateStyle: 'medium', timeStyle: 'short' } as const;
	const own = new Intl.DateTimeFormat(undefined, form);
	const speaks = own.resolvedOptions().locale.split('-')[0] === env.language.split('-')[0];
	return (speaks ? own : new Intl.DateTimeFormat(env.language, form)).format(new Date(instant));
}
