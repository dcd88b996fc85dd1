import * as l10n from '@vscode/l10n';
import { FORMATION_TYPES, type FormationKind } from '../model/catalog/formation-types.ts';
import {
	allowedMembers,
	checkNewFormation,
	checkNewFormationName,
	createFormation as decide,
	formationRules,
} from '../model/formations.ts';
import { shorten } from '../model/names.ts';
import { ask, inputBox, quickPick, quickPickMany } from './ask.ts';
import { fields, type Given, text, texts } from './command.ts';
import type { Target } from './landscape-command.ts';
import { systemChoice } from './questions.ts';
import type { Result } from './result.ts';

const KINDS: Record<FormationKind, () => string> = {
	extensibility: () => l10n.t('extensibility'),
	service: () => l10n.t('integration with a service'),
	business: () => l10n.t('business scenario'),
};

export const createFormationFields = fields({ name: text, type: text, systems: texts });

/**
 * *Create Formation*: general information, systems, review (R-FOR-2). Refuses with the codes of the rule
 * `createFormation` in model/.
 */
export async function createFormation(
	given: Given<typeof createFormationFields>,
	{ title, landscape, change }: Target,
): Promise<Result> {
	const refused = checkNewFormation(landscape(), given);
	if (refused) {
		return refused;
	}
	const answers = await ask(
		title,
		given,
		{
			name: () =>
				inputBox({
					prompt: l10n.t('Name of the formation'),
					placeholder: l10n.t('Side by side'),
					validate: (name) => checkNewFormationName(landscape(), name),
				}),
			type: () =>
				quickPick({
					placeholder: l10n.t('Select the type of the formation'),
					choices: FORMATION_TYPES.map((known) => ({
						label: known.label,
						description: KINDS[known.kind](),
						detail: formationRules(known).join('. '),
						value: known.label,
					})),
				}),
			systems: ({ name = '', type = '' }) => {
				const candidates = allowedMembers(landscape(), { name, type, systems: [] });
				return quickPickMany({
					placeholder:
						candidates.length === 0
							? l10n.t('No system can be included in this formation now. You can include one later.')
							: l10n.t('Select the systems to include'),
					choices: candidates.map(systemChoice),
					validate: (systems) => decide(landscape(), { name, type, systems }),
				});
			},
		},
		({ name, type, systems }) =>
			quickPick<true>({
				placeholder: l10n.t('Review the formation'),
				choices: [
					{
						label: title,
						description: shorten(name),
						detail: `${type}: ${systems.map(shorten).join(', ') || l10n.t('no system yet')}`,
						value: true,
					},
				],
			}),
	);
	return answers?.ok ? change((current) => decide(current, answers)) : answers;
}
