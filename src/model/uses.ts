import * as l10n from '@vscode/l10n';
import { formationType } from './catalog/formation-types.ts';
import type { Remedy } from './decision.ts';
import { entitlementsOf, type Formation, formationsOf, type Landscape } from './landscape.ts';
import { shorten } from './names.ts';

/** Names everything that uses a system and must be removed first (R-ENT-10, R-FOR-8). */
export function usesOf(landscape: Landscape, system: string): readonly string[] {
	const plans = entitlementsOf(landscape, system).map(
		({ subaccount, entitlement }) =>
			l10n.t`the service plan ${shorten(entitlement.plan)} in subaccount "${shorten(subaccount)}"`,
	);
	const memberships = formationsOf(landscape, system).map((formation) =>
		isOwnMember(landscape, formation, system)
			? l10n.t`the formation "${shorten(formation.name)}"`
			: l10n.t`its membership in the formation "${shorten(formation.name)}"`,
	);
	return [...plans, ...memberships];
}

/**
 * The commands that end what {@link usesOf} names, each once. The formation that a member comes and goes with can only be
 * deleted (R-FOR-13).
 */
export function endingUses(landscape: Landscape, system: string): readonly Remedy[] {
	const [plan, ...otherPlans] = entitlementsOf(landscape, system);
	const formations = formationsOf(landscape, system);
	const own = formations.find((formation) => isOwnMember(landscape, formation, system));
	const [formation, ...otherFormations] = formations.filter(
		(candidate) => !isOwnMember(landscape, candidate, system),
	);
	return [
		...(plan
			? [
					{
						command: 'removeServicePlan',
						fields:
							otherPlans.length > 0
								? { system }
								: {
										subaccount: plan.subaccount,
										service: plan.entitlement.service,
										plan: plan.entitlement.plan,
										system,
									},
					} as const,
				]
			: []),
		...(formation
			? [
					{
						command: 'excludeSystem',
						fields: otherFormations.length > 0 ? { system } : { formation: formation.name, system },
					} as const,
				]
			: []),
		...(own ? [{ command: 'deleteFormation', fields: { formation: own.name } } as const] : []),
	];
}

/** Whether anything uses a system; cheaper than naming it. */
export function isUsed(landscape: Landscape, system: string): boolean {
	return entitlementsOf(landscape, system).length > 0 || formationsOf(landscape, system).length > 0;
}

/** Whether a member comes and goes with its formation (R-FOR-13, *Data Ingestion for Industry Cloud Solutions*). */
export function isOwnMember(landscape: Landscape, formation: Formation, system: string): boolean {
	const ownType = formationType(formation.type)?.ownMember;
	return ownType !== undefined && landscape.systems.get(system)?.type === ownType;
}
