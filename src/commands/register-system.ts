import * as l10n from '@vscode/l10n';
import { systemType } from '../model/catalog/system-types.ts';
import type { Instant } from '../model/instant.ts';
import {
	checkMint,
	checkNewSystemName,
	checkType,
	registerSystem as decide,
	type NewToken,
} from '../model/systems.ts';
import { checkScenarioGroups } from '../model/tokens.ts';
import { ask, inputBox } from './ask.ts';
import { fields, type Given, text, texts } from './command.ts';
import type { Target } from './landscape-command.ts';
import { offerGetToken, offerToken } from './offer-token.ts';
import { hasScenarioGroups, pickScenarioGroups, pickSystemType } from './questions.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';
import { withMintedToken } from './with-minted-token.ts';

export const registerSystemFields = fields({ name: text, type: text }, { scenarioGroups: texts });

/**
 * *Register System*, which the current cockpit calls *Add System*: *Add* and *Get Token* in one (DEC-1). Where the person
 * cancels the choice of groups, the system stays, pending and without token (DEC-2). Refuses with the codes of the rule
 * `registerSystem` in model/.
 */
export async function registerSystem(
	given: Given<typeof registerSystemFields>,
	{ title, file, landscape, change }: Target,
	{ vault }: Services,
): Promise<Result<{ system: string; expiresAt?: Instant }>> {
	const refused =
		(given.name === undefined ? undefined : checkNewSystemName(landscape(), given.name)) ??
		(given.type === undefined ? undefined : checkType(given.type)) ??
		(given.type === undefined || systemType(given.type) ? checkMint(landscape()) : undefined) ??
		(given.type === undefined || given.scenarioGroups === undefined
			? undefined
			: checkScenarioGroups(given.type, given.scenarioGroups));
	if (refused) {
		return refused;
	}
	const answers = await ask(title, given, {
		name: () =>
			inputBox({
				prompt: l10n.t('Name of the system: unique in the global account, printable ASCII'),
				placeholder: 'SAP S/4HANA DEV System',
				validate: (name) => checkNewSystemName(landscape(), name),
			}),
		type: () => pickSystemType(),
		scenarioGroups: ({ type }) =>
			type === undefined || hasScenarioGroups(type) ? pickScenarioGroups(type ?? '', { cancelled: [] }) : [],
	});
	if (!answers?.ok) {
		return answers;
	}
	const { name, type, scenarioGroups } = answers;
	const isCancelled = hasScenarioGroups(type) && scenarioGroups.length === 0;
	const fieldsOfSystem = { landscape: file.uri.toString(), system: name };
	const add = (token?: NewToken) =>
		change((current, now) => decide(current, { name, type, ...(token && { token }) }, now));
	const result =
		systemType(type) && !isCancelled
			? await withMintedToken(vault, { ...fieldsOfSystem, type }, (fingerprint) =>
					add({ scenarioGroups, fingerprint }),
				)
			: await add();
	if (!result?.ok) {
		return result;
	}
	const { token } = result;
	if (given.interactive && token) {
		offerToken(fieldsOfSystem, token.expiresAt);
	} else if (given.interactive && systemType(type)) {
		offerGetToken(fieldsOfSystem);
	}
	return { ok: true, system: name, ...(token && { expiresAt: token.expiresAt }) };
}
