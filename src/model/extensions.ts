import * as l10n from '@vscode/l10n';
import { systemType } from './catalog/system-types.ts';
import { type Change, putSystem, putTenant } from './change.ts';
import { type Decision, type Refusal, type Remedy, refuse } from './decision.ts';
import type { Instant } from './instant.ts';
import { statusInWords, timeLeft } from './labels.ts';
import {
	type Extension,
	type ExtensionStatus,
	extensionOf,
	type Landscape,
	type System,
	type SystemStatus,
	type Tenant,
	type TenantExtension,
} from './landscape.ts';
import { checkHostName, hostName, shorten } from './names.ts';
import { checkType, showToken } from './systems.ts';
import { tokenState } from './tokens.ts';
import { endingUses, usesOf } from './uses.ts';

/** How a simulated operation ends. Only practice needs it. */
export const OUTCOMES = ['succeed', 'fail'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * *Open Tenant*: returns the tenant, and adds it if it's new. Only a new tenant needs `type`.
 * Refuses with `tenant-invalid`, `type-empty`, and `tenant-type-differs` if the tenant has another type.
 */
export function openTenant(
	landscape: Landscape,
	request: { readonly tenant: string; readonly type?: string },
): Decision<{ readonly tenant: Tenant }> {
	const refused = checkHostName(request.tenant);
	if (refused) {
		return refused;
	}
	const host = hostName(request.tenant);
	const known = landscape.tenants.get(host);
	if (known) {
		return request.type !== undefined && request.type !== known.type
			? refuse(
					'tenant-type-differs',
					l10n.t`${host} is a tenant of ${shorten(known.type)} in this landscape, not of ${shorten(request.type)}. Use another host name, or change the type in the file.`,
				)
			: { ok: true, changes: [], tenant: known };
	}
	const emptyType = checkType(request.type ?? '');
	if (emptyType || request.type === undefined) {
		return emptyType ?? refuse('type-empty', l10n.t("Select the tenant's type."));
	}
	const tenant: Tenant = { host, type: request.type, extensions: new Map() };
	return { ok: true, changes: [putTenant(tenant)], tenant };
}

/** Refuses to simulate the tenant of a recorded account, with `recorded-by-hand`. */
export function checkSimulation(landscape: Landscape): Refusal | undefined {
	return landscape.mode === 'recorded'
		? refuse(
				'recorded-by-hand',
				l10n.t`${landscape.globalAccount} is recorded, so pair its systems in the real tenant. To try it out, use a practice landscape.`,
			)
		: undefined;
}

/** What the tenant administrator enters, with the fingerprint in place of the token. */
export interface NewExtension {
	readonly tenant: string;
	/** Needed if the tenant isn't in the landscape; by default, the type of the token's system. */
	readonly type?: string;
	readonly fingerprint: string;
	/** The tutorial recommends the system's name (DEC-30). Empty means no description. */
	readonly description?: string;
}

/**
 * *Create New Extension* up to the *Approve* dialog: finds the system that the token is for (R-EXT-3). Refuses with
 * `recorded-by-hand`, the codes of {@link openTenant}, `token-unknown`, `token-used`, `token-wrong-type`,
 * `token-expired`, `status-forbids`, `extension-exists` and `extension-must-be-deleted-first` (R-EXT-14).
 */
export function checkExtension(
	landscape: Landscape,
	request: NewExtension,
	now: Instant,
):
	| Refusal
	| { readonly ok: true; readonly system: System; readonly tenant: Tenant; readonly isNew: boolean } {
	const recorded = checkSimulation(landscape) ?? checkHostName(request.tenant);
	if (recorded) {
		return recorded;
	}
	const system = [...landscape.systems.values()].find(
		(candidate) => candidate.token?.fingerprint === request.fingerprint,
	);
	const type = request.type ?? landscape.tenants.get(hostName(request.tenant))?.type ?? system?.type;
	if (!system || type === undefined) {
		return refuse(
			'token-unknown',
			l10n.t`${landscape.globalAccount} didn't issue this token, or replaced it with a newer one. Copy the token again with Copy Token, and paste all of it.`,
		);
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
	if (state === 'expired') {
		return refuse(
			'token-expired',
			l10n.t`The token of "${name}" expired ${timeLeft(now, system.token?.expiresAt ?? now)} ago. Choose Copy Token on the system to get a new one.`,
			...renewal(landscape, system.name, now),
		);
	}
	const blocker = checkEarlierExtension(landscape, system, tenant);
	if (blocker) {
		return blocker;
	}
	if (system.status !== 'pending') {
		return refuse(
			'status-forbids',
			l10n.t`"${name}" ${statusInWords(system.status)} in ${landscape.globalAccount}. You can pair only pending systems.`,
		);
	}
	return { ok: true, system, tenant, isNew: opened.changes.length > 0 };
}

/**
 * Checks an extension that the system still has. If deregistering disabled it, the same tenant takes it over, or another
 * one if the type allows that (R-TYPE-4, DEC-16). Otherwise, it must be deleted first.
 */
function checkEarlierExtension(landscape: Landscape, system: System, tenant: Tenant): Refusal | undefined {
	const earlier = extensionOf(landscape, system.name);
	if (!earlier) {
		return undefined;
	}
	const name = shorten(system.name);
	const isSameTenant = earlier.tenant.host === tenant.host;
	if (earlier.extension.status !== 'disabled') {
		return isSameTenant
			? refuse(
					'extension-exists',
					l10n.t`${tenant.host} already has an extension for "${name}". Delete it, and then create it again.`,
					...deleting(landscape, earlier),
				)
			: refuse(
					'extension-must-be-deleted-first',
					l10n.t`"${name}" still has an extension in ${earlier.tenant.host}. Delete that extension first.`,
					...deleting(landscape, earlier),
				);
	}
	return isSameTenant || systemType(system.type)?.sameTenant !== 'required'
		? undefined
		: refuse(
				'tenant-not-the-same',
				l10n.t`"${name}" was previously registered by ${earlier.tenant.host}. Only that tenant can register it again.`,
			);
}

/**
 * *Yes* in the *Approve* dialog: the extension is enabling and the token is used (R-SYS-5, R-EXT-4).
 * Refuses with the codes of {@link checkExtension}.
 */
export function createExtension(
	landscape: Landscape,
	request: NewExtension,
	now: Instant,
): Decision<{ readonly system: string; readonly status: ExtensionStatus }> {
	const checked = checkExtension(landscape, request, now);
	if (!checked.ok) {
		return checked;
	}
	const { system, tenant } = checked;
	const extension: Extension = {
		system: system.name,
		status: 'enabling',
		...(request.description ? { description: request.description } : {}),
		changedAt: now,
	};
	const changes: Change[] = [putTenant(withExtension(tenant, extension))];
	const earlier = extensionOf(landscape, system.name);
	if (earlier && earlier.tenant.host !== tenant.host) {
		const extensions = new Map(earlier.tenant.extensions);
		extensions.delete(system.name);
		changes.unshift(putTenant({ ...earlier.tenant, extensions }));
	}
	if (system.token) {
		changes.unshift(putSystem({ ...system, token: { ...system.token, usedAt: now } }));
	}
	return { ok: true, changes, system: system.name, status: extension.status };
}

/** An extension that practice is still enabling, and since when, if the file has the time. */
export interface Unsettled {
	readonly tenant: string;
	readonly system: string;
	readonly since: Instant | undefined;
}

/** The extensions that practice still has to finish; none in a recorded landscape. */
export function unsettledExtensions(landscape: Landscape): readonly Unsettled[] {
	if (landscape.mode !== 'practice') {
		return [];
	}
	return [...landscape.tenants.values()].flatMap((tenant) =>
		[...tenant.extensions.values()]
			.filter(({ status }) => status === 'enabling')
			.map(({ system, changedAt }) => ({ tenant: tenant.host, system, since: changedAt })),
	);
}

/**
 * Ends the pairing in practice: the extension is enabled and the system registered (R-SYS-6, R-EXT-6), or both fail (R-SYS-7, R-EXT-7).
 * Changes nothing if the extension isn't enabling. Refuses with `tenant-unknown`, `extension-unknown`.
 */
export function settleExtension(
	landscape: Landscape,
	request: { readonly tenant: string; readonly system: string; readonly outcome: Outcome },
	now: Instant,
): Decision<{ readonly status: ExtensionStatus }> {
	const found = findExtension(landscape, request.tenant, request.system);
	if (!found.ok) {
		return found;
	}
	const { tenant, extension } = found;
	if (extension.status !== 'enabling') {
		return { ok: true, changes: [], status: extension.status };
	}
	const succeeded = request.outcome === 'succeed';
	const status: ExtensionStatus = succeeded ? 'enabled' : 'failed';
	const systemStatus: SystemStatus = succeeded ? 'registered' : 'error';
	const changes: Change[] = [putTenant(withExtension(tenant, { ...extension, status, changedAt: now }))];
	const system = landscape.systems.get(extension.system);
	if (system?.status === 'pending') {
		changes.unshift(putSystem({ ...system, status: systemStatus }));
	}
	return { ok: true, changes, status };
}

/**
 * *Delete* for an extension (R-EXT-10, R-EXT-11). After a failed or disabled one is deleted, the system can get a new token
 * (R-SYS-8). If it was enabled, the system is no longer registered (DEC-36), so no entitlement or formation may use it. A
 * landscape doesn't hold service instances, which R-EXT-10 also names. Refuses with `recorded-by-hand`, `tenant-unknown`,
 * `extension-unknown`, `status-forbids` while it is enabling or the system is being deregistered, and
 * `extension-in-use` with every blocker.
 */
export function deleteExtension(
	landscape: Landscape,
	request: { readonly tenant: string; readonly system: string },
): Decision {
	const recorded = checkSimulation(landscape);
	if (recorded) {
		return recorded;
	}
	const found = findExtension(landscape, request.tenant, request.system);
	if (!found.ok) {
		return found;
	}
	const { tenant, extension } = found;
	const name = shorten(extension.system);
	if (extension.status === 'enabling') {
		return refuse(
			'status-forbids',
			l10n.t`The extension for "${name}" is being enabled. Wait until it finishes.`,
		);
	}
	const system = landscape.systems.get(extension.system);
	const isStuck = system?.status === 'deregister-error' || system?.status === 'remove-error';
	const isConnected = system !== undefined && !['pending', 'error', 'unregistered'].includes(system.status);
	if (isConnected && system.status !== 'registered') {
		return refuse(
			'status-forbids',
			l10n.t`"${name}" ${statusInWords(system.status)}. Wait until it finishes, or reset it.`,
			...(isStuck ? [{ command: 'resetSystem', fields: { system: extension.system } } as const] : []),
		);
	}
	const uses = isConnected ? usesOf(landscape, extension.system) : [];
	if (uses.length > 0) {
		return refuse(
			'extension-in-use',
			l10n.t`You can't delete the extension for "${name}" while the system is in use. First remove: ${uses.join(', ')}.`,
			...endingUses(landscape, extension.system),
		);
	}
	const extensions = new Map(tenant.extensions);
	extensions.delete(extension.system);
	const changes: Change[] = [putTenant({ ...tenant, extensions })];
	if (system && isConnected) {
		changes.unshift(putSystem({ ...system, status: 'unregistered' }));
	}
	return { ok: true, changes };
}

/** *Delete Extension*, or what has to end before it. */
function deleting(landscape: Landscape, { tenant, extension }: TenantExtension): readonly Remedy[] {
	const fields = { tenant: tenant.host, system: extension.system };
	const deleted = deleteExtension(landscape, fields);
	return deleted.ok ? [{ command: 'deleteExtension', fields }] : (deleted.remedies ?? []);
}

/** How an expired token is replaced. */
function renewal(landscape: Landscape, system: string, now: Instant): readonly Remedy[] {
	const shown = showToken(landscape, system, now);
	return shown.ok ? [{ command: 'copyToken', fields: { system } }] : (shown.remedies ?? []);
}

function findExtension(
	landscape: Landscape,
	host: string,
	system: string,
): Refusal | { readonly ok: true; readonly tenant: Tenant; readonly extension: Extension } {
	const tenant = landscape.tenants.get(hostName(host));
	if (!tenant) {
		return refuse(
			'tenant-unknown',
			l10n.t`${landscape.globalAccount} doesn't have a tenant ${shorten(host)}.`,
		);
	}
	const extension = tenant.extensions.get(system);
	return extension
		? { ok: true, tenant, extension }
		: refuse('extension-unknown', l10n.t`${tenant.host} doesn't have an extension for "${shorten(system)}".`);
}

function withExtension(tenant: Tenant, extension: Extension): Tenant {
	return { ...tenant, extensions: new Map(tenant.extensions).set(extension.system, extension) };
}
