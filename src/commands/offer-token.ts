import * as l10n from '@vscode/l10n';
import type { Instant } from '../model/instant.ts';
import { shorten } from '../model/names.ts';
import { localTime } from '../workspace/local-time.ts';
import { inform } from '../workspace/messages.ts';
import { terminology } from '../workspace/settings.ts';
import { offer } from './offer.ts';

/** A system in a landscape file, as commands take it. */
export interface SystemFields {
	readonly landscape: string;
	readonly system: string;
}

/** Says that a system can be paired now, and offers to copy its token. Doesn't wait for the person. */
export function offerToken(fields: SystemFields, expiresAt: Instant): void {
	const name = shorten(fields.system);
	const end = localTime(expiresAt);
	const message =
		terminology() === 'classic'
			? l10n.t`"${name}" is pending. Copy its integration token and send it to the tenant administrator. It is valid until ${end}.`
			: l10n.t`"${name}" was added. Copy its integration token and send it to the tenant administrator. It is valid until ${end}.`;
	offer(inform(message, l10n.t('Copy Token')), 'copyToken', fields);
}

/** Says that a system doesn't have a token yet, and offers to get one (DEC-2). Doesn't wait for the person. */
export function offerGetToken(fields: SystemFields): void {
	const message = l10n.t`"${shorten(fields.system)}" was added, but doesn't have an integration token yet. You need one to pair it.`;
	offer(inform(message, l10n.t('Get Token')), 'getToken', fields);
}
