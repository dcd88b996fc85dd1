import { FORMATION_TYPES, type FormationKind } from '../src/model/catalog/formation-types.ts';
import { SCENARIO_GROUPS } from '../src/model/catalog/scenario-groups.ts';
import { SERVICES } from '../src/model/catalog/services.ts';
import { SYSTEM_TYPES, type SystemType } from '../src/model/catalog/system-types.ts';
import { TOKENLESS_TYPES, type TokenlessType } from '../src/model/catalog/tokenless-types.ts';
import type { Description } from './descriptions.ts';

/** Values that the format knows, with what each means, in the order of SAP's lists. */
export type Vocabulary = ReadonlyMap<string, Description>;

const DAY = 24 * 60 * 60;

const validityOf = ({ token: { validity } }: SystemType) =>
	validity >= DAY ? `${validity / DAY} days` : `${validity / 60} minutes`;

const PAIRED: Vocabulary = new Map(
	SYSTEM_TYPES.map((type) => [
		type.label,
		{
			text: `Pairs with an integration token that’s valid for ${validityOf(type)}. In the tenant: ${type.tenantApplication.name()}.`,
			source: type.source,
		},
	]),
);

const APPEARANCES: Record<TokenlessType['appears'], string> = {
	manually: 'You add it manually.',
	'by subscription': 'A subscription in a subaccount adds it.',
	'by discovery': 'SAP BTP discovers it automatically.',
	'not known': '',
};

/** Labels of all system types in the catalog. */
export const ALL_SYSTEM_TYPES: Vocabulary = new Map([
	...PAIRED,
	...TOKENLESS_TYPES.map(
		({ label, appears, source }) =>
			[
				label,
				{
					text: `Doesn’t need an integration token; systems on the list are registered. ${APPEARANCES[appears]}`.trim(),
					source,
				},
			] as const,
	),
]);

/** Labels of the system types that have a tenant with extensions. */
export const TENANT_TYPES: Vocabulary = PAIRED;

/** Labels of the communication scenario groups. */
export const GROUPS: Vocabulary = new Map(
	SCENARIO_GROUPS.map(({ label, scenarios }) => [
		label,
		{
			text: scenarios.length > 0 ? `Covers ${scenarios.join(', ')}.` : 'Covers any communication scenario.',
			source: 'D/28171b6',
		},
	]),
);

/** Technical names of the services. */
export const SERVICE_NAMES: Vocabulary = new Map(
	SERVICES.map(({ name, label, systemTypes, source }) => [
		name,
		{ text: `${label}, for systems of type ${systemTypes.join(' and ')}.`, source },
	]),
);

/** Technical names of the plans; a plan that several services have appears once. */
export const PLAN_NAMES: Vocabulary = new Map(
	SERVICES.flatMap(({ plans }) => plans.map(({ name }) => name)).map((plan) => {
		const services = SERVICES.filter(({ plans }) => plans.some(({ name }) => name === plan));
		return [
			plan,
			{
				text: services
					.map(({ label, plans }) => `${label}: ${plans.find(({ name }) => name === plan)?.purpose() ?? ''}.`)
					.join(' '),
				source: services.map(({ source }) => source).join(' '),
			},
		];
	}),
);

const KINDS: Record<FormationKind, string> = {
	extensibility: 'Extends systems.',
	service: 'Connects systems with a service of SAP BTP.',
	business: 'Integrates a business solution.',
};

/** Labels of the formation types. */
export const FORMATION_TYPE_NAMES: Vocabulary = new Map(
	FORMATION_TYPES.map(({ label, kind, members, limits, source }) => {
		const required = limits.filter(({ isRequired }) => isRequired).map(({ type }) => type);
		return [
			label,
			{
				text: [
					KINDS[kind],
					members === 'any' ? '' : `You can include systems of these types: ${members.join(', ')}.`,
					required.length > 0 ? `The formation needs ${required.join(' and ')}.` : '',
				]
					.filter(Boolean)
					.join(' '),
				source,
			},
		];
	}),
);
