import type { Change } from './change.ts';
import type { Instant } from './instant.ts';
import type {
	Entitlement,
	Extension,
	Landscape,
	Subaccount,
	System,
	SystemStatus,
	Tenant,
} from './landscape.ts';

/** What a record has when somebody saw it. */
export type Dated = { readonly recordedAt?: Instant };

/** When somebody saw what a record says; `undefined` in practice, where nobody did, or where nobody said. */
export function recordedAtOf({ mode }: Landscape, { recordedAt }: Dated): Instant | undefined {
	return mode === 'recorded' ? recordedAt : undefined;
}

/** A system with a status; if that's another one, nobody has said yet when it was seen. */
export function withStatus(system: System, status: SystemStatus): System {
	const { recordedAt: _, ...others } = system;
	return system.status === status ? system : { ...others, status };
}

/**
 * Changes of a recorded landscape, with the time at which somebody recorded each status that is new in them (R-REC-1): of
 * systems, extensions and entitlements. A time that a change brings counts. Practice has no such times.
 */
export function withRecordedAt(
	landscape: Landscape,
	changes: readonly Change[],
	now: Instant,
): readonly Change[] {
	return landscape.mode === 'recorded' ? changes.map((change) => dated(landscape, change, now)) : changes;
}

function dated(landscape: Landscape, change: Change, now: Instant): Change {
	if (change.kind === 'remove') {
		return change;
	}
	switch (change.section) {
		case 'systems':
			return {
				...change,
				record: datedSystem(landscape.systems.get(change.record.name), change.record, now),
			};
		case 'tenants':
			return {
				...change,
				record: datedTenant(landscape.tenants.get(change.record.host), change.record, now),
			};
		case 'subaccounts':
			return {
				...change,
				record: datedSubaccount(landscape.subaccounts.get(change.record.name), change.record, now),
			};
		case 'formations':
			return change;
	}
}

/** A record with the time of now, where what it says is new and it doesn't bring a time of its own. */
function seen<Record extends Dated>(
	before: Record | undefined,
	after: Record,
	isSame: (one: Record, other: Record) => boolean,
	now: Instant,
): Record {
	const isNew = before === undefined || !isSame(before, after);
	return isNew && after.recordedAt === undefined ? { ...after, recordedAt: now } : after;
}

function datedSystem(before: System | undefined, after: System, now: Instant): System {
	return seen(before, after, (one, other) => one.status === other.status, now);
}

function datedTenant(before: Tenant | undefined, after: Tenant, now: Instant): Tenant {
	const isSame = (one: Extension, other: Extension) => one.status === other.status;
	const extensions = Array.from(after.extensions, ([system, extension]) => {
		return [system, seen(before?.extensions.get(system), extension, isSame, now)] as const;
	});
	return { ...after, extensions: new Map(extensions) };
}

function datedSubaccount(before: Subaccount | undefined, after: Subaccount, now: Instant): Subaccount {
	const isPlan = (one: Entitlement, other: Entitlement) =>
		one.service === other.service && one.plan === other.plan && one.system === other.system;
	return {
		...after,
		entitlements: after.entitlements.map((entitlement) =>
			seen(
				before?.entitlements.find((earlier) => isPlan(earlier, entitlement)),
				entitlement,
				(one, other) => one.amount === other.amount,
				now,
			),
		),
	};
}
