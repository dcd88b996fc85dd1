import * as l10n from '@vscode/l10n';
import { formationType } from '../model/catalog/formation-types.ts';
import { isRefusal, refuse } from '../model/decision.ts';
import { excludeSystem as decide, findFormation } from '../model/formations.ts';
import { shorten } from '../model/names.ts';
import { ask, quickPick } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import { pickFormation, systemChoice } from './questions.ts';
import type { Result } from './result.ts';

export const excludeSystemFields = fields({ formation: text, system: text });

/** *Exclude System* (R-FOR-3). Refuses with the codes of the rule `excludeSystem` in model/. */
export async function excludeSystem(
	given: Given<typeof excludeSystemFields>,
	{ title, landscape, change }: Target,
): Promise<Result> {
	const known = given.formation === undefined ? undefined : findFormation(landscape(), given.formation);
	if (known && isRefusal(known)) {
		return known;
	}
	const answers = await ask(title, given, {
		formation: ({ system }) =>
			pickFormation(
				[...landscape().formations.values()].filter(({ name, systems }) =>
					systems.some(
						(member) =>
							(system === undefined || member === system) &&
							decide(landscape(), { formation: name, system: member }).ok,
					),
				),
				refuse('formation-unknown', l10n.t('There is no formation that you can exclude the system from.')),
			),
		system: ({ formation = '' }) => {
			const { formations, systems } = landscape();
			// Also those that the landscape no longer knows.
			const members = [...new Set(formations.get(formation)?.systems)].filter(
				(name) => decide(landscape(), { formation, system: name }).ok,
			);
			return quickPick({
				placeholder: l10n.t('Select the system to exclude'),
				choices: members.map((name) => {
					const system = systems.get(name);
					return system
						? systemChoice(system)
						: { label: name, description: l10n.t('not in this landscape'), value: name };
				}),
				none: refuse(
					'system-unknown',
					l10n.t`The formation "${shorten(formation)}" doesn't include a system.`,
				),
			});
		},
	});
	if (!answers?.ok) {
		return answers;
	}
	const { formation, system } = answers;
	const type = formationType(landscape().formations.get(formation)?.type ?? '');
	return change((current) => decide(current, { formation, system }), {
		question: l10n.t`Exclude "${shorten(system)}" from the formation "${shorten(formation)}"?`,
		detail: type?.beforeExcluding?.() ?? '',
	});
}
