import { checkProject } from '../model/projects/check-project.ts';
import type { ProjectFinding } from '../model/projects/finding.ts';
import type { Project } from '../model/projects/usage.ts';
import { isIgnored } from '../project/ignored.ts';
import type { LandscapeFiles } from './landscape-files.ts';
import type { Projects } from './projects.ts';
import { areProjectsChecked, ignoredCodes } from './settings.ts';

/** What is wrong with a project. */
export interface FindingInProject {
	readonly project: Project;
	readonly finding: ProjectFinding;
}

/** What is wrong in all projects, without what is silenced; nothing where the setting says so, or without a landscape. */
export function findingsInProjects(
	projects: Projects,
	{ landscapes }: LandscapeFiles,
): readonly FindingInProject[] {
	if (!areProjectsChecked() || landscapes.length === 0) {
		return [];
	}
	const isTracked = (file: string) => projects.isTracked(file);
	const ignoring = { codes: ignoredCodes(), textOf: (file: string) => projects.textOf(file) };
	return projects.all.flatMap((project) =>
		checkProject(project, { landscapes, projects: projects.all, isTracked })
			.filter((finding) => !isIgnored(finding, project, ignoring))
			.map((finding) => ({ project, finding })),
	);
}
