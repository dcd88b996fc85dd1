import * as l10n from '@vscode/l10n';
import { refuse } from '../model/decision.ts';
import { removeServicePlan as decide } from '../model/entitlements.ts';
import { shorten } from '../model/names.ts';
import { stopsWorking } from '../workspace/system-usages.ts';
import { ask, missing, quickPick } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

const KEYS = ['subaccount', 'service', 'system', 'plan'] as const;

export const removeServicePlanFields = fields({ subaccount: text, service: text, system: text, plan: text });

/** *Remove Service Plan*: one entitlement. Refuses with the codes of the rule `removeServicePlan` in model/. */
export async function removeServicePlan(
	given: Given<typeof removeServicePlanFields>,
	{ title, file, landscape, change }: Target,
	{ files, projects }: Services,
): Promise<Result> {
	const { subaccount, service, system, plan } = given;
	// What is given narrows the list; the rest follows from the choice.
	const candidates = [...landscape().subaccounts.values()]
		.flatMap((owner) => owner.entitlements.map((record) => ({ ...record, subaccount: owner.name })))
		.filter((record) => KEYS.every((key) => given[key] === undefined || given[key] === record[key]));
	const lacking = KEYS.find((key) => given[key] === undefined);
	if (lacking && candidates.length > 0 && !given.interactive) {
		return missing(lacking);
	}
	const entitlement = lacking
		? undefined
		: { subaccount: subaccount ?? '', service: service ?? '', system: system ?? '', plan: plan ?? '' };
	const answers = await ask(
		title,
		{ ...given, entitlement },
		{
			entitlement: () =>
				quickPick({
					placeholder: l10n.t('Select the service plan'),
					choices: candidates.map((record) => ({
						label: record.plan,
						description: l10n.t`${record.system} in ${record.subaccount}`,
						value: record,
					})),
					none: refuse('entitlement-unknown', l10n.t("There's no such service plan to remove.")),
				}),
		},
	);
	if (!answers?.ok) {
		return answers;
	}
	const request = answers.entitlement;
	return change((current) => decide(current, request), {
		question: l10n.t`Remove the service plan ${request.plan} for "${shorten(request.system)}" from subaccount "${shorten(request.subaccount)}"?`,
		detail: (changes) =>
			[
				stopsWorking(projects, files, { uri: file.uri, landscape: landscape() }, request.system, changes),
				landscape().mode === 'practice'
					? l10n.t('In the real subaccount, delete its service instances first.')
					: l10n.t(
							'First delete its service instances and the plan in the cockpit. Here, only the record is deleted.',
						),
			]
				.filter(Boolean)
				.join('\n\n'),
	});
}
