import * as l10n from '@vscode/l10n';
import { systemType } from './catalog/system-types.ts';
import { type Change, putSystem, putTenant } from './change.ts';
import { type Decision, forSystem, isRefusal, type Refusal, refuse } from './decision.ts';
import type { Instant } from './instant.ts';
import { statusInWords } from './labels.ts';
import {
	type Extension,
	type ExtensionStatus,
	extensionOf,
	extensionsOf,
	type Landscape,
	type System,
	type SystemStatus,
	type Tenant,
} from './landscape.ts';
import { checkHostName, checkType, hostName, shorten } from './names.ts';
import { usesOf } from './uses.ts';

/** How a simulated operation ends. Only practice needs it. */
export const OUTCOMES = ['succeed', 'fail'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * *Open Tenant*: returns the tenant, and adds it if it's new. Only a new tenant needs `type`.
 * Refuses with `tenant-invalid`, `type-empty`, `tenant-type-differs` if the tenant has another type, and
 * `token-not-applicable` for types that don't pair with a token (R-TYPE-2).
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
			: (checkTenantType(known.type) ?? { ok: true, changes: [], tenant: known });
	}
	const { type = '' } = request;
	const tenant: Tenant = { host, type, extensions: new Map() };
	return checkType(type) ?? checkTenantType(type) ?? { ok: true, changes: [putTenant(tenant)], tenant };
}

/** Refuses a type without a token for a tenant, with `token-not-applicable`: nothing is paired there (R-TYPE-2). */
export function checkTenantType(type: string): Refusal | undefined {
	return systemType(type)
		? undefined
		: refuse(
				'token-not-applicable',
				l10n.t`Systems of type ${shorten(type)} aren't paired with a token, so there's nothing to do in a tenant of that type.`,
			);
}

/** Refuses to simulate what a tenant does in a recorded account, with `recorded-by-hand`: there, it's recorded (R-REC-3). */
export function checkSimulation(landscape: Landscape): Refusal | undefined {
	return landscape.mode === 'recorded'
		? refuse(
				'recorded-by-hand',
				l10n.t`${landscape.globalAccount} is recorded, so the extension is created in the real tenant. Then record what the tenant shows.`,
				...([...landscape.systems.values()].some(({ type }) => systemType(type))
					? [{ command: 'recordExtension' } as const]
					: []),
			)
		: undefined;
}

/** Refuses to choose how an operation ends in a recorded account, with `recorded-by-hand`: only practice simulates it. */
export function checkOutcome(landscape: Landscape, outcome: Outcome | undefined): Refusal | undefined {
	return landscape.mode === 'recorded' && outcome !== undefined
		? refuse(
				'recorded-by-hand',
				l10n.t`${landscape.globalAccount} is recorded, so you can't choose how this ends. Record the status that the cockpit shows.`,
			)
		: undefined;
}

/** An extension that practice is still enabling, and since when, if the file has the time. */
export interface Unsettled {
	readonly tenant: string;
	readonly system: string;
	readonly since: Instant | undefined;
}

/**
 * Whether a tenant is still pairing. In practice, an extension whose token wasn't used is a contradiction that nothing
 * finishes (R-TOK-5); one whose system is gone is finished. In a recorded landscape, it's left over then.
 */
export function isUnderWay(landscape: Landscape, { status, system }: Extension): boolean {
	const isPractice = landscape.mode === 'practice';
	const record = landscape.systems.get(system);
	const isContradicted = record === undefined ? !isPractice : isPractice && !record.token?.usedAt;
	return status === 'enabling' && !isContradicted;
}

/** The extensions that practice still has to finish; none in a recorded landscape. */
export function unsettledExtensions(landscape: Landscape): readonly Unsettled[] {
	if (landscape.mode !== 'practice') {
		return [];
	}
	return [...landscape.tenants.values()].flatMap((tenant) =>
		[...tenant.extensions.values()]
			.filter((extension) => isUnderWay(landscape, extension))
			.map(({ system, changedAt }) => ({ tenant: tenant.host, system, since: changedAt })),
	);
}

/**
 * Ends the pairing in practice: the extension is enabled and the system registered (R-SYS-6, R-EXT-6), or both fail (R-SYS-7, R-EXT-7).
 * Changes nothing if the extension isn't being enabled, or contradicts its token. Refuses with `tenant-unknown`,
 * `extension-unknown`.
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
	if (!isUnderWay(landscape, extension)) {
		return { ok: true, changes: [], status: extension.status };
	}
	const succeeded = request.outcome === 'succeed';
	const status: ExtensionStatus = succeeded ? 'enabled' : 'failed';
	const changes: Change[] = [putTenant(withExtension(tenant, { ...extension, status, changedAt: now }))];
	const system = landscape.systems.get(extension.system);
	if (system?.status === 'pending') {
		changes.unshift(putSystem(succeeded ? registeredBy(tenant, system) : { ...system, status: 'error' }));
	}
	return { ok: true, changes, status };
}

/** A system that a tenant has registered. Where SAP expects another tenant, that one stays noted (DEC-16). */
export function registeredBy(tenant: Tenant, { pairedTenant, ...system }: System): System {
	return {
		...system,
		status: 'registered',
		...(pairedTenant !== undefined && pairedTenant !== tenant.host && { pairedTenant }),
	};
}

/**
 * The tenant that registered a system before, as its disabled extension tells, or else the system itself (R-TYPE-4);
 * `undefined` where the type leaves the tenant free.
 */
export function earlierTenant(landscape: Landscape, system: System): string | undefined {
	const pairing = extensionOf(landscape, system.name);
	return (systemType(system.type)?.sameTenant ?? 'free') === 'free'
		? undefined
		: pairing?.extension.status === 'disabled'
			? pairing.tenant.host
			: system.pairedTenant;
}

/** What keeps an extension from being deleted, by the status of its system. */
const HOLDING: readonly SystemStatus[] = ['deregistering', 'deregister-error', 'removing', 'remove-error'];

/**
 * *Delete* for an extension (R-EXT-10, R-EXT-11). After a failed or disabled one is deleted, the system can get a new token
 * (R-SYS-8). If its system was registered, it's at once not registered any more; what uses it stays, and is flagged
 * (DEC-36). The system remembers the tenant. A landscape doesn't hold service instances, which R-EXT-10 also names. In a
 * recorded landscape, the system's status stays until somebody records what the cockpit shows (R-REC-1).
 * Refuses with `tenant-unknown`, `extension-unknown`, and `status-forbids` while it is being enabled,
 * or its system is being deregistered or removed, or is in an error of these.
 */
export function deleteExtension(
	landscape: Landscape,
	request: { readonly tenant: string; readonly system: string },
): Decision {
	const found = findExtension(landscape, request.tenant, request.system);
	if (!found.ok) {
		return found;
	}
	const { tenant, extension } = found;
	const isPractice = landscape.mode === 'practice';
	const name = shorten(extension.system);
	if (isUnderWay(landscape, extension)) {
		return isPractice
			? refuse(
					'status-forbids',
					l10n.t`The extension for "${name}" is being enabled. Wait until it finishes.`,
				)
			: refuse(
					'status-forbids',
					l10n.t`The extension for "${name}" is being enabled. First record what the tenant shows.`,
					{ command: 'recordExtension', fields: request },
				);
	}
	const system = landscape.systems.get(extension.system);
	if (system && HOLDING.includes(system.status)) {
		const words = statusInWords(system.status);
		if (!isPractice) {
			return refuse(
				'status-forbids',
				l10n.t`"${name}" ${words}. First record how that ended in the cockpit.`,
				forSystem('recordStatus', system.name),
			);
		}
		return system.status.endsWith('error')
			? refuse(
					'status-forbids',
					l10n.t`"${name}" ${words}. Choose Reset System first.`,
					forSystem('resetSystem', system.name),
				)
			: refuse('status-forbids', l10n.t`"${name}" ${words}. Wait until it finishes.`);
	}
	const changes: Change[] = [putTenant(withoutExtension(tenant, extension.system))];
	const isCut = system !== undefined && isConnectedBy(landscape, system, extension);
	if (system && (isCut || extension.status === 'disabled')) {
		const status = isCut && isPractice ? 'unregistered' : system.status;
		changes.unshift(putSystem({ ...system, status, pairedTenant: tenant.host }));
	}
	return { ok: true, changes };
}

/** Whether a system is registered, and no longer would be without an extension. */
function isConnectedBy(landscape: Landscape, { name, status, type }: System, extension: Extension): boolean {
	return (
		status === 'registered' &&
		systemType(type) !== undefined &&
		extensionsOf(landscape, name).every(
			({ extension: other }) => other === extension || other.status !== 'enabled',
		)
	);
}

/** What deleting an extension means for its system, to be read before confirming: every use that breaks is named. */
export function consequenceOfDeleting(
	landscape: Landscape,
	request: { readonly tenant: string; readonly system: string },
): string {
	const found = findExtension(landscape, request.tenant, request.system);
	const system = landscape.systems.get(request.system);
	if (landscape.mode === 'recorded') {
		return l10n.t(
			'First delete it in the tenant. Here, only the record is deleted, and the status of the system stays.',
		);
	}
	if (!system) {
		return l10n.t('Its name can then be used again.');
	}
	if (!found.ok || !isConnectedBy(landscape, system, found.extension)) {
		return l10n.t('You can then get a new token for the system and pair it again.');
	}
	const uses = usesOf(landscape, system.name);
	const consequence = l10n.t(
		'The system is then no longer registered. You can pair it again with a new token.',
	);
	return uses.length > 0
		? `${consequence} ${l10n.t`Until then, these don't work: ${uses.join(', ')}.`}`
		: consequence;
}

/** The tenant with a host name, in any case; otherwise `tenant-unknown`. */
export function findTenant(landscape: Landscape, host: string): Tenant | Refusal {
	return (
		landscape.tenants.get(hostName(host)) ??
		refuse('tenant-unknown', l10n.t`${landscape.globalAccount} doesn't have a tenant ${shorten(host)}.`)
	);
}

function findExtension(
	landscape: Landscape,
	host: string,
	system: string,
): Refusal | { readonly ok: true; readonly tenant: Tenant; readonly extension: Extension } {
	const tenant = findTenant(landscape, host);
	if (isRefusal(tenant)) {
		return tenant;
	}
	const extension = tenant.extensions.get(system);
	return extension
		? { ok: true, tenant, extension }
		: refuse('extension-unknown', l10n.t`${tenant.host} doesn't have an extension for "${shorten(system)}".`);
}

/** A tenant with an extension added or changed. */
export function withExtension(tenant: Tenant, extension: Extension): Tenant {
	return { ...tenant, extensions: new Map(tenant.extensions).set(extension.system, extension) };
}

/** A tenant without its extension for a system. */
export function withoutExtension(tenant: Tenant, system: string): Tenant {
	const extensions = new Map(tenant.extensions);
	extensions.delete(system);
	return { ...tenant, extensions };
}
