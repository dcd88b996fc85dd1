import * as l10n from '@vscode/l10n';
import { type Service, type ServicePlan, serviceNamed } from '../catalog/services.ts';
import { type Refusal, refuse } from '../decision.ts';
import { checkPlan, checkRegistered } from '../entitlements.ts';
import { entitlementsOf, type Landscape, type System } from '../landscape.ts';
import { shorten } from '../names.ts';
import { isSameInstance, type UsageOfResource } from './check-instances.ts';
import type { Usage } from './usage.ts';

/** Technical name of the service whose instances lead CAP projects to a system (cap.md 1). */
export const CONNECTED_SERVICE = 's4-hana-cloud';

const SERVICE = serviceNamed(CONNECTED_SERVICE) as Service;

/** How far a system is on the way to be used by a project. */
export type Readiness = 'entitled' | 'registered' | 'not-registered';

/** The systems that a project can be connected to, those first that nothing is missing for, with how far each is. */
export function connectableSystems(
	landscape: Landscape,
): readonly { readonly system: System; readonly readiness: Readiness }[] {
	const order: readonly Readiness[] = ['entitled', 'registered', 'not-registered'];
	return [...landscape.systems.values()]
		.filter(isConnectableType)
		.map((system) => ({ system, readiness: readinessOf(landscape, system) }))
		.toSorted((one, other) => order.indexOf(one.readiness) - order.indexOf(other.readiness));
}

/** Whether a system is of a type that projects can be connected to. */
export function isConnectableType({ type }: System): boolean {
	return SERVICE.systemTypes.includes(type);
}

/** How far a system is; also for types that no project can be connected to, which are never entitled. */
export function readinessOf(landscape: Landscape, { name, status }: System): Readiness {
	if (status !== 'registered') {
		return 'not-registered';
	}
	return entitledPlans(landscape, name).length > 0 ? 'entitled' : 'registered';
}

/** Whether a subaccount is entitled to a plan for a system. */
export function isEntitled(landscape: Landscape, system: string, plan: string): boolean {
	return entitledPlans(landscape, system).includes(plan);
}

function entitledPlans(landscape: Landscape, system: string): readonly string[] {
	return entitlementsOf(landscape, system)
		.map(({ entitlement }) => entitlement)
		.filter(({ service }) => service === CONNECTED_SERVICE)
		.map(({ plan }) => plan);
}

/** The plans that a project can use for a system, those first that a subaccount is entitled to. */
export function connectablePlans(
	landscape: Landscape,
	system: string,
): readonly { readonly plan: ServicePlan; readonly isEntitled: boolean }[] {
	const entitled = entitledPlans(landscape, system);
	return SERVICE.plans
		.map((plan) => ({ plan, isEntitled: entitled.includes(plan.name) }))
		.toSorted((one, other) => Number(other.isEntitled) - Number(one.isEntitled));
}

/**
 * Refuses a system that no project can be connected to: `system-unknown`, `system-not-registered` (R-ENT-5),
 * `service-unavailable` (R-ENT-1); and an unknown plan with `plan-unknown` (R-ENT-13). That no subaccount is entitled to it
 * yet is a finding, and no reason not to write it.
 */
export function checkConnectable(landscape: Landscape, system: string, plan?: string): Refusal | undefined {
	return (
		checkRegistered(landscape, system, SERVICE) ?? (plan === undefined ? undefined : checkPlan(SERVICE, plan))
	);
}

/**
 * Refuses what another instance for the same system has already: an arrangement's name with `arrangement-taken`, an
 * `emClientId` with `client-id-taken` (R-CAP-7). `usages` are all of the workspace.
 */
export function checkTaken(
	usages: readonly Usage[],
	own: UsageOfResource,
	{ systems, arrangementName, emClientId }: NamesInTenant,
): Refusal | undefined {
	const others = usages.filter(
		(usage) => systems.includes(usage.system?.value ?? '') && !isSameInstance(usage, own),
	);
	if (arrangementName && others.some(({ arrangement }) => arrangement?.value === arrangementName)) {
		return refuse(
			'arrangement-taken',
			l10n.t`"${shorten(arrangementName)}" is the name of another arrangement in the same tenant. Choose another one.`,
		);
	}
	return emClientId && others.some(({ clientId }) => clientId?.value === emClientId)
		? refuse(
				'client-id-taken',
				l10n.t`"${shorten(emClientId)}" is the emClientId of another instance for the same system. Choose another one.`,
			)
		: undefined;
}

/** What an instance is called in the tenants of its systems. */
interface NamesInTenant {
	readonly systems: readonly string[];
	readonly arrangementName?: string | undefined;
	readonly emClientId?: string | undefined;
}
