import * as l10n from '@vscode/l10n';
import { ALL_COMMUNICATION_SCENARIOS } from './scenario-groups.ts';

/** The three kinds in which SAP's overview groups formation types (D/3414bbc). */
export type FormationKind = 'extensibility' | 'service' | 'business';

/** A formation type's rules for members of one system type. */
export interface MemberLimit {
	/** Label of the system type. */
	readonly type: string;
	/** Whether the formation needs such a system; without it, it's a draft (R-FOR-11). */
	readonly isRequired: boolean;
	/** Whether the formation allows only one of them. */
	readonly isSingle: boolean;
	/** Whether such a system can be in only one formation of this formation type (DEC-18). */
	readonly isExclusive: boolean;
}

/** What the catalog knows of a formation type (R-FOR-12). */
export interface FormationType {
	/** SAP's label in *Formation Type*, and the value in the file. */
	readonly label: string;
	readonly kind: FormationKind;
	/** Labels of the allowed system types; `any` if SAP's documentation says *others* without a list. */
	readonly members: readonly string[] | 'any';
	readonly limits: readonly MemberLimit[];
	/** Whether the formation needs at least one system, of whichever type it allows. */
	readonly needsMember: boolean;
	/** Whether a system of any type can be in only one formation of this type (DEC-18). */
	readonly isExclusive: boolean;
	/** Communication scenario groups, one of which a member's token needs; empty if any group works. */
	readonly scenarioGroups: readonly string[];
	/** Members must first be in a formation of this type. */
	readonly follows: string | undefined;
	/** The type of the member that's created and deleted with the formation, and can't be excluded (R-FOR-13). */
	readonly ownMember: string | undefined;
	/** Communication scenarios that are enabled automatically. */
	readonly scenarios: readonly string[];
	/** What to do in the real account before excluding a system, if anything. */
	readonly beforeExcluding: (() => string) | undefined;
	/** Where the entry comes from. */
	readonly source: string;
}

const S4 = 'SAP S/4HANA Cloud';
const SUCCESSFACTORS = 'SAP SuccessFactors';
const ARIBA_CIM = 'SAP Ariba Central Invoice Management';
const MDI = 'SAP Master Data Integration';
const EVENT_HUB = 'SAP Cloud Application Event Hub';
const WITH_MDI = 'Integration with SAP Master Data Integration';
const WITH_CIM = 'Integration with SAP Ariba Central Invoice Management';
const DATA_INGESTION = 'Data Ingestion for Industry Cloud Solutions';

type Rule = 'required' | 'single' | 'exclusive';

/** The limits for members of one type. */
function limit(type: string, ...rules: readonly Rule[]): MemberLimit {
	return {
		type,
		isRequired: rules.includes('required'),
		isSingle: rules.includes('single'),
		isExclusive: rules.includes('exclusive'),
	};
}

const WITHOUT_RULES = {
	limits: [],
	needsMember: false,
	isExclusive: false,
	scenarioGroups: [],
	follows: undefined,
	ownMember: undefined,
	scenarios: [],
	beforeExcluding: undefined,
} as const;

/** The formation types, in SAP's order (R-FOR-12). */
export const FORMATION_TYPES: readonly FormationType[] = [
	{
		...WITHOUT_RULES,
		label: 'Side-by-Side Extensibility with Kyma',
		kind: 'extensibility',
		members: [
			S4,
			'SAP Marketing Cloud',
			SUCCESSFACTORS,
			'SAP Commerce Cloud',
			'SAP Cloud for Customer',
			'SAP Field Service Management',
		],
		needsMember: true,
		source: 'D/9154051 H/68b04fa',
	},
	{
		...WITHOUT_RULES,
		label: 'Integration with SAP Build',
		kind: 'extensibility',
		members: ['SAP Build', S4],
		limits: [limit('SAP Build', 'required'), limit(S4, 'required')],
		source: 'D/6424311',
	},
	{
		...WITHOUT_RULES,
		label: 'Integration with SAP Integration Suite',
		kind: 'extensibility',
		members: [S4, 'SAP Integration Suite'],
		limits: [limit(S4, 'required'), limit('SAP Integration Suite', 'single')],
		source: 'D/a14c276, DEC-19',
	},
	{
		...WITHOUT_RULES,
		label: 'Developing with SAP Business Application Studio',
		kind: 'extensibility',
		members: ['SAP Business Application Studio', S4],
		limits: [limit('SAP Business Application Studio', 'required'), limit(S4, 'required')],
		source: 'D/272ca23',
	},
	{
		...WITHOUT_RULES,
		label: 'Integration with Joule',
		kind: 'service',
		members: 'any',
		limits: [limit('Joule', 'required', 'single')],
		isExclusive: true,
		scenarioGroups: [ALL_COMMUNICATION_SCENARIOS],
		source: 'D/e208f1f D/f216895',
	},
	{
		...WITHOUT_RULES,
		label: 'Eventing Between SAP Cloud Systems',
		kind: 'service',
		members: 'any',
		limits: [limit(EVENT_HUB, 'required', 'single')],
		isExclusive: true,
		scenarioGroups: [ALL_COMMUNICATION_SCENARIOS, 'Eventing Between SAP Cloud Systems'],
		scenarios: ['SAP_COM_0892'],
		beforeExcluding: () =>
			l10n.t(
				'In the real account, disable its active event subscriptions in SAP Cloud Application Event Hub first.',
			),
		source: 'D/1592246; SAP SuccessFactors: D/e8542d8',
	},
	{
		...WITHOUT_RULES,
		label: WITH_MDI,
		kind: 'service',
		members: 'any',
		limits: [limit(MDI, 'required', 'single', 'exclusive'), limit(S4, 'exclusive')],
		scenarioGroups: [ALL_COMMUNICATION_SCENARIOS, WITH_MDI, WITH_CIM],
		scenarios: ['SAP_COM_0008', 'SAP_COM_0091', 'SAP_COM_0659', 'SAP_COM_0594'],
		source: 'D/9743f20, DEC-18, DEC-20',
	},
	{
		...WITHOUT_RULES,
		label: 'Integration with SAP Start',
		kind: 'business',
		members: ['SAP Build Work Zone', S4],
		limits: [limit('SAP Build Work Zone', 'required', 'single', 'exclusive'), limit(S4, 'required')],
		scenarioGroups: [ALL_COMMUNICATION_SCENARIOS, 'Integration with SAP Start'],
		scenarios: ['SAP_COM_0647'],
		source: 'D/f7d3f5e, DEC-21',
	},
	{
		...WITHOUT_RULES,
		label: 'Integration with SAP Ariba Buying',
		kind: 'business',
		members: ['SAP Ariba Buying', S4],
		limits: [limit('SAP Ariba Buying', 'required'), limit(S4, 'required', 'exclusive')],
		scenarioGroups: [ALL_COMMUNICATION_SCENARIOS, 'Integration with SAP Ariba Buying'],
		scenarios: ['SAP_COM_0545', 'SAP_COM_0A00'],
		source: 'D/3c98c84',
	},
	{
		...WITHOUT_RULES,
		label: WITH_CIM,
		kind: 'business',
		members: [ARIBA_CIM, S4],
		limits: [limit(ARIBA_CIM, 'required', 'single', 'exclusive'), limit(S4, 'required', 'exclusive')],
		scenarioGroups: [ALL_COMMUNICATION_SCENARIOS, WITH_CIM],
		follows: WITH_MDI,
		scenarios: ['SAP_COM_0897', 'SAP_COM_0516', 'SAP_COM_0531'],
		source: 'D/27ca5c2, DEC-18',
	},
	{
		...WITHOUT_RULES,
		label: 'Integration with SAP Subscription Billing',
		kind: 'business',
		members: ['SAP Subscription Billing', S4],
		limits: [
			limit('SAP Subscription Billing', 'required', 'single', 'exclusive'),
			limit(S4, 'required', 'single', 'exclusive'),
		],
		scenarioGroups: [ALL_COMMUNICATION_SCENARIOS, 'Integration with SAP Subscription Billing'],
		scenarios: ['SAP_COM_0845', 'SAP_COM_0642'],
		source: 'D/08f42b2, DEC-22',
	},
	{
		...WITHOUT_RULES,
		label: 'Integration with SAP Collaboration Manager',
		kind: 'business',
		members: ['SAP Collaboration Manager', S4],
		limits: [limit('SAP Collaboration Manager', 'required'), limit(S4, 'required')],
		scenarioGroups: [ALL_COMMUNICATION_SCENARIOS],
		scenarios: ['SAP_COM_0835'],
		source: 'D/b4297f9',
	},
	{
		...WITHOUT_RULES,
		label: 'Integration with SAP Advanced Financial Closing',
		kind: 'business',
		members: ['SAP Advanced Financial Closing', S4],
		limits: [limit('SAP Advanced Financial Closing', 'required'), limit(S4, 'required')],
		scenarioGroups: [ALL_COMMUNICATION_SCENARIOS, 'Integration with SAP Advanced Financial Closing'],
		scenarios: ['SAP_COM_0566'],
		source: 'D/46d0881',
	},
	{
		...WITHOUT_RULES,
		label: 'Integration with Customer-Managed SAP Task Center',
		kind: 'business',
		members: ['SAP Task Center', S4],
		limits: [limit('SAP Task Center', 'required', 'single', 'exclusive'), limit(S4, 'required')],
		scenarioGroups: [ALL_COMMUNICATION_SCENARIOS],
		scenarios: ['SAP_COM_0501'],
		source: 'D/df5b424',
	},
	{
		...WITHOUT_RULES,
		label: DATA_INGESTION,
		kind: 'business',
		members: 'any',
		limits: [limit(DATA_INGESTION, 'single')],
		isExclusive: true,
		ownMember: DATA_INGESTION,
		source: 'D/0b23a32',
	},
	{
		...WITHOUT_RULES,
		label: 'Integration with SAP Business Data Cloud',
		kind: 'service',
		members: 'any',
		limits: [
			limit('SAP Business Data Cloud', 'required', 'single'),
			limit('SAP Analytics Cloud', 'single'),
			limit('SAP Datasphere', 'single'),
		],
		isExclusive: true,
		source: 'history of D/78c9fd9',
	},
];

/** The catalog's entry for a formation type's label, or `undefined`. */
export function formationType(label: string): FormationType | undefined {
	return FORMATION_TYPES.find((type) => type.label === label);
}
