import * as l10n from '@vscode/l10n';
import { refuse } from '../model/decision.ts';
import { shorten } from '../model/names.ts';
import { removeSubaccount as decide } from '../model/subaccounts.ts';
import { ask, quickPick } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import type { Result } from './result.ts';

/** An entry of the tree carries its name as `subaccount`. */
export const removeSubaccountFields = fields({ name: text, subaccount: text });

/** *Remove Subaccount*. Refuses with the codes of the rule `removeSubaccount` in model/. */
export async function removeSubaccount(
	given: Given<typeof removeSubaccountFields>,
	{ title, landscape, change }: Target,
): Promise<Result> {
	const answers = await ask(
		title,
		{ ...given, name: given.name ?? given.subaccount },
		{
			name: () =>
				quickPick({
					placeholder: l10n.t('Select the subaccount'),
					choices: [...landscape().subaccounts.keys()]
						.filter((name) => decide(landscape(), name).ok)
						.map((name) => ({ label: name, value: name })),
					none: refuse(
						'subaccount-unknown',
						l10n.t("There's no subaccount that you can remove. Remove the service plans of one first."),
						...(landscape().subaccounts.size > 0 ? [{ command: 'removeServicePlan' } as const] : []),
					),
				}),
		},
	);
	if (!answers?.ok) {
		return answers;
	}
	const { name } = answers;
	return change((current) => decide(current, name), {
		question: l10n.t`Remove the subaccount "${shorten(name)}" from the landscape?`,
		detail: '',
	});
}
