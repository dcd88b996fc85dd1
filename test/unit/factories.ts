import assert from 'node:assert/strict';
import { ALL_COMMUNICATION_SCENARIOS } from '../../src/model/catalog/scenario-groups.ts';
import { applyChanges } from '../../src/model/change.ts';
import type { Decision, Refusal, RefusalCode } from '../../src/model/decision.ts';
import type { HeldToken } from '../../src/model/held-tokens.ts';
import {
	type Entitlement,
	type Extension,
	type Formation,
	type Landscape,
	newLandscape,
	type Subaccount,
	type System,
	type Tenant,
	type Token,
} from '../../src/model/landscape.ts';

export const S4 = 'SAP S/4HANA Cloud';
export const MARKETING = 'SAP Marketing Cloud';
export const DEV = 'SAP S/4HANA DEV System';
export const HOST = 'my300001.s4hana.example';

export const OTHER_HOST = 'my300002.s4hana.example';
export const KYMA = 'Side-by-Side Extensibility with Kyma';
export const JOULE = 'Integration with Joule';
export const SUITE = 'Integration with SAP Integration Suite';

export const ISSUED = '2026-11-20T10:00:00Z';
export const BEFORE_EXPIRY = '2026-11-27T09:59:59Z';
export const EXPIRES = '2026-11-27T10:00:00Z';
export const PAIRED = '2026-11-21T09:12:00Z';
export const SETTLED = '2026-11-21T09:12:04Z';
export const NOW = '2026-11-21T10:00:00Z';
export const LATER = '2026-11-22T08:00:00Z';

/** A fingerprint that differs for every number up to 65535. */
export function fingerprint(number = 1): string {
	return `sha256:${number.toString(16).padStart(4, '0').repeat(16)}`;
}

/** Pairs the system that the factories make with their tenant. */
export const PAIRING = { tenant: HOST, fingerprint: fingerprint() };

export function token(fields: Partial<Token> = {}): Token {
	return {
		issuedAt: ISSUED,
		expiresAt: EXPIRES,
		scenarioGroups: [ALL_COMMUNICATION_SCENARIOS],
		fingerprint: fingerprint(),
		...fields,
	};
}

/** A pending S/4HANA system with an open token, unless the fields say otherwise. */
export function system(fields: Partial<System> = {}): System {
	return { name: DEV, type: S4, status: 'pending', token: token(), ...fields };
}

/** A pending S/4HANA system for which nobody has got a token yet. */
export function systemWithoutToken(fields: Partial<Omit<System, 'token'>> = {}): System {
	return { name: DEV, type: S4, status: 'pending', ...fields };
}

/** A system of a type without token, which is registered as soon as it is there. */
export function listed(name = 'J', type = 'Joule'): System {
	return { name, type, status: 'registered' };
}

export function registeredSystem(fields: Partial<System> = {}): System {
	return system({ status: 'registered', token: token({ usedAt: PAIRED }), ...fields });
}

export function extension(fields: Partial<Extension> = {}): Extension {
	return { system: DEV, status: 'enabled', changedAt: SETTLED, ...fields };
}

export function tenant(extensions: readonly Extension[] = [], fields: Partial<Tenant> = {}): Tenant {
	return {
		host: HOST,
		type: S4,
		extensions: new Map(extensions.map((entry) => [entry.system, entry])),
		...fields,
	};
}

export function entitlement(fields: Partial<Entitlement> = {}): Entitlement {
	return { service: 's4-hana-cloud', plan: 'api-access', system: DEV, amount: 1, ...fields };
}

export function subaccount(entitlements: readonly Entitlement[] = [], name = 'dev'): Subaccount {
	return { name, entitlements };
}

/** A formation of type *Side-by-Side Extensibility with Kyma* that holds the S/4HANA system, unless the fields say otherwise. */
export function formation(fields: Partial<Formation> = {}): Formation {
	return { name: 'Side by side', type: KYMA, systems: [DEV], ...fields };
}

export interface Records {
	readonly mode?: Landscape['mode'];
	readonly systems?: readonly System[];
	readonly tenants?: readonly Tenant[];
	readonly subaccounts?: readonly Subaccount[];
	readonly formations?: readonly Formation[];
}

/** What a machine remembers of the token of the S/4HANA system. */
export function heldToken(fields: Partial<HeldToken> = {}): HeldToken {
	const landscape = 'file:///system-landscape.yaml';
	return {
		fingerprint: fingerprint(),
		landscape,
		system: DEV,
		issuedAt: ISSUED,
		expiresAt: EXPIRES,
		...fields,
	};
}

/** The landscape of *Acme* in practice, with the given records. */
export function landscape(records: Records = {}): Landscape {
	return {
		...newLandscape('Acme', records.mode ?? 'practice'),
		systems: new Map((records.systems ?? []).map((record) => [record.name, record])),
		tenants: new Map((records.tenants ?? []).map((record) => [record.host, record])),
		subaccounts: new Map((records.subaccounts ?? []).map((record) => [record.name, record])),
		formations: new Map((records.formations ?? []).map((record) => [record.name, record])),
	};
}

/** A landscape with one system and its extension in the tenant: paired, unless the records say otherwise. */
export function paired(record = registeredSystem(), entry = extension()): Landscape {
	return landscape({ systems: [record], tenants: [tenant([entry])] });
}

/** The extensions in the tenant, in their order. */
export function extensionsIn(of: Landscape): readonly Extension[] {
	return [...(of.tenants.get(HOST)?.extensions.values() ?? [])];
}

/** A landscape in which a subaccount and a formation use the paired system, unless the records say otherwise. */
export function inUse(records: Records = {}): Landscape {
	return landscape({
		systems: [registeredSystem()],
		tenants: [tenant([extension()])],
		subaccounts: [subaccount([entitlement()])],
		formations: [formation()],
		...records,
	});
}

/** Asserts that a request was refused with a code, in words that say something, and returns the refusal. */
export function assertRefused(
	result: { readonly ok: boolean } | undefined,
	code: RefusalCode,
	says: string | RegExp = '',
): Refusal {
	assert.ok(result && !result.ok, `expected the refusal ${code}, but it was accepted`);
	const refusal = result as Refusal;
	assert.equal(refusal.code, code);
	assert.ok(refusal.message.length > 0 && refusal.message === refusal.message.trim());
	assert.ok(
		typeof says === 'string' ? refusal.message.includes(says) : says.test(refusal.message),
		`${refusal.message} does not say ${says}`,
	);
	return refusal;
}

/** Asserts that something was not refused, and returns it. */
export function accepted<Result extends { readonly ok: boolean }>(
	result: Result | Refusal,
): Exclude<Result, { readonly ok: false }> {
	assert.ok(result.ok, result.ok ? '' : `refused: ${JSON.stringify(result)}`);
	return result as Exclude<Result, { readonly ok: false }>;
}

/** Asserts that a rule decided for changes, and returns the landscape that they lead to. */
export function decided<Facts extends object>(
	before: Landscape,
	decision: Decision<Facts>,
): Landscape & { readonly facts: Facts } {
	const { changes } = accepted<Decision>(decision);
	return { ...applyChanges(before, changes), facts: decision as Facts };
}

/** Asserts that a rule accepts a request, and returns the landscape that this leads to. */
export function changedBy<Request extends readonly unknown[], Facts extends object>(
	before: Landscape,
	rule: (before: Landscape, ...request: Request) => Decision<Facts>,
	...request: Request
): Landscape & { readonly facts: Facts } {
	return decided(before, rule(before, ...request));
}

export const namesOf = (records: readonly { readonly name: string }[]) => records.map(({ name }) => name);
export const labelsOf = (records: readonly { readonly label: string }[]) => records.map(({ label }) => label);
export const codesOf = (found: readonly { readonly code: string }[]) => found.map(({ code }) => code);
