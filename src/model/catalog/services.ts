import * as l10n from '@vscode/l10n';

/** A service plan and its purpose. */
export interface ServicePlan {
	/** Technical name, and the value in the file. */
	readonly name: string;
	readonly purpose: () => string;
}

/** A plan that you can no longer select, and what to select instead. */
export interface RetiredPlan {
	readonly name: string;
	/** What happened to it and what helps, as a sentence. */
	readonly hint: () => string;
	/** The plan to select instead. */
	readonly instead: string;
}

/** A service whose plans give a subaccount access to a registered system. */
export interface Service {
	/** SAP's label in *Add Service Plans*. */
	readonly label: string;
	/** Technical name, and the value in the file. */
	readonly name: string;
	/** Labels of the system types that it is offered for. */
	readonly systemTypes: readonly string[];
	/** Plans that can be selected. */
	readonly plans: readonly ServicePlan[];
	readonly retiredPlans: readonly RetiredPlan[];
	/** Where the entry comes from. */
	readonly source: string;
}

const deprecated = (name: string): RetiredPlan => ({
	name,
	hint: () =>
		l10n.t("It's deprecated. Use api-access instead, which covers the same communication scenario."),
	instead: 'api-access',
});

/** Services and plans (R-ENT-13). SAP Event Mesh isn't one of them because it isn't tied to a system. */
export const SERVICES: readonly Service[] = [
	{
		label: 'SAP S/4HANA Cloud Extensibility',
		name: 's4-hana-cloud',
		systemTypes: ['SAP S/4HANA Cloud', 'SAP Marketing Cloud'],
		plans: [
			{ name: 'api-access', purpose: () => l10n.t('Generic access to SAP S/4HANA Cloud APIs') },
			{
				name: 'messaging',
				purpose: () =>
					l10n.t('SAP S/4HANA Cloud events through SAP Event Mesh Integration, for event-based extensions'),
			},
		],
		retiredPlans: [
			deprecated('sap_com_0008'),
			deprecated('sap_com_0009'),
			deprecated('sap_com_0109'),
			{
				name: 'sap_com_0092',
				hint: () => l10n.t('It was renamed. Use messaging instead.'),
				instead: 'messaging',
			},
		],
		source: 'S2 D/925c00a; the same service for SAP Marketing Cloud: D/18bb3d9',
	},
	{
		label: 'SAP SuccessFactors Extensibility',
		name: 'sap-successfactors-extensibility',
		systemTypes: ['SAP SuccessFactors'],
		plans: [
			{
				name: 'api-access',
				purpose: () => l10n.t('Access to the OData APIs of SAP SuccessFactors HXM Suite'),
			},
			{
				name: 'sso-configuration',
				purpose: () =>
					l10n.t('Single sign-on between the subaccount and SAP SuccessFactors, one instance per subaccount'),
			},
		],
		retiredPlans: [],
		source: 'D/b01e625 D/8b774e4 D/9efe2a1',
	},
];

/** The service with a technical name, or `undefined`. */
export function serviceNamed(name: string): Service | undefined {
	return SERVICES.find((service) => service.name === name);
}
