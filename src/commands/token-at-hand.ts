import * as l10n from '@vscode/l10n';
import { commands } from 'vscode';
import { type Refusal, refuse } from '../model/decision.ts';
import type { Instant } from '../model/instant.ts';
import { shorten } from '../model/names.ts';
import { getToken, NEW_SYSTEM, newToken, showToken } from '../model/systems.ts';
import { now } from '../workspace/clock.ts';
import { ask } from './ask.ts';
import type { Target } from './landscape-command.ts';
import { pickSystemUnlessOne } from './questions.ts';
import type { Services } from './services.ts';
import { withMintedToken } from './with-minted-token.ts';

/** A token's text, to be handed to the clipboard or shown, and never kept. */
export interface TokenText {
	readonly ok: true;
	readonly system: string;
	readonly text: string;
	readonly expiresAt: Instant;
	readonly reissued: boolean;
}

/**
 * The token of a pending system, which the person picks where it isn't given; an expired one is reissued (R-TOK-6,
 * DEC-3). Refuses with the codes of the rule `showToken` in model/ and with `token-not-on-this-machine`.
 */
export async function tokenAtHand(
	given: { readonly system?: string | undefined; readonly interactive: boolean },
	{ title, file, landscape, change }: Target,
	{ vault }: Services,
): Promise<TokenText | Refusal | undefined> {
	const answers = await ask(title, given, {
		system: ({ interactive }) =>
			pickSystemUnlessOne(
				interactive,
				l10n.t('Select the pending system'),
				[...landscape().systems.values()].filter(({ name }) => showToken(landscape(), name, now()).ok),
				refuse(
					'system-unknown',
					l10n.t('No pending system has a token that you can copy. Add a system first.'),
					NEW_SYSTEM,
				),
			),
	});
	if (!answers?.ok) {
		return answers;
	}
	const { system } = answers;
	const found = showToken(landscape(), system, now());
	if (!found.ok) {
		return found;
	}
	if (found.reissue) {
		const { scenarioGroups } = found;
		const { type = '', token: expired } = landscape().systems.get(system) ?? {};
		const reissued = await withMintedToken(
			vault,
			{ landscape: file.uri.toString(), system, type },
			(fingerprint) =>
				change((current, moment) => getToken(current, { system, scenarioGroups, fingerprint }, moment)),
		);
		if (!reissued?.ok) {
			return reissued;
		}
		await vault.supersede(expired?.fingerprint);
		const { text, token } = reissued;
		return { ok: true, system, text, expiresAt: token.expiresAt, reissued: true };
	}
	const { fingerprint, expiresAt } = found.token;
	const text = fingerprint && (await vault.textOf(fingerprint));
	return text
		? { ok: true, system, text, expiresAt, reissued: false }
		: refuse(
				'token-not-on-this-machine',
				fingerprint === undefined
					? l10n.t`Only the date of the token of "${shorten(system)}" was recorded. Copy the token in the cockpit.`
					: l10n.t`The token of "${shorten(system)}" is stored on the computer that it was issued on. Ask the person who registered the system for it, or get a new token.`,
				...newToken(landscape(), system),
			);
}

let isTaken = false;

/** Whether a token was taken out in this window. */
export function isTokenTaken(): boolean {
	return isTaken;
}

/** Ticks the walkthrough's step of handing over: no file shows that a token was taken out until it is used. */
export function tellTokenTaken(): void {
	isTaken = true;
	void commands.executeCommand('setContext', 'systemLandscape.tokenTaken', true);
}
