import type { System } from '../model/landscape.ts';
import { askSystem } from './questions.ts';
import { type Step, step } from './wizard.ts';

/** Asks for a system where none is given: one of the candidates. */
export function systemStep(
	given: string | undefined,
	placeholder: string,
	candidates: readonly System[],
	keep: (name: string) => void,
): Step {
	return step(
		'system',
		() => given === undefined,
		(frame) => askSystem(frame, placeholder, candidates),
		keep,
	);
}
