import * as l10n from '@vscode/l10n';
import type { Finding } from '../findings/finding.ts';
import type { Landscape } from '../landscape.ts';
import { shorten } from '../names.ts';
import { CONNECTED_SERVICE } from './connectable.ts';
import { isComputed } from './placeholders.ts';
import type { Project } from './usage.ts';

/** A service plan that no project uses. */
export interface UnusedPlan extends Finding {
	readonly system: string;
	readonly plan: string;
}

/**
 * Hints at plans of a landscape that no project of the workspace uses, as `project-usage-missing`. Nothing where there are no
 * projects, and where it can't be told, as one can't be read or asks for a system whose name isn't in its files.
 */
export function checkUnusedPlans(landscape: Landscape, projects: readonly Project[]): readonly UnusedPlan[] {
	const usages = projects.flatMap((project) => project.usages);
	const isUnclear =
		projects.some(({ deploymentUnreadAt }) => deploymentUnreadAt) ||
		usages.some(({ system }) => system === undefined || isComputed(system.value));
	if (projects.length === 0 || isUnclear) {
		return [];
	}
	const used = new Set(usages.map(({ system, plan }) => JSON.stringify([system?.value, plan?.value])));
	return [...landscape.subaccounts.values()].flatMap(({ name, entitlements }) =>
		entitlements.flatMap(({ service, plan, system }, index) =>
			service !== CONNECTED_SERVICE ||
			landscape.systems.get(system)?.status !== 'registered' ||
			used.has(JSON.stringify([system, plan]))
				? []
				: [
						{
							code: 'project-usage-missing',
							severity: 'hint',
							message: l10n.t`No CAP project of this workspace uses ${plan} for "${shorten(system)}" yet.`,
							path: ['subaccounts', name, 'entitlements', index, 'plan'],
							at: 'value',
							system,
							plan,
						} as const,
					],
		),
	);
}
