import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { refuse } from '../model/decision.ts';
import { checkDeregister, deregisterSystem as decide } from '../model/deregistration.ts';
import { OUTCOMES } from '../model/extensions.ts';
import { shorten } from '../model/names.ts';
import { inform } from '../workspace/messages.ts';
import { text } from './command.ts';
import { landscapeCommand } from './landscape-command.ts';
import { systemStep } from './system-steps.ts';
import { askOne, runWizard, step } from './wizard.ts';

/**
 * *Deregister System*: cuts the connection of a registered system (R-SYS-9). A person is asked how practice shall let it end.
 * Refuses with the codes of the rule `checkDeregister` in model/.
 */
export const deregisterSystem = landscapeCommand({
	name: 'deregisterSystem',
	title: () => l10n.t('Deregister System'),
	fields: v.object({ landscape: text(), system: text(), outcome: v.optional(v.picklist(OUTCOMES)) }),
	required: ['system'],
	run: async (services, fields, call, { uri, landscape, title }) => {
		let { system, outcome } = fields;
		const refused = system === undefined ? undefined : checkDeregister(landscape(), system);
		if (refused) {
			return refused;
		}
		const candidates = [...landscape().systems.values()].filter(({ status }) => status === 'registered');
		if (system === undefined && candidates.length === 0) {
			return refuse('system-unknown', l10n.t('No system is registered, so there is nothing to deregister.'));
		}
		const asksOutcome = call.interactive && outcome === undefined;
		const end = await runWizard(
			title,
			[
				systemStep(fields.system, l10n.t('Select the registered system'), candidates, (value) => {
					system = value;
				}),
				step(
					'outcome',
					() => asksOutcome && checkDeregister(landscape(), system ?? '') === undefined,
					(frame) =>
						askOne<(typeof OUTCOMES)[number]>(frame, {
							placeholder: l10n.t`Deregister ${shorten(system ?? '')}: how shall it end in practice?`,
							choices: [
								{
									label: l10n.t('Deregister System'),
									detail: l10n.t(
										'The connection is cut. The record stays, and the same tenant can register it again.',
									),
									value: 'succeed',
								},
								{
									label: l10n.t('Let it fail'),
									detail: l10n.t(
										'For practice: the system ends in Deregister Error, and you see what the real world asks for.',
									),
									value: 'fail',
								},
							],
						}),
					(value) => {
						outcome = value;
					},
				),
			],
			call,
		);
		if (!end.done || system === undefined) {
			return end.refusal;
		}
		const name = system;
		const result = await services.writer.change(uri, (current) => decide(current, name));
		if (!result.ok) {
			return result;
		}
		await services.practice.expectDeregistration(uri, name, outcome ?? 'succeed');
		if (call.interactive) {
			void inform(l10n.t`"${shorten(name)}" is being deregistered.`);
		}
		return { ok: true, status: result.status };
	},
});
