import * as l10n from '@vscode/l10n';
import { type SystemType, systemType } from './catalog/system-types.ts';
import { putSystem } from './change.ts';
import {
	advise,
	type Decision,
	forSystem,
	isRefusal,
	type Refusal,
	type Remedy,
	refuse,
} from './decision.ts';
import { deleteExtension, isUnderWay } from './extensions.ts';
import type { Instant } from './instant.ts';
import { statusInWords, timeLeft } from './labels.ts';
import { extensionOf, type Landscape, type System, type SystemStatus, type Token } from './landscape.ts';
import { checkSystemName, checkType, shorten } from './names.ts';
import { withStatus } from './recorded-at.ts';
import { checkSeenAt } from './seen-at.ts';
import { checkOpenTokens, checkScenarioGroups, issueToken, tokenState } from './tokens.ts';

/** Refuses a name for a new system: the rules of {@link checkSystemName}, and `name-taken` (R-NAME-3, DEC-35). */
export function checkNewSystemName(landscape: Landscape, name: string): Refusal | undefined {
	const refused = checkSystemName(name);
	if (refused) {
		return refused;
	}
	const lock = extensionOf(landscape, name);
	if (landscape.systems.has(name)) {
		return advise(
			'name-taken',
			l10n.t`${landscape.globalAccount} already has a system named "${shorten(name)}".`,
			checkGetToken(landscape, name)
				? [l10n.t('Choose another name.')]
				: [l10n.t('Choose another name, or get a new token for that system.'), forSystem('getToken', name)],
		);
	}
	if (!lock) {
		return undefined;
	}
	const { host, type } = lock.tenant;
	const place = systemType(type)?.tenantApplication.name() ?? type;
	return advise(
		'name-taken',
		l10n.t`An extension in ${host} still uses the name "${shorten(name)}".`,
		deleteExtension(landscape, { tenant: host, system: name }).ok
			? [
					l10n.t`Delete that extension in ${place} first, or choose another name.`,
					{ command: 'deleteExtension', fields: { tenant: host, system: name } },
				]
			: [l10n.t('Choose another name.')],
	);
}

/** What *Add* asks for. */
export interface NewSystem {
	readonly name: string;
	readonly type: string;
}

/** What *Get Token* needs: the selected groups and the fingerprint of the new token. */
export interface NewToken {
	readonly scenarioGroups: readonly string[];
	/** Absent only in a recorded landscape, where the text may not be at hand (R-REC-5). */
	readonly fingerprint?: string;
	/** When the cockpit issued it, in a recorded landscape; now where it's absent. */
	readonly issuedAt?: Instant;
}

/**
 * *Register System*: adds the record, and the token if the type has one (R-SYS-1). Without `token`, the system is pending
 * and has no token yet (R-SYS-2, DEC-2). A type without token counts as registered (R-TYPE-2).
 * Refuses with the codes of {@link checkNewSystemName}, {@link checkType}, {@link checkScenarioGroups},
 * `token-limit-reached`, and in a recorded landscape, whose tokens come from the cockpit, with those of
 * {@link checkBroughtToken}.
 */
export function registerSystem(
	landscape: Landscape,
	request: NewSystem & { readonly token?: NewToken },
	now: Instant,
): Decision<{ readonly system: string; readonly token: Token | undefined }> {
	const { name, type } = request;
	const known = systemType(type);
	const refused =
		checkNewSystemName(landscape, name) ??
		checkType(type) ??
		(request.token && !known && landscape.mode === 'recorded' ? refuseTokenless({ type }) : undefined) ??
		(request.token
			? (checkGroups(landscape, type, request.token.scenarioGroups) ??
				checkBroughtToken(landscape, name, request.token, now))
			: undefined) ??
		checkOpenTokens(landscape, type);
	if (refused) {
		return refused;
	}
	const token = known && request.token ? issue(known, request.token, now) : undefined;
	const system: System = { name, type, status: statusWhenAdded(type), ...(token ? { token } : {}) };
	return { ok: true, changes: [putSystem(system)], system: name, token };
}

/** The status of a system that was only added: without a token, there's nothing to wait for (R-SYS-2, R-TYPE-2). */
export function statusWhenAdded(type: string): SystemStatus {
	return systemType(type) ? 'pending' : 'registered';
}

/** Refuses groups as {@link checkScenarioGroups} does; of a token from the cockpit, they may be unknown (R-REC-5). */
export function checkGroups(
	landscape: Landscape,
	type: string,
	groups: readonly string[],
): Refusal | undefined {
	return landscape.mode === 'recorded' && groups.length === 0 ? undefined : checkScenarioGroups(type, groups);
}

/**
 * Refuses a token that can't be the one that the cockpit issued for a system: `time-in-future`, `token-shared` for one of
 * another system (R-TOK-1), and `token-used` for one that the system has used already.
 */
function checkBroughtToken(
	landscape: Landscape,
	system: string,
	{ fingerprint, issuedAt }: NewToken,
	now: Instant,
): Refusal | undefined {
	const future = checkSeenAt(issuedAt, now);
	const owner =
		fingerprint === undefined
			? undefined
			: [...landscape.systems.values()].find(({ token }) => token?.fingerprint === fingerprint);
	if (future || !owner) {
		return future;
	}
	if (owner.name !== system) {
		return refuse(
			'token-shared',
			l10n.t`This is the token of "${shorten(owner.name)}". Each system has a token of its own; copy the one for "${shorten(system)}".`,
		);
	}
	return owner.token?.usedAt
		? refuse(
				'token-used',
				l10n.t`This token of "${shorten(system)}" was already used. Get a new one in the cockpit.`,
			)
		: undefined;
}

function issue(type: SystemType, token: NewToken, now: Instant): Token {
	return issueToken(type.token.validity, token.scenarioGroups, token.fingerprint, token.issuedAt ?? now);
}

/** The system with a name, or `system-unknown`. */
export function findSystem(landscape: Landscape, name: string): System | Refusal {
	return (
		landscape.systems.get(name) ??
		refuse(
			'system-unknown',
			l10n.t`${landscape.globalAccount} doesn't have a system named "${shorten(name)}".`,
			NEW_SYSTEM,
		)
	);
}

/**
 * Checks whether a system can get a token: if it's pending (a newer token replaces the older one, DEC-7), not registered,
 * or failed without an extension (R-SYS-8, R-TOK-11). A pairing that contradicts its token isn't one. Refuses with
 * `system-unknown`, `token-not-applicable`, `extension-must-be-deleted-first`, `status-forbids`,
 * `token-limit-reached`.
 */
export function checkGetToken(landscape: Landscape, name: string): Refusal | undefined {
	const system = findSystem(landscape, name);
	if (isRefusal(system)) {
		return system;
	}
	if (!systemType(system.type)) {
		return refuseTokenless(system);
	}
	if (!['pending', 'error', 'unregistered'].includes(system.status)) {
		return refuse(
			'status-forbids',
			l10n.t`"${shorten(name)}" ${statusInWords(system.status)}. Tokens are only for systems to pair.`,
		);
	}
	const pairing = extensionOf(landscape, name);
	if (pairing && isUnderWay(landscape, pairing.extension)) {
		return refuse(
			'status-forbids',
			landscape.mode === 'practice'
				? l10n.t`"${shorten(name)}" is being paired in ${pairing.tenant.host}. Wait until it finishes.`
				: l10n.t`"${shorten(name)}" is being paired in ${pairing.tenant.host}. First record what the tenant shows.`,
			...(landscape.mode === 'practice'
				? []
				: [
						{
							command: 'recordExtension',
							fields: { tenant: pairing.tenant.host, system: name },
						} as const,
					]),
		);
	}
	if (pairing && (system.status === 'error' || pairing.extension.status === 'failed')) {
		return refuse(
			'extension-must-be-deleted-first',
			l10n.t`"${shorten(name)}" couldn't be registered. Delete its extension in ${pairing.tenant.host}, and then get a new token.`,
			{ command: 'deleteExtension', fields: { tenant: pairing.tenant.host, system: name } },
		);
	}
	return checkOpenTokens(landscape, system.type, name);
}

/** *Add System*. */
export const NEW_SYSTEM: Remedy = { command: 'registerSystem' };

/** *Get Token*, where it's possible. */
export function newToken(landscape: Landscape, system: string): readonly Remedy[] {
	return checkGetToken(landscape, system) ? [] : [forSystem('getToken', system)];
}

/**
 * *Get Token*: a new token for a system that exists; it replaces an open one (DEC-7).
 * Refuses with the codes of {@link checkGetToken}, {@link checkScenarioGroups} and, for a token that comes from the cockpit,
 * {@link checkBroughtToken}.
 */
export function getToken(
	landscape: Landscape,
	request: { readonly system: string } & NewToken,
	now: Instant,
): Decision<{ readonly token: Token }> {
	const system = findSystem(landscape, request.system);
	if (isRefusal(system)) {
		return system;
	}
	const type = systemType(system.type);
	const refused =
		checkGetToken(landscape, system.name) ??
		checkGroups(landscape, system.type, request.scenarioGroups) ??
		checkBroughtToken(landscape, system.name, request, now);
	if (refused || !type) {
		return refused ?? refuseTokenless(system);
	}
	const token = issue(type, request, now);
	return { ok: true, changes: [putSystem({ ...withStatus(system, 'pending'), token })], token };
}

/** A token that can be copied, or the groups that its replacement needs. */
export type TokenAtHand =
	| { readonly ok: true; readonly reissue: false; readonly token: Token }
	| { readonly ok: true; readonly reissue: true; readonly scenarioGroups: readonly string[] };

/**
 * Finds the token for *Copy Token* and *Display Token* (R-SYS-3, R-TOK-7): the open token of a pending system, or the need
 * to reissue an expired one (R-SYS-4, R-TOK-6, DEC-3). Refuses with `system-unknown`, `token-not-applicable`,
 * `token-missing`, `token-used`, `token-expired` (types and accounts that don't reissue) and `status-forbids`.
 */
export function showToken(landscape: Landscape, name: string, now: Instant): Refusal | TokenAtHand {
	const system = findSystem(landscape, name);
	if (isRefusal(system)) {
		return system;
	}
	const type = systemType(system.type);
	if (!type) {
		return refuseTokenless(system);
	}
	const { token } = system;
	const shown = shorten(name);
	const state = tokenState(token, now);
	const canGetToken = !checkGetToken(landscape, name);
	if (!token || state === 'absent') {
		return advise(
			'token-missing',
			l10n.t`"${shown}" doesn't have an integration token.`,
			canGetToken && [l10n.t('Choose Get Token.'), forSystem('getToken', name)],
		);
	}
	if (state === 'used') {
		return advise(
			'token-used',
			l10n.t`The token of "${shown}" was used ${timeLeft(now, token.usedAt ?? now)} ago. You can use an integration token only once.`,
			canGetToken && [l10n.t('Get a new one.'), forSystem('getToken', name)],
		);
	}
	if (system.status !== 'pending') {
		return refuse(
			'status-forbids',
			l10n.t`"${shown}" ${statusInWords(system.status)}. You can copy and display the token only while the system is pending.`,
		);
	}
	if (state === 'open') {
		return { ok: true, reissue: false, token };
	}
	const { scenarioGroups = [] } = token;
	// A token without the groups that it needs can't be issued again for the same groups.
	return landscape.mode === 'practice' &&
		type.token.reissuedWhenExpired &&
		canGetToken &&
		!checkScenarioGroups(type.label, scenarioGroups)
		? { ok: true, reissue: true, scenarioGroups }
		: advise(
				'token-expired',
				l10n.t`The token of "${shown}" expired ${timeLeft(now, token.expiresAt)} ago.`,
				canGetToken && [
					landscape.mode === 'practice'
						? l10n.t('Get a new one.')
						: l10n.t('Get a new one in the cockpit, and record it.'),
					forSystem('getToken', name),
				],
			);
}

/** Refuses what only systems with a token have, with `token-not-applicable` (R-TYPE-2). */
export function refuseTokenless(system: Pick<System, 'type'>): Refusal {
	return refuse(
		'token-not-applicable',
		l10n.t`Systems of type ${shorten(system.type)} don't need an integration token.`,
	);
}
