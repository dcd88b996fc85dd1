import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { isRefusal, type Refusal, refuse } from '../model/decision.ts';
import type { Landscape, System } from '../model/landscape.ts';
import {
	checkMerge,
	consequenceOfMerging,
	mergeSystems as decide,
	duplicatesOf,
	isDuplicate,
	mergeableInto,
	ordersOf,
	type Pair,
} from '../model/merging-systems.ts';
import { shorten } from '../model/names.ts';
import { findSystem } from '../model/systems.ts';
import { inform } from '../workspace/messages.ts';
import type { Projects } from '../workspace/projects.ts';
import { usagesInWords } from '../workspace/system-usages.ts';
import { ask, missing } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import { pickSystem, pickSystemUnlessOne } from './questions.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

export const mergeSystemsFields = fields(
	/** The one that stays, then the one that disappears. */
	{ systems: v.optional(v.pipe(v.array(v.string()), v.length(2))) },
	/** One of the two, as a row of the tree has it. */
	{ system: text },
);

/**
 * *Merge Systems*: one record instead of two for the same system, confirmed by the person. Refuses with the codes of the
 * rule in model/, and with `system-not-duplicate` where no two systems can be merged.
 */
export async function mergeSystems(
	given: Given<typeof mergeSystemsFields>,
	{ title, landscape, change }: Target,
	{ vault, projects }: Services,
): Promise<Result<{ system: string }>> {
	const { interactive, system, systems: [kept, gone] = [] } = given;
	if (!interactive && kept === undefined) {
		return missing('systems');
	}
	const pair =
		kept !== undefined && gone !== undefined
			? ([kept, gone] as const)
			: system === undefined
				? await pickPair(title, interactive, landscape())
				: await pickDuplicate(title, interactive, landscape(), system);
	if (!pair || 'ok' in pair) {
		return pair;
	}
	const [stays, goes] = pair;
	const result = await change((current) => decide(current, pair), {
		question: l10n.t`Merge "${shorten(goes)}" into "${shorten(stays)}"?`,
		detail: [consequenceOfMerging(landscape(), pair), stillNaming(projects, pair)]
			.filter(Boolean)
			.join('\n\n'),
	});
	if (!result?.ok) {
		return result;
	}
	await vault.forget(result.fingerprint);
	if (interactive) {
		void inform(l10n.t`"${shorten(goes)}" was merged into "${shorten(stays)}".`);
	}
	return { ok: true, system: result.system };
}

/** Asks for the system that stays, and then for the other: for duplicates by URL only, if there are any. */
async function pickPair(
	title: string,
	interactive: boolean,
	landscape: Landscape,
): Promise<Pair | Refusal | undefined> {
	const possible = [...landscape.systems.values()].filter(
		(candidate) => mergeableInto(landscape, candidate).length > 0,
	);
	const duplicates = possible.filter((candidate) =>
		mergeableInto(landscape, candidate).some(({ name }) =>
			duplicatesOf(landscape, candidate.name).includes(name),
		),
	);
	const answers = await ask(
		title,
		{ interactive, kept: undefined as string | undefined, gone: undefined as string | undefined },
		{
			kept: () =>
				pickSystem(
					l10n.t('Select the system to keep'),
					duplicates.length > 0 ? duplicates : possible,
					refuse(
						'system-not-duplicate',
						l10n.t(
							"There are no two systems that you can merge: they need the same type, and one of them mustn't be registered.",
						),
					),
				),
			gone: ({ kept = '' }) => {
				const system = findSystem(landscape, kept);
				return pickSystemUnlessOne(
					interactive,
					l10n.t`Select the system to merge into ${shorten(kept)}`,
					isRefusal(system) ? [] : mergeableInto(landscape, system),
				);
			},
		},
	);
	return answers?.ok ? [answers.kept, answers.gone] : answers;
}

/** Asks what a system is merged with, and which of the two stays: neither where there is only one possible answer. */
async function pickDuplicate(
	title: string,
	interactive: boolean,
	landscape: Landscape,
	name: string,
): Promise<Pair | Refusal | undefined> {
	const system = findSystem(landscape, name);
	if (isRefusal(system)) {
		return system;
	}
	const known = isDuplicate(landscape, name) ? duplicatesOf(landscape, name) : [...landscape.systems.keys()];
	const systemsNamed = (names: readonly string[]): readonly System[] =>
		names.flatMap((each) => landscape.systems.get(each) ?? []);
	const answers = await ask(
		title,
		{ interactive, other: undefined as string | undefined, kept: undefined as string | undefined },
		{
			other: () =>
				pickSystemUnlessOne(
					interactive,
					l10n.t`Select the system that is the same as ${shorten(name)}`,
					systemsNamed(known.filter((other) => ordersOf(landscape, name, other).length > 0)),
					reasonAgainst(landscape, name),
				),
			kept: ({ other = '' }) =>
				pickSystemUnlessOne(
					interactive,
					l10n.t('Select the system to keep'),
					systemsNamed(ordersOf(landscape, name, other).map(([first]) => first)),
				),
		},
	);
	return answers?.ok ? [answers.kept, answers.kept === name ? answers.other : name] : answers;
}

/** Why a system can't be merged with any: what its duplicate says, if there is one. */
function reasonAgainst(landscape: Landscape, name: string): Refusal {
	const [duplicate] = duplicatesOf(landscape, name);
	return (
		(duplicate === undefined ? undefined : checkMerge(landscape, [name, duplicate])) ??
		refuse('system-not-duplicate', l10n.t`There's no system that you can merge with "${shorten(name)}".`)
	);
}

/** Which applications go on naming the system that disappears, as a sentence; empty where none does. */
function stillNaming(projects: Projects, [kept, gone]: Pair): string {
	const usages = usagesInWords(projects.usagesOf(gone));
	return usages === ''
		? ''
		: l10n.t`These applications name "${shorten(gone)}"; change that to "${shorten(kept)}": ${usages}.`;
}
