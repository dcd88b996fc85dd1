/** A plan of a service, with what it is for. */
export interface ServicePlan {
	/** Technical name, and the value in the file. */
	readonly name: string;
	readonly purpose: string;
}

/** A service whose plans give a subaccount access to a registered system. */
export interface Service {
	/** SAP's label in *Add Service Plans*. */
	readonly label: string;
	/** Technical name, and the value in the file. */
	readonly name: string;
	/** Labels of the system types that it is offered for. */
	readonly systemTypes: readonly string[];
	readonly plans: readonly ServicePlan[];
}

/** Services and plans of domain 7.1. */
export const SERVICES: readonly Service[] = [
	{
		// S2, D/925c00a; the same service for Marketing Cloud: D/18bb3d9
		label: 'SAP S/4HANA Cloud Extensibility',
		name: 's4-hana-cloud',
		systemTypes: ['SAP S/4HANA Cloud', 'SAP Marketing Cloud'],
		plans: [
			{ name: 'api-access', purpose: 'Generic access to SAP S/4HANA Cloud APIs' },
			{
				name: 'messaging',
				purpose: 'SAP S/4HANA Cloud events through SAP Event Mesh Integration, for event-based extensions',
			},
		],
	},
];

/** The service with a technical name, or `undefined`. */
export function serviceNamed(name: string): Service | undefined {
	return SERVICES.find((service) => service.name === name);
}
