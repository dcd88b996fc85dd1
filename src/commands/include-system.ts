import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { refuse } from '../model/decision.ts';
import { allowedMembers, checkInclude, includeSystem as decide } from '../model/formations.ts';
import { shorten } from '../model/names.ts';
import { text } from './command.ts';
import { formationStep } from './formation-steps.ts';
import { landscapeCommand } from './landscape-command.ts';
import { askSystem } from './questions.ts';
import { runWizard, step } from './wizard.ts';

/** *Include System* (R-FOR-3). Refuses with the codes of the rule `includeSystem` in model/. */
export const includeSystem = landscapeCommand({
	name: 'includeSystem',
	title: () => l10n.t('Include System'),
	fields: v.object({ landscape: text(), formation: text(), system: text() }),
	required: ['formation', 'system'],
	run: async (services, fields, call, { uri, landscape, title }) => {
		let { formation, system } = fields;
		const refused = checkInclude(landscape(), fields);
		if (refused) {
			return refused;
		}
		// Where nothing is given, only formations that a system may join now are worth a choice.
		const candidates = () => {
			const record = landscape().formations.get(formation ?? '');
			return record ? allowedMembers(landscape(), record) : [];
		};
		const formations = [...landscape().formations.values()].filter((record) =>
			system === undefined
				? allowedMembers(landscape(), record).length > 0
				: decide(landscape(), { formation: record.name, system }).ok,
		);
		const isNothingLeft = formation === undefined ? formations.length === 0 : candidates().length === 0;
		if (isNothingLeft && (formation === undefined || system === undefined)) {
			return refuse(
				'formation-member-not-allowed',
				system === undefined
					? l10n.t(
							'No system may join now. Register one of a type that the formation takes, then include it.',
						)
					: l10n.t`No formation takes "${shorten(system)}" now. Create one of a type that takes it.`,
			);
		}
		const end = await runWizard(
			title,
			[
				formationStep(fields.formation, formations, (name) => {
					formation = name;
				}),
				step(
					'system',
					() => fields.system === undefined,
					(frame) => askSystem(frame, l10n.t('Select the system to include'), candidates()),
					(name) => {
						system = name;
					},
				),
			],
			call,
		);
		if (!end.done || formation === undefined || system === undefined) {
			return end.refusal;
		}
		const request = { formation, system };
		const result = await services.writer.change(uri, (current) => decide(current, request));
		return result.ok ? { ok: true } : result;
	},
});
