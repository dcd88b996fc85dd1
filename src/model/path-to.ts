import type { Path } from './findings/finding.ts';
import type { Landscape } from './landscape.ts';
import { hostName } from './names.ts';

/** What names something in a landscape, as commands take it. */
export interface PlaceFields {
	readonly system?: string | undefined;
	readonly tenant?: string | undefined;
	readonly subaccount?: string | undefined;
	readonly formation?: string | undefined;
	readonly service?: string | undefined;
	readonly plan?: string | undefined;
}

/**
 * Where in the landscape the fields lead to: a system, a tenant or its extension, a subaccount or its service plan, a
 * formation or its member. Nothing where they don't name anything; what holds it, where it is not there itself.
 */
export function pathTo(
	landscape: Landscape,
	{ system, tenant, subaccount, formation, service, plan }: PlaceFields,
): Path | undefined {
	if (subaccount !== undefined) {
		const plans = landscape.subaccounts.get(subaccount)?.entitlements ?? [];
		const index = plans.findIndex(
			(own) =>
				own.system === system &&
				[undefined, own.service].includes(service) &&
				[undefined, own.plan].includes(plan),
		);
		return ['subaccounts', subaccount, ...(index < 0 ? [] : ['entitlements', index])];
	}
	if (formation !== undefined) {
		const index = landscape.formations.get(formation)?.systems.indexOf(system ?? '') ?? -1;
		return ['formations', formation, ...(index < 0 ? [] : ['systems', index])];
	}
	if (tenant !== undefined) {
		const isPaired = landscape.tenants.get(hostName(tenant))?.extensions.has(system ?? '');
		return ['tenants', tenant, ...(isPaired ? ['extensions', system ?? ''] : [])];
	}
	return system === undefined ? undefined : ['systems', system];
}
