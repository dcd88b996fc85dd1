import * as l10n from '@vscode/l10n';
import { commands } from 'vscode';
import type { Instant } from '../model/instant.ts';
import { shorten } from '../model/names.ts';
import { localTime } from '../workspace/local-time.ts';
import { inform } from '../workspace/messages.ts';
import { terminology } from '../workspace/settings.ts';

/** A system in a landscape file, as commands take it. */
export interface SystemFields {
	readonly landscape: string;
	readonly system: string;
}

/** Tells that a system waits for being paired, and offers to copy its token. Does not wait for the person. */
export function offerToken(fields: SystemFields, expiresAt: Instant): void {
	const name = shorten(fields.system);
	const end = localTime(expiresAt);
	offer(
		terminology() === 'classic'
			? l10n.t`"${name}" is pending. Copy its integration token and send it to the tenant administrator. It is valid until ${end}.`
			: l10n.t`"${name}" was added. Copy its integration token and send it to the tenant administrator. It is valid until ${end}.`,
		l10n.t('Copy Token'),
		'copyToken',
		fields,
	);
}

/** Tells that a system has no token yet, and offers to get one (DEC-2). Does not wait for the person. */
export function offerGetToken(fields: SystemFields): void {
	offer(
		l10n.t`"${shorten(fields.system)}" was added, but has no integration token yet. It can't be paired without one.`,
		l10n.t('Get Token'),
		'getToken',
		fields,
	);
}

function offer(message: string, action: string, command: string, fields: SystemFields): void {
	void inform(message, action).then((chosen) => {
		if (chosen === action) {
			void commands.executeCommand(`systemLandscape.${command}`, { ...fields, interactive: true });
		}
	});
}
