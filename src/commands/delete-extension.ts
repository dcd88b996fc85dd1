import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { refuse } from '../model/decision.ts';
import { deleteExtension as decide } from '../model/extensions.ts';
import { extensionOf } from '../model/landscape.ts';
import { shorten } from '../model/names.ts';
import { confirmed } from '../workspace/messages.ts';
import { text } from './command.ts';
import { landscapeCommand } from './landscape-command.ts';
import { askOne, runWizard, step } from './wizard.ts';

/** *Delete* of an extension, confirmed by the person (R-EXT-10, R-EXT-11). Refuses with the codes of the rule in model/. */
export const deleteExtension = landscapeCommand({
	name: 'deleteExtension',
	title: () => l10n.t('Delete Extension'),
	fields: v.object({ landscape: text(), tenant: text(), system: text() }),
	required: ['system'],
	run: async (services, fields, call, { uri, landscape, title }) => {
		let { system } = fields;
		let tenant = fields.tenant ?? (system && extensionOf(landscape(), system)?.tenant.host);
		const candidates = [...landscape().tenants.values()].flatMap(({ host, extensions }) =>
			[...extensions.values()]
				.map((extension) => ({ tenant: host, system: extension.system }))
				.filter((key) => decide(landscape(), key).ok),
		);
		if (system === undefined && candidates.length === 0) {
			return refuse('extension-unknown', l10n.t('There is no extension that can be deleted.'));
		}
		const end = await runWizard(
			title,
			[
				step(
					'system',
					() => fields.system === undefined,
					(frame) =>
						askOne(frame, {
							placeholder: l10n.t('Select the extension'),
							choices: candidates.map((key) => ({
								label: key.system,
								description: key.tenant,
								value: key,
							})),
						}),
					(key) => {
						({ tenant, system } = key);
					},
				),
			],
			call,
		);
		if (!end.done || system === undefined) {
			return end.refusal;
		}
		const request = { tenant: tenant ?? '', system };
		const checked = decide(landscape(), request);
		if (!checked.ok) {
			return checked;
		}
		const isEnabled = landscape().systems.get(system)?.status === 'registered';
		const detail = isEnabled
			? l10n.t('The system is not registered any more then. It can be paired again with a new token.')
			: l10n.t('Then a new token can be got for the system, and the pairing can start again.');
		if (
			call.interactive &&
			!(await confirmed(
				l10n.t`Delete the extension for "${shorten(system)}" in ${request.tenant}?`,
				detail,
				title,
			))
		) {
			return undefined;
		}
		const result = await services.writer.change(uri, (current) => decide(current, request));
		return result.ok ? { ok: true } : result;
	},
});
