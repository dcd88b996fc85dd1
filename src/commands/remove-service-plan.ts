import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { refuse } from '../model/decision.ts';
import { removeServicePlan as decide } from '../model/entitlements.ts';
import { shorten } from '../model/names.ts';
import { confirmed } from '../workspace/messages.ts';
import { text } from './command.ts';
import { landscapeCommand } from './landscape-command.ts';
import { askOne, runWizard, step } from './wizard.ts';

const FIELDS = ['subaccount', 'service', 'system', 'plan'] as const;

/** *Remove Service Plan*: one entitlement. Refuses with the codes of the rule `removeServicePlan` in model/. */
export const removeServicePlan = landscapeCommand({
	name: 'removeServicePlan',
	title: () => l10n.t('Remove Service Plan'),
	fields: v.object({
		landscape: text(),
		subaccount: text(),
		service: text(),
		system: text(),
		plan: text(),
	}),
	required: FIELDS,
	run: async (services, fields, call, { uri, landscape, title }) => {
		const { subaccount = '', service = '', system = '', plan = '' } = fields;
		let request = { subaccount, service, system, plan };
		const lacking = FIELDS.find((field) => fields[field] === undefined);
		// What is given narrows the list; the rest is told apart by it.
		const candidates = [...landscape().subaccounts.values()].flatMap((owner) =>
			owner.entitlements
				.map((entitlement) => ({ ...entitlement, subaccount: owner.name }))
				.filter((entitlement) =>
					FIELDS.every((field) => fields[field] === undefined || fields[field] === entitlement[field]),
				),
		);
		if (lacking && candidates.length === 0) {
			return refuse('entitlement-unknown', l10n.t('There is no such service plan to remove.'));
		}
		const end = await runWizard(
			title,
			[
				step(
					lacking ?? 'plan',
					() => lacking !== undefined,
					(frame) =>
						askOne(frame, {
							placeholder: l10n.t('Select the service plan'),
							choices: candidates.map((entitlement) => ({
								label: entitlement.plan,
								description: l10n.t`${entitlement.system} in ${entitlement.subaccount}`,
								value: entitlement,
							})),
						}),
					(value) => {
						request = value;
					},
				),
			],
			call,
		);
		if (!end.done) {
			return end.refusal;
		}
		const checked = decide(landscape(), request);
		if (!checked.ok) {
			return checked;
		}
		const question = l10n.t`Remove the service plan ${request.plan} for "${shorten(request.system)}" from subaccount "${shorten(request.subaccount)}"?`;
		if (
			call.interactive &&
			!(await confirmed(
				question,
				l10n.t('Delete the service instances in the real subaccount first.'),
				title,
			))
		) {
			return undefined;
		}
		const result = await services.writer.change(uri, (current) => decide(current, request));
		return result.ok ? { ok: true } : result;
	},
});
