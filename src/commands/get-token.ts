import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { refuse } from '../model/decision.ts';
import { checkGetToken, getToken as decide } from '../model/systems.ts';
import { checkScenarioGroups } from '../model/tokens.ts';
import { text } from './command.ts';
import { landscapeCommand } from './landscape-command.ts';
import { offerToken } from './offer-token.ts';
import { askScenarioGroups, hasScenarioGroups } from './questions.ts';
import { systemStep } from './system-steps.ts';
import { withMintedToken } from './with-minted-token.ts';
import { runWizard, step } from './wizard.ts';

/**
 * *Get Token*: a new token for a system that is not registered; an older open one becomes invalid (DEC-7). Refuses with
 * the codes of the rule `getToken` in model/.
 */
export const getToken = landscapeCommand({
	name: 'getToken',
	title: () => l10n.t('Get Token'),
	fields: v.object({
		landscape: text(),
		system: text(),
		scenarioGroups: v.optional(v.array(v.string())),
	}),
	required: ['system'],
	run: async (services, fields, call, { uri, landscape, title }) => {
		const { vault, writer } = services;
		let { system, scenarioGroups } = fields;
		const record = () => landscape().systems.get(system ?? '');
		const refused =
			system === undefined
				? undefined
				: (checkGetToken(landscape(), system) ??
					(scenarioGroups === undefined
						? undefined
						: checkScenarioGroups(record()?.type ?? '', scenarioGroups)));
		if (refused) {
			return refused;
		}
		const candidates = [...landscape().systems.values()].filter(
			({ name }) => !checkGetToken(landscape(), name),
		);
		if (system === undefined && candidates.length === 0) {
			return refuse('system-unknown', l10n.t('No system waits for a token. Register a system first.'));
		}
		const end = await runWizard(
			title,
			[
				systemStep(fields.system, l10n.t('Select the system that shall be paired'), candidates, (value) => {
					system = value;
				}),
				step(
					'scenarioGroups',
					() =>
						fields.scenarioGroups === undefined &&
						(system === undefined || hasScenarioGroups(record()?.type)),
					(frame) => askScenarioGroups(frame, record()?.type ?? '', record()?.token?.scenarioGroups),
					(value) => {
						scenarioGroups = [...value];
					},
				),
			],
			call,
		);
		if (!end.done || system === undefined) {
			return end.refusal;
		}
		const request = { system, scenarioGroups: scenarioGroups ?? [] };
		const superseded = record()?.token?.fingerprint;
		const place = { landscape: uri.toString(), system };
		const result = await withMintedToken(vault, place, (fingerprint) =>
			writer.change(uri, (current, now) => decide(current, { ...request, fingerprint }, now)),
		);
		if (!result.ok) {
			return result;
		}
		await vault.supersede(superseded);
		const { expiresAt } = result.token;
		if (call.interactive) {
			offerToken(place, expiresAt);
		}
		return { ok: true, system, expiresAt };
	},
});
