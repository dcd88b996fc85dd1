import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { QuickPickItemKind } from 'vscode';
import { refuse } from '../model/decision.ts';
import { statusInWords, systemStatusLabel, type Terminology } from '../model/labels.ts';
import { type Landscape, SYSTEM_STATUSES, type System, type SystemStatus } from '../model/landscape.ts';
import { shorten } from '../model/names.ts';
import { checkRecord, recordStatus as decide, recordableStatuses } from '../model/recording.ts';
import { NEW_SYSTEM } from '../model/systems.ts';
import { now } from '../workspace/clock.ts';
import { inform } from '../workspace/messages.ts';
import { terminology } from '../workspace/settings.ts';
import { ask, type Choice, quickPick } from './ask.ts';
import { fields, type Given, instant, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import { pickSystemUnlessOne } from './questions.ts';
import type { Result } from './result.ts';

export const recordStatusFields = fields(
	{ system: text, status: v.optional(v.picklist(SYSTEM_STATUSES)) },
	{ recordedAt: instant, anyway: v.optional(v.boolean()) },
);

/** *Record Status*: the status that the cockpit shows. Refuses with the codes of the rule `recordStatus` in model/. */
export async function recordStatus(
	given: Given<typeof recordStatusFields>,
	{ title, landscape, change }: Target,
): Promise<Result<{ status: SystemStatus }>> {
	const refused = checkRecord(landscape());
	if (refused) {
		return refused;
	}
	const answers = await ask(title, given, {
		system: ({ interactive }) =>
			pickSystemUnlessOne(
				interactive,
				l10n.t('Select the system'),
				landscape().systems.values(),
				refuse('system-unknown', l10n.t('No system is recorded yet. Add a system first.'), NEW_SYSTEM),
			),
		status: ({ system = '' }) =>
			quickPick<SystemStatus>({
				placeholder: l10n.t`The status of "${shorten(system)}" in the cockpit`,
				choices: statusChoices(landscape(), system, terminology()),
			}),
	});
	if (!answers?.ok) {
		return answers;
	}
	const { system, status, recordedAt, anyway } = answers;
	const request = {
		system,
		status,
		...(recordedAt !== undefined && { recordedAt }),
		...(anyway !== undefined && { anyway }),
	};
	const result = await change((current, moment) => decide(current, request, moment));
	if (result?.ok && given.interactive) {
		void inform(l10n.t`Recorded: "${shorten(system)}" ${statusInWords(status)}.`);
	}
	return result;
}

/** The statuses to choose from: what the rules expect next, what is recorded now, and the others. */
function statusChoices(
	landscape: Landscape,
	name: string,
	generation: Terminology,
): readonly Choice<SystemStatus>[] {
	const system = landscape.systems.get(name);
	if (!system) {
		return [];
	}
	const isExpected = (status: SystemStatus) =>
		status === system.status || decide(landscape, { system: name, status }, now()).ok;
	const all = recordableStatuses(system).map((status) => statusChoice(system, status, generation));
	const separator = { label: l10n.t('unexpected'), kind: QuickPickItemKind.Separator, value: system.status };
	return [
		...all.filter(({ value }) => isExpected(value)),
		separator,
		...all.filter(({ value }) => !isExpected(value)),
	];
}

/** A status as the cockpit shows it, with what it means: the current cockpit shows none before registration. */
function statusChoice({ type, status: now }: System, status: SystemStatus, generation: Terminology) {
	return {
		label: systemStatusLabel(status, generation, type) || l10n.t('no status'),
		description: status === now ? l10n.t('as recorded') : '',
		detail: l10n.t`The system ${statusInWords(status)}`,
		value: status,
	};
}
