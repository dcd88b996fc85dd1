import { SCENARIO_GROUPS, type ScenarioGroup } from './scenario-groups.ts';
import {
	CLOUD_FOR_CUSTOMER,
	COMMERCE_CLOUD,
	EXTENSION_CENTER,
	FIELD_SERVICE_MANAGEMENT,
	MAINTAIN_EXTENSIONS,
	MAINTAIN_EXTENSIONS_AT_HOME,
	type TenantApplication,
} from './tenant-applications.ts';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** The rules for a type's integration token (R-TYPE-1). */
export interface TokenRule {
	/** Seconds from generation to expiry; at the boundary it is expired (R-TOK-3, R-TOK-4, R-TOK-14, DEC-8). */
	readonly validity: number;
	/** Whether copying or displaying an expired unused token replaces it (R-TOK-6, DEC-3). */
	readonly reissuedWhenExpired: boolean;
	/** The groups to select from (R-TOK-10); empty if the type has no groups. */
	readonly scenarioGroups: readonly ScenarioGroup[];
}

/** What the catalog knows of a system type that pairs through an integration token. */
export interface SystemType {
	/** SAP's label in the *Type* list, and the value in the file. */
	readonly label: string;
	readonly token: TokenRule;
	/** The tenant's side of the pairing. */
	readonly tenantApplication: TenantApplication;
	/** A host name that shows what a tenant's looks like; nobody has it. */
	readonly tenantExample: string;
	/** Whether only the tenant that was paired before may pair again after deregistering (R-TYPE-4, DEC-16). */
	readonly sameTenant: 'required' | 'recommended' | 'free';
	/** Whether a system may join a formation before it is registered (R-FOR-4). */
	readonly formationBeforeRegistration: boolean;
	/** Component for incidents and cases (R-TYPE-5, DEC-14). */
	readonly component: string;
	/** Where the entry comes from. */
	readonly source: string;
}

const CUSTOMER_EXPERIENCE = {
	token: { validity: 10 * MINUTE, reissuedWhenExpired: false, scenarioGroups: [] },
	sameTenant: 'required',
	formationBeforeRegistration: true,
	component: 'BC-CP-MP',
	source: 'D/1582d72 H/1582d72',
} as const;

/** Types that pair through an integration token, in the order of the *Type* list. */
export const SYSTEM_TYPES: readonly SystemType[] = [
	{
		label: 'SAP S/4HANA Cloud',
		token: { validity: 7 * DAY, reissuedWhenExpired: true, scenarioGroups: SCENARIO_GROUPS },
		tenantApplication: MAINTAIN_EXTENSIONS,
		tenantExample: 'my300001.s4hana.example',
		sameTenant: 'required',
		formationBeforeRegistration: false,
		component: 'BC-NEO-EXT-S4C',
		source: 'S1 S2 D/28171b6',
	},
	{
		label: 'SAP Marketing Cloud',
		token: { validity: 7 * DAY, reissuedWhenExpired: true, scenarioGroups: [] },
		tenantApplication: MAINTAIN_EXTENSIONS_AT_HOME,
		tenantExample: 'my300001.marketing.example',
		sameTenant: 'recommended',
		formationBeforeRegistration: false,
		component: 'BC-NEO-EXT-S4C',
		source: 'S0 D/e9d975a',
	},
	{
		label: 'SAP SuccessFactors',
		token: { validity: 7 * DAY, reissuedWhenExpired: false, scenarioGroups: [] },
		tenantApplication: EXTENSION_CENTER,
		tenantExample: 'acme.successfactors.example',
		sameTenant: 'required',
		formationBeforeRegistration: false,
		component: 'BC-NEO-EXT-SF',
		source: 'D/e956ba2 H/e956ba2',
	},
	{
		label: 'SAP Integrated Business Planning',
		token: {
			validity: 7 * DAY,
			reissuedWhenExpired: false,
			// The groups of SAP S/4HANA Cloud without Master Data Governance (R-CSG-6).
			scenarioGroups: SCENARIO_GROUPS.filter(
				({ label }) => label !== 'Integration with SAP Master Data Governance',
			),
		},
		tenantApplication: MAINTAIN_EXTENSIONS_AT_HOME,
		tenantExample: 'my300001.ibp.example',
		sameTenant: 'free',
		formationBeforeRegistration: false,
		component: 'BC-NEO-EXT-S4C',
		source: 'D/be85ce0, DEC-15',
	},
	{
		label: 'SAP Commerce Cloud',
		tenantApplication: COMMERCE_CLOUD,
		tenantExample: 'acme.commerce.example',
		...CUSTOMER_EXPERIENCE,
	},
	{
		label: 'SAP Cloud for Customer',
		tenantApplication: CLOUD_FOR_CUSTOMER,
		tenantExample: 'my300001.crm.example',
		...CUSTOMER_EXPERIENCE,
	},
	{
		label: 'SAP Field Service Management',
		tenantApplication: FIELD_SERVICE_MANAGEMENT,
		tenantExample: 'acme.fsm.example',
		...CUSTOMER_EXPERIENCE,
	},
];

/** The catalog's entry for a type's label, or `undefined` if it's a type without a token. */
export function systemType(label: string): SystemType | undefined {
	return SYSTEM_TYPES.find((type) => type.label === label);
}
