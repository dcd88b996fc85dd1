import * as l10n from '@vscode/l10n';
import { refuse } from '../model/decision.ts';
import { allowedMembers, checkInclude, includeSystem as decide } from '../model/formations.ts';
import { shorten } from '../model/names.ts';
import { ask } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import { pickFormation, pickSystem } from './questions.ts';
import type { Result } from './result.ts';

export const includeSystemFields = fields({ formation: text, system: text });

/** *Include System* (R-FOR-3). Refuses with the codes of the rule `includeSystem` in model/. */
export async function includeSystem(
	given: Given<typeof includeSystemFields>,
	{ title, landscape, change }: Target,
): Promise<Result> {
	const refused = checkInclude(landscape(), given);
	if (refused) {
		return refused;
	}
	const none = refuse(
		'formation-member-not-allowed',
		given.system === undefined
			? l10n.t('No system can be included now. Register one of a type that the formation allows.')
			: l10n.t`No formation allows "${shorten(given.system)}" now. Create one of a type that allows it.`,
	);
	const answers = await ask(title, given, {
		formation: ({ system }) =>
			pickFormation(
				[...landscape().formations.values()].filter((formation) =>
					system === undefined
						? allowedMembers(landscape(), formation).length > 0
						: decide(landscape(), { formation: formation.name, system }).ok,
				),
				none,
			),
		system: ({ formation = '' }) => {
			const record = landscape().formations.get(formation);
			const candidates = record ? allowedMembers(landscape(), record) : [];
			return pickSystem(l10n.t('Select the system to include'), candidates, none);
		},
	});
	return answers?.ok ? change((current) => decide(current, answers)) : answers;
}
