/** A choice in *Communication Scenario Groups* (R-CSG-6): what the token allows to enable later. */
export interface ScenarioGroup {
	readonly label: string;
	/** `SAP_COM_nnnn` codes; none for the group that covers them all. */
	readonly scenarios: readonly string[];
}

export const ALL_COMMUNICATION_SCENARIOS = 'All Communication Scenarios';

/** The nine groups that SAP S/4HANA Cloud offers (R-CSG-6). */
export const SCENARIO_GROUPS: readonly ScenarioGroup[] = [
	{ label: ALL_COMMUNICATION_SCENARIOS, scenarios: [] },
	{ label: 'Eventing Between SAP Cloud Systems', scenarios: ['SAP_COM_0892'] },
	{ label: 'Integration with SAP Start', scenarios: ['SAP_COM_0647'] },
	{ label: 'Integration with SAP Ariba Buying', scenarios: ['SAP_COM_0545', 'SAP_COM_0A00'] },
	{
		label: 'Integration with SAP Master Data Integration',
		scenarios: ['SAP_COM_0008', 'SAP_COM_0091', 'SAP_COM_0659', 'SAP_COM_0594'],
	},
	{
		label: 'Integration with SAP Ariba Central Invoice Management',
		scenarios: [
			'SAP_COM_0897',
			'SAP_COM_0516',
			'SAP_COM_0531',
			'SAP_COM_0008',
			'SAP_COM_0091',
			'SAP_COM_0659',
			'SAP_COM_0594',
		],
	},
	{
		label: 'Integration with SAP Subscription Billing',
		scenarios: [
			'SAP_COM_0642',
			'SAP_COM_0845',
			'SAP_COM_0861',
			'SAP_COM_0095',
			'SAP_COM_0008',
			'SAP_COM_0009',
			'SAP_COM_0092',
			'SAP_COM_0884',
			'SAP_COM_0892',
			'SAP_COM_0165',
		],
	},
	{ label: 'Integration with SAP Advanced Financial Closing', scenarios: ['SAP_COM_0566'] },
	{ label: 'Integration with SAP Master Data Governance', scenarios: ['SAP_COM_0659'] },
];
