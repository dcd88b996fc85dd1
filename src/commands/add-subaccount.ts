import * as l10n from '@vscode/l10n';
import { checkNewSubaccountName, addSubaccount as decide } from '../model/subaccounts.ts';
import { ask, inputBox } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import type { Result } from './result.ts';

export const addSubaccountFields = fields({ name: text });

/** *Add Subaccount*. Refuses with the codes of the rule `addSubaccount` in model/. */
export async function addSubaccount(
	given: Given<typeof addSubaccountFields>,
	{ title, landscape, change }: Target,
): Promise<Result> {
	const answers = await ask(title, given, {
		name: () =>
			inputBox({
				prompt: l10n.t('Name of the subaccount that you deploy your application to'),
				placeholder: 'dev',
				validate: (name) => checkNewSubaccountName(landscape(), name),
			}),
	});
	return answers?.ok ? change((current) => decide(current, answers.name)) : answers;
}
