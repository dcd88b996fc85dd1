import * as l10n from '@vscode/l10n';
import { refuse } from '../model/decision.ts';
import { deleteFormation as decide } from '../model/formations.ts';
import { shorten } from '../model/names.ts';
import { ask } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import { pickFormation } from './questions.ts';
import type { Result } from './result.ts';

export const deleteFormationFields = fields({ formation: text });

/** *Delete Formation*, confirmed by the person (R-FOR-6, R-FOR-7). Refuses with `formation-unknown`. */
export async function deleteFormation(
	given: Given<typeof deleteFormationFields>,
	{ title, landscape, change }: Target,
): Promise<Result> {
	const answers = await ask(title, given, {
		formation: () =>
			pickFormation(
				[...landscape().formations.values()],
				refuse('formation-unknown', l10n.t("There's no formation to delete.")),
			),
	});
	if (!answers?.ok) {
		return answers;
	}
	const { formation } = answers;
	return change((current) => decide(current, formation), {
		question: l10n.t`Delete the formation "${shorten(formation)}"?`,
		detail: l10n.t(
			"You can't restore a deleted formation in the cockpit. You'd have to create it again and include its systems one by one.",
		),
	});
}
