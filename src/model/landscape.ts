import { grouped } from './grouped.ts';
import type { Instant } from './instant.ts';
import { perLandscape } from './per-landscape.ts';

/** `practice` simulates both sides; `recorded` keeps what a real account showed. */
export const MODES = ['practice', 'recorded'] as const;
export type Mode = (typeof MODES)[number];

/** A system's statuses in the global account (DEC-1, DEC-4). */
export const SYSTEM_STATUSES = [
	'pending',
	'registered',
	'error',
	'deregistering',
	'deregister-error',
	'unregistered',
	'removing',
	'remove-error',
] as const;
export type SystemStatus = (typeof SYSTEM_STATUSES)[number];

/** An extension's statuses in the tenant (DEC-29). */
export const EXTENSION_STATUSES = ['enabling', 'enabled', 'failed', 'disabled'] as const;
export type ExtensionStatus = (typeof EXTENSION_STATUSES)[number];

/** What a system is for in its owner's landscape, also what a tenant is for. */
export const SYSTEM_ROLES = ['development', 'customizing', 'test', 'production'] as const;
export type SystemRole = (typeof SYSTEM_ROLES)[number];

/** How the cockpit came to list a system: somebody added it, or it was discovered (R-DIS-1). */
export const DISCOVERIES = ['manual', 'auto'] as const;
export type Discovery = (typeof DISCOVERIES)[number];

/** What the file has about an integration token, never its text. */
export interface Token {
	readonly issuedAt?: Instant;
	readonly expiresAt: Instant;
	readonly scenarioGroups?: readonly string[];
	/** `sha256:` and 64 lower-case hex digits of the token's text. Absent if only the date was recorded. */
	readonly fingerprint?: string;
	readonly usedAt?: Instant;
}

/** One row of *System Landscape* > *Systems*. */
export interface System {
	readonly name: string;
	/** SAP's label of the system type. A label that isn't in the catalog is a type without a token. */
	readonly type: string;
	readonly status: SystemStatus;
	/** When somebody saw that status in the cockpit; in a recorded landscape only (R-REC-1). */
	readonly recordedAt?: Instant;
	/** Address of the system, as the cockpit or its owner says it. */
	readonly url?: string;
	readonly role?: SystemRole;
	readonly discovery?: Discovery;
	/** Who is responsible for the system. */
	readonly owner?: string;
	readonly note?: string;
	/** Host name of the tenant that registered it before, while no disabled extension tells (R-TYPE-4). */
	readonly pairedTenant?: string;
	readonly token?: Token;
}

/** A tenant's entry for one pairing with this global account. */
export interface Extension {
	/** Name of the system that it pairs. */
	readonly system: string;
	readonly status: ExtensionStatus;
	/** When somebody saw that status in the tenant; in a recorded landscape only (R-REC-1). */
	readonly recordedAt?: Instant;
	readonly description?: string;
	readonly changedAt?: Instant;
}

/** A tenant and what *Maintain Extensions on SAP BTP* lists in it. */
export interface Tenant {
	/** Lower-case host name. */
	readonly host: string;
	readonly type: string;
	readonly role?: SystemRole;
	readonly note?: string;
	/** By the name of the paired system. */
	readonly extensions: ReadonlyMap<string, Extension>;
}

/** A subaccount's right to use a service plan for a system (R-ENT-3). */
export interface Entitlement {
	/** Technical name of the service, such as `s4-hana-cloud`. */
	readonly service: string;
	/** Technical name of the plan, such as `api-access`. */
	readonly plan: string;
	readonly system: string;
	/** Units, 1 or more (DEC-10). */
	readonly amount: number;
	/** When somebody saw it in the cockpit; in a recorded landscape only (R-REC-1). */
	readonly recordedAt?: Instant;
}

export interface Subaccount {
	readonly name: string;
	readonly subdomain?: string;
	readonly region?: string;
	/** Whether productive applications run in it; absent where nobody said. */
	readonly production?: boolean;
	readonly note?: string;
	readonly entitlements: readonly Entitlement[];
}

/** A group of systems for one scenario. */
export interface Formation {
	readonly name: string;
	readonly type: string;
	readonly systems: readonly string[];
}

/** A global account as its landscape file holds it. Maps, so that `__proto__` is a name like any other. */
export interface Landscape {
	readonly globalAccount: string;
	readonly mode: Mode;
	readonly subdomain?: string;
	/** Technical name of the region, such as `eu10`. */
	readonly region?: string;
	readonly systems: ReadonlyMap<string, System>;
	readonly tenants: ReadonlyMap<string, Tenant>;
	readonly subaccounts: ReadonlyMap<string, Subaccount>;
	readonly formations: ReadonlyMap<string, Formation>;
}

/** A global account without any system. */
export function newLandscape(globalAccount: string, mode: Mode): Landscape {
	return {
		globalAccount,
		mode,
		systems: new Map(),
		tenants: new Map(),
		subaccounts: new Map(),
		formations: new Map(),
	};
}

/** An extension and the tenant that lists it. */
export interface TenantExtension {
	readonly tenant: Tenant;
	readonly extension: Extension;
}

const pairings = perLandscape(({ tenants }: Landscape) =>
	grouped(
		[...tenants.values()].flatMap((tenant) =>
			[...tenant.extensions].map(([system, extension]) => [system, { tenant, extension }] as const),
		),
	),
);

/** Every extension for a system, in the order of the file; a valid landscape has at most one. */
export function extensionsOf(landscape: Landscape, system: string): readonly TenantExtension[] {
	return pairings(landscape).get(system) ?? [];
}

/** A system's extension and its tenant, or `undefined`. */
export function extensionOf(landscape: Landscape, system: string): TenantExtension | undefined {
	return extensionsOf(landscape, system)[0];
}

const entitlements = perLandscape(({ subaccounts }: Landscape) =>
	grouped(
		[...subaccounts.values()].flatMap(({ name, entitlements }) =>
			entitlements.map((entitlement) => [entitlement.system, { subaccount: name, entitlement }] as const),
		),
	),
);

/** Every entitlement for a system, with the subaccount that has it. */
export function entitlementsOf(
	landscape: Landscape,
	system: string,
): readonly { readonly subaccount: string; readonly entitlement: Entitlement }[] {
	return entitlements(landscape).get(system) ?? [];
}

const memberships = perLandscape(({ formations }: Landscape) =>
	grouped(
		[...formations.values()].flatMap((formation) =>
			Array.from(new Set(formation.systems), (system) => [system, formation] as const),
		),
	),
);

/** Every formation that includes a system. */
export function formationsOf(landscape: Landscape, system: string): readonly Formation[] {
	return memberships(landscape).get(system) ?? [];
}
