import { commands, workspace } from 'vscode';
import type { Path } from '../model/findings/finding.ts';
import type { Landscape } from '../model/landscape.ts';
import { hostName } from '../model/names.ts';
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
	if (!(await workspace.openTextDocument(file.uri).then(undefined, () => undefined))) {
		// Too large for extensions, or not readable: VS Code opens it all the same, or says why not.
		await commands.executeCommand('vscode.open', file.uri);
		return { ok: true };
	}
	await showInFile(file, pathTo(file.reading.landscape, given));
	return { ok: true };
}

/** Where in the file the fields lead to; nothing where they don't name anything. */
function pathTo(landscape: Landscape, given: Given<typeof openLandscapeFields>): Path | undefined {
	const { system, tenant, subaccount, formation, service, plan } = given;
	if (subaccount !== undefined) {
		const plans = landscape.subaccounts.get(subaccount)?.entitlements ?? [];
		const index = plans.findIndex(
			(own) =>
				own.system === system &&
				[undefined, own.service].includes(service) &&
				[undefined, own.plan].includes(plan),
		);
		return ['subaccounts', subaccount, ...(index < 0 ? [] : ['entitlements', index])];
	}
	if (formation !== undefined) {
		const index = landscape.formations.get(formation)?.systems.indexOf(system ?? '') ?? -1;
		return ['formations', formation, ...(index < 0 ? [] : ['systems', index])];
	}
	if (tenant !== undefined) {
		const isPaired = landscape.tenants.get(hostName(tenant))?.extensions.has(system ?? '');
		return ['tenants', tenant, ...(isPaired ? ['extensions', system ?? ''] : [])];
	}
	return system === undefined ? undefined : ['systems', system];
}
