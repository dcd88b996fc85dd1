import { fields } from './command.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

export const refreshFields = fields({});

/** *Refresh*: reads every landscape file and project again, and lets practice finish what is due. */
export async function refresh(_given: object, { files, projects, practice }: Services): Promise<Result> {
	await files.refresh();
	await projects.refresh();
	practice.run();
	return { ok: true };
}
