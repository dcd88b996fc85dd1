import type { Project, Usage } from '../model/projects/usage.ts';
import type { Element, ElementOf } from './elements.ts';

/** The fields that elements of the workspace have: they belong to no landscape. */
const common = (...names: readonly string[]) => ({
	id: JSON.stringify(['applications', ...names]),
	interactive: true as const,
});

/** The row above all applications, where there are any that use a system. */
export function applicationsOf(projects: readonly Project[]): readonly Element[] {
	const count = using(projects).length;
	return count === 0 ? [] : [{ ...common(), kind: 'applications', count }];
}

/** The projects that use a system, each with its usages below. */
export function projectElements(projects: readonly Project[]): readonly Element[] {
	return using(projects).map(({ folder, usages, deploymentUnreadAt }) => ({
		...common(folder),
		kind: 'project',
		project: folder,
		usages,
		unreadAt: deploymentUnreadAt,
	}));
}

/** The rows of usages below a project, or below what a system is used by. */
export function usageElements(
	{ id, landscape, usages }: ElementOf<'project' | 'usedBy'>,
	under: 'project' | 'system',
): readonly Element[] {
	return usages.map((usage) => ({
		id: JSON.stringify([id, usage.project, usage.resource.value, usage.stage ?? '', usage.resource.at]),
		landscape,
		interactive: true,
		kind: 'usage',
		system: usage.system?.value,
		usage,
		under,
	}));
}

/** The row *Used by* below a system, where a project uses it, or where one may be connected to it. */
export function usedByElements(
	{ id, landscape, system }: ElementOf<'system'>,
	usages: readonly Usage[],
	isConnectable: boolean,
): readonly Element[] {
	return usages.length === 0 && !isConnectable
		? []
		: [{ id: JSON.stringify([id, 'usedBy']), landscape, interactive: true, kind: 'usedBy', system, usages }];
}

/** The projects to show: also one that may use a system, but can't be read. */
function using(projects: readonly Project[]): readonly Project[] {
	return projects.filter(({ usages, deploymentUnreadAt }) => usages.length > 0 || deploymentUnreadAt);
}
