import * as l10n from '@vscode/l10n';
import { systemType } from '../model/catalog/system-types.ts';
import type { Instant } from '../model/instant.ts';
import type { Token } from '../model/landscape.ts';
import { checkType } from '../model/names.ts';
import { checkRecord } from '../model/recording.ts';
import {
	checkGroups,
	checkNewSystemName,
	registerSystem as decide,
	type NewToken,
} from '../model/systems.ts';
import { ask, inputBox, missing } from './ask.ts';
import { fields, type Given, instant, text, texts } from './command.ts';
import { getToken } from './get-token.ts';
import type { Target } from './landscape-command.ts';
import { offerGetToken, offerToken } from './offer-token.ts';
import { hasScenarioGroups, pickSystemType } from './questions.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';
import { type BroughtToken, withBroughtToken } from './with-brought-token.ts';
import { withMintedToken } from './with-minted-token.ts';

export const addSystemFields = fields({ name: text, type: text });
export const registerSystemFields = fields(
	{ name: text, type: text },
	{ scenarioGroups: texts, token: text, issuedAt: instant },
);

type GivenSystem = Given<typeof addSystemFields> &
	BroughtToken & { readonly scenarioGroups?: string[] | undefined };

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
	const { name, type } = answers;
	const added = await target.change((current, now) => decide(current, { name, type }, now));
	return added?.ok ? { ok: true, system: name } : added;
}

/**
 * *Register System*, which the current cockpit calls *Add System*: *Add* and *Get Token* in one (DEC-1). Where the person
 * cancels the choice of groups, the system stays, pending and without token (DEC-2). In a recorded landscape, it's the
 * record of what somebody did in the cockpit, with the token only where that was brought (R-REC-5), and a person goes on in
 * the registration guide. Refuses with the codes
 * of the rule `registerSystem` in model/, of {@link withBroughtToken}, and with `not-recorded` for a token in practice.
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
	const { file, landscape, change } = target;
	const fieldsOfSystem = { landscape: file.uri.toString(), system: name };
	const add = (token?: NewToken) =>
		change((current, now) => decide(current, { name, type, ...(token && { token }) }, now));
	if (landscape().mode === 'recorded') {
		return recordSystem(answers, target, services, add);
	}
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

/** Records a system that somebody added in the cockpit, with the token that is brought with it. */
async function recordSystem(
	{
		name,
		type,
		scenarioGroups = [],
		...brought
	}: GivenSystem & { readonly name: string; readonly type: string },
	{ file, landscape }: Target,
	{ vault, guides }: Services,
	add: (token?: NewToken) => Promise<Result<{ token: Token | undefined }>>,
): Promise<Result<{ system: string; expiresAt?: Instant }>> {
	const hasToken = brought.token !== undefined || brought.issuedAt !== undefined;
	const result = hasToken
		? await withBroughtToken(
				vault,
				landscape(),
				{ landscape: file.uri.toString(), system: name, type },
				brought,
				(token) => add({ scenarioGroups, ...token }),
			)
		: await add();
	if (!result?.ok) {
		return result;
	}
	if (brought.interactive) {
		guides.open({ landscape: file.uri.toString(), system: name });
	}
	return { ok: true, system: name, ...(result.token && { expiresAt: result.token.expiresAt }) };
}

/** The dialog *Add System*. */
async function askForSystem(given: GivenSystem, { title, landscape }: Target) {
	const { name, type, scenarioGroups, token, issuedAt } = given;
	const refused =
		(name === undefined ? undefined : checkNewSystemName(landscape(), name)) ??
		(type === undefined ? undefined : checkType(type)) ??
		(token === undefined && issuedAt === undefined ? undefined : checkRecord(landscape())) ??
		(type === undefined || scenarioGroups === undefined
			? undefined
			: checkGroups(landscape(), type, scenarioGroups));
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
