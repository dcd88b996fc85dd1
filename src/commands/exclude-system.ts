import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { formationType } from '../model/catalog/formation-types.ts';
import { refuse } from '../model/decision.ts';
import { excludeSystem as decide, findFormation } from '../model/formations.ts';
import { shorten } from '../model/names.ts';
import { isRefusal } from '../model/systems.ts';
import { confirmed } from '../workspace/messages.ts';
import { text } from './command.ts';
import { formationStep, memberChoices } from './formation-steps.ts';
import { landscapeCommand } from './landscape-command.ts';
import { askOne, runWizard, step } from './wizard.ts';

/** *Exclude System* (R-FOR-3). Refuses with the codes of the rule `excludeSystem` in model/. */
export const excludeSystem = landscapeCommand({
	name: 'excludeSystem',
	title: () => l10n.t('Exclude System'),
	fields: v.object({ landscape: text(), formation: text(), system: text() }),
	required: ['formation', 'system'],
	run: async (services, fields, call, { uri, landscape, title }) => {
		let { formation, system } = fields;
		const given = formation === undefined ? undefined : findFormation(landscape(), formation);
		if (given && isRefusal(given)) {
			return given;
		}
		const formations = [...landscape().formations.values()].filter(({ systems }) =>
			system === undefined ? systems.length > 0 : systems.includes(system),
		);
		if (formation === undefined && formations.length === 0) {
			return refuse('formation-unknown', l10n.t('There is no formation that has the system.'));
		}
		if (given?.systems.length === 0) {
			return refuse('system-unknown', l10n.t`The formation "${shorten(given.name)}" has no system.`);
		}
		if (given && system !== undefined) {
			const checked = decide(landscape(), { formation: given.name, system });
			if (!checked.ok) {
				return checked;
			}
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
					(frame) =>
						askOne(frame, {
							placeholder: l10n.t('Select the system to exclude'),
							choices: memberChoices(landscape(), formation ?? ''),
						}),
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
		const type = formationType(landscape().formations.get(formation)?.type ?? '');
		const question = l10n.t`Exclude "${shorten(system)}" from the formation "${shorten(formation)}"?`;
		if (
			call.interactive &&
			type?.beforeExcluding &&
			!(await confirmed(question, type.beforeExcluding(), title))
		) {
			return undefined;
		}
		const result = await services.writer.change(uri, (current) => decide(current, request));
		return result.ok ? { ok: true } : result;
	},
});
