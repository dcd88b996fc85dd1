import { env } from 'vscode';
import type { Instant } from '../model/instant.ts';

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

function formatIn(language: string): Intl.DateTimeFormat {
	const form = { dateStyle: 'medium', timeStyle: 'short' } as const;
	const own = new Intl.DateTimeFormat(undefined, form);
	const speaks = own.resolvedOptions().locale.split('-')[0] === language.split('-')[0];
	return speaks ? own : new Intl.DateTimeFormat(language, form);
}
