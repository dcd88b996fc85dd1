import * as l10n from '@vscode/l10n';
import { systemType } from './catalog/system-types.ts';
import { type Change, putSystem, putTenant, removeRecord } from './change.ts';
import { type Decision, isRefusal, type Refusal, type Remedy, refuse } from './decision.ts';
import { checkSimulation, type Outcome } from './extensions.ts';
import type { Instant } from './instant.ts';
import { statusInWords } from './labels.ts';
import { extensionOf, type Landscape, type System, type SystemStatus } from './landscape.ts';
import { shorten } from './names.ts';
import { deletion, findSystem, newToken } from './systems.ts';
import { endingUses, usesOf } from './uses.ts';

/** The component for incidents about a system (R-TYPE-5, DEC-14). */
function componentOf(system: System): string {
	return systemType(system.type)?.component ?? 'BC-CP-MP';
}

/** *Remove System*, or what has to end before it. */
function removal(landscape: Landscape, name: string): readonly Remedy[] {
	return removeSystem(landscape, name).ok
		? [{ command: 'removeSystem', fields: { system: name } }]
		: endingUses(landscape, name);
}

/** The ways out of *Error*. */
function waysOutOfError(landscape: Landscape, name: string): readonly Remedy[] {
	const pairing = extensionOf(landscape, name);
	return [
		...(pairing ? deletion(landscape, pairing) : newToken(landscape, name)),
		...removal(landscape, name),
	];
}

/** *Reset System*, which only practice has. */
function resetting({ mode }: Landscape, system: string): readonly Remedy[] {
	return mode === 'practice' ? [{ command: 'resetSystem', fields: { system } }] : [];
}

/** Refuses a system whose status doesn't allow deregistering, and says what helps (R-SYS-9, DEC-5). */
function statusRefusal(landscape: Landscape, system: System): Refusal | undefined {
	const name = shorten(system.name);
	const messages: Partial<Record<SystemStatus, string>> = {
		pending: l10n.t`"${name}" isn't registered yet, so you can't deregister it. To take it off the list, remove it.`,
		unregistered: l10n.t`"${name}" is no longer registered. To take it off the list, remove it.`,
		error: l10n.t`"${name}" has the status Error, so you can't deregister it. Delete its failed extension in the tenant and get a new token, or remove the system.`,
		deregistering: l10n.t`"${name}" is already being deregistered. Wait until it finishes.`,
		'deregister-error': l10n.t`"${name}" couldn't be deregistered. Open an incident for component ${componentOf(system)}; in practice, choose Reset System instead.`,
		removing: l10n.t`"${name}" is already being removed. Wait until it finishes.`,
		'remove-error': l10n.t`"${name}" couldn't be removed. Try removing it again.`,
	};
	const message = messages[system.status];
	const remedies: Partial<Record<SystemStatus, () => readonly Remedy[]>> = {
		pending: () => removal(landscape, system.name),
		unregistered: () => removal(landscape, system.name),
		error: () => waysOutOfError(landscape, system.name),
		'deregister-error': () => resetting(landscape, system.name),
		'remove-error': () => removal(landscape, system.name),
	};
	return message === undefined
		? undefined
		: refuse('status-forbids', message, ...(remedies[system.status]?.() ?? []));
}

/** Refuses a system that's in use with `system-in-use`, and names every blocker (R-ENT-10, R-FOR-8). */
function checkUnused(
	landscape: Landscape,
	name: string,
	action: 'deregister' | 'remove',
): Refusal | undefined {
	const uses = usesOf(landscape, name);
	return uses.length === 0
		? undefined
		: refuse(
				'system-in-use',
				action === 'remove'
					? l10n.t`You can't remove "${shorten(name)}" while it's in use. First remove: ${uses.join(', ')}.`
					: l10n.t`You can't deregister "${shorten(name)}" while it's in use. First remove: ${uses.join(', ')}.`,
				...endingUses(landscape, name),
			);
}

/**
 * Whether *Deregister System* is possible (R-SYS-9). Refuses with `system-unknown`, `token-not-applicable` for types
 * that are registered by being listed (R-TYPE-2), `status-forbids` (*Error*, *Deregistering*, *Deregister Error*;
 * DEC-5: *Pending*), `system-in-use` with every blocker, and `recorded-by-hand`.
 */
export function checkDeregister(landscape: Landscape, name: string): Refusal | undefined {
	const system = findSystem(landscape, name);
	if (isRefusal(system)) {
		return system;
	}
	if (!systemType(system.type)) {
		return refuse(
			'token-not-applicable',
			l10n.t`You can't deregister systems of type ${shorten(system.type)}. To take "${shorten(name)}" off the list, remove it.`,
			...removal(landscape, name),
		);
	}
	return (
		checkSimulation(landscape) ??
		statusRefusal(landscape, system) ??
		checkUnused(landscape, name, 'deregister')
	);
}

/** *Deregister System*: starts to end the connection (R-SYS-9). Refuses with the codes of {@link checkDeregister}. */
export function deregisterSystem(
	landscape: Landscape,
	name: string,
): Decision<{ readonly status: SystemStatus }> {
	const refused = checkDeregister(landscape, name);
	const system = landscape.systems.get(name);
	if (refused || !system) {
		return refused ?? refuse('system-unknown', l10n.t`There is no system named "${shorten(name)}".`);
	}
	const status = 'deregistering';
	return { ok: true, changes: [putSystem({ ...system, status })], status };
}

/** The systems that practice is deregistering; none in a recorded landscape. */
export function deregisteringSystems(landscape: Landscape): readonly string[] {
	return landscape.mode === 'practice'
		? [...landscape.systems.values()]
				.filter(({ status }) => status === 'deregistering')
				.map(({ name }) => name)
		: [];
}

/**
 * Ends deregistering in practice. If it succeeds, the record stays, and its disabled extension remembers the tenant that
 * may pair again (R-SYS-10, DEC-4, R-EXT-12); it can also fail (R-SYS-11). Changes nothing if the system isn't being
 * deregistered. Refuses with `system-unknown`.
 */
export function settleDeregistration(
	landscape: Landscape,
	name: string,
	outcome: Outcome,
	now: Instant,
): Decision<{ readonly status: SystemStatus }> {
	const system = findSystem(landscape, name);
	if (isRefusal(system)) {
		return system;
	}
	if (system.status !== 'deregistering') {
		return { ok: true, changes: [], status: system.status };
	}
	if (outcome === 'fail') {
		const status = 'deregister-error';
		return { ok: true, changes: [putSystem({ ...system, status })], status };
	}
	return { ok: true, changes: disconnect(landscape, system, now), status: 'unregistered' };
}

function disconnect(landscape: Landscape, system: System, now: Instant): Change[] {
	const changes: Change[] = [putSystem({ ...system, status: 'unregistered' })];
	const pairing = extensionOf(landscape, system.name);
	if (pairing && pairing.extension.status !== 'failed') {
		const { tenant, extension } = pairing;
		const disabled = { ...extension, status: 'disabled', changedAt: now } as const;
		changes.push(putTenant({ ...tenant, extensions: new Map(tenant.extensions).set(system.name, disabled) }));
	}
	return changes;
}

/**
 * *Reset System*, in practice only: simulates SAP's answer to the incident, so that a learner isn't stuck in
 * *Deregister Error* or *Error while Removing* (R-SYS-11). Refuses with `system-unknown`, `recorded-by-hand`,
 * `status-forbids`.
 */
export function resetSystem(
	landscape: Landscape,
	name: string,
	now: Instant,
): Decision<{ readonly status: SystemStatus }> {
	const system = findSystem(landscape, name);
	if (isRefusal(system)) {
		return system;
	}
	const recorded = checkSimulation(landscape);
	if (recorded) {
		return recorded;
	}
	if (system.status !== 'deregister-error' && system.status !== 'remove-error') {
		return refuse(
			'status-forbids',
			l10n.t`"${shorten(name)}" ${statusInWords(system.status)}. You can reset a system only if deregistering or removing it failed.`,
		);
	}
	return { ok: true, changes: disconnect(landscape, system, now), status: 'unregistered' };
}

/**
 * *Remove System*: removes the record and its token (DEC-5, R-SYS-14, R-SYS-16, R-SYS-17). An extension that stays in a
 * tenant keeps the name locked (R-NAME-3). Refuses with `system-unknown`, `status-forbids` (R-SYS-15: deregister first; while
 * an operation is running; *Deregister Error*) and `system-in-use` with every blocker.
 */
export function removeSystem(
	landscape: Landscape,
	name: string,
): Decision<{ readonly fingerprint: string | undefined }> {
	const system = findSystem(landscape, name);
	if (isRefusal(system)) {
		return system;
	}
	const refused = checkRemovable(landscape, system) ?? checkUnused(landscape, name, 'remove');
	return (
		refused ?? {
			ok: true,
			changes: [removeRecord('systems', name)],
			fingerprint: system.token?.fingerprint,
		}
	);
}

function checkRemovable(landscape: Landscape, system: System): Refusal | undefined {
	const name = shorten(system.name);
	if (!systemType(system.type)) {
		return undefined;
	}
	if (system.status === 'registered') {
		const blocked = checkDeregister(landscape, system.name);
		return refuse(
			'status-forbids',
			l10n.t`"${name}" is registered. Deregister it first, then remove it.`,
			...(blocked
				? (blocked.remedies ?? [])
				: [{ command: 'deregisterSystem', fields: { system: system.name } } as const]),
		);
	}
	if (system.status === 'deregistering' || system.status === 'removing') {
		return refuse(
			'status-forbids',
			l10n.t`"${name}" ${statusInWords(system.status)}. Wait until it finishes.`,
		);
	}
	if (system.status === 'deregister-error') {
		return statusRefusal(landscape, system);
	}
	const pairing = extensionOf(landscape, system.name);
	return pairing?.extension.status === 'enabling'
		? refuse(
				'status-forbids',
				l10n.t`"${name}" is being paired in ${pairing.tenant.host}. Wait until it finishes.`,
			)
		: undefined;
}
