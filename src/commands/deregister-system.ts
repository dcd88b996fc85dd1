import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import type { Uri } from 'vscode';
import { isInEditor, refuse } from '../model/decision.ts';
import { checkDeregister, deregisterSystem as decide } from '../model/deregistration.ts';
import { checkOutcome, OUTCOMES } from '../model/extensions.ts';
import type { SystemStatus } from '../model/landscape.ts';
import { shorten } from '../model/names.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';
import { inform } from '../workspace/messages.ts';
import { namedBy } from '../workspace/system-usages.ts';
import { ask, quickPick } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import { offer } from './offer.ts';
import { pickSystem } from './questions.ts';
import { showRefusal } from './refusal-message.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

export const deregisterSystemFields = fields({ system: text }, { outcome: v.optional(v.picklist(OUTCOMES)) });

/**
 * *Deregister System*: cuts the connection of a registered system. In practice, a person chooses the result; in a recorded
 * landscape, it's the record that somebody started it in the cockpit (R-REC-4). Refuses with the codes of the rule
 * `checkDeregister` in model/, and with `recorded-by-hand` for an outcome in a recorded landscape.
 */
export async function deregisterSystem(
	given: Given<typeof deregisterSystemFields>,
	{ title, file, landscape, change }: Target,
	{ files, practice, projects }: Services,
): Promise<Result<{ status: SystemStatus }>> {
	const isPractice = landscape().mode === 'practice';
	const refused =
		checkOutcome(landscape(), given.outcome) ??
		(given.system === undefined ? undefined : checkDeregister(landscape(), given.system));
	if (refused) {
		return refused;
	}
	const answers = await ask(title, given, {
		system: () =>
			pickSystem(
				l10n.t('Select the registered system'),
				[...landscape().systems.values()].filter(({ status }) => status === 'registered'),
				refuse('system-unknown', l10n.t('No system is registered, so there is nothing to deregister.')),
			),
		outcome: ({ system = '' }) =>
			given.interactive && isPractice && !checkDeregister(landscape(), system)
				? quickPick<(typeof OUTCOMES)[number]>({
						placeholder: l10n.t`Deregister ${shorten(system)}: choose the result to practice`,
						choices: [
							{
								label: title,
								// What comes first is seen even where the rest of the line is cut.
								detail: [
									namedBy(projects, system),
									l10n.t(
										'The connection is cut. The record stays, and the same tenant can register it again.',
									),
								]
									.filter(Boolean)
									.join(' '),
								value: 'succeed',
							},
							{
								label: l10n.t('Let It Fail'),
								detail: l10n.t(
									'The system ends in Deregister Error, and you see what to do about it in a real account.',
								),
								value: 'fail',
							},
						],
					})
				: 'succeed',
	});
	if (!answers?.ok) {
		return answers;
	}
	const { system, outcome } = answers;
	const result = await change(
		(current) => decide(current, system),
		isPractice ? undefined : recordingIt(system, namedBy(projects, system)),
	);
	if (isPractice && isInEditor(result)) {
		await practice.expectDeregistration(file.uri, system, outcome);
	}
	if (result?.ok && given.interactive && !isPractice) {
		const words = l10n.t`"${shorten(system)}" is being deregistered. When the cockpit shows how it ended, record the status.`;
		offer(inform(words, l10n.t('Record Status')), 'recordStatus', {
			landscape: file.uri.toString(),
			system,
		});
	} else if (result?.ok && given.interactive) {
		void inform(l10n.t`"${shorten(system)}" is being deregistered.`);
		tellFailure(files, file.uri, system);
	}
	return result;
}

/** What a person confirms who records that a system is being deregistered. */
function recordingIt(system: string, applications: string) {
	return {
		question: l10n.t`Record that "${shorten(system)}" is being deregistered?`,
		detail: [l10n.t('First choose Deregister in the cockpit. Here, only the record changes.'), applications]
			.filter(Boolean)
			.join('\n\n'),
		button: l10n.t('Record'),
	};
}

/** Says why once deregistering has failed, with what helps. Doesn't wait for it. */
function tellFailure(files: LandscapeFiles, uri: Uri, system: string): void {
	const listening = files.onDidChange(() => {
		const landscape = files.find(uri)?.reading.landscape;
		const status = landscape?.systems.get(system)?.status;
		if (status === 'deregistering') {
			return;
		}
		listening.dispose();
		const refused =
			landscape && status === 'deregister-error' ? checkDeregister(landscape, system) : undefined;
		if (refused) {
			void showRefusal(refused, { landscape: uri.toString(), system });
		}
	});
}
