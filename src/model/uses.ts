import * as l10n from '@vscode/l10n';
import type { Remedy } from './decision.ts';
import { isOwnMember } from './formations.ts';
import { entitlementsOf, formationsOf, type Landscape } from './landscape.ts';
import { shorten } from './names.ts';

/** Names everything that uses a system and must be removed first (R-ENT-10, R-FOR-8). */
export function usesOf(landscape: Landscape, system: string): readonly string[] {
	const entitlements = entitlementsOf(landscape, system).map(
		({ subaccount, entitlement }) =>
			l10n.t`the service plan ${shorten(entitlement.plan)} in subaccount "${shorten(subaccount)}"`,
	);
	const formations = formationsOf(landscape, system).map(
		({ name }) => l10n.t`the formation "${shorten(name)}"`,
	);
	return [...entitlements, ...formations];
}

/**
 * The commands that end what {@link usesOf} names: the formation that a member was created with can only be deleted
 * (R-FOR-13).
 */
export function endingUses(landscape: Landscape, system: string): readonly Remedy[] {
	const plans = entitlementsOf(landscape, system);
	const formations = formationsOf(landscape, system);
	const own = formations.find((formation) => isOwnMember(landscape, formation, system));
	return [
		...(plans.length > 0 ? [{ command: 'removeServicePlan', fields: { system } } as const] : []),
		...(formations.some((formation) => formation !== own)
			? [{ command: 'excludeSystem', fields: { system } } as const]
			: []),
		...(own ? [{ command: 'deleteFormation', fields: { formation: own.name } } as const] : []),
	];
}
