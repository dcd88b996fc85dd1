import { commands, workspace } from 'vscode';
import { showInFile } from '../workspace/show-in-file.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import type { Result } from './result.ts';

export const openLandscapeFields = fields(
	{},
	{ system: text, tenant: text, subaccount: text, formation: text },
);

/**
 * *Open Landscape File*: the file in the editor, at the system, tenant, subaccount or formation that is given, or at its
 * first problem.
 */
export async function openLandscape(
	{ system, tenant, subaccount, formation }: Given<typeof openLandscapeFields>,
	{ file }: Target,
): Promise<Result> {
	if (!(await workspace.openTextDocument(file.uri).then(undefined, () => undefined))) {
		// Too large for extensions, or not readable: VS Code opens it all the same, or says why not.
		await commands.executeCommand('vscode.open', file.uri);
		return { ok: true };
	}
	const path = Object.entries({
		subaccounts: subaccount,
		formations: formation,
		tenants: tenant,
		systems: system,
	})
		.flatMap(([section, name]) => (name === undefined ? [] : [[section, name]]))
		.at(0);
	await showInFile(file, path);
	return { ok: true };
}
