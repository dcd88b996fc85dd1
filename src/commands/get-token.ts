import * as l10n from '@vscode/l10n';
import { checkBroughtText } from '../model/brought-token.ts';
import { refuse } from '../model/decision.ts';
import type { Instant } from '../model/instant.ts';
import type { Landscape } from '../model/landscape.ts';
import { shorten } from '../model/names.ts';
import { checkRecord } from '../model/recording.ts';
import { checkSeenAt } from '../model/seen-at.ts';
import {
	checkGetToken,
	checkGroups,
	getToken as decide,
	NEW_SYSTEM,
	type NewToken,
} from '../model/systems.ts';
import { tokenState } from '../model/tokens.ts';
import { now } from '../workspace/clock.ts';
import { checkLocalInput, instantOf, localInput } from '../workspace/local-time.ts';
import { confirmed } from '../workspace/messages.ts';
import { ask, inDialog, inputBox } from './ask.ts';
import { fields, type Given, instant, text, texts } from './command.ts';
import type { Target } from './landscape-command.ts';
import { offerToken } from './offer-token.ts';
import { hasScenarioGroups, pickScenarioGroups, pickSystemUnlessOne } from './questions.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';
import { withBroughtToken } from './with-brought-token.ts';
import { withMintedToken } from './with-minted-token.ts';

export const getTokenFields = fields(
	{ system: text },
	{ scenarioGroups: texts, token: text, issuedAt: instant },
);

/**
 * *Get Token*: a new token for a system that isn't registered; an older open one becomes invalid (DEC-7). In a recorded
 * landscape, it's the one that the cockpit issued: its text, or only when that was (R-REC-5). Refuses with the codes of the
 * rule `getToken` in model/, of {@link withBroughtToken}, and with `not-recorded` for a token that is brought to practice.
 */
export async function getToken(
	given: Given<typeof getTokenFields>,
	{ file, landscape, change }: Target,
	{ vault }: Services,
): Promise<Result<{ system: string; expiresAt: Instant }>> {
	const recordOf = (system: string | undefined) => landscape().systems.get(system ?? '');
	const isBrought = given.token !== undefined || given.issuedAt !== undefined;
	const refused =
		(isBrought ? checkRecord(landscape()) : undefined) ??
		(given.system === undefined
			? undefined
			: (checkGetToken(landscape(), given.system) ??
				(given.scenarioGroups === undefined
					? undefined
					: checkGroups(landscape(), recordOf(given.system)?.type ?? '', given.scenarioGroups))));
	if (refused) {
		return refused;
	}
	const isRecorded = landscape().mode === 'recorded';
	const title = isRecorded ? l10n.t('Record Token') : l10n.t('Get Token');
	const answers = await ask(title, given, {
		system: ({ interactive }) =>
			pickSystemUnlessOne(
				interactive,
				l10n.t('Select the system to pair'),
				[...landscape().systems.values()].filter(({ name }) => !checkGetToken(landscape(), name)),
				refuse('system-unknown', l10n.t('No system needs a token now. Add a system first.'), NEW_SYSTEM),
			),
		scenarioGroups: ({ system, interactive }) => {
			if (!interactive && isRecorded) {
				return [];
			}
			const { type, token } = recordOf(system) ?? {};
			return system === undefined || hasScenarioGroups(type)
				? inDialog(
						isRecorded
							? l10n.t`Record Token of System "${shorten(system ?? '')}"`
							: l10n.t`Get Token for System "${shorten(system ?? '')}"`,
						pickScenarioGroups(type ?? '', token?.scenarioGroups),
					)
				: [];
		},
	});
	if (!answers?.ok) {
		return answers;
	}
	const { system, scenarioGroups } = answers;
	const { type = '', token: earlier } = recordOf(system) ?? {};
	// Somebody may have been sent the one that works. Adding the text of one whose date is known replaces nothing.
	const isReplacing = tokenState(earlier, now()) === 'open' && (!isRecorded || earlier?.fingerprint);
	if (given.interactive && isReplacing && !(await isReplacingConfirmed(system, isRecorded))) {
		return undefined;
	}
	const brought = isRecorded ? await askForToken(given, landscape) : undefined;
	if (isRecorded && !brought?.ok) {
		return brought;
	}
	const fieldsOfSystem = { landscape: file.uri.toString(), system };
	const write = (token: Omit<NewToken, 'scenarioGroups'>) =>
		change((current, moment) => decide(current, { system, scenarioGroups, ...token }, moment));
	const result = brought?.ok
		? await withBroughtToken(vault, landscape(), { ...fieldsOfSystem, type }, brought, write)
		: await withMintedToken(vault, { ...fieldsOfSystem, type }, (fingerprint) => write({ fingerprint }));
	if (!result?.ok) {
		return result;
	}
	const { expiresAt, fingerprint } = result.token;
	if (earlier?.fingerprint !== fingerprint) {
		await vault.supersede(earlier?.fingerprint);
	}
	if (given.interactive && (fingerprint !== undefined || !isRecorded)) {
		offerToken(fieldsOfSystem, expiresAt);
	}
	return { ok: true, system, expiresAt };
}

/** Asks for the token that the cockpit shows, or only for when it was issued; what is given isn't asked for. */
async function askForToken(given: Given<typeof getTokenFields>, landscape: () => Landscape) {
	const { interactive, token, issuedAt } = given;
	if (!interactive || token !== undefined || issuedAt !== undefined) {
		return { ok: true as const, token, issuedAt };
	}
	const answers = await ask(
		l10n.t('Record Token'),
		{ interactive, text: undefined as string | undefined, seen: undefined as string | undefined },
		{
			text: () =>
				inputBox({
					prompt: l10n.t(
						'Paste the integration token from the cockpit, or leave it empty to record only its date',
					),
					password: true,
					validate: (text) => (text === '' ? undefined : checkBroughtText(landscape(), text)),
				}),
			seen: () =>
				inputBox({
					prompt: l10n.t('When the cockpit issued it, in your time zone'),
					value: localInput(now()),
					validate: (text) => checkLocalInput(text) ?? checkSeenAt(instantOf(text), now()),
				}),
		},
	);
	return answers?.ok
		? { ok: true as const, token: answers.text || undefined, issuedAt: instantOf(answers.seen) }
		: answers;
}

function isReplacingConfirmed(system: string, isRecorded: boolean): Promise<boolean> {
	const question = l10n.t`Replace the integration token of "${shorten(system)}"?`;
	return isRecorded
		? confirmed(
				question,
				l10n.t(
					'Do that if the cockpit issued a new one: the token that was recorded before no longer works then.',
				),
				l10n.t('Record Token'),
			)
		: confirmed(
				question,
				l10n.t(
					'The token that was issued before stops working. Send the new one to the tenant administrator.',
				),
				l10n.t('Get New Token'),
			);
}
