import * as l10n from '@vscode/l10n';
import { renameEntry } from '../language/rename.ts';
import { isRefusal } from '../model/decision.ts';
import { checkNewSystemName, findSystem } from '../model/systems.ts';
import { ask, inputBox } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import { pickSystem } from './questions.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

export const renameSystemFields = fields({ system: text, name: text });

/**
 * *Rename System*: everywhere in the file at once, as one undo step, like renaming it in the editor. Refuses with
 * `system-unknown` and the codes of the function `renameEntry` in language/.
 */
export async function renameSystem(
	given: Given<typeof renameSystemFields>,
	{ title, file, landscape, added }: Target,
	{ writer }: Services,
): Promise<Result<{ system: string }>> {
	const known = given.system === undefined ? undefined : findSystem(landscape(), given.system);
	if (known && isRefusal(known)) {
		return known;
	}
	const answers = await ask(title, given, {
		system: () => pickSystem(l10n.t('Select the system to rename'), landscape().systems.values()),
		name: ({ system = '' }) =>
			inputBox({
				prompt: l10n.t('New name of the system: unique in the global account, printable ASCII'),
				value: system,
				validate: (name) => (name === system ? undefined : checkNewSystemName(landscape(), name)),
			}),
	});
	if (!answers?.ok) {
		return answers;
	}
	const { system, name } = answers;
	const result = await added(() =>
		writer.edit(file.uri, (reading) => renameEntry(reading, 'systems', system, name)),
	);
	return result.ok ? { ok: true, system: name } : result;
}
