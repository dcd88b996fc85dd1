import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { FORMATION_TYPES, type FormationKind } from '../model/catalog/formation-types.ts';
import {
	allowedMembers,
	checkNewFormation,
	checkNewFormationName,
	createFormation as decide,
	formationRules,
} from '../model/formations.ts';
import { shorten } from '../model/names.ts';
import { text } from './command.ts';
import { landscapeCommand } from './landscape-command.ts';
import { sentence, systemChoice } from './questions.ts';
import { askMany, askOne, askText, runWizard, step } from './wizard.ts';

const KINDS: Record<FormationKind, () => string> = {
	extensibility: () => l10n.t('extensibility'),
	service: () => l10n.t('integration with a service'),
	business: () => l10n.t('business scenario'),
};

/**
 * *Create Formation*: general information, systems, review (R-FOR-2). Refuses with the codes of the rule
 * `createFormation` in model/.
 */
export const createFormation = landscapeCommand({
	name: 'createFormation',
	title: () => l10n.t('Create Formation'),
	fields: v.object({
		landscape: text(),
		name: text(),
		type: text(),
		systems: v.optional(v.array(v.string())),
	}),
	required: ['name', 'type', 'systems'],
	run: async (services, fields, call, { uri, landscape, title }) => {
		let { name, type, systems } = fields;
		const refused = checkNewFormation(landscape(), fields);
		if (refused) {
			return refused;
		}
		const draft = () => ({ name: name ?? '', type: type ?? '', systems: [] });
		const isComplete = [name, type, systems].every((field) => field !== undefined);
		const end = await runWizard(
			title,
			[
				step(
					'name',
					() => fields.name === undefined,
					(frame) =>
						askText(frame, {
							prompt: l10n.t('Name of the formation'),
							placeholder: l10n.t('Side by side'),
							value: name ?? '',
							validate: (value) => sentence(checkNewFormationName(landscape(), value)),
						}),
					(value) => {
						name = value;
					},
				),
				step(
					'type',
					() => fields.type === undefined,
					(frame) =>
						askOne(frame, {
							placeholder: l10n.t('Select the type of the formation'),
							choices: FORMATION_TYPES.map((known) => ({
								label: known.label,
								description: KINDS[known.kind](),
								detail: formationRules(known).join('. '),
								value: known.label,
							})),
						}),
					(value) => {
						type = value;
					},
				),
				step(
					'systems',
					() => fields.systems === undefined,
					(frame) => {
						const candidates = allowedMembers(landscape(), draft());
						return askMany(frame, {
							placeholder:
								candidates.length === 0
									? l10n.t('No system may join such a formation now. It can be included later.')
									: l10n.t('Select the systems to include'),
							choices: candidates.map((system) => ({
								...systemChoice(system),
								picked: systems?.includes(system.name) ?? false,
							})),
							validate: (selected) =>
								sentence(refusalOf(decide(landscape(), { ...draft(), systems: selected }))),
						});
					},
					(value) => {
						systems = [...value];
					},
				),
				step(
					'systems',
					() => !isComplete,
					(frame) =>
						askOne(frame, {
							placeholder: l10n.t('Review the formation'),
							choices: [
								{
									label: title,
									description: shorten(name ?? ''),
									detail: `${type}: ${systems?.length === 0 ? l10n.t('no system yet') : systems?.map(shorten).join(', ')}`,
									value: true,
								},
							],
						}),
					() => undefined,
				),
			],
			call,
		);
		if (!end.done || name === undefined || type === undefined) {
			return end.refusal;
		}
		const request = { name, type, systems: systems ?? [] };
		const result = await services.writer.change(uri, (current) => decide(current, request));
		return result.ok ? { ok: true } : result;
	},
});

function refusalOf(decision: ReturnType<typeof decide>) {
	return decision.ok ? undefined : decision;
}
