import * as l10n from '@vscode/l10n';
import { QuickPickItemKind, ThemeIcon } from 'vscode';
import { ALL_COMMUNICATION_SCENARIOS } from '../model/catalog/scenario-groups.ts';
import { SYSTEM_TYPES, systemType } from '../model/catalog/system-types.ts';
import { TOKENLESS_TYPES } from '../model/catalog/tokenless-types.ts';
import type { Refusal } from '../model/decision.ts';
import { systemStatusLabel } from '../model/labels.ts';
import type { Formation, Landscape, System } from '../model/landscape.ts';
import { checkHostName } from '../model/names.ts';
import { checkRedundantGroups, checkScenarioGroups } from '../model/tokens.ts';
import { terminology } from '../workspace/settings.ts';
import { type Choice, inputBox, type Question, quickPick, quickPickMany, quickPickUnlessOne } from './ask.ts';

const DAY = 24 * 60 * 60;

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

/** Asks for the type of a tenant: one whose systems are paired through a token. */
export function pickTenantType(): Question<string> | Refusal {
	return quickPick({ placeholder: l10n.t('Select the type of the tenant'), choices: pairedTypes() });
}

/** Asks for the type of a system: first those that are paired through a token, then those that are only listed. */
export function pickSystemType(): Question<string> | Refusal {
	return quickPick({
		placeholder: l10n.t('Select the type of the system, and press Enter to choose Add'),
		choices: [
			...pairedTypes(),
			{ label: l10n.t('without integration token'), kind: QuickPickItemKind.Separator, value: '' },
			...TOKENLESS_TYPES.map(({ label }) => ({ label, value: label })),
		],
	});
}

/** Asks for communication scenario groups; `selected` ones are ticked at first. Redundant ones are refused (DEC-9). */
export function pickScenarioGroups(
	type: string,
	selected: readonly string[] = [ALL_COMMUNICATION_SCENARIOS],
): Question<string[]> {
	const groups = systemType(type)?.token.scenarioGroups ?? [];
	return quickPickMany({
		placeholder: l10n.t('Communication Scenario Groups (Enter: Get Token)'),
		choices: groups.map(({ label, scenarios }) => ({
			label,
			detail: scenarios.length === 0 ? l10n.t('Any communication scenario') : scenarios.join(', '),
			picked: selected.includes(label),
			value: label,
		})),
		validate: (chosen) => checkScenarioGroups(type, chosen) ?? checkRedundantGroups(chosen),
	});
}

/** Asks for one of some systems; without any, tells `none`. */
export function pickSystem(
	placeholder: string,
	systems: Iterable<System>,
	none?: Refusal,
): Question<string> | Refusal {
	return quickPick({ placeholder, choices: [...systems].map(systemChoice), ...(none && { none }) });
}

/** The only one of some systems, or asks for one of them; without any, tells `none`. */
export function pickSystemUnlessOne(
	isInteractive: boolean,
	placeholder: string,
	systems: Iterable<System>,
	none?: Refusal,
): Question<string> | string | Refusal {
	const choices = [...systems].map(systemChoice);
	return quickPickUnlessOne<string>(isInteractive, { placeholder, choices, ...(none && { none }) });
}

/** A system as an entry to choose: its name, with status and type. */
export function systemChoice({ name, status, type }: System): Choice<string> {
	return {
		label: name,
		description: [systemStatusLabel(status, terminology(), type), type].filter(Boolean).join(' · '),
		value: name,
	};
}

/** Asks for one of some formations; without any, tells `none`. */
export function pickFormation(formations: readonly Formation[], none: Refusal): Question<string> | Refusal {
	return quickPick({
		placeholder: l10n.t('Select the formation'),
		choices: formations.map(({ name, type }) => ({ label: name, description: type, value: name })),
		none,
	});
}

/**
 * Asks for a tenant: one of the landscape, of a type where that is known, or the host name of another. Without any, and
 * for the only one that waits for its first extension, there is nothing to choose.
 */
export function pickTenant(
	landscape: Landscape,
	{ type, isAnother = false }: { readonly type?: string | undefined; readonly isAnother?: boolean } = {},
): Question<string> | string | Refusal {
	const tenants = [...landscape.tenants.values()].filter(
		(tenant) => type === undefined || tenant.type === type,
	);
	const other = inputBox({
		prompt: l10n.t("The tenant's host name"),
		placeholder: systemType(type ?? '')?.tenantExample ?? 'my300001.s4hana.example',
		validate: checkHostName,
	});
	const [only, second] = tenants;
	if (only && !second && only.extensions.size === 0 && !isAnother) {
		return only.host;
	}
	return tenants.length === 0
		? other
		: quickPick<string>({
				placeholder: l10n.t('Select the tenant'),
				choices: [
					...tenants.map(({ host, type }) => ({ label: host, description: type, value: host })),
					{
						label: l10n.t('Another tenant…'),
						iconPath: new ThemeIcon('add'),
						alwaysShow: true,
						value: other,
					},
				],
			});
}
