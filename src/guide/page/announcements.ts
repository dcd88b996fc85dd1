import * as l10n from '@vscode/l10n';
import type { GuideState, Step } from '../messages.ts';

/** What to say about the step from one state to the next; nothing about the first one. */
export function announcements(before: GuideState | undefined, after: GuideState): string[] {
	if (!before) {
		return [];
	}
	const earlier = new Map(stepsOf(before).map((step) => [step.id, step]));
	const steps = stepsOf(after);
	const changed = steps.filter(({ id, recorded }) => {
		const known = earlier.get(id);
		return known !== undefined && recorded !== '' && known.recorded !== recorded;
	});
	const current = steps.find(({ state }) => state === 'current');
	const wasCurrent = stepsOf(before).find(({ state }) => state === 'current');
	const hasMoved = current !== undefined && current.id !== wasCurrent?.id;
	const isNewTrouble =
		current !== undefined && current.trouble !== '' && current.trouble !== wasCurrent?.trouble;
	return [
		...changed.map(({ title, recorded }) => `${title}: ${recorded}.`),
		...(isNewTrouble ? [current.trouble] : []),
		...(hasMoved ? [l10n.t`Next: ${current.title}.`] : []),
		...(current === undefined && wasCurrent !== undefined && after.summary !== '' ? [after.summary] : []),
		// Why it is locked is read out where it is shown.
		...(before.locked !== '' && after.locked === '' ? [l10n.t('You can record again.')] : []),
	];
}

function stepsOf({ parts }: GuideState): readonly Step[] {
	return parts.flatMap(({ steps }) => steps);
}
