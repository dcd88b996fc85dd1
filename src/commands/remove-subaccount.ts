import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { refuse } from '../model/decision.ts';
import { shorten } from '../model/names.ts';
import { removeSubaccount as decide } from '../model/subaccounts.ts';
import { confirmed } from '../workspace/messages.ts';
import { text } from './command.ts';
import { landscapeCommand } from './landscape-command.ts';
import { askOne, runWizard, step } from './wizard.ts';

/** *Remove Subaccount*. Refuses with the codes of the rule `removeSubaccount` in model/. */
export const removeSubaccount = landscapeCommand({
	name: 'removeSubaccount',
	title: () => l10n.t('Remove Subaccount'),
	fields: v.object({ landscape: text(), name: text(), subaccount: text() }),
	required: ['name', 'subaccount'],
	run: async (services, fields, call, { uri, landscape, title }) => {
		// An entry of the tree carries its subaccount under that name.
		const given = fields.name ?? fields.subaccount;
		let name = given;
		const candidates = [...landscape().subaccounts.keys()].filter((key) => decide(landscape(), key).ok);
		if (name === undefined && candidates.length === 0) {
			return refuse(
				'subaccount-unknown',
				l10n.t('No subaccount can be removed: remove their service plans first.'),
			);
		}
		const end = await runWizard(
			title,
			[
				step(
					'name',
					() => given === undefined,
					(frame) =>
						askOne(frame, {
							placeholder: l10n.t('Select the subaccount'),
							choices: candidates.map((key) => ({ label: key, value: key })),
						}),
					(value) => {
						name = value;
					},
				),
			],
			call,
		);
		if (!end.done || name === undefined) {
			return end.refusal;
		}
		const removed = name;
		const checked = decide(landscape(), removed);
		if (!checked.ok) {
			return checked;
		}
		if (
			call.interactive &&
			!(await confirmed(l10n.t`Remove the subaccount "${shorten(removed)}" from the landscape?`, '', title))
		) {
			return undefined;
		}
		const result = await services.writer.change(uri, (current) => decide(current, removed));
		return result.ok ? { ok: true } : result;
	},
});
