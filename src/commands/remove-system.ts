import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { refuse } from '../model/decision.ts';
import { removeSystem as decide } from '../model/deregistration.ts';
import { extensionOf } from '../model/landscape.ts';
import { shorten } from '../model/names.ts';
import { confirmed, inform } from '../workspace/messages.ts';
import { text } from './command.ts';
import { landscapeCommand } from './landscape-command.ts';
import { systemStep } from './system-steps.ts';
import { runWizard } from './wizard.ts';

/** *Remove System*: takes a system that is not registered off the list (DEC-5, R-SYS-14). Refuses with the codes of the rule in model/. */
export const removeSystem = landscapeCommand({
	name: 'removeSystem',
	title: () => l10n.t('Remove System'),
	fields: v.object({ landscape: text(), system: text() }),
	required: ['system'],
	run: async (services, fields, call, { uri, landscape, title }) => {
		let { system } = fields;
		const candidates = [...landscape().systems.values()].filter(({ name }) => decide(landscape(), name).ok);
		if (system === undefined && candidates.length === 0) {
			return refuse(
				'system-unknown',
				l10n.t('No system can be removed: registered ones must be deregistered first.'),
			);
		}
		const end = await runWizard(
			title,
			[
				systemStep(fields.system, l10n.t('Select the system to remove'), candidates, (value) => {
					system = value;
				}),
			],
			call,
		);
		if (!end.done || system === undefined) {
			return end.refusal;
		}
		const name = system;
		const checked = decide(landscape(), name);
		if (!checked.ok) {
			return checked;
		}
		const lock = extensionOf(landscape(), name);
		const detail = lock
			? l10n.t`Its extension stays in ${lock.tenant.host} and keeps the name taken until it is deleted there.`
			: l10n.t('Its record and its token are gone then.');
		if (
			call.interactive &&
			!(await confirmed(l10n.t`Remove the system "${shorten(name)}"?`, detail, title))
		) {
			return undefined;
		}
		const result = await services.writer.change(uri, (current) => decide(current, name));
		if (!result.ok) {
			return result;
		}
		await services.vault.forget(result.fingerprint);
		if (call.interactive) {
			void inform(l10n.t`"${shorten(name)}" was removed.`);
		}
		return { ok: true };
	},
});
