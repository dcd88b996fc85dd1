import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { systemType } from '../model/catalog/system-types.ts';
import {
	checkMint,
	checkNewSystemName,
	checkType,
	registerSystem as decide,
	type NewToken,
} from '../model/systems.ts';
import { checkScenarioGroups } from '../model/tokens.ts';
import { terminology } from '../workspace/settings.ts';
import { text } from './command.ts';
import { landscapeCommand } from './landscape-command.ts';
import { offerGetToken, offerToken } from './offer-token.ts';
import { askScenarioGroups, askType, hasScenarioGroups, sentence } from './questions.ts';
import { withMintedToken } from './with-minted-token.ts';
import { askText, runWizard, step } from './wizard.ts';

/**
 * *Register System*: *Add* and *Get Token* in one (R-SYS-1). Where the choice of groups is cancelled, the system stays,
 * pending and without token (R-SYS-2, DEC-2). Refuses with the codes of the rule `registerSystem` in model/.
 */
export const registerSystem = landscapeCommand({
	name: 'registerSystem',
	title: () => (terminology() === 'classic' ? l10n.t('Register System') : l10n.t('Add System')),
	fields: v.object({
		landscape: text(),
		name: text(),
		type: text(),
		scenarioGroups: v.optional(v.array(v.string())),
	}),
	required: ['name', 'type'],
	run: async ({ vault, writer }, fields, call, { uri, landscape, title }) => {
		let { name, type, scenarioGroups } = fields;
		const refused =
			(name === undefined ? undefined : checkNewSystemName(landscape(), name)) ??
			(type === undefined ? undefined : checkType(type)) ??
			(type === undefined || systemType(type) ? checkMint(landscape()) : undefined) ??
			(type === undefined || scenarioGroups === undefined
				? undefined
				: checkScenarioGroups(type, scenarioGroups));
		if (refused) {
			return refused;
		}
		const steps = [
			step(
				'name',
				() => fields.name === undefined,
				(frame) =>
					askText(frame, {
						prompt: l10n.t('Name of the system: unique in the global account, printable ASCII'),
						placeholder: 'SAP S/4HANA DEV System',
						value: name ?? '',
						validate: (value) => sentence(checkNewSystemName(landscape(), value)),
					}),
				(value) => {
					name = value;
				},
			),
			step(
				'type',
				() => fields.type === undefined,
				(frame) => askType(frame, l10n.t('Select the type of the system')),
				(value) => {
					type = value;
				},
			),
			step(
				'scenarioGroups',
				() => fields.scenarioGroups === undefined && (type === undefined || hasScenarioGroups(type)),
				(frame) => askScenarioGroups(frame, type ?? ''),
				(value) => {
					scenarioGroups = [...value];
				},
			),
		];
		const end = await runWizard(title, steps, call);
		const isAdded = end.done || (!end.refusal && end.at === steps.length - 1);
		if (!isAdded || name === undefined || type === undefined) {
			return end.refusal;
		}
		const system = { name, type };
		const place = { landscape: uri.toString(), system: name };
		const add = (token?: NewToken) =>
			writer.change(uri, (current, now) => decide(current, token ? { ...system, token } : system, now));
		const result =
			end.done && systemType(type)
				? await withMintedToken(vault, place, (fingerprint) =>
						add({ scenarioGroups: scenarioGroups ?? [], fingerprint }),
					)
				: await add();
		if (!result.ok) {
			return result;
		}
		const { token } = result;
		if (call.interactive) {
			if (token) {
				offerToken(place, token.expiresAt);
			} else if (systemType(type)) {
				offerGetToken(place);
			}
		}
		return { ok: true, system: name, ...(token ? { expiresAt: token.expiresAt } : {}) };
	},
});
