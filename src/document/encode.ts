import { type Change, nameIn, type Section } from '../model/change.ts';
import type {
	Entitlement,
	Extension,
	Formation,
	Landscape,
	Subaccount,
	System,
	Tenant,
	Token,
} from '../model/landscape.ts';
import type { Tree, TreeMap } from '../model/tree.ts';

/** A landscape's record as the file holds it, with the keys in their usual order. */
export type Encoded = Tree;
export type EncodedMap = TreeMap;

/** The keys in order, without keys that have no value. */
function map(entries: readonly (readonly [string, Encoded | undefined])[]): EncodedMap {
	return new Map(entries.filter((entry): entry is readonly [string, Encoded] => entry[1] !== undefined));
}

function token({ issuedAt, expiresAt, scenarioGroups, fingerprint, usedAt }: Token): EncodedMap {
	return map([
		['issuedAt', issuedAt],
		['expiresAt', expiresAt],
		['scenarioGroups', scenarioGroups],
		['fingerprint', fingerprint],
		['usedAt', usedAt],
	]);
}

function system(record: System): EncodedMap {
	return map([
		['type', record.type],
		['status', record.status],
		['recordedAt', record.recordedAt],
		['url', record.url],
		['role', record.role],
		['discovery', record.discovery],
		['owner', record.owner],
		['note', record.note],
		['pairedTenant', record.pairedTenant],
		['token', record.token && token(record.token)],
	]);
}

function extension({ status, recordedAt, description, changedAt }: Extension): EncodedMap {
	return map([
		['status', status],
		['recordedAt', recordedAt],
		['description', description],
		['changedAt', changedAt],
	]);
}

function tenant(record: Tenant): EncodedMap {
	const extensions = [...record.extensions].map(([name, entry]) => [name, extension(entry)] as const);
	return map([
		['type', record.type],
		['role', record.role],
		['note', record.note],
		['extensions', extensions.length > 0 ? map(extensions) : undefined],
	]);
}

/** A subaccount without anything is an empty entry, so that adding the first service plan changes no other line. */
function subaccount({ subdomain, region, production, note, entitlements }: Subaccount): Encoded {
	const record = map([
		['subdomain', subdomain],
		['region', region],
		['production', production],
		['note', note],
		['entitlements', entitlements.length > 0 ? entitlements.map(entitlement) : undefined],
	]);
	return record.size > 0 ? record : null;
}

function entitlement({ service, plan, system: name, amount, recordedAt }: Entitlement): EncodedMap {
	return map([
		['service', service],
		['plan', plan],
		['system', name],
		['amount', amount],
		['recordedAt', recordedAt],
	]);
}

function formation({ type, systems }: Formation): EncodedMap {
	return map([
		['type', type],
		['systems', systems.length > 0 ? systems : undefined],
	]);
}

const ENCODERS = { systems: system, tenants: tenant, subaccounts: subaccount, formations: formation };

function encode(section: Section, record: System | Tenant | Subaccount | Formation): Encoded {
	return ENCODERS[section](record as never);
}

/** A landscape's record as the file holds it; `undefined` if there is no record with that name. */
export function encodeRecord(landscape: Landscape, section: Section, name: string): Encoded | undefined {
	const record = landscape[section].get(name);
	return record && encode(section, record);
}

/** What the file should have after a change: `undefined` for nothing. */
export function encodeChange(change: Change): { name: string; value: Encoded | undefined } {
	return {
		name: nameIn(change),
		value: change.kind === 'remove' ? undefined : encode(change.section, change.record),
	};
}
