import { systemType } from './catalog/system-types.ts';
import { extensionOf, type Landscape, type System } from './landscape.ts';

/** What the tutorial reaches, in its order; each is reached when any system in any landscape is that far (R-TUT-1). */
export const MILESTONES = [
	'landscapeCreated',
	'systemAdded',
	'tokenIssued',
	'tenantOpened',
	'extensionCreated',
	'systemRegistered',
	'subaccountAdded',
	'systemEntitled',
	'systemConnected',
] as const;
export type Milestone = (typeof MILESTONES)[number];

/** The steps of the walkthrough, in its order, with the milestone that shows that a step is done. */
export const STEPS: readonly (readonly [step: string, milestone: Milestone])[] = [
	['prerequisites', 'landscapeCreated'],
	['createLandscape', 'landscapeCreated'],
	['addSystem', 'systemAdded'],
	['getToken', 'tokenIssued'],
	['copyToken', 'extensionCreated'],
	['openTenant', 'tenantOpened'],
	['createExtension', 'extensionCreated'],
	['registered', 'systemRegistered'],
	['addSubaccount', 'subaccountAdded'],
	['addServicePlans', 'systemEntitled'],
	['done', 'systemConnected'],
];

/** The first step of the walkthrough that the landscapes leave open, beside those that are `done`; its last one if none is. */
export function firstOpenStep(landscapes: readonly Landscape[], done: readonly string[] = []): string {
	const reached = progress(landscapes);
	return STEPS.find(([step, milestone]) => !reached.has(milestone) && !done.includes(step))?.[0] ?? 'done';
}

/** The milestones that the landscapes have reached. */
export function progress(landscapes: readonly Landscape[]): ReadonlySet<Milestone> {
	return new Set(landscapes.flatMap(reachedIn));
}

function reachedIn(landscape: Landscape): Milestone[] {
	const systems = [...landscape.systems.values()];
	const tenants = [...landscape.tenants.values()];
	const subaccounts = [...landscape.subaccounts.values()];
	const entitled = new Set(
		subaccounts
			.flatMap(({ entitlements }) => entitlements)
			.filter(
				({ plan, system }) => plan === 'api-access' && landscape.systems.get(system)?.status === 'registered',
			)
			.map(({ system }) => system),
	);
	const isPaired = ({ name, status }: System) =>
		status === 'registered' && extensionOf(landscape, name)?.extension.status === 'enabled';
	const reached: Record<Milestone, boolean> = {
		landscapeCreated: true,
		systemAdded: systems.length > 0,
		tokenIssued: systems.some(
			({ type, token, status }) => token || (status === 'registered' && systemType(type)),
		),
		tenantOpened: tenants.length > 0,
		extensionCreated: tenants.some(({ extensions }) => extensions.size > 0),
		systemRegistered: systems.some(isPaired),
		subaccountAdded: subaccounts.length > 0,
		systemEntitled: entitled.size > 0,
		systemConnected: systems.some((system) => isPaired(system) && entitled.has(system.name)),
	};
	return MILESTONES.filter((milestone) => reached[milestone]);
}
