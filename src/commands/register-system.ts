import * as l10n from '@vscode/l10n';
import { systemType } from '../model/catalog/system-types.ts';
import type { Instant } from '../model/instant.ts';
import { checkType } from '../model/names.ts';
import { checkMint, checkNewSystemName, registerSystem as decide, type NewToken } from '../model/systems.ts';
import { checkScenarioGroups } from '../model/tokens.ts';
import { ask, inputBox, missing } from './ask.ts';
import { fields, type Given, text, texts } from './command.ts';
import { getToken } from './get-token.ts';
import type { Target } from './landscape-command.ts';
import { offerGetToken, offerToken } from './offer-token.ts';
import { hasScenarioGroups, pickSystemType } from './questions.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';
import { withMintedToken } from './with-minted-token.ts';

export const addSystemFields = fields({ name: text, type: text });
export const registerSystemFields = fields({ name: text, type: text }, { scenarioGroups: texts });

type GivenSystem = Given<typeof addSystemFields> & { readonly scenarioGroups?: string[] | undefined };

/**
 * *Add System*: the record alone, pending and without token (R-SYS-2, DEC-2). A person goes on to *Get Token*, as in the
 * cockpit. Refuses with the codes of the rule `registerSystem` in model/.
 */
export async function addSystem(
	given: Given<typeof addSystemFields>,
	target: Target,
	services: Services,
): Promise<Result<{ system: string }>> {
	if (given.interactive) {
		return registerSystem(given, target, services);
	}
	const answers = await askForSystem(given, target);
	if (!answers?.ok) {
		return answers;
	}
	const added = await target.change((current, now) => decide(current, answers, now));
	return added?.ok ? { ok: true, system: answers.name } : added;
}

/**
 * *Register System*, which the current cockpit calls *Add System*: *Add* and *Get Token* in one (DEC-1). Where the person
 * cancels the choice of groups, the system stays, pending and without token (DEC-2). Refuses with the codes of the rule
 * `registerSystem` in model/.
 */
export async function registerSystem(
	given: GivenSystem,
	target: Target,
	services: Services,
): Promise<Result<{ system: string; expiresAt?: Instant }>> {
	const answers = await askForSystem(given, target);
	if (!answers?.ok) {
		return answers;
	}
	const { name, type, scenarioGroups = [] } = answers;
	const { file, change } = target;
	const fieldsOfSystem = { landscape: file.uri.toString(), system: name };
	const add = (token?: NewToken) =>
		change((current, now) => decide(current, { name, type, ...(token && { token }) }, now));
	if (hasScenarioGroups(type) && given.scenarioGroups === undefined) {
		if (!given.interactive) {
			return missing('scenarioGroups');
		}
		const added = await add();
		if (!added?.ok) {
			return added;
		}
		const token = await getToken({ ...fieldsOfSystem, interactive: true }, target, services);
		if (!token) {
			offerGetToken(fieldsOfSystem);
		}
		return token ?? { ok: true, system: name };
	}
	const result = systemType(type)
		? await withMintedToken(services.vault, { ...fieldsOfSystem, type }, (fingerprint) =>
				add({ scenarioGroups, fingerprint }),
			)
		: await add();
	if (!result?.ok) {
		return result;
	}
	const { token } = result;
	if (given.interactive && token) {
		offerToken(fieldsOfSystem, token.expiresAt);
	}
	return { ok: true, system: name, ...(token && { expiresAt: token.expiresAt }) };
}

/** The dialog *Add System*. */
async function askForSystem(given: GivenSystem, { title, landscape }: Target) {
	const { name, type, scenarioGroups } = given;
	const refused =
		(name === undefined ? undefined : checkNewSystemName(landscape(), name)) ??
		(type === undefined ? undefined : checkType(type)) ??
		(type === undefined || systemType(type) ? checkMint(landscape()) : undefined) ??
		(type === undefined || scenarioGroups === undefined
			? undefined
			: checkScenarioGroups(type, scenarioGroups));
	return (
		refused ??
		ask(title, given, {
			name: () =>
				inputBox({
					prompt: l10n.t('Name that uniquely identifies the system, in printable ASCII characters'),
					placeholder: 'SAP S/4HANA DEV System',
					validate: (text) => checkNewSystemName(landscape(), text),
				}),
			type: () => pickSystemType(),
		})
	);
}
