import * as l10n from '@vscode/l10n';
import { ALL_COMMUNICATION_SCENARIOS } from '../model/catalog/scenario-groups.ts';
import type { Service } from '../model/catalog/services.ts';
import { systemType } from '../model/catalog/system-types.ts';
import { howItAppears, isAddedByHand } from '../model/catalog/tokenless-types.ts';
import { systemStatusLabel, type Terminology } from '../model/labels.ts';
import type { System } from '../model/landscape.ts';
import { tenantRole, tenantSteps } from '../model/tenant-steps.ts';
import type { Instruction, Sentence, Value } from './messages.ts';
import { inPieces, instruction, MARKUP, sentence } from './sentence.ts';

const COCKPIT = () => l10n.t('SAP BTP cockpit');
const SYSTEMS = () => [l10n.t('System Landscape'), l10n.t('Systems')];

/** The name of the system, to be typed. */
function nameOf({ name }: System): Value {
	return { id: 'name', label: l10n.t('Name'), text: name };
}

/** What somebody needs for the part in the cockpit, a sentence each (R-TUT-3). */
export function accountRole(): readonly Sentence[] {
	return [
		sentence(
			l10n.t('You have the role collection {0}. The role {1} is enough for everything but entitlements.'),
			'Global Account Administrator',
			'System Landscape Administrator',
		),
	];
}

/** What somebody needs for the part in a tenant, a sentence each (R-TUT-3). */
export function roleInTenant({ type }: System): readonly Sentence[] {
	const known = systemType(type);
	return known ? tenantRole(known, MARKUP).map(inPieces) : [];
}

function openSystems(globalAccount: string): Instruction {
	return instruction(
		sentence(
			l10n.t('In {0}, open the global account {1} and choose {2}.'),
			COCKPIT(),
			globalAccount,
			SYSTEMS(),
		),
	);
}

/** How a system gets on the list in the cockpit. */
export function howToAdd(
	system: System,
	globalAccount: string,
	terminology: Terminology,
): readonly Instruction[] {
	const [button, confirm] =
		terminology === 'classic' && systemType(system.type)
			? [l10n.t('Register System'), l10n.t('Register')]
			: [l10n.t('Add System'), l10n.t('Add')];
	const type: Value = { id: 'type', label: l10n.t('Type'), text: system.type };
	return [
		openSystems(globalAccount),
		instruction(
			sentence(l10n.t('Choose {0}. Enter the name, and select the type.'), button),
			nameOf(system),
			type,
		),
		instruction(sentence(l10n.t('Choose {0}.'), confirm)),
	];
}

/** How a system of a type without a token gets on the list. */
export function howToBeListed(
	system: System,
	globalAccount: string,
	terminology: Terminology,
): readonly Instruction[] {
	return [
		instruction(sentence(howItAppears(system.type))),
		...(isAddedByHand(system.type)
			? howToAdd(system, globalAccount, terminology)
			: [openSystems(globalAccount)]),
	];
}

/** How to get a token; another one where there was one before. */
export function howToGetToken(
	{ name, type }: System,
	terminology: Terminology,
	isAnother: boolean,
): readonly Instruction[] {
	const groups = systemType(type)?.token.scenarioGroups ?? [];
	const field = l10n.t('Communication Scenario Groups');
	const select =
		groups.length === 0
			? []
			: [
					instruction(
						terminology === 'classic'
							? sentence(
									l10n.t('If the cockpit asks for {0}, select {1} or those that the system needs.'),
									field,
									ALL_COMMUNICATION_SCENARIOS,
								)
							: sentence(
									l10n.t('In {0}, select {1} or those that the system needs.'),
									field,
									ALL_COMMUNICATION_SCENARIOS,
								),
					),
				];
	if (terminology === 'classic') {
		return [
			...select,
			instruction(
				isAnother
					? sentence(
							l10n.t('In the list of systems, choose {0} in the row of the system, and copy the new token.'),
							l10n.t('Display Token'),
						)
					: sentence(
							l10n.t(
								'Copy the token from the dialog {0}. While the system is pending, you find it again with {1}.',
							),
							l10n.t('Register System'),
							l10n.t('Display Token'),
						),
			),
		];
	}
	return [
		instruction(
			isAnother
				? sentence(l10n.t('In the details of the system, choose {0}.'), l10n.t('Get Token'))
				: sentence(
						l10n.t('Go on in the dialog {0}. You can also open it later, from the details of the system.'),
						l10n.t`Get Token for System "${name}"`,
					),
		),
		...select,
		instruction(sentence(l10n.t('Choose {0}, copy the token, and close the dialog.'), l10n.t('Get Token'))),
	];
}

/** How to hand a token over. */
export function howToHandOver(): readonly Instruction[] {
	return [
		instruction(
			sentence(l10n.t('Send the note to the tenant administrator. It says everything but the token.')),
		),
		instruction(
			sentence(l10n.t('Send the token by another way that is safe, as you would send a password.')),
		),
	];
}

/** How the token is used in a tenant; the description is there to be copied (R-TUT-2). */
export function howToUseToken({ name, type }: System): readonly Instruction[] {
	const known = systemType(type);
	const description: Value = { id: 'description', label: l10n.t('Description'), text: name };
	return (known ? tenantSteps(known, name, MARKUP) : []).map((step) =>
		instruction(inPieces(step), ...(step.includes(MARKUP.value(name)) ? [description] : [])),
	);
}

/** How a failed registration is cleared away in a tenant, before it can begin again (R-TOK-11). */
export function howToDeleteExtension(system: System): readonly Instruction[] {
	return [
		...howToUseToken(system).slice(0, 1),
		instruction(sentence(l10n.t('Delete the failed extension for {0}.'), system.name)),
	];
}

/** Where the cockpit shows how the registration ended. */
export function howToCheck(system: System, globalAccount: string): readonly Instruction[] {
	return [
		openSystems(globalAccount),
		instruction(
			sentence(
				l10n.t('Refresh the page until the status of the system is {0}.'),
				systemStatusLabel('registered', 'classic', system.type),
			),
		),
	];
}

/** Which subaccount it is. */
export function howToFindSubaccount(): readonly Instruction[] {
	return [
		instruction(
			sentence(
				l10n.t(
					'Your application runs in a subaccount of the global account. Enter its name as the cockpit shows it.',
				),
			),
		),
	];
}

/** How a subaccount is entitled to plans of a service for the system. */
export function howToEntitle(
	system: System,
	{ label, name }: Service,
	subaccounts: readonly string[],
): readonly Instruction[] {
	const [only, second] = subaccounts;
	const subaccount: readonly Value[] =
		only !== undefined && second === undefined
			? [{ id: 'subaccount', label: l10n.t('Subaccount'), text: only }]
			: [];
	return [
		instruction(
			sentence(
				l10n.t('In the global account, choose {0}, and select the subaccount in {1}.'),
				[l10n.t('Entitlements'), l10n.t('Entity Assignments')],
				l10n.t('Subaccounts/Directories'),
			),
			...subaccount,
		),
		instruction(
			sentence(
				l10n.t('Choose {0}, and select the service {1}.'),
				[l10n.t('Edit'), l10n.t('Add Service Plans')],
				label,
			),
			{ id: 'service', label: l10n.t('Technical name of the service'), text: name },
		),
		instruction(
			sentence(l10n.t('In {0}, select the system.'), l10n.t`Service Details: ${label}`),
			nameOf(system),
		),
		instruction(
			sentence(
				l10n.t('Select {0}. Choose {1}, and then {2}.'),
				'api-access',
				l10n.t('Add 1 Service Plan'),
				l10n.t('Save'),
			),
		),
	];
}
