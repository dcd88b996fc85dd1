import * as l10n from '@vscode/l10n';
import type { Uri } from 'vscode';
import { shorten } from '../model/names.ts';
import { localTime } from '../workspace/local-time.ts';
import { inform } from '../workspace/messages.ts';
import { offer } from './offer.ts';
import type { TokenText } from './token-at-hand.ts';

/** Says that a token is on the clipboard and how to treat it, and offers its tenant. Doesn't wait for the person. */
export function tellTokenCopied(
	landscape: Uri,
	{ system, expiresAt, reissued }: Omit<TokenText, 'text'>,
): void {
	const name = shorten(system);
	const end = localTime(expiresAt);
	const message = reissued
		? l10n.t`The token of "${name}" had expired, so a new one was issued and copied. Send it to the tenant administrator like a password: it works once, until ${end}.`
		: l10n.t`The token of "${name}" was copied. Send it to the tenant administrator like a password: it works once, until ${end}.`;
	offer(inform(message, l10n.t('Open Tenant')), 'openTenant', { landscape: landscape.toString(), system });
}
