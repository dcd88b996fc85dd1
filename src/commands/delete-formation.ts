import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { refuse } from '../model/decision.ts';
import { deleteFormation as decide } from '../model/formations.ts';
import { shorten } from '../model/names.ts';
import { confirmed } from '../workspace/messages.ts';
import { text } from './command.ts';
import { formationStep } from './formation-steps.ts';
import { landscapeCommand } from './landscape-command.ts';
import { runWizard } from './wizard.ts';

/** *Delete Formation*, confirmed by the person (R-FOR-6, R-FOR-7). Refuses with `formation-unknown`. */
export const deleteFormation = landscapeCommand({
	name: 'deleteFormation',
	title: () => l10n.t('Delete Formation'),
	fields: v.object({ landscape: text(), formation: text() }),
	required: ['formation'],
	run: async (services, fields, call, { uri, landscape, title }) => {
		let { formation } = fields;
		const formations = [...landscape().formations.values()];
		if (formation === undefined && formations.length === 0) {
			return refuse('formation-unknown', l10n.t('There is no formation to delete.'));
		}
		const end = await runWizard(
			title,
			[
				formationStep(fields.formation, formations, (name) => {
					formation = name;
				}),
			],
			call,
		);
		if (!end.done || formation === undefined) {
			return end.refusal;
		}
		const name = formation;
		const checked = decide(landscape(), name);
		if (!checked.ok) {
			return checked;
		}
		const detail = l10n.t(
			'A deleted formation cannot be restored in the cockpit: its systems are included anew, one by one.',
		);
		if (
			call.interactive &&
			!(await confirmed(l10n.t`Delete the formation "${shorten(name)}"?`, detail, title))
		) {
			return undefined;
		}
		const result = await services.writer.change(uri, (current) => decide(current, name));
		return result.ok ? { ok: true } : result;
	},
});
