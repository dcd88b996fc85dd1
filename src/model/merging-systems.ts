import * as l10n from '@vscode/l10n';
import { systemType } from './catalog/system-types.ts';
import { applyChanges, type Change, putFormation, putSubaccount, putSystem, removeRecord } from './change.ts';
import { advise, type Decision, isRefusal, type Refusal, refuse } from './decision.ts';
import { checkDeregister, checkNotPairing, statusRefusal } from './deregistration.ts';
import { deleteExtension } from './extensions.ts';
import { checkMembership } from './formations.ts';
import { grouped } from './grouped.ts';
import {
	type Entitlement,
	entitlementsOf,
	extensionOf,
	extensionsOf,
	type Formation,
	formationsOf,
	type Landscape,
	type Subaccount,
	type System,
	type SystemStatus,
} from './landscape.ts';
import { shorten } from './names.ts';
import { perLandscape } from './per-landscape.ts';
import { findSystem } from './systems.ts';
import { isOwnMember, usesOf } from './uses.ts';

/** Two systems to merge: the one that stays, then the one that disappears. */
export type Pair = readonly [kept: string, gone: string];

interface FoundPair {
	readonly kept: System;
	readonly gone: System;
}

/** What a system gets from its duplicate where it lacks it (R-MRG-5, DEC-40). */
const PROPERTIES = ['url', 'role', 'owner', 'note'] as const;

const PROPERTY_WORDS: Record<(typeof PROPERTIES)[number], () => string> = {
	url: () => l10n.t('URL'),
	role: () => l10n.t('role'),
	owner: () => l10n.t('owner'),
	note: () => l10n.t('note'),
};

/** Statuses in which a system can't be merged: something is under way, or has failed and can be tried again. */
const UNSETTLED: readonly SystemStatus[] = ['deregistering', 'deregister-error', 'removing', 'remove-error'];

const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/?#@]*@)?([^/?#]*)([^?#]*)/i;

/** An address as duplicates are recognized by it: host and path, without what two people write differently. */
function comparable(url: string | undefined): string | undefined {
	const [, host = '', path = ''] = ADDRESS.exec(url?.trim() ?? '') ?? [];
	return host === '' ? undefined : `${host.toLowerCase().replace(/:443$/, '')}${path.replace(/\/+$/, '')}`;
}

/** By the name of a system, what {@link duplicatesOf} compares: the type, and the address. */
const identities = perLandscape(
	({ systems }: Landscape) =>
		new Map(
			[...systems.values()].flatMap(({ name, type, url }) => {
				const address = comparable(url);
				return address === undefined ? [] : [[name, JSON.stringify([type, address])] as const];
			}),
		),
);

const alike = perLandscape((landscape: Landscape) =>
	grouped([...identities(landscape)].map(([name, identity]) => [identity, name] as const)),
);

/** The other systems of the same type with the same URL, which are the same system (R-MRG-4), in the order of the file. */
export function duplicatesOf(landscape: Landscape, name: string): readonly string[] {
	const identity = identities(landscape).get(name);
	return (alike(landscape).get(identity ?? '') ?? []).filter((other) => other !== name);
}

/** Whether another system has the type and the URL of a system; cheaper than naming all. */
export function isDuplicate(landscape: Landscape, name: string): boolean {
	return (alike(landscape).get(identities(landscape).get(name) ?? '')?.length ?? 0) > 1;
}

/** The first system of the file that is the same one as a later one (R-MRG-4); nothing for that first one itself. */
export function firstDuplicateOf(landscape: Landscape, name: string): string | undefined {
	const [first] = alike(landscape).get(identities(landscape).get(name) ?? '') ?? [];
	return first === name ? undefined : first;
}

/** Whether two systems have URLs that say that they aren't the same one. */
function areApart(landscape: Landscape, one: string, other: string): boolean {
	const [here, there] = [one, other].map((name) => identities(landscape).get(name));
	return here !== undefined && there !== undefined && here !== there;
}

/** Whether a system has a connection that would be lost with it. A system without a token is only listed (R-TYPE-2). */
function isConnected(landscape: Landscape, { name, status, type }: System): boolean {
	return (
		systemType(type) !== undefined &&
		(status === 'registered' ||
			extensionsOf(landscape, name).some(({ extension }) => extension.status === 'enabled'))
	);
}

/** Refuses a system with which something is under way, or has failed and can be tried again: `status-forbids`. */
function checkSettled(landscape: Landscape, system: System): Refusal | undefined {
	return UNSETTLED.includes(system.status)
		? statusRefusal(landscape, system)
		: checkNotPairing(landscape, system);
}

/** The systems of each type that could stay, and those that could disappear, as far as each of them alone decides that. */
const parts = perLandscape((landscape: Landscape) => {
	const settled = [...landscape.systems.values()].filter((system) => !checkSettled(landscape, system));
	const loose = settled.filter(
		(system) => !isConnected(landscape, system) && !extensionOf(landscape, system.name),
	);
	return {
		staying: new Set(settled),
		leaving: grouped(loose.map((system) => [system.type, system] as const)),
	};
});

/**
 * The systems that can be merged into one: those with its URL, if there are any, otherwise all that can't be told apart
 * from it. {@link checkMerge} refuses none of them.
 */
export function mergeableInto(landscape: Landscape, kept: System): readonly System[] {
	const { staying, leaving } = parts(landscape);
	const possible = staying.has(kept)
		? (leaving.get(kept.type) ?? []).filter(
				(system) => system !== kept && !areApart(landscape, kept.name, system.name),
			)
		: [];
	const same = new Set(possible.length > 0 ? duplicatesOf(landscape, kept.name) : []);
	const duplicates = possible.filter(({ name }) => same.has(name));
	return duplicates.length > 0 ? duplicates : possible;
}

/** The orders in which two systems can be merged: none, one, or both; then the discovered one disappears first (R-MRG-1). */
export function ordersOf(landscape: Landscape, one: string, other: string): readonly Pair[] {
	const orders: readonly Pair[] =
		landscape.systems.get(one)?.discovery === 'auto'
			? [
					[other, one],
					[one, other],
				]
			: [
					[one, other],
					[other, one],
				];
	return orders.filter((pair) => !checkMerge(landscape, pair));
}

/**
 * Whether two systems can be merged, as far as formations don't decide it. Refuses with `system-unknown`;
 * `system-not-duplicate` for one and the same, and for different types or URLs (R-MRG-4); `status-forbids` if both are
 * registered, if only the one that would disappear is (R-MRG-2, R-MRG-3), or while something is under way with one; and
 * `extension-must-be-deleted-first` if the one that would disappear has an extension (DEC-40).
 */
export function checkMerge(landscape: Landscape, pair: Pair): Refusal | undefined {
	const found = findPair(landscape, pair);
	return isRefusal(found) ? found : checkPair(landscape, found);
}

function findPair(landscape: Landscape, [keptName, goneName]: Pair): FoundPair | Refusal {
	const kept = findSystem(landscape, keptName);
	const gone = findSystem(landscape, goneName);
	return isRefusal(kept) ? kept : isRefusal(gone) ? gone : { kept, gone };
}

function checkPair(landscape: Landscape, { kept, gone }: FoundPair): Refusal | undefined {
	const [stays, goes] = [shorten(kept.name), shorten(gone.name)];
	if (kept === gone) {
		return refuse('system-not-duplicate', l10n.t('Select two different systems.'));
	}
	if (kept.type !== gone.type) {
		return refuse(
			'system-not-duplicate',
			l10n.t`"${stays}" is a system of type ${shorten(kept.type)}, and "${goes}" of type ${shorten(gone.type)}. You can merge only systems of the same type.`,
		);
	}
	if (areApart(landscape, kept.name, gone.name)) {
		return refuse(
			'system-not-duplicate',
			l10n.t`"${stays}" and "${goes}" have different URLs, so they aren't the same system. If one of the URLs is wrong, correct it in the file.`,
		);
	}
	return (
		checkSettled(landscape, kept) ??
		checkSettled(landscape, gone) ??
		checkConnections(landscape, kept, gone) ??
		checkLeftover(landscape, gone)
	);
}

/** Refuses to drop a system that is registered: its connection can't move to another record. */
function checkConnections(landscape: Landscape, kept: System, gone: System): Refusal | undefined {
	if (!isConnected(landscape, gone)) {
		return undefined;
	}
	const [stays, goes] = [shorten(kept.name), shorten(gone.name)];
	if (!isConnected(landscape, kept)) {
		return refuse(
			'status-forbids',
			l10n.t`"${goes}" is registered and "${stays}" isn't, so "${goes}" must stay. Merge them the other way around.`,
		);
	}
	return advise(
		'status-forbids',
		l10n.t`"${stays}" and "${goes}" are both registered, so you can't merge them.`,
		!checkDeregister(landscape, gone.name) && [
			l10n.t`Deregister "${goes}" first.`,
			{ command: 'deregisterSystem', fields: { system: gone.name } },
		],
	);
}

/** Refuses to drop a system that a tenant still has an extension for: the tenant knows it by that name only. */
function checkLeftover(landscape: Landscape, { name }: System): Refusal | undefined {
	const pairing = extensionOf(landscape, name);
	const request = pairing && { tenant: pairing.tenant.host, system: name };
	return (
		request &&
		advise(
			'extension-must-be-deleted-first',
			l10n.t`You can't merge "${shorten(name)}" into another system while it has an extension in ${request.tenant}.`,
			deleteExtension(landscape, request).ok && [
				l10n.t('Delete that extension first.'),
				{ command: 'deleteExtension', fields: request },
			],
		)
	);
}

/**
 * *Merge Systems* (R-MRG-1, R-MRG-5, DEC-40): one record instead of two. The one that stays keeps its properties and gets
 * those that only the other has; service plans and memberships move to it. The token of the other is gone, and
 * `fingerprint` says which. Refuses with the codes of {@link checkMerge}, and with those of `checkMembership` where the
 * system that stays couldn't be in all formations of both.
 */
export function mergeSystems(
	landscape: Landscape,
	pair: Pair,
): Decision<{ readonly system: string; readonly fingerprint: string | undefined }> {
	const found = findPair(landscape, pair);
	if (isRefusal(found)) {
		return found;
	}
	const refused = checkPair(landscape, found);
	if (refused) {
		return refused;
	}
	const { kept, gone } = found;
	const merged = { ...kept, ...copied(landscape, kept, gone) };
	const memberships = formationsOf(landscape, gone.name);
	const subaccounts = new Set(entitlementsOf(landscape, gone.name).map(({ subaccount }) => subaccount));
	const changes: readonly Change[] = [
		...(Object.keys(merged).length > Object.keys(kept).length ? [putSystem(merged)] : []),
		removeRecord('systems', gone.name),
		...[...subaccounts].flatMap((name) => {
			const subaccount = landscape.subaccounts.get(name);
			return subaccount ? [putSubaccount(withPlansOf(subaccount, pair))] : [];
		}),
		...memberships.map((formation) => putFormation(withMemberOf(formation, pair))),
	];
	const broken = brokenMembership(landscape, applyChanges(landscape, changes), pair);
	if (broken) {
		return broken;
	}
	const fingerprint = gone.token?.fingerprint;
	return {
		ok: true,
		changes,
		system: kept.name,
		// After a merge of two files, both may have the same token.
		fingerprint: fingerprint === kept.token?.fingerprint ? undefined : fingerprint,
	};
}

/**
 * Refuses what would make a membership that is allowed one that isn't, with the code of {@link checkMembership}. What was
 * wrong with it before is no reason.
 */
function brokenMembership(before: Landscape, after: Landscape, [kept, gone]: Pair): Refusal | undefined {
	const merged = after.systems.get(kept);
	for (const formation of merged ? formationsOf(after, kept) : []) {
		const earlier = before.formations.get(formation.name);
		const member = before.systems.get(earlier?.systems.includes(kept) ? kept : gone);
		const refused = merged && checkMembership(after, formation, merged);
		if (refused && earlier && member && !checkMembership(before, earlier, member)) {
			return advise(
				refused.code,
				l10n.t`As one system, "${shorten(kept)}" and "${shorten(gone)}" aren't allowed in the formation "${shorten(formation.name)}".`,
				!isOwnMember(before, earlier, member.name) && [
					l10n.t`Exclude "${shorten(member.name)}" from it first.`,
					{ command: 'excludeSystem', fields: { formation: formation.name, system: member.name } },
				],
			);
		}
	}
	return undefined;
}

/** The properties that only the duplicate has, and the tenant that it remembers, where that can matter (R-TYPE-4). */
function copied(landscape: Landscape, kept: System, gone: System): Partial<System> {
	const properties = PROPERTIES.filter((key) => kept[key] === undefined && gone[key] !== undefined);
	const { pairedTenant } = gone;
	const isFree =
		kept.pairedTenant === undefined && kept.status !== 'registered' && !extensionOf(landscape, kept.name);
	return {
		...Object.fromEntries(properties.map((key) => [key, gone[key]])),
		...(isFree && pairedTenant !== undefined && { pairedTenant }),
	};
}

/**
 * A subaccount with the plans of the duplicate for the system that stays. A plan that both have stays where it is, with
 * the larger number of units: less could take units from an application (DEC-40).
 */
function withPlansOf(subaccount: Subaccount, [kept, gone]: Pair): Subaccount {
	const keyOf = ({ service, plan }: Entitlement) => JSON.stringify([service, plan]);
	const of = (system: string) => subaccount.entitlements.filter((entry) => entry.system === system);
	const largest = new Map<string, Entitlement>();
	for (const entry of [...of(kept), ...of(gone)]) {
		const { amount = 0 } = largest.get(keyOf(entry)) ?? {};
		if (entry.amount > amount) {
			largest.set(keyOf(entry), { ...entry, system: kept });
		}
	}
	const owned = new Set(of(kept).map(keyOf));
	const moved = new Set(of(gone).map(keyOf));
	const placed = new Set<string>();
	return {
		...subaccount,
		entitlements: subaccount.entitlements.flatMap((entry) => {
			const key = keyOf(entry);
			if ((entry.system !== kept && entry.system !== gone) || !moved.has(key)) {
				return [entry];
			}
			if (placed.has(key) || (entry.system === gone && owned.has(key))) {
				return [];
			}
			placed.add(key);
			return [largest.get(key) ?? entry];
		}),
	};
}

/** A formation with the system that stays in the place of its duplicate, or only once. */
function withMemberOf(formation: Formation, [kept, gone]: Pair): Formation {
	const place = formation.systems.indexOf(formation.systems.includes(kept) ? kept : gone);
	return {
		...formation,
		systems: formation.systems.flatMap((name, index) =>
			index === place ? [kept] : name === gone || name === kept ? [] : [name],
		),
	};
}

/** What merging two systems means, to be read before confirming: what moves, and what is lost. */
export function consequenceOfMerging(landscape: Landscape, pair: Pair): string {
	const found = findPair(landscape, pair);
	if (isRefusal(found)) {
		return found.message;
	}
	const { kept, gone } = found;
	const [stays, goes] = [shorten(kept.name), shorten(gone.name)];
	const wordsFor = (keys: readonly (typeof PROPERTIES)[number][]) =>
		keys.map((key) => PROPERTY_WORDS[key]()).join(', ');
	const gets = wordsFor(PROPERTIES.filter((key) => kept[key] === undefined && gone[key] !== undefined));
	const differ = wordsFor(
		PROPERTIES.filter(
			(key) => key !== 'url' && kept[key] !== undefined && gone[key] !== undefined && kept[key] !== gone[key],
		),
	);
	const uses = usesOf(landscape, gone.name).join(', ');
	return [
		gone.token
			? l10n.t`The record of "${goes}" and its token are deleted.`
			: l10n.t`The record of "${goes}" is deleted.`,
		...(uses ? [l10n.t`This moves to "${stays}": ${uses}.`] : []),
		...(gets ? [l10n.t`"${stays}" gets from it: ${gets}.`] : []),
		...(differ ? [l10n.t`"${stays}" keeps its own: ${differ}.`] : []),
	].join('\n');
}
