import * as l10n from '@vscode/l10n';
import { env } from 'vscode';
import { systemType } from '../model/catalog/system-types.ts';
import { refuse } from '../model/decision.ts';
import { shorten } from '../model/names.ts';
import { NEW_SYSTEM, showToken } from '../model/systems.ts';
import { handOverNote } from '../report/hand-over-note.ts';
import { now } from '../workspace/clock.ts';
import { localTimeWithZone } from '../workspace/local-time.ts';
import { inform } from '../workspace/messages.ts';
import { ask } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import { offer } from './offer.ts';
import { pickSystemUnlessOne } from './questions.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

export const copyHandOverNoteFields = fields({ system: text });

/**
 * *Copy Hand-Over Note*: what a tenant administrator needs to know to pair a system, as Markdown to the clipboard. The token
 * isn't in it. Refuses with the codes of {@link handOverNote}.
 */
export async function copyHandOverNote(
	given: Given<typeof copyHandOverNoteFields>,
	{ title, file, landscape }: Target,
	{ vault }: Services,
): Promise<Result> {
	const answers = await ask(title, given, {
		system: ({ interactive }) =>
			pickSystemUnlessOne(
				interactive,
				l10n.t('Select the pending system'),
				[...landscape().systems.values()].filter(
					({ status, type }) => status === 'pending' && systemType(type),
				),
				refuse(
					'system-unknown',
					l10n.t('No system is waiting to be paired. Add a system first.'),
					NEW_SYSTEM,
				),
			),
	});
	if (!answers?.ok) {
		return answers;
	}
	const { system } = answers;
	const moment = now();
	const made = handOverNote(landscape(), system, { now: moment, localTime: localTimeWithZone });
	if (!made.ok) {
		return made;
	}
	await env.clipboard.writeText(made.note);
	if (given.interactive) {
		const name = shorten(system);
		const message = made.isUsable
			? l10n.t`The hand-over note for "${name}" was copied. It doesn't contain the token: send that separately, through a safe channel.`
			: l10n.t`The hand-over note for "${name}" was copied. It says that there's no token to pair the system with at the moment.`;
		const token = showToken(landscape(), system, moment);
		const isHere =
			token.ok &&
			(token.reissue || vault.held.some(({ fingerprint }) => fingerprint === token.token.fingerprint));
		if (isHere) {
			offer(inform(message, l10n.t('Copy Token')), 'copyToken', {
				landscape: file.uri.toString(),
				system,
			});
		} else {
			void inform(message);
		}
	}
	return { ok: true };
}
