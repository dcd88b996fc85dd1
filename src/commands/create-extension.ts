import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { checkSimulation, OUTCOMES } from '../model/extensions.ts';
import { checkHostName, shorten } from '../model/names.ts';
import { checkTokenText } from '../model/tokens.ts';
import { inform } from '../workspace/messages.ts';
import { pairExtension } from '../workspace/pair-extension.ts';
import { text } from './command.ts';
import { hostSteps } from './host-steps.ts';
import { landscapeCommand } from './landscape-command.ts';
import { sentence } from './questions.ts';
import { askText, runWizard, step } from './wizard.ts';

/**
 * *Create Extension*: the pairing of the tenant page, by command (R-EXT-3, R-EXT-4). `description` and `outcome` are optional and
 * asked for only together with the token. Refuses with the codes of the rule `createExtension` in model/.
 */
export const createExtension = landscapeCommand({
	name: 'createExtension',
	title: () => l10n.t('Create Extension'),
	fields: v.object({
		landscape: text(),
		tenant: text(),
		type: text(),
		token: text(),
		description: text(),
		outcome: v.optional(v.picklist(OUTCOMES)),
	}),
	required: ['tenant', 'token'],
	run: async (services, fields, call, { uri, landscape, title }) => {
		let { tenant, token, description } = fields;
		const refused =
			checkSimulation(landscape()) ??
			(tenant === undefined ? undefined : checkHostName(tenant)) ??
			(token === undefined ? undefined : checkTokenText(token));
		if (refused) {
			return refused;
		}
		const end = await runWizard(
			title,
			[
				...hostSteps(landscape, fields.tenant, (value) => {
					tenant = value;
				}),
				step(
					'token',
					() => fields.token === undefined,
					(frame) =>
						askText(frame, {
							prompt: l10n.t('Integration token that the global account administrator sent'),
							password: true,
							validate: (value) => sentence(checkTokenText(value)),
						}),
					(value) => {
						token = value;
					},
				),
				step(
					'token',
					() => fields.token === undefined && fields.description === undefined,
					(frame) =>
						askText(frame, {
							prompt: l10n.t("Description: the system's name is recommended"),
							value: description ?? '',
							validate: () => undefined,
						}),
					(value) => {
						description = value;
					},
				),
			],
			call,
		);
		if (!end.done || tenant === undefined || token === undefined) {
			return end.refusal;
		}
		const result = await pairExtension(services, uri, {
			tenant,
			...(fields.type === undefined ? {} : { type: fields.type }),
			token,
			description: description ?? '',
			outcome: fields.outcome ?? 'succeed',
		});
		if (result.ok && call.interactive) {
			void inform(l10n.t`The tenant ${tenant} is enabling the extension for "${shorten(result.system)}".`);
		}
		return result;
	},
});
