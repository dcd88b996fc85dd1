import { pathTo } from '../model/path-to.ts';
import { showInFile } from '../workspace/show-in-file.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import type { Result } from './result.ts';

export const openLandscapeFields = fields(
	{},
	{ system: text, tenant: text, subaccount: text, formation: text, service: text, plan: text },
);

/**
 * *Open Landscape File*: the file in the editor, at the system, tenant, extension, subaccount, service plan, formation or
 * member that is given, or at its first problem.
 */
export async function openLandscape(
	given: Given<typeof openLandscapeFields>,
	{ file }: Target,
): Promise<Result> {
	await showInFile(file, pathTo(file.reading.landscape, given));
	return { ok: true };
}
