import * as l10n from '@vscode/l10n';
import { WorkspaceEdit, workspace } from 'vscode';
import { renameEntry } from '../language/rename.ts';
import { isRefusal } from '../model/decision.ts';
import { checkNewSystemName, findSystem } from '../model/systems.ts';
import { refuseChanging } from '../workspace/landscape-writer.ts';
import { renameInProjects, usagesInWords } from '../workspace/system-usages.ts';
import { addTextEdits } from '../workspace/text-edits.ts';
import { ask, inputBox } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import { pickSystem } from './questions.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

export const renameSystemFields = fields({ system: text, name: text });

/**
 * *Rename System*: everywhere in the file and in the projects that use it, as one undo step, like renaming it in the editor.
 * Refuses with `system-unknown`, `landscape-changed` where a file changes meanwhile, and the codes of the function
 * `renameEntry` in language/. Nothing where the person discards the preview, which VS Code shows if a place is only guessed.
 */
export async function renameSystem(
	given: Given<typeof renameSystemFields>,
	{ title, file, landscape, added }: Target,
	{ files, writer, projects }: Services,
): Promise<Result<{ system: string }>> {
	const known = given.system === undefined ? undefined : findSystem(landscape(), given.system);
	if (known && isRefusal(known)) {
		return known;
	}
	const answers = await ask(title, given, {
		system: () => pickSystem(l10n.t('Select the system to rename'), landscape().systems.values()),
		name: ({ system = '' }) =>
			inputBox({
				prompt: [
					l10n.t('New name of the system: unique in the global account, printable ASCII'),
					...alsoChanged(usagesInWords(projects.usagesOf(system))),
				].join('. '),
				value: system,
				validate: (name) => (name === system ? undefined : checkNewSystemName(landscape(), name)),
			}),
	});
	if (!answers?.ok) {
		return answers;
	}
	const { system, name } = answers;
	// Places are those of texts: of the newest.
	await Promise.all([projects.refresh(), files.reread(file.uri)]);
	const edit = new WorkspaceEdit();
	const isAsking = given.interactive;
	const isOneOfSeveral = files.withSystem(system).length > 1;
	renameInProjects(projects, { from: system, to: name, isAsking, isOneOfSeveral }, edit);
	if (edit.size === 0) {
		const result = await added(() =>
			writer.edit(file.uri, (reading) => renameEntry(reading, 'systems', system, name)),
		);
		return result.ok ? { ok: true, system: name } : result;
	}
	const { reading } = files.find(file.uri) ?? file;
	const renamed = renameEntry(reading, 'systems', system, name);
	if (!renamed.ok) {
		return renamed;
	}
	addTextEdits(edit, file.uri, reading.text, renamed.edits);
	if (await workspace.applyEdit(edit, { isRefactoring: true })) {
		return { ok: true, system: name };
	}
	return isAsking ? undefined : refuseChanging(file.uri);
}

function alsoChanged(usages: string): readonly string[] {
	return usages === '' ? [] : [l10n.t`Also changes what uses it: ${usages}`];
}
