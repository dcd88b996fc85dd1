import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { checkNewSubaccountName, addSubaccount as decide } from '../model/subaccounts.ts';
import { text } from './command.ts';
import { landscapeCommand } from './landscape-command.ts';
import { sentence } from './questions.ts';
import { askText, runWizard, step } from './wizard.ts';

/** *Add Subaccount*. Refuses with the codes of the rule `addSubaccount` in model/. */
export const addSubaccount = landscapeCommand({
	name: 'addSubaccount',
	title: () => l10n.t('Add Subaccount'),
	fields: v.object({ landscape: text(), name: text() }),
	required: ['name'],
	run: async (services, fields, call, { uri, landscape, title }) => {
		let { name } = fields;
		const end = await runWizard(
			title,
			[
				step(
					'name',
					() => fields.name === undefined,
					(frame) =>
						askText(frame, {
							prompt: l10n.t('Name of the subaccount that your application is deployed to'),
							placeholder: 'dev',
							validate: (value) => sentence(checkNewSubaccountName(landscape(), value)),
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
		const added = name;
		const result = await services.writer.change(uri, (current) => decide(current, added));
		return result.ok ? { ok: true } : result;
	},
});
