import { locate, type TextFinding } from '../document/read.ts';
import { checkUnusedPlans, type UnusedPlan } from '../model/projects/check-unused-plans.ts';
import { isSilenced } from '../project/ignored.ts';
import type { LandscapeFile } from './landscape-files.ts';
import type { Projects } from './projects.ts';
import { areProjectsChecked, ignoredCodes } from './settings.ts';

/** The plans of a landscape file that no project of the workspace uses; nothing where the settings silence it. */
export function unusedPlansIn(
	{ reading }: LandscapeFile,
	projects: Projects,
): readonly (TextFinding & Pick<UnusedPlan, 'system' | 'plan'>)[] {
	if (reading.unreadable || !areProjectsChecked()) {
		return [];
	}
	return checkUnusedPlans(reading.landscape, projects.all)
		.filter(({ code }) => !isSilenced(code, ignoredCodes()))
		.map(({ system, plan, ...finding }) => ({ ...locate(reading, finding), system, plan }));
}
