import * as l10n from '@vscode/l10n';
import { systemType } from './catalog/system-types.ts';
import { type Change, putSystem, putTenant, removeRecord } from './change.ts';
import {
	advise,
	type Decision,
	forSystem,
	isRefusal,
	type Refusal,
	type Remedy,
	refuse,
} from './decision.ts';
import { deleteExtension, isUnderWay, type Outcome, withExtension } from './extensions.ts';
import type { Instant } from './instant.ts';
import { statusInWords } from './labels.ts';
import { extensionOf, extensionsOf, type Landscape, type System, type SystemStatus } from './landscape.ts';
import { shorten } from './names.ts';
import { withStatus } from './recorded-at.ts';
import { checkGetToken, findSystem } from './systems.ts';
import { endingUses, usesOf } from './uses.ts';

/** The component for incidents about a system (R-TYPE-5, DEC-14). */
function componentOf(system: System): string {
	return systemType(system.type)?.component ?? 'BC-CP-MP';
}

/** Refuses a system whose status doesn't allow deregistering, and says what helps (R-SYS-9, DEC-5). */
export function statusRefusal(landscape: Landscape, system: System): Refusal | undefined {
	const name = shorten(system.name);
	switch (system.status) {
		case 'registered':
			return undefined;
		case 'pending':
			return advise(
				'status-forbids',
				l10n.t`"${name}" isn't registered yet, so you can't deregister it.`,
				adviseRemoval(landscape, system),
			);
		case 'unregistered':
			return advise(
				'status-forbids',
				l10n.t`"${name}" is no longer registered.`,
				adviseRemoval(landscape, system),
			);
		case 'error':
			return refuseError(landscape, system);
		case 'remove-error':
			return advise(
				'status-forbids',
				l10n.t`"${name}" couldn't be removed.`,
				removeSystem(landscape, system.name).ok && [
					l10n.t('Try removing it again.'),
					forSystem('removeSystem', system.name),
				],
			);
		default:
			return refuseStatus(landscape, system);
	}
}

/** Says how to take a system off the list, where no rule refuses that. */
function adviseRemoval(landscape: Landscape, system: System) {
	return (
		removeSystem(landscape, system.name).ok &&
		([l10n.t('To take it off the list, remove it.'), forSystem('removeSystem', system.name)] as const)
	);
}

/** Refuses to deregister a system in *Error* (R-SYS-8, R-SYS-9). */
function refuseError(landscape: Landscape, system: System): Refusal {
	const { name } = system;
	const pairing = extensionOf(landscape, name);
	const extension = pairing && { tenant: pairing.tenant.host, system: name };
	const removal = removeSystem(landscape, name).ok ? [forSystem('removeSystem', system.name)] : [];
	const message = l10n.t`"${shorten(name)}" couldn't be registered, so you can't deregister it.`;
	if (extension && deleteExtension(landscape, extension).ok) {
		return advise('status-forbids', message, [
			removal.length > 0
				? l10n.t('Delete its failed extension in the tenant and get a new token, or remove the system.')
				: l10n.t('Delete its failed extension in the tenant, and then get a new token.'),
			{ command: 'deleteExtension', fields: extension },
			...removal,
		]);
	}
	return checkGetToken(landscape, name)
		? advise('status-forbids', message, adviseRemoval(landscape, system))
		: advise('status-forbids', message, [
				removal.length > 0 ? l10n.t('Get a new token, or remove the system.') : l10n.t('Get a new token.'),
				forSystem('getToken', system.name),
				...removal,
			]);
}

/** Refuses a system that is being deregistered or removed, or couldn't be deregistered (R-SYS-11). */
function refuseStatus(landscape: Landscape, system: System): Refusal {
	const isPractice = landscape.mode === 'practice';
	return advise(
		'status-forbids',
		l10n.t`"${shorten(system.name)}" ${statusInWords(system.status)}.`,
		system.status !== 'deregister-error'
			? waiting(landscape, system)
			: isPractice
				? [
						l10n.t`In practice, choose Reset System; in a real account, open an incident for component ${componentOf(system)}.`,
						forSystem('resetSystem', system.name),
					]
				: [
						l10n.t`Open an incident for component ${componentOf(system)}. Then record the status that the cockpit shows.`,
						forSystem('recordStatus', system.name),
					],
	);
}

/** What helps while something is under way: a recorded account doesn't say by itself that it has finished. */
function waiting({ mode }: Landscape, { name }: System): readonly [string, ...Remedy[]] {
	return mode === 'practice'
		? [l10n.t('Wait until it finishes.')]
		: [
				l10n.t('When it has finished in the real account, record the status that the cockpit shows.'),
				forSystem('recordStatus', name),
			];
}

/** Refuses a system that's in use with `system-in-use`, and names every blocker (R-ENT-10, R-FOR-8). */
function checkUnused(
	landscape: Landscape,
	name: string,
	action: 'deregister' | 'remove',
): Refusal | undefined {
	const uses = usesOf(landscape, name);
	const words = uses.join(', ');
	return uses.length === 0
		? undefined
		: refuse(
				'system-in-use',
				action === 'remove'
					? l10n.t`You can't remove "${shorten(name)}" while it's in use. First remove: ${words}.`
					: l10n.t`You can't deregister "${shorten(name)}" while it's in use. First remove: ${words}.`,
				...endingUses(landscape, name),
			);
}

/**
 * Whether *Deregister System* is possible (R-SYS-9). Refuses with `system-unknown`, `token-not-applicable` for types
 * that are registered by being listed (R-TYPE-2), `status-forbids` (*Error*, *Deregistering*, *Deregister Error*;
 * DEC-5: *Pending*), and `system-in-use` with every blocker.
 */
export function checkDeregister(landscape: Landscape, name: string): Refusal | undefined {
	const system = findSystem(landscape, name);
	if (isRefusal(system)) {
		return system;
	}
	if (!systemType(system.type)) {
		return advise(
			'token-not-applicable',
			l10n.t`You can't deregister systems of type ${shorten(system.type)}.`,
			adviseRemoval(landscape, system),
		);
	}
	return statusRefusal(landscape, system) ?? checkUnused(landscape, name, 'deregister');
}

/**
 * *Deregister System*: starts to end the connection (R-SYS-9); in a recorded landscape, it was started in the cockpit, and
 * how it ended is recorded later (R-REC-4). Refuses with the codes of {@link checkDeregister}.
 */
export function deregisterSystem(
	landscape: Landscape,
	name: string,
): Decision<{ readonly status: SystemStatus }> {
	const system = findSystem(landscape, name);
	if (isRefusal(system)) {
		return system;
	}
	const status = 'deregistering';
	return (
		checkDeregister(landscape, name) ?? { ok: true, changes: [putSystem(withStatus(system, status))], status }
	);
}

/** The systems that practice is deregistering or removing; none in a recorded landscape. */
export function unsettledSystems(landscape: Landscape): readonly System[] {
	return landscape.mode === 'practice'
		? [...landscape.systems.values()].filter(
				({ status }) => status === 'deregistering' || status === 'removing',
			)
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
	return outcome === 'fail'
		? {
				ok: true,
				changes: [putSystem({ ...system, status: 'deregister-error' })],
				status: 'deregister-error',
			}
		: disconnect(landscape, system, now);
}

/** The system without its connection: not registered, in *Error* again, or only listed if its type has no token (R-TYPE-2). */
function disconnect(
	landscape: Landscape,
	system: System,
	now: Instant,
): Decision<{ readonly status: SystemStatus }> {
	const pairing = extensionOf(landscape, system.name);
	const hasFailed = pairing?.extension.status === 'failed';
	const status = !systemType(system.type) ? 'registered' : hasFailed ? 'error' : 'unregistered';
	if (!pairing || hasFailed) {
		return { ok: true, changes: [putSystem({ ...system, status })], status };
	}
	const { tenant, extension } = pairing;
	const { pairedTenant: _, ...record } = system;
	const changes: Change[] = [
		putSystem({ ...record, status }),
		putTenant(withExtension(tenant, { ...extension, status: 'disabled', changedAt: now })),
	];
	return { ok: true, changes, status };
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
	if (landscape.mode === 'recorded') {
		return refuse(
			'recorded-by-hand',
			l10n.t`${landscape.globalAccount} is recorded, so only SAP can reset "${shorten(name)}". Open an incident, then record the status that the cockpit shows.`,
			forSystem('recordStatus', name),
		);
	}
	if (system.status !== 'deregister-error' && system.status !== 'remove-error') {
		return refuse(
			'status-forbids',
			l10n.t`"${shorten(name)}" ${statusInWords(system.status)}. You can reset a system only if deregistering or removing it failed.`,
		);
	}
	return disconnect(landscape, system, now);
}

/**
 * *Remove System*: removes the record and its token (DEC-5, R-SYS-14, R-SYS-16, R-SYS-17). In practice, the record is being
 * removed until {@link settleRemoval}; its token is gone at once. An extension that stays in a tenant keeps the name locked
 * (R-NAME-3). Refuses with `system-unknown`, `system-in-use` with every blocker, and `status-forbids` (R-DIS-4: discovered;
 * R-SYS-15: deregister first; while an operation is running; *Deregister Error*).
 */
export function removeSystem(
	landscape: Landscape,
	name: string,
): Decision<{ readonly fingerprint: string | undefined }> {
	const system = findSystem(landscape, name);
	if (isRefusal(system)) {
		return system;
	}
	const { token, ...record } = system;
	return (
		checkDiscovery(landscape, system) ??
		checkUnused(landscape, name, 'remove') ??
		checkRemovable(landscape, system) ?? {
			ok: true,
			changes: [
				landscape.mode === 'practice'
					? putSystem({ ...record, status: 'removing' })
					: removeRecord('systems', name),
			],
			fingerprint: token?.fingerprint,
		}
	);
}

/** Refuses a system that the cockpit itself puts on the list (R-DIS-4). */
function checkDiscovery({ mode }: Landscape, { name, discovery }: System): Refusal | undefined {
	return discovery === 'auto'
		? advise(
				'status-forbids',
				l10n.t`"${shorten(name)}" was discovered automatically, so you can't remove it from the list.`,
				mode === 'recorded' && [
					l10n.t('If the cockpit no longer lists it, delete its entry in the file.'),
					forSystem('openLandscape', name),
				],
			)
		: undefined;
}

function checkRemovable(landscape: Landscape, system: System): Refusal | undefined {
	if (system.status === 'removing') {
		// A real system that is gone from the list has been removed.
		return landscape.mode === 'practice' ? refuseStatus(landscape, system) : undefined;
	}
	if (!systemType(system.type)) {
		return undefined;
	}
	const name = shorten(system.name);
	if (system.status === 'registered') {
		return refuse(
			'status-forbids',
			l10n.t`"${name}" is registered. Deregister it first, then remove it.`,
			forSystem('deregisterSystem', system.name),
		);
	}
	if (system.status === 'deregistering' || system.status === 'deregister-error') {
		return refuseStatus(landscape, system);
	}
	return checkNotPairing(landscape, system);
}

/** Refuses a system that is being paired, with `status-forbids`. */
export function checkNotPairing(landscape: Landscape, system: System): Refusal | undefined {
	const name = shorten(system.name);
	const pairing = extensionOf(landscape, system.name);
	return pairing && isUnderWay(landscape, pairing.extension)
		? advise('status-forbids', l10n.t`"${name}" is being paired in ${pairing.tenant.host}.`, [
				...(landscape.mode === 'practice'
					? waiting(landscape, system)
					: ([
							l10n.t('First record what the tenant shows.'),
							{
								command: 'recordExtension',
								fields: { tenant: pairing.tenant.host, system: system.name },
							},
						] as const)),
			])
		: undefined;
}

/**
 * Ends removing in practice: the record is gone, or it's in *Error while Removing* (R-SYS-18). The latter also where the file
 * says that the system is connected, in use or discovered, since the cockpit wouldn't remove it (R-SYS-14, R-SYS-15,
 * R-DIS-4). Changes nothing if the system isn't being removed. Refuses with `system-unknown`.
 */
export function settleRemoval(landscape: Landscape, name: string, outcome: Outcome): Decision {
	const system = findSystem(landscape, name);
	if (isRefusal(system)) {
		return system;
	}
	if (system.status !== 'removing') {
		return { ok: true, changes: [] };
	}
	const isHeld =
		system.discovery === 'auto' ||
		usesOf(landscape, name).length > 0 ||
		extensionsOf(landscape, name).some(
			({ extension: { status } }) => status === 'enabling' || status === 'enabled',
		);
	return {
		ok: true,
		changes: [
			outcome === 'fail' || isHeld
				? putSystem({ ...system, status: 'remove-error' })
				: removeRecord('systems', name),
		],
	};
}
