import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { refuse } from '../model/decision.ts';
import { resetSystem as decide } from '../model/deregistration.ts';
import { now } from '../workspace/clock.ts';
import { text } from './command.ts';
import { landscapeCommand } from './landscape-command.ts';
import { systemStep } from './system-steps.ts';
import { runWizard } from './wizard.ts';

/** *Reset System*, practice only: out of an error that only SAP could end (R-SYS-11). Refuses with the codes of the rule in model/. */
export const resetSystem = landscapeCommand({
	name: 'resetSystem',
	title: () => l10n.t('Reset System'),
	fields: v.object({ landscape: text(), system: text() }),
	required: ['system'],
	run: async (services, fields, call, { uri, landscape, title }) => {
		let { system } = fields;
		const candidates = [...landscape().systems.values()].filter(
			({ name }) => decide(landscape(), name, now()).ok,
		);
		if (system === undefined && candidates.length === 0) {
			return refuse('system-unknown', l10n.t('No system is stuck in an error that only SAP could end.'));
		}
		const end = await runWizard(
			title,
			[
				systemStep(fields.system, l10n.t('Select the system that is stuck'), candidates, (value) => {
					system = value;
				}),
			],
			call,
		);
		if (!end.done || system === undefined) {
			return end.refusal;
		}
		const name = system;
		const result = await services.writer.change(uri, (current, moment) => decide(current, name, moment));
		return result.ok ? { ok: true, status: result.status } : result;
	},
});
