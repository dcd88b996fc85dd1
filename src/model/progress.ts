import type { Landscape } from './landscape.ts';

/** The steps of the tutorial; each is reached when any system in any landscape is that far (R-TUT-1). */
export const MILESTONES = [
	'landscapeCreated',
	'systemAdded',
	'tenantOpened',
	'extensionCreated',
	'systemRegistered',
	'subaccountAdded',
	'systemEntitled',
] as const;
export type Milestone = (typeof MILESTONES)[number];

/** The milestones that the landscapes have reached. */
export function progress(landscapes: readonly Landscape[]): ReadonlySet<Milestone> {
	const reached = new Set<Milestone>();
	for (const landscape of landscapes) {
		reached.add('landscapeCreated');
		if (landscape.systems.size > 0) {
			reached.add('systemAdded');
		}
		for (const tenant of landscape.tenants.values()) {
			reached.add('tenantOpened');
			for (const extension of tenant.extensions.values()) {
				reached.add('extensionCreated');
				if (
					extension.status === 'enabled' &&
					landscape.systems.get(extension.system)?.status === 'registered'
				) {
					reached.add('systemRegistered');
				}
			}
		}
		for (const subaccount of landscape.subaccounts.values()) {
			reached.add('subaccountAdded');
			const entitled = subaccount.entitlements.some(
				({ plan, system }) => plan === 'api-access' && landscape.systems.get(system)?.status === 'registered',
			);
			if (entitled) {
				reached.add('systemEntitled');
			}
		}
	}
	return reached;
}
