import * as l10n from '@vscode/l10n';
import { refuse } from '../model/decision.ts';
import { resetSystem as decide } from '../model/deregistration.ts';
import type { SystemStatus } from '../model/landscape.ts';
import { now } from '../workspace/clock.ts';
import { ask } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import { pickSystem } from './questions.ts';
import type { Result } from './result.ts';

export const resetSystemFields = fields({ system: text });

/** *Reset System*, practice only: out of an error that only SAP can resolve. Refuses with the codes of the rule in model/. */
export async function resetSystem(
	given: Given<typeof resetSystemFields>,
	{ title, landscape, change }: Target,
): Promise<Result<{ status: SystemStatus }>> {
	const answers = await ask(title, given, {
		system: () =>
			pickSystem(
				l10n.t('Select the system that is stuck'),
				[...landscape().systems.values()].filter(({ name }) => decide(landscape(), name, now()).ok),
				refuse('system-unknown', l10n.t('No system is stuck in an error that only SAP can resolve.')),
			),
	});
	return answers?.ok ? change((current, moment) => decide(current, answers.system, moment)) : answers;
}
