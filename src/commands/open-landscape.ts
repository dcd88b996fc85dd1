import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { commands, workspace } from 'vscode';
import { showInFile } from '../workspace/show-in-file.ts';
import { command, text } from './command.ts';
import { pickFile } from './pick-landscape.ts';

/** *Open Landscape File*: the file in the editor, at the system, tenant or subaccount that is given, or at its first problem. */
export const openLandscape = command({
	name: 'openLandscape',
	fields: v.object({
		landscape: text(),
		system: text(),
		tenant: text(),
		subaccount: text(),
		formation: text(),
	}),
	run: async (services, fields, call) => {
		const file = await pickFile(services, fields.landscape, call, l10n.t('Open Landscape File'));
		if (!file || 'ok' in file) {
			return file;
		}
		if (!(await workspace.openTextDocument(file.uri).then(undefined, () => undefined))) {
			// Too large for extensions, or not readable: VS Code opens it all the same, or says why not.
			await commands.executeCommand('vscode.open', file.uri);
			return { ok: true };
		}
		await showInFile(file, placeOf(fields));
		return { ok: true };
	},
});

function placeOf({
	system,
	tenant,
	subaccount,
	formation,
}: Record<string, string | undefined>): readonly string[] | undefined {
	if (subaccount !== undefined) {
		return ['subaccounts', subaccount];
	}
	if (formation !== undefined) {
		return ['formations', formation];
	}
	if (tenant !== undefined) {
		return ['tenants', tenant];
	}
	return system === undefined ? undefined : ['systems', system];
}
