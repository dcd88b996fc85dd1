import * as l10n from '@vscode/l10n';
import { refuse } from '../model/decision.ts';
import type { Instant } from '../model/instant.ts';
import { shorten } from '../model/names.ts';
import { checkGetToken, getToken as decide, newSystem } from '../model/systems.ts';
import { checkScenarioGroups, tokenState } from '../model/tokens.ts';
import { now } from '../workspace/clock.ts';
import { confirmed } from '../workspace/messages.ts';
import { ask, inDialog } from './ask.ts';
import { fields, type Given, text, texts } from './command.ts';
import type { Target } from './landscape-command.ts';
import { offerToken } from './offer-token.ts';
import { hasScenarioGroups, pickScenarioGroups, pickSystemUnlessOne } from './questions.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';
import { withMintedToken } from './with-minted-token.ts';

export const getTokenFields = fields({ system: text }, { scenarioGroups: texts });

/**
 * *Get Token*: a new token for a system that isn't registered; an older open one becomes invalid (DEC-7). Refuses with
 * the codes of the rule `getToken` in model/.
 */
export async function getToken(
	given: Given<typeof getTokenFields>,
	{ file, landscape, change }: Target,
	{ vault }: Services,
): Promise<Result<{ system: string; expiresAt: Instant }>> {
	const recordOf = (system: string | undefined) => landscape().systems.get(system ?? '');
	const refused =
		given.system === undefined
			? undefined
			: (checkGetToken(landscape(), given.system) ??
				(given.scenarioGroups === undefined
					? undefined
					: checkScenarioGroups(recordOf(given.system)?.type ?? '', given.scenarioGroups)));
	if (refused) {
		return refused;
	}
	const answers = await ask(l10n.t('Get Token'), given, {
		system: ({ interactive }) =>
			pickSystemUnlessOne(
				interactive,
				l10n.t('Select the system to pair'),
				[...landscape().systems.values()].filter(({ name }) => !checkGetToken(landscape(), name)),
				refuse(
					'system-unknown',
					l10n.t('No system needs a token now. Add a system first.'),
					...newSystem(landscape()),
				),
			),
		scenarioGroups: ({ system }) => {
			const { type, token } = recordOf(system) ?? {};
			return system === undefined || hasScenarioGroups(type)
				? inDialog(
						l10n.t`Get Token for System "${shorten(system ?? '')}"`,
						pickScenarioGroups(type ?? '', token?.scenarioGroups),
					)
				: [];
		},
	});
	if (!answers?.ok) {
		return answers;
	}
	const { system, scenarioGroups } = answers;
	// Somebody may have been sent the one that works.
	if (
		given.interactive &&
		tokenState(recordOf(system)?.token, now()) === 'open' &&
		!(await isReplacingConfirmed(system))
	) {
		return undefined;
	}
	const { type = '', token: earlier } = recordOf(system) ?? {};
	const fieldsOfSystem = { landscape: file.uri.toString(), system };
	const result = await withMintedToken(vault, { ...fieldsOfSystem, type }, (fingerprint) =>
		change((current, moment) => decide(current, { system, scenarioGroups, fingerprint }, moment)),
	);
	if (!result?.ok) {
		return result;
	}
	await vault.supersede(earlier?.fingerprint);
	const { expiresAt } = result.token;
	if (given.interactive) {
		offerToken(fieldsOfSystem, expiresAt);
	}
	return { ok: true, system, expiresAt };
}

function isReplacingConfirmed(system: string): Promise<boolean> {
	return confirmed(
		l10n.t`Replace the integration token of "${shorten(system)}"?`,
		l10n.t('The token that was issued before stops working. Send the new one to the tenant administrator.'),
		l10n.t('Get New Token'),
	);
}
