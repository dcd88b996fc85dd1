import * as l10n from '@vscode/l10n';
import { systemType } from './catalog/system-types.ts';
import { type Change, putSystem, putTenant } from './change.ts';
import { advise, type Decision, forSystem, type Refusal, refuse } from './decision.ts';
import {
	checkSimulation,
	deleteExtension,
	earlierTenant,
	openTenant,
	withExtension,
	withoutExtension,
} from './extensions.ts';
import type { Instant } from './instant.ts';
import { statusInWords, timeLeft } from './labels.ts';
import {
	type Extension,
	type ExtensionStatus,
	extensionOf,
	type Landscape,
	type System,
	type Tenant,
} from './landscape.ts';
import { checkHostName, hostName, shorten } from './names.ts';
import { checkGetToken, showToken } from './systems.ts';
import { tokenState } from './tokens.ts';

/** What the tenant administrator enters, with the fingerprint in place of the token. */
export interface NewExtension {
	readonly tenant: string;
	/** Needed if the tenant isn't in the landscape; by default, the type of the token's system. */
	readonly type?: string;
	readonly fingerprint: string;
	/** The tutorial recommends the system's name (DEC-30). Empty means no description. */
	readonly description?: string;
}

/** What a token pairs with which tenant, and what to know before. */
interface CheckedExtension {
	readonly ok: true;
	readonly system: System;
	readonly tenant: Tenant;
	readonly isNew: boolean;
	readonly warning?: string;
}

/**
 * *Create New Extension* up to the *Approve* dialog: finds the system that the token is for (R-EXT-3). `warning` is what
 * speaks against this tenant without forbidding it (DEC-16). Refuses with `recorded-by-hand`, the codes of
 * {@link openTenant}, `token-unknown`, `token-used`, `token-wrong-type`, `token-expired`, `status-forbids`,
 * `extension-exists`, `extension-must-be-deleted-first` and `tenant-not-the-same` (R-EXT-14, R-TYPE-4).
 */
export function checkExtension(
	landscape: Landscape,
	request: NewExtension,
	now: Instant,
): Refusal | CheckedExtension {
	const recorded = checkSimulation(landscape) ?? checkHostName(request.tenant);
	if (recorded) {
		return recorded;
	}
	const system = [...landscape.systems.values()].find(
		(candidate) => candidate.token?.fingerprint === request.fingerprint,
	);
	const type = request.type ?? landscape.tenants.get(hostName(request.tenant))?.type ?? system?.type;
	if (!system || type === undefined) {
		return refuseUnknown(landscape, type, now);
	}
	const opened = openTenant(landscape, { tenant: request.tenant, type });
	if (!opened.ok) {
		return opened;
	}
	const { tenant } = opened;
	const name = shorten(system.name);
	const state = tokenState(system.token, now);
	if (state === 'used') {
		const user = extensionOf(landscape, system.name);
		return refuse(
			'token-used',
			user
				? l10n.t`The extension for "${name}" in ${user.tenant.host} already used this token. You can use an integration token only once.`
				: l10n.t`This token was already used for "${name}". You can use an integration token only once.`,
		);
	}
	if (system.type !== tenant.type) {
		return refuse(
			'token-wrong-type',
			l10n.t`This token is for "${name}", a system of type ${shorten(system.type)}, but ${tenant.host} is a tenant of ${shorten(tenant.type)}. Use a tenant of the same type as the system.`,
		);
	}
	if (system.status !== 'pending') {
		return refuse(
			'status-forbids',
			l10n.t`"${name}" ${statusInWords(system.status)} in ${landscape.globalAccount}. You can pair only pending systems.`,
		);
	}
	const blocker = checkEarlierExtension(landscape, system, tenant);
	if (blocker) {
		return blocker;
	}
	if (state === 'expired') {
		return refuseExpired(landscape, system, now);
	}
	const warning = otherTenantWarning(landscape, system, tenant);
	return { ok: true, system, tenant, isNew: opened.changes.length > 0, ...(warning && { warning }) };
}

/** Refuses a token that no system has, and names the system whose token can be copied, if there's only one. */
function refuseUnknown(landscape: Landscape, type: string | undefined, now: Instant): Refusal {
	const waiting = [...landscape.systems.values()].filter(
		(system) => (type === undefined || system.type === type) && showToken(landscape, system.name, now).ok,
	);
	const [only] = waiting;
	return advise(
		'token-unknown',
		l10n.t`${landscape.globalAccount} didn't issue this token, or replaced it with a newer one.`,
		only && waiting.length === 1
			? [
					l10n.t('Copy the token again with Copy Token, and paste all of it.'),
					forSystem('copyToken', only.name),
				]
			: [l10n.t('Copy all of the token again, and paste it.')],
	);
}

function refuseExpired(landscape: Landscape, { name, token }: System, now: Instant): Refusal {
	const command = showToken(landscape, name, now).ok
		? 'copyToken'
		: checkGetToken(landscape, name)
			? undefined
			: 'getToken';
	return advise(
		'token-expired',
		l10n.t`The token of "${shorten(name)}" expired ${timeLeft(now, token?.expiresAt ?? now)} ago.`,
		command !== undefined && [
			command === 'copyToken'
				? l10n.t('Choose Copy Token on the system to get a new one.')
				: l10n.t('Get a new one.'),
			forSystem(command, name),
		],
	);
}

/** Says that another tenant registered the system before, where SAP doesn't forbid it (DEC-16). */
function otherTenantWarning(landscape: Landscape, system: System, { host }: Tenant): string | undefined {
	const earlier = earlierTenant(landscape, system);
	return earlier === undefined || earlier === host
		? undefined
		: l10n.t`"${shorten(system.name)}" was previously registered by ${shorten(earlier)}. SAP's documentation doesn't say whether another tenant can register a system of type ${system.type} again.`;
}

/**
 * Checks an extension that the system still has. If deregistering disabled it, the same tenant takes it over, or another
 * one if the type allows that. Otherwise, it must be deleted first; the system then still remembers the tenant (R-TYPE-4,
 * DEC-16).
 */
function checkEarlierExtension(landscape: Landscape, system: System, tenant: Tenant): Refusal | undefined {
	const { name } = system;
	const earlier = extensionOf(landscape, name);
	if (earlier && earlier.extension.status !== 'disabled') {
		const request = { tenant: earlier.tenant.host, system: name };
		const isSameTenant = earlier.tenant.host === tenant.host;
		return advise(
			isSameTenant ? 'extension-exists' : 'extension-must-be-deleted-first',
			isSameTenant
				? l10n.t`${tenant.host} already has an extension for "${shorten(name)}".`
				: l10n.t`"${shorten(name)}" still has an extension in ${earlier.tenant.host}.`,
			deleteExtension(landscape, request).ok && [
				isSameTenant
					? l10n.t('Delete it, and then create it again.')
					: l10n.t('Delete that extension first.'),
				{ command: 'deleteExtension', fields: request },
			],
		);
	}
	const host = earlierTenant(landscape, system);
	return host === undefined || host === tenant.host || systemType(system.type)?.sameTenant !== 'required'
		? undefined
		: refuse(
				'tenant-not-the-same',
				l10n.t`"${shorten(name)}" was previously registered by ${shorten(host)}. Only that tenant can register it again.`,
				...(openTenant(landscape, { tenant: host, type: system.type }).ok
					? [{ command: 'openTenant', fields: { tenant: host, type: system.type } } as const]
					: []),
			);
}

/**
 * *Yes* in the *Approve* dialog: the extension is enabling and the token is used (R-SYS-5, R-EXT-4). It takes over a
 * disabled extension; until the pairing has succeeded, the system remembers that one's tenant (R-TYPE-4).
 * Refuses with the codes of {@link checkExtension}.
 */
export function createExtension(
	landscape: Landscape,
	request: NewExtension,
	now: Instant,
): Decision<{ readonly system: string; readonly status: ExtensionStatus; readonly warning?: string }> {
	const checked = checkExtension(landscape, request, now);
	if (!checked.ok) {
		return checked;
	}
	const { system, tenant, warning } = checked;
	const extension: Extension = {
		system: system.name,
		status: 'enabling',
		...(request.description ? { description: request.description } : {}),
		changedAt: now,
	};
	const changes: Change[] = [putTenant(withExtension(tenant, extension))];
	const earlier = extensionOf(landscape, system.name);
	if (earlier && earlier.tenant.host !== tenant.host) {
		changes.unshift(putTenant(withoutExtension(earlier.tenant, system.name)));
	}
	if (system.token) {
		const { token, pairedTenant: _, ...record } = system;
		const pairedTenant = earlierTenant(landscape, system);
		changes.unshift(
			putSystem({
				...record,
				...(pairedTenant !== undefined && { pairedTenant }),
				token: { ...token, usedAt: now },
			}),
		);
	}
	return {
		ok: true,
		changes,
		system: system.name,
		status: extension.status,
		...(warning !== undefined && { warning }),
	};
}
