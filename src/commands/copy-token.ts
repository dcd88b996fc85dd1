import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { env } from 'vscode';
import { shorten } from '../model/names.ts';
import { localTime } from '../workspace/local-time.ts';
import { inform } from '../workspace/messages.ts';
import { command, text } from './command.ts';
import { tellTokenTaken, tokenAtHand } from './token-at-hand.ts';

/** *Copy Token*: the token of a pending system to the clipboard (R-SYS-3, R-SYS-4). Refuses with the codes of {@link tokenAtHand}. */
export const copyToken = command({
	name: 'copyToken',
	fields: v.object({ landscape: text(), system: text() }),
	required: ['system'],
	run: async (services, fields, call) => {
		const token = await tokenAtHand(services, fields, call, l10n.t('Copy Token'));
		if (!token?.ok) {
			return token;
		}
		await env.clipboard.writeText(token.text);
		tellTokenTaken();
		const { system, expiresAt, reissued } = token;
		if (call.interactive) {
			const name = shorten(system);
			const end = localTime(expiresAt);
			void inform(
				reissued
					? l10n.t`The token of "${name}" had expired, so a new one was issued and copied. It is valid until ${end} and works once. Send it to the tenant administrator as you would send a password.`
					: l10n.t`The token of "${name}" was copied. It is valid until ${end} and works once. Send it to the tenant administrator as you would send a password.`,
			);
		}
		return { ok: true, expiresAt, reissued };
	},
});
