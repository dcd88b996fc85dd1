import * as l10n from '@vscode/l10n';
import type { Formation, Landscape } from '../model/landscape.ts';
import { systemChoice } from './questions.ts';
import { askOne, type Choice, type Step, step } from './wizard.ts';

/** Asks for a formation where none is given. */
export function formationStep(
	given: string | undefined,
	candidates: readonly Formation[],
	keep: (name: string) => void,
): Step {
	return step(
		'formation',
		() => given === undefined,
		(frame) =>
			askOne(frame, {
				placeholder: l10n.t('Select the formation'),
				choices: candidates.map(({ name, type }) => ({ label: name, description: type, value: name })),
			}),
		keep,
	);
}

/** The members of a formation, also those that the landscape does not know any more. */
export function memberChoices(landscape: Landscape, formation: string): readonly Choice<string>[] {
	const members = new Set(landscape.formations.get(formation)?.systems);
	return [...members].map((name) => {
		const system = landscape.systems.get(name);
		return system
			? systemChoice(system)
			: { label: name, description: l10n.t('not in this landscape'), value: name };
	});
}
