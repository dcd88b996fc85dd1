import * as l10n from '@vscode/l10n';
import { env } from 'vscode';
import type { Instant } from '../model/instant.ts';
import { shorten } from '../model/names.ts';
import { localTime } from '../workspace/local-time.ts';
import { inform } from '../workspace/messages.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';
import { tellTokenTaken, tokenAtHand } from './token-at-hand.ts';

export const copyTokenFields = fields({ system: text });

/** *Copy Token*: the token of a pending system to the clipboard. Refuses with the codes of {@link tokenAtHand}. */
export async function copyToken(
	given: Given<typeof copyTokenFields>,
	target: Target,
	services: Services,
): Promise<Result<{ expiresAt: Instant; reissued: boolean }>> {
	const token = await tokenAtHand(given, target, services);
	if (!token?.ok) {
		return token;
	}
	await env.clipboard.writeText(token.text);
	tellTokenTaken();
	const { expiresAt, reissued } = token;
	if (given.interactive) {
		const name = shorten(token.system);
		const end = localTime(expiresAt);
		void inform(
			reissued
				? l10n.t`The token of "${name}" had expired, so a new one was issued and copied. Send it to the tenant administrator like a password: it works once, until ${end}.`
				: l10n.t`The token of "${name}" was copied. Send it to the tenant administrator like a password: it works once, until ${end}.`,
		);
	}
	return { ok: true, expiresAt, reissued };
}
