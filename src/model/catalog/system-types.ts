import { SCENARIO_GROUPS, type ScenarioGroup } from './scenario-groups.ts';

const DAY = 24 * 60 * 60;

/** How a type's integration token lives (domain 2.1). */
export interface TokenRule {
	/** Seconds from generation to expiry; at the boundary it is expired (R-TOK-3, R-TOK-14, DEC-8). */
	readonly validity: number;
	/** Whether an expired unused token is replaced when it is copied or displayed (R-TOK-6, DEC-3). */
	readonly reissuedWhenExpired: boolean;
	/** What can be chosen for the token (R-TOK-10); empty where the type has no such choice. */
	readonly scenarioGroups: readonly ScenarioGroup[];
}

/** What the catalog knows of a system type. */
export interface SystemType {
	/** SAP's label in the *Type* list, and the value in the file. */
	readonly label: string;
	readonly token: TokenRule;
	/** Where a tenant administrator finds *Maintain Extensions on SAP BTP*. */
	readonly tenantPath: readonly string[];
}

const COMMUNICATION_MANAGEMENT = ['Administration', 'Communication Management'];

/** Types that pair through an integration token, in the order of the *Type* list. */
export const SYSTEM_TYPES: readonly SystemType[] = [
	{
		// S1, S2, D/28171b6
		label: 'SAP S/4HANA Cloud',
		token: { validity: 7 * DAY, reissuedWhenExpired: true, scenarioGroups: SCENARIO_GROUPS },
		tenantPath: COMMUNICATION_MANAGEMENT,
	},
	{
		// S0, D/e9d975a
		label: 'SAP Marketing Cloud',
		token: { validity: 7 * DAY, reissuedWhenExpired: true, scenarioGroups: [] },
		tenantPath: COMMUNICATION_MANAGEMENT,
	},
];

/** The catalog's entry for a type's label, or `undefined`: then it is a type without token (design 3). */
export function systemType(label: string): SystemType | undefined {
	return SYSTEM_TYPES.find((type) => type.label === label);
}
