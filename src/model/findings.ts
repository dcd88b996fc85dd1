import { ALL_COMMUNICATION_SCENARIOS } from './catalog/scenario-groups.ts';
import { serviceNamed } from './catalog/services.ts';
import { systemType } from './catalog/system-types.ts';
import { checkPlan } from './entitlements.ts';
import {
	checkFormationName,
	checkFormationType,
	checkMembership,
	membershipsIn,
	missingMembers,
} from './formations.ts';
import type { Instant } from './instant.ts';
import { statusInWords } from './labels.ts';
import type { Extension, Landscape, System } from './landscape.ts';
import { checkHostName, checkSystemName, hostName, shorten } from './names.ts';
import { tokenState } from './tokens.ts';

/** Where in a landscape something is: the keys from the root, list positions as numbers. */
export type Path = readonly (string | number)[];

export type Severity = 'error' | 'warning' | 'information';

/** Something about a landscape that a person should know, at the value (or the key) that it is about. */
export interface Finding {
	readonly code: string;
	readonly severity: Severity;
	readonly message: string;
	readonly path: Path;
	readonly at: 'key' | 'value';
}

function finding(
	severity: Severity,
	code: string,
	message: string,
	path: Path,
	at: Finding['at'] = 'value',
): Finding {
	return { code, severity, message, path, at };
}

/** What a readable landscape contradicts at `now`: names, references, and statuses that do not fit each other. */
export function findingsOf(landscape: Landscape, now: Instant): readonly Finding[] {
	const extensions = new Map([...landscape.tenants.values()].flatMap((tenant) => [...tenant.extensions]));
	return [
		...[...landscape.systems.values()].flatMap((system) =>
			ofSystem(landscape, system, extensions.get(system.name), now),
		),
		...ofSimilarNames(landscape),
		...ofSharedTokens(landscape),
		...ofTenants(landscape),
		...ofSubaccounts(landscape),
		...ofFormations(landscape),
	];
}

function ofSystem(
	landscape: Landscape,
	system: System,
	extension: Extension | undefined,
	now: Instant,
): Finding[] {
	const path = ['systems', system.name];
	const found: Finding[] = [];
	const name = checkSystemName(system.name);
	if (name) {
		found.push(finding('error', name.code, name.message, path, 'key'));
	}
	const type = systemType(system.type);
	if (!type && system.token) {
		found.push(
			finding(
				'warning',
				'token-not-applicable',
				`"${shorten(system.type)}" is not a known type with integration token.`,
				[...path, 'type'],
			),
		);
	}
	const known = type?.token.scenarioGroups ?? [];
	system.token?.scenarioGroups?.forEach((group, index) => {
		if (!known.some(({ label }) => label === group)) {
			found.push(
				finding(
					'warning',
					type && known.length === 0 ? 'scenario-group-not-applicable' : 'scenario-group-unknown',
					`"${shorten(group)}" is no communication scenario group of ${shorten(system.type)}.`,
					[...path, 'token', 'scenarioGroups', index],
				),
			);
		}
	});
	const groups = system.token?.scenarioGroups ?? [];
	if (groups.length > 1 && groups.includes(ALL_COMMUNICATION_SCENARIOS)) {
		found.push(
			finding(
				'warning',
				'scenario-group-redundant',
				`${ALL_COMMUNICATION_SCENARIOS} covers the other groups, so they are redundant.`,
				[...path, 'token', 'scenarioGroups'],
			),
		);
	}
	if (system.status === 'pending' && tokenState(system.token, now) === 'expired') {
		found.push(
			finding(
				'warning',
				'token-expired',
				`The token of "${shorten(system.name)}" has expired. ${type?.token.reissuedWhenExpired && landscape.mode === 'practice' ? 'Copy Token issues a new one.' : 'Get a new one.'}`,
				[...path, 'token', 'expiresAt'],
			),
		);
	}
	if (
		type &&
		system.status === 'registered' &&
		landscape.mode === 'practice' &&
		extension?.status !== 'enabled'
	) {
		found.push(
			finding(
				'warning',
				'status-contradicts-extension',
				`"${shorten(system.name)}" is registered, but no tenant has an enabled extension for it.`,
				[...path, 'status'],
			),
		);
	}
	return found;
}

function unknownSystem(
	landscape: Landscape,
	name: string,
	path: Path,
	at: Finding['at'] = 'value',
): Finding[] {
	return landscape.systems.has(name)
		? []
		: [
				finding(
					'warning',
					'system-unknown',
					`There is no system named "${shorten(name)}" in this landscape.`,
					path,
					at,
				),
			];
}

function ofTenants(landscape: Landscape): Finding[] {
	return [...landscape.tenants.values()].flatMap((tenant) => {
		const path = ['tenants', tenant.host];
		const host = checkHostName(tenant.host);
		return [
			...(host ? [finding('error', host.code, host.message, path, 'key')] : []),
			...(tenant.host === hostName(tenant.host)
				? []
				: [
						finding(
							'warning',
							'tenant-invalid',
							`Write the host name in lower case: ${hostName(shorten(tenant.host))}`,
							path,
							'key',
						),
					]),
			...[...tenant.extensions.keys()].flatMap((system) =>
				unknownSystem(landscape, system, [...path, 'extensions', system], 'key'),
			),
		];
	});
}

function ofSubaccounts(landscape: Landscape): Finding[] {
	return [...landscape.subaccounts.values()].flatMap((subaccount) =>
		subaccount.entitlements.flatMap((entitlement, index) => {
			const path = ['subaccounts', subaccount.name, 'entitlements', index];
			const service = serviceNamed(entitlement.service);
			const system = landscape.systems.get(entitlement.system);
			const found = unknownSystem(landscape, entitlement.system, [...path, 'system']);
			if (!service) {
				found.push(
					finding(
						'warning',
						'service-unknown',
						`"${shorten(entitlement.service)}" is no service that gives access to a system.`,
						[...path, 'service'],
					),
				);
			}
			const plan = service && checkPlan(service, entitlement.plan);
			if (plan) {
				found.push(finding('warning', plan.code, plan.message, [...path, 'plan']));
			}
			if (system && system.status !== 'registered') {
				found.push(
					finding(
						'warning',
						'system-not-registered',
						`"${shorten(system.name)}" is ${statusInWords(system.status)}: only a registered system can be entitled.`,
						[...path, 'system'],
					),
				);
			}
			return found;
		}),
	);
}

function ofFormations(landscape: Landscape): Finding[] {
	const memberships = membershipsIn(landscape);
	return [...landscape.formations.values()].flatMap((formation) => {
		const path = ['formations', formation.name];
		const found: Finding[] = [];
		const name = checkFormationName(formation.name);
		if (name) {
			found.push(finding('warning', name.code, name.message, path, 'key'));
		}
		const type = checkFormationType(formation.type);
		if (type) {
			found.push(finding('information', type.code, type.message, [...path, 'type']));
		}
		const missing = missingMembers(landscape, formation);
		if (missing.length > 0) {
			found.push(
				finding(
					'information',
					'formation-incomplete',
					`The formation still needs a system of type ${missing.join(' and ')}. In the cockpit it is a draft until then.`,
					path,
					'key',
				),
			);
		}
		const earlier = new Set<string>();
		formation.systems.forEach((member, index) => {
			const place = [...path, 'systems', index];
			if (earlier.has(member)) {
				const message = `"${shorten(member)}" is in this formation already. Remove one of the two entries.`;
				found.push(finding('warning', 'formation-member-exists', message, place));
				return;
			}
			earlier.add(member);
			const system = landscape.systems.get(member);
			const refused = system && checkMembership(landscape, formation, system, memberships.get(member));
			found.push(
				...unknownSystem(landscape, member, place),
				...(refused ? [finding('warning', refused.code, refused.message, place)] : []),
			);
		});
		return found;
	});
}

/** Names that differ only by case are allowed, and confusing (DEC-6). */
function ofSimilarNames(landscape: Landscape): Finding[] {
	const seen = new Map<string, string>();
	return [...landscape.systems.keys()].flatMap((name) => {
		const folded = name.toLowerCase();
		const earlier = seen.get(folded);
		seen.set(folded, earlier ?? name);
		return earlier === undefined
			? []
			: [
					finding(
						'warning',
						'name-differs-by-case',
						`"${shorten(name)}" differs from "${shorten(earlier)}" only by upper and lower case.`,
						['systems', name],
						'key',
					),
				];
	});
}

/** One token belongs to one system (R-TOK-1): a merge may have brought it to two. */
function ofSharedTokens(landscape: Landscape): Finding[] {
	const owners = new Map<string, string>();
	return [...landscape.systems.values()].flatMap(({ name, token }) => {
		const fingerprint = token?.fingerprint;
		const owner = fingerprint && owners.get(fingerprint);
		if (!fingerprint || owner === undefined || owner === '') {
			if (fingerprint) {
				owners.set(fingerprint, name);
			}
			return [];
		}
		return [
			finding(
				'error',
				'token-shared',
				`The token of "${shorten(name)}" is that of "${shorten(owner)}", but a token belongs to one system. Get a new one.`,
				['systems', name, 'token', 'fingerprint'],
			),
		];
	});
}
