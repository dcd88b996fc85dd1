import * as l10n from '@vscode/l10n';
import { type Service, type ServicePlan, serviceNamed } from '../catalog/services.ts';
import { type Refusal, refuse } from '../decision.ts';
import { checkEntitlement, checkPlan } from '../entitlements.ts';
import { entitlementsOf, type Landscape, type System } from '../landscape.ts';
import { shorten } from '../names.ts';
import type { Usage } from './usage.ts';

/** Technical name of the service whose instances lead CAP projects to a system (cap.md 1). */
export const CONNECTED_SERVICE = 's4-hana-cloud';

/** How far a system is on the way to be used by a project. */
export type Readiness = 'entitled' | 'registered' | 'not-registered';

/** The systems that a project can be connected to, those first that nothing is missing for, with how far each is. */
export function connectableSystems(
	landscape: Landscape,
): readonly { readonly system: System; readonly readiness: Readiness }[] {
	const order: readonly Readiness[] = ['entitled', 'registered', 'not-registered'];
	return [...landscape.systems.values()]
		.filter(isConnectable)
		.map((system) => ({ system, readiness: readinessOf(landscape, system) }))
		.toSorted((one, other) => order.indexOf(one.readiness) - order.indexOf(other.readiness));
}

/** Whether a system is of a type that projects can be connected to. */
export function isConnectable({ type }: System): boolean {
	return serviceNamed(CONNECTED_SERVICE)?.systemTypes.includes(type) ?? false;
}

/** How far a system is; also for types that no project can be connected to, which are never entitled. */
export function readinessOf(landscape: Landscape, { name, status }: System): Readiness {
	if (status !== 'registered') {
		return 'not-registered';
	}
	return entitledPlans(landscape, name).length > 0 ? 'entitled' : 'registered';
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
	return (serviceNamed(CONNECTED_SERVICE)?.plans ?? [])
		.map((plan) => ({ plan, isEntitled: entitled.includes(plan.name) }))
		.toSorted((one, other) => Number(other.isEntitled) - Number(one.isEntitled));
}

/**
 * Refuses a system that no project can be connected to: `system-unknown`, `system-not-registered` (R-ENT-5),
 * `service-unavailable` (R-ENT-1); and an unknown plan with `plan-unknown` (R-ENT-13).
 */
export function checkConnectable(landscape: Landscape, system: string, plan?: string): Refusal | undefined {
	const service = serviceNamed(CONNECTED_SERVICE);
	return (
		checkEntitlement(landscape, { system, service: CONNECTED_SERVICE }) ??
		(plan === undefined ? undefined : checkPlan(service as Service, plan))
	);
}

/**
 * Refuses what another instance for the same system has already: an arrangement's name with `arrangement-taken`, an
 * `emClientId` with `client-id-taken` (R-CAP-6). `usages` are all of the workspace, `project` is the URI of the folder.
 */
export function checkTaken(
	usages: readonly Usage[],
	project: string,
	{
		resource,
		system,
		arrangementName,
		emClientId,
	}: { readonly [Field in 'resource' | 'system' | 'arrangementName' | 'emClientId']?: string | undefined },
): Refusal | undefined {
	const others = usages.filter(
		(usage) =>
			usage.system?.value === system && !(usage.project === project && usage.resource.value === resource),
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
