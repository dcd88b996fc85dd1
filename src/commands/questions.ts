import * as l10n from '@vscode/l10n';
import { QuickPickItemKind } from 'vscode';
import { ALL_COMMUNICATION_SCENARIOS } from '../model/catalog/scenario-groups.ts';
import { SYSTEM_TYPES, systemType } from '../model/catalog/system-types.ts';
import { TOKENLESS_TYPES } from '../model/catalog/tokenless-types.ts';
import type { Refusal } from '../model/decision.ts';
import { systemStatusLabel } from '../model/labels.ts';
import type { System } from '../model/landscape.ts';
import { checkScenarioGroups } from '../model/tokens.ts';
import { terminology } from '../workspace/settings.ts';
import { type Answer, askMany, askOne, type Choice, type Frame } from './wizard.ts';

const DAY = 24 * 60 * 60;

/** The sentence of a refusal, for validation while typing. */
export function sentence(refusal: Refusal | undefined): string | undefined {
	return refusal?.message;
}

/** Whether a type's token permits only communication scenario groups that are selected for it (R-TOK-10). */
export function hasScenarioGroups(type: string | undefined): boolean {
	return type !== undefined && (systemType(type)?.token.scenarioGroups.length ?? 0) > 0;
}

const pairedTypes = (): readonly Choice<string>[] =>
	SYSTEM_TYPES.map(({ label, token }) => ({
		label,
		detail: [
			token.validity < DAY ? l10n.t('Token valid for 10 minutes') : l10n.t('Token valid for 7 days'),
			...(token.scenarioGroups.length > 0 ? [l10n.t('with communication scenario groups')] : []),
		].join(', '),
		value: label,
	}));

/** A type that pairs through a token: of a tenant, for instance. */
export function askPairedType(frame: Frame, placeholder: string): Promise<Answer<string>> {
	return askOne(frame, { placeholder, choices: pairedTypes() });
}

/** *Type* of a system: those that pair through a token first, then those that are registered by being listed (R-TYPE-2). */
export function askType(frame: Frame, placeholder: string): Promise<Answer<string>> {
	const separator = (label: string): Choice<string> => ({
		label,
		kind: QuickPickItemKind.Separator,
		value: '',
	});
	return askOne(frame, {
		placeholder,
		choices: [
			...pairedTypes(),
			separator(l10n.t('without integration token')),
			...TOKENLESS_TYPES.map(({ label }) => ({ label, value: label })),
		],
	});
}

/** *Communication Scenario Groups*, the given ones selected at first, or *All Communication Scenarios*. */
export function askScenarioGroups(
	frame: Frame,
	type: string,
	selected: readonly string[] = [ALL_COMMUNICATION_SCENARIOS],
): Promise<Answer<readonly string[]>> {
	const groups = systemType(type)?.token.scenarioGroups ?? [];
	return askMany(frame, {
		placeholder: l10n.t('Select the communication scenario groups that the token permits'),
		choices: groups.map(({ label, scenarios }) => ({
			label,
			detail: scenarios.length === 0 ? l10n.t('Any communication scenario') : scenarios.join(', '),
			picked: selected.includes(label),
			value: label,
		})),
		validate: (chosen) => sentence(checkScenarioGroups(type, chosen)),
	});
}

/** One of some systems, with status and type. */
export function askSystem(
	frame: Frame,
	placeholder: string,
	systems: readonly System[],
): Promise<Answer<string>> {
	return askOne(frame, { placeholder, choices: systems.map(systemChoice) });
}

/** A system as an entry to choose: its name, with status and type. */
export function systemChoice({ name, status, type }: System): Choice<string> {
	return {
		label: name,
		description: [systemStatusLabel(status, terminology()), type].filter(Boolean).join(' · '),
		value: name,
	};
}
