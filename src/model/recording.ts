import * as l10n from '@vscode/l10n';
import { systemType } from './catalog/system-types.ts';
import { type Change, putSystem, putTenant } from './change.ts';
import { type Decision, forSystem, isRefusal, type Refusal, type Remedy, refuse } from './decision.ts';
import { checkDeregister, removeSystem } from './deregistration.ts';
import { openTenant, registeredBy, withExtension } from './extensions.ts';
import { type Instant, toMillis } from './instant.ts';
import { statusInWords } from './labels.ts';
import {
	type ExtensionStatus,
	extensionOf,
	extensionsOf,
	type Landscape,
	SYSTEM_STATUSES,
	type System,
	type SystemStatus,
	type Tenant,
} from './landscape.ts';
import { hostName, shorten } from './names.ts';
import { checkSeenAt } from './seen-at.ts';
import { checkGetToken, findSystem } from './systems.ts';
import { tokenState } from './tokens.ts';

/** The statuses that the cockpit shows next, by the rules of practice (R-SYS-6 to R-SYS-18). A new token leads to *pending*. */
const NEXT: Readonly<Record<SystemStatus, readonly SystemStatus[]>> = {
	pending: ['registered', 'error', 'removing'],
	registered: ['deregistering'],
	error: ['pending', 'removing'],
	deregistering: ['unregistered', 'deregister-error'],
	'deregister-error': ['unregistered'],
	unregistered: ['pending', 'removing'],
	removing: ['remove-error'],
	'remove-error': ['removing', 'unregistered'],
};

/** The same for types without a token, which are registered by being listed (R-TYPE-2). */
const NEXT_OF_LISTED: typeof NEXT = {
	...NEXT,
	registered: ['removing'],
	'remove-error': ['removing', 'registered'],
};

function nextOf({ type, status }: Pick<System, 'type' | 'status'>): readonly SystemStatus[] {
	return (systemType(type) ? NEXT : NEXT_OF_LISTED)[status];
}

/** Refuses to record something in a practice landscape, which simulates it, with `not-recorded`. */
export function checkRecord(landscape: Landscape): Refusal | undefined {
	return landscape.mode === 'recorded'
		? undefined
		: refuse(
				'not-recorded',
				l10n.t`${landscape.globalAccount} is for practice, where this VS Code extension simulates what the cockpit and the tenant show. Record it in a recorded landscape.`,
			);
}

/** What the cockpit showed of a system. */
export interface SeenStatus {
	readonly system: string;
	readonly status: SystemStatus;
	/** When somebody saw it; now where it's absent. */
	readonly recordedAt?: Instant;
	/** Whether to record it although the rules don't know how the system got there. */
	readonly anyway?: boolean;
}

/** The statuses of a system that can be recorded, the expected ones first, then the one that it has, then all others. */
export function recordableStatuses(system: System): readonly SystemStatus[] {
	return [...new Set([...nextOf(system), system.status, ...SYSTEM_STATUSES])];
}

/**
 * *Record Status*: the status that the cockpit shows (R-REC-2). A token that was open until then counts as used when the
 * system is registered or couldn't be (R-SYS-5). Refuses with `not-recorded`, `system-unknown`, `time-in-future`, and,
 * unless it's recorded `anyway`, a status that the rules don't know after the one that was recorded: `status-forbids` with
 * the way that leads there, or what {@link checkDeregister} and {@link removeSystem} refuse.
 */
export function recordStatus(
	landscape: Landscape,
	request: SeenStatus,
	now: Instant,
): Decision<{ readonly status: SystemStatus }> {
	const { status, recordedAt = now, anyway = false } = request;
	const refused = checkRecord(landscape) ?? checkSeenAt(recordedAt, now);
	if (refused) {
		return refused;
	}
	const system = findSystem(landscape, request.system);
	if (isRefusal(system)) {
		return system;
	}
	const unexpected = anyway
		? undefined
		: (checkOrder(system, recordedAt) ?? checkTransition(landscape, system, status));
	if (unexpected) {
		return { ...unexpected, remedies: [...(unexpected.remedies ?? []).slice(0, 1), recordAnyway(request)] };
	}
	const isPaired = status === 'registered' || status === 'error';
	const record = isPaired ? withUsedToken(system, recordedAt) : system;
	return {
		ok: true,
		changes: [putSystem({ ...pairedBy(landscape, record, status), status, recordedAt })],
		status,
	};
}

/** A system without the tenant that paired it before, once the same one has paired it again (R-TYPE-4). */
function pairedBy(landscape: Landscape, system: System, status: SystemStatus): System {
	const pairing = extensionOf(landscape, system.name);
	return status === 'registered' && pairing?.extension.status === 'enabled'
		? registeredBy(pairing.tenant, system)
		: system;
}

/** Refuses to record what was seen before what is recorded already. */
function checkOrder({ name, status, recordedAt }: System, seenAt: Instant): Refusal | undefined {
	// UTC times in the same format sort like text.
	return recordedAt !== undefined && seenAt < recordedAt
		? refuse(
				'status-forbids',
				l10n.t`"${shorten(name)}" ${statusInWords(status)}, as somebody saw after that. Record it only if the later record is wrong.`,
			)
		: undefined;
}

function recordAnyway({ system, status, recordedAt }: SeenStatus): Remedy {
	return {
		command: 'recordStatus',
		fields: { system, status, ...(recordedAt !== undefined && { recordedAt }) },
		anyway: true,
	};
}

/** Refuses a status that the rules don't know after the recorded one; the same one is no change. */
function checkTransition(landscape: Landscape, system: System, status: SystemStatus): Refusal | undefined {
	const { name } = system;
	if (system.status === status) {
		return undefined;
	}
	const [first] = wayTo(system, status);
	const blocked = first === undefined ? undefined : checkStart(landscape, name, first);
	if (first === status && status !== 'pending') {
		return blocked;
	}
	const words = l10n.t`"${shorten(name)}" ${statusInWords(system.status)}.`;
	if (first === undefined || blocked) {
		// What is in the way of the first step is no help to somebody who saw the last one.
		return refuse(
			'status-forbids',
			`${words} ${l10n.t("It isn't known to get this status from there at once.")}`,
		);
	}
	return first === 'pending'
		? refuse(
				'status-forbids',
				`${words} ${l10n.t('It becomes pending with a new token: record that first.')}`,
				forSystem('getToken', name),
			)
		: refuse('status-forbids', `${words} ${l10n.t`First record that it ${statusInWords(first)}.`}`, {
				command: 'recordStatus',
				fields: { system: name, status: first },
			});
}

/** Refuses to start what the cockpit doesn't start while something is in the way. */
function checkStart(landscape: Landscape, name: string, status: SystemStatus): Refusal | undefined {
	if (status === 'deregistering') {
		return checkDeregister(landscape, name);
	}
	if (status === 'pending') {
		return checkGetToken(landscape, name);
	}
	const removal = status === 'removing' ? removeSystem(landscape, name) : undefined;
	return removal && isRefusal(removal) ? removal : undefined;
}

/** The shortest way of statuses from a system's status to another; empty where no rule leads there. */
function wayTo({ type, status }: System, goal: SystemStatus): readonly SystemStatus[] {
	const ways: (readonly SystemStatus[])[] = [[]];
	const seen = new Set<SystemStatus>([status]);
	for (const way of ways) {
		for (const next of nextOf({ type, status: way.at(-1) ?? status })) {
			if (next === goal) {
				return [...way, next];
			}
			if (!seen.has(next)) {
				seen.add(next);
				ways.push([...way, next]);
			}
		}
	}
	return [];
}

/**
 * A system whose token, if it was open or had expired, was used: at the latest when that was seen, and while it was valid. A
 * token that was issued later wasn't.
 */
function withUsedToken(system: System, seenAt: Instant): System {
	const { token } = system;
	const isEarlier = token?.issuedAt !== undefined && seenAt < token.issuedAt;
	if (!token || isEarlier || tokenState(token, seenAt) === 'used') {
		return system;
	}
	const usedAt = toMillis(seenAt) < toMillis(token.expiresAt) ? seenAt : token.expiresAt;
	return { ...system, token: { ...token, usedAt } };
}

/** A row of the tenant's list of extensions, as somebody saw it. */
export interface SeenExtension {
	readonly tenant: string;
	/** Needed only where the tenant has another type than the system; by default, the tenant's or the system's. */
	readonly type?: string;
	readonly system: string;
	readonly status: ExtensionStatus;
	/** Absent where it wasn't looked at; empty for none. */
	readonly description?: string;
}

/**
 * *Record Extension*: a row that the tenant shows (R-REC-3). Adds the tenant if it's new, and marks the system's token as
 * used where the row is new or has another status (R-SYS-5), unless that is *Disabled*. The system's status is what the
 * cockpit shows, so it stays. Refuses with `not-recorded`, `system-unknown`,
 * `token-not-applicable` (R-TYPE-2), the codes of {@link openTenant}, `tenant-type-differs`, and, for an extension that
 * another tenant still has, `extension-must-be-deleted-first`.
 */
export function recordExtension(
	landscape: Landscape,
	request: SeenExtension,
	now: Instant,
): Decision<{ readonly tenant: string; readonly system: string; readonly status: ExtensionStatus }> {
	const recorded = checkRecord(landscape);
	if (recorded) {
		return recorded;
	}
	const system = findSystem(landscape, request.system);
	if (isRefusal(system)) {
		return system;
	}
	const { status, description } = request;
	const found = findRow(landscape, system, request);
	if (!found.ok) {
		return found;
	}
	const { tenant } = found;
	const earlier = tenant.extensions.get(system.name);
	const said = description ?? earlier?.description;
	// When it changed isn't known if somebody sees another status later.
	const changedAt = earlier?.status === status ? earlier.changedAt : undefined;
	const extension = {
		system: system.name,
		status,
		recordedAt: now,
		...(said && { description: said }),
		...(changedAt !== undefined && { changedAt }),
	};
	const changes: Change[] = [putTenant(withExtension(tenant, extension))];
	// A row that stays as it was, or is left over, says nothing of a token that is newer.
	const isPairing = status !== 'disabled' && earlier?.status !== status;
	const used = isPairing ? withUsedToken(system, now) : system;
	if (used !== system) {
		changes.unshift(putSystem(used));
	}
	return { ok: true, changes, tenant: tenant.host, system: system.name, status };
}

/** The tenant with the row to record: the one that has it already, or one that may have it. */
function findRow(
	landscape: Landscape,
	system: System,
	request: SeenExtension,
): Refusal | { readonly ok: true; readonly tenant: Tenant } {
	const known = landscape.tenants.get(hostName(request.tenant));
	if (known?.extensions.has(system.name)) {
		return { ok: true, tenant: known };
	}
	const type = request.type ?? known?.type ?? system.type;
	const opened = openTenant(landscape, { tenant: request.tenant, type });
	return opened.ok
		? (checkTypes(system, opened.tenant) ?? checkOtherTenants(landscape, system, opened.tenant) ?? opened)
		: opened;
}

function checkTypes(system: System, { host, type }: Tenant): Refusal | undefined {
	return system.type === type
		? undefined
		: refuse(
				'tenant-type-differs',
				l10n.t`"${shorten(system.name)}" is a system of type ${shorten(system.type)}, but ${host} is a tenant of ${shorten(type)}. Check the host name.`,
			);
}

/** Refuses a second tenant for a system: a system has one extension, and which one counts must be clear (R-EXT-14). */
function checkOtherTenants(landscape: Landscape, { name }: System, { host }: Tenant): Refusal | undefined {
	const other = extensionsOf(landscape, name).find(({ tenant }) => tenant.host !== host);
	return (
		other &&
		refuse(
			'extension-must-be-deleted-first',
			l10n.t`"${shorten(name)}" still has an extension in ${other.tenant.host}. If that tenant no longer shows it, delete it here first.`,
			{ command: 'deleteExtension', fields: { tenant: other.tenant.host, system: name } },
		)
	);
}
