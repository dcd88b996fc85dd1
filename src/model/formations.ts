import * as l10n from '@vscode/l10n';
import { type FormationType, formationType, type MemberLimit } from './catalog/formation-types.ts';
import { systemType } from './catalog/system-types.ts';
import { type Change, putFormation, removeRecord } from './change.ts';
import {
	advise,
	type Decision,
	forSystem,
	isRefusal,
	type Refusal,
	type Remedy,
	refuse,
} from './decision.ts';
import { checkDeregister } from './deregistration.ts';
import { grouped } from './grouped.ts';
import { statusInWords } from './labels.ts';
import { type Formation, formationsOf, type Landscape, type System } from './landscape.ts';
import { shorten } from './names.ts';
import { perLandscape } from './per-landscape.ts';
import { findSystem } from './systems.ts';
import { isOwnMember, isUsed } from './uses.ts';

const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9 _-]{0,126}[A-Za-z0-9])?$/;

/** Refuses a name for a formation with `formation-name-invalid` (R-FOR-1, DEC-25). Another rule checks whether it's taken. */
export function checkFormationName(name: string): Refusal | undefined {
	return NAME.test(name)
		? undefined
		: refuse(
				'formation-name-invalid',
				l10n.t(
					"Use 1 to 128 letters, digits, hyphens, spaces and underscores for a formation's name. Start and end with a letter or digit.",
				),
			);
}

/** Refuses a name for a new formation: {@link checkFormationName}, and `formation-taken` (R-FOR-1). */
export function checkNewFormationName(landscape: Landscape, name: string): Refusal | undefined {
	return (
		checkFormationName(name) ??
		(landscape.formations.has(name)
			? refuse(
					'formation-taken',
					l10n.t`${landscape.globalAccount} already has a formation named "${shorten(name)}".`,
				)
			: undefined)
	);
}

/** Refuses a type that is not in the catalog, with `formation-type-unknown`. */
export function checkFormationType(label: string): Refusal | undefined {
	return formationType(label)
		? undefined
		: refuse(
				'formation-type-unknown',
				l10n.t`"${shorten(label)}" isn't a formation type. Select one from the list.`,
			);
}

/** The formation with a name, or `formation-unknown`. */
export function findFormation(landscape: Landscape, name: string): Formation | Refusal {
	return (
		landscape.formations.get(name) ??
		refuse(
			'formation-unknown',
			l10n.t`${landscape.globalAccount} doesn't have a formation named "${shorten(name)}".`,
		)
	);
}

const list = (labels: readonly string[]) =>
	labels.length < 2 ? labels.join('') : l10n.t`${labels.slice(0, -1).join(', ')} or ${labels.at(-1) ?? ''}`;

/**
 * Checks a system on its own: its type, its registration (R-FOR-4), and its scenario groups if
 * they are recorded (DEC-37). Refuses with `formation-member-not-allowed`.
 */
function checkMember(landscape: Landscape, type: FormationType, system: System): Refusal | undefined {
	const name = shorten(system.name);
	if (type.members !== 'any' && !type.members.includes(system.type)) {
		return refuse(
			'formation-member-not-allowed',
			l10n.t`"${name}" is a system of type ${shorten(system.type)}. The formation type ${type.label} allows only ${list(type.members)}.`,
		);
	}
	const paired = systemType(system.type);
	if (paired && !paired.formationBeforeRegistration && system.status !== 'registered') {
		return refuse(
			'formation-member-not-allowed',
			l10n.t`"${name}" ${statusInWords(system.status)}. Systems of type ${system.type} must be registered before you can include them in a formation.`,
		);
	}
	if (system.status === 'removing') {
		return refuse('formation-member-not-allowed', l10n.t`"${name}" ${statusInWords(system.status)}.`);
	}
	const groups = system.token?.scenarioGroups ?? [];
	const isCovered =
		type.scenarioGroups.length === 0 ||
		groups.length === 0 ||
		groups.some((group) => type.scenarioGroups.includes(group));
	return isCovered
		? undefined
		: advise(
				'formation-member-not-allowed',
				l10n.t`"${name}" was registered for ${groups.map(shorten).join(', ')}, but the formation type ${type.label} needs ${list(type.scenarioGroups)}.`,
				!isUsed(landscape, system.name) &&
					!checkDeregister(landscape, system.name) && [
						l10n.t('Deregister the system, and get a token for the right group.'),
						forSystem('deregisterSystem', system.name),
					],
			);
}

/**
 * Checks a system beside the other members: how many of its type, in how many formations of the type
 * (DEC-18), and after which other formation. Refuses with `formation-rule-broken`.
 */
function checkTogether(
	landscape: Landscape,
	type: FormationType,
	formation: Formation,
	system: System,
): Refusal | undefined {
	const name = shorten(system.name);
	const limit = type.limits.find((candidate) => candidate.type === system.type);
	const alike = limit?.isSingle
		? membersOf(landscape, formation, system.type).find((member) => member !== system.name)
		: undefined;
	if (alike !== undefined) {
		return advise(
			'formation-rule-broken',
			l10n.t`The formation type ${type.label} allows only one system of type ${system.type}, and "${shorten(alike)}" is already in the formation.`,
			adviseExclusion(landscape, formation, alike, l10n.t('Exclude it first.')),
		);
	}
	const memberships = formationsOf(landscape, system.name);
	const otherOf = (label: string) =>
		memberships.find((other) => other.type === label && other.name !== formation.name);
	const twin = type.isExclusive || limit?.isExclusive ? otherOf(type.label) : undefined;
	if (twin) {
		return advise(
			'formation-rule-broken',
			l10n.t`"${name}" is already in the formation "${shorten(twin.name)}", and can be in only one formation of type ${type.label}.`,
			adviseExclusion(landscape, twin, system.name, l10n.t('Exclude it there first.')),
		);
	}
	return type.follows === undefined || otherOf(type.follows)
		? undefined
		: refuse(
				'formation-rule-broken',
				l10n.t`"${name}" must be in a formation of type ${type.follows} before it can be in one of type ${type.label}.`,
			);
}

/** Says to exclude a member first, where that is possible. */
function adviseExclusion(
	landscape: Landscape,
	formation: Formation,
	system: string,
	words: string,
): false | readonly [string, Remedy] {
	// A formation that is only being created has nothing to exclude yet.
	const isMember = landscape.formations.get(formation.name)?.systems.includes(system);
	return (
		isMember === true &&
		!isOwnMember(landscape, formation, system) && [
			words,
			{ command: 'excludeSystem', fields: { formation: formation.name, system } },
		]
	);
}

/**
 * Checks whether a system may be in a formation, which may already list it. Refuses with `formation-member-not-allowed` and
 * `formation-rule-broken`; allows everything for an unknown formation type.
 */
export function checkMembership(
	landscape: Landscape,
	formation: Formation,
	system: System,
): Refusal | undefined {
	const type = formationType(formation.type);
	return type && (checkMember(landscape, type, system) ?? checkTogether(landscape, type, formation, system));
}

const candidates = perLandscape((_: Landscape) => new Map<FormationType, readonly System[]>());

/** The systems that some formation of a type could have. */
function candidatesFor(landscape: Landscape, type: FormationType): readonly System[] {
	const known = candidates(landscape);
	const found =
		known.get(type) ??
		[...landscape.systems.values()].filter((system) => !checkMember(landscape, type, system));
	known.set(type, found);
	return found;
}

/** The systems that could join a formation of a type now, as *Include Systems* lists them (R-FOR-2). */
export function allowedMembers(landscape: Landscape, formation: Formation): readonly System[] {
	const members = new Set(formation.systems);
	const type = formationType(formation.type);
	return (type ? candidatesFor(landscape, type) : [...landscape.systems.values()]).filter(
		(system) => !members.has(system.name) && !(type && checkTogether(landscape, type, formation, system)),
	);
}

const memberIndexes = perLandscape(
	(_: Landscape) => new WeakMap<Formation, ReadonlyMap<string, readonly string[]>>(),
);

/** The members of a formation that have a type. The formation can be new. */
function membersOf(landscape: Landscape, formation: Formation, type: string): readonly string[] {
	const indexes = memberIndexes(landscape);
	const index =
		indexes.get(formation) ??
		grouped(
			formation.systems.flatMap((name) => {
				const system = landscape.systems.get(name);
				return system ? [[system.type, name] as const] : [];
			}),
		);
	indexes.set(formation, index);
	return index.get(type) ?? [];
}

/** The system types that a formation still needs; until then, it's a *Draft* in the cockpit (R-FOR-11). */
export function missingMembers(landscape: Landscape, formation: Formation): readonly string[] {
	return (formationType(formation.type)?.limits ?? [])
		.filter(({ type, isRequired }) => isRequired && membersOf(landscape, formation, type).length === 0)
		.map(({ type }) => type);
}

/** Whether a formation is empty although it needs a system of whichever type (R-FOR-12). */
export function lacksMember({ systems, type }: Formation): boolean {
	return systems.length === 0 && formationType(type)?.needsMember === true;
}

/** The systems that would make a formation more complete, of those that could join it. */
export function neededMembers(landscape: Landscape, formation: Formation): readonly System[] {
	const types = missingMembers(landscape, formation);
	return allowedMembers(landscape, formation).filter(
		({ type }) => types.includes(type) || lacksMember(formation),
	);
}

/**
 * Checks the parts of *Create Formation* that are known so far: name, type and systems.
 * Refuses with the codes of {@link createFormation}.
 */
export function checkNewFormation(
	landscape: Landscape,
	request: { readonly [Field in keyof Formation]?: Formation[Field] | undefined },
): Refusal | undefined {
	const { name, type, systems = [] } = request;
	const refused =
		(name === undefined ? undefined : checkNewFormationName(landscape, name)) ??
		(type === undefined ? undefined : checkFormationType(type));
	if (refused) {
		return refused;
	}
	// Without a type, only the systems' existence can be checked.
	const included = includeAll(landscape, { name: name ?? '', type: type ?? '', systems });
	return isRefusal(included) ? included : undefined;
}

/**
 * *Create Formation* (R-FOR-1, R-FOR-2, R-FOR-4). If it lacks systems that its type needs, it's a draft (R-FOR-11). Refuses
 * with `formation-name-invalid`, `formation-taken`, `formation-type-unknown`, `system-unknown`, and the codes of
 * {@link checkMembership}.
 */
export function createFormation(landscape: Landscape, request: Formation): Decision {
	const refused = checkNewFormationName(landscape, request.name) ?? checkFormationType(request.type);
	if (refused) {
		return refused;
	}
	const formation = includeAll(landscape, request);
	return isRefusal(formation) ? formation : { ok: true, changes: [putFormation(formation)] };
}

function includeAll(landscape: Landscape, { name, type, systems }: Formation): Formation | Refusal {
	let formation: Formation = { name, type, systems: [] };
	for (const system of new Set(systems)) {
		const included = include(landscape, formation, system);
		if (isRefusal(included)) {
			return included;
		}
		formation = included;
	}
	return formation;
}

function include(landscape: Landscape, formation: Formation, name: string): Formation | Refusal {
	const system = findSystem(landscape, name);
	if (isRefusal(system)) {
		return system;
	}
	if (formation.systems.includes(name)) {
		return refuse(
			'formation-member-exists',
			l10n.t`"${shorten(name)}" is already in the formation "${shorten(formation.name)}".`,
		);
	}
	return (
		checkMembership(landscape, formation, system) ?? {
			...formation,
			systems: [...formation.systems, name],
		}
	);
}

/**
 * Checks the parts of *Include System* that are known so far: formation and system.
 * Refuses with the codes of {@link includeSystem}.
 */
export function checkInclude(
	landscape: Landscape,
	request: { readonly [Field in keyof Membership]?: string | undefined },
): Refusal | undefined {
	if (request.formation === undefined && landscape.formations.size === 0) {
		return refuse(
			'formation-unknown',
			l10n.t`${landscape.globalAccount} doesn't have a formation yet. Create one first.`,
			{ command: 'createFormation' },
		);
	}
	const formation = request.formation === undefined ? undefined : findFormation(landscape, request.formation);
	if (formation && isRefusal(formation)) {
		return formation;
	}
	const system = request.system === undefined ? undefined : findSystem(landscape, request.system);
	if (system && isRefusal(system)) {
		return system;
	}
	const included = formation && system ? include(landscape, formation, system.name) : undefined;
	return included && isRefusal(included) ? included : undefined;
}

/** The formation and the system to include or exclude. */
export interface Membership {
	readonly formation: string;
	readonly system: string;
}

/**
 * *Include System* (R-FOR-3). Refuses with `formation-unknown`, `system-unknown`, `formation-member-exists` and the codes
 * of {@link checkMembership}.
 */
export function includeSystem(landscape: Landscape, request: Membership): Decision {
	const formation = findFormation(landscape, request.formation);
	const included = isRefusal(formation) ? formation : include(landscape, formation, request.system);
	return isRefusal(included) ? included : { ok: true, changes: [putFormation(included)] };
}

/**
 * *Exclude System* (R-FOR-3). Refuses with `formation-unknown`, `system-unknown` if it isn't a member, and
 * `formation-rule-broken` for the system that the cockpit creates and deletes together with its formation (R-FOR-13).
 */
export function excludeSystem(landscape: Landscape, request: Membership): Decision {
	const formation = findFormation(landscape, request.formation);
	if (isRefusal(formation)) {
		return formation;
	}
	const name = shorten(request.system);
	if (!formation.systems.includes(request.system)) {
		return refuse('system-unknown', l10n.t`"${name}" isn't in the formation "${shorten(formation.name)}".`);
	}
	if (isOwnMember(landscape, formation, request.system)) {
		return refuse(
			'formation-rule-broken',
			l10n.t`In the cockpit, "${name}" is created and deleted together with its formation, so you can't exclude it. Delete the formation instead.`,
			{ command: 'deleteFormation', fields: { formation: formation.name } },
		);
	}
	const systems = formation.systems.filter((system) => system !== request.system);
	return { ok: true, changes: [putFormation({ ...formation, systems })] };
}

/**
 * *Delete Formation*, with all its memberships (R-FOR-6) and the system that goes with it (R-FOR-13).
 * Refuses with `formation-unknown`.
 */
export function deleteFormation(landscape: Landscape, name: string): Decision {
	const formation = findFormation(landscape, name);
	if (isRefusal(formation)) {
		return formation;
	}
	const own = new Set(formation.systems.filter((system) => isOwnMember(landscape, formation, system)));
	const changes: Change[] = [...own]
		.filter((system) => formationsOf(landscape, system).length === 1)
		.map((system) => removeRecord('systems', system));
	return { ok: true, changes: [...changes, removeRecord('formations', name)] };
}

/** The rules of a formation type in words: which systems, how many, and which tokens (R-FOR-12). */
export function formationRules(type: FormationType): readonly string[] {
	const labels = (of: readonly MemberLimit[]) => of.map((limit) => limit.type).join(l10n.t(' and '));
	const needed = type.limits.filter(({ isRequired }) => isRequired);
	const single = type.limits.filter(({ isSingle }) => isSingle);
	const exclusive = type.limits.filter(({ isExclusive }) => isExclusive);
	return [
		type.members === 'any'
			? l10n.t('Allows systems of several types')
			: l10n.t`Allows systems of type ${list(type.members)}`,
		...(needed.length > 0 ? [l10n.t`Needs ${labels(needed)}`] : []),
		...(type.needsMember ? [l10n.t('Needs at least one system')] : []),
		...single.map((limit) => l10n.t`At most one ${limit.type}`),
		...(type.isExclusive ? [l10n.t('A system can be in only one formation of this type')] : []),
		...(exclusive.length > 0 ? [l10n.t`${labels(exclusive)}: in only one formation of this type`] : []),
		...(type.scenarioGroups.length > 0 ? [l10n.t`Token for ${list(type.scenarioGroups)}`] : []),
		...(type.follows === undefined
			? []
			: [l10n.t`Systems must first be in a formation of type ${type.follows}`]),
		...(type.scenarios.length > 0 ? [l10n.t`Enables ${type.scenarios.join(', ')}`] : []),
	];
}
