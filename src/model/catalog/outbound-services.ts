/** An outbound service of a communication scenario. */
export interface OutboundServiceType {
	/** Stable. */
	readonly id: string;
	/** What the tenant shows; the order of SAP's two lists says which name belongs to which id. */
	readonly name: string;
}

/** The scenario *Business Partner, Customer and Supplier Integration*. */
export const BUSINESS_PARTNER_SCENARIO = 'SAP_COM_0008';

/** The outbound services of SAP_COM_0008: an instance fails where they are on (R-CAP-8). */
export const BUSINESS_PARTNER_SERVICES: readonly OutboundServiceType[] = [
	{ id: 'DEBMAS_IDOC', name: 'Replicate Customers from S/4 System to Client' },
	{ id: 'CREMAS_IDOC', name: 'Replicate Suppliers from S/4 System to Client' },
	{ id: 'ADRMAS_IDOC', name: 'Replicate Company Addresses from S/4 System to Client' },
	{ id: 'ADR3MAS_IDOC', name: 'Replicate Workplace Addresses from S/4 System to Client' },
	{ id: 'ADR2MAS_IDOC', name: 'Replicate Personal Addresses from S/4 System to Client' },
	{
		id: 'CO_MDG_BP_RPLCTRQ_SPRX',
		name: 'Business Partner - Replicate from SAP S/4HANA Cloud to Client',
	},
	{
		id: 'CO_MDG_BP_RELATIONSHIP_OUT_SPRX',
		name: 'Business Partner Relationship - Replicate from SAP S/4HANA Cloud to Client',
	},
	{
		id: 'CO_MDG_BP_RPLCTCO_SPRX',
		name: 'Business Partner - Send Confirmation from SAP S/4HANA Cloud to Client',
	},
	{
		id: 'CO_MDG_BP_RELATIONSHIP_CNF_OUT_SPRX',
		name: 'BP Relationship - Send Confirmation from SAP S/4HANA Cloud to Client',
	},
];

/** The service of SAP_COM_0008 with an id or a name, or `undefined`. */
export function businessPartnerService(idOrName: string): OutboundServiceType | undefined {
	return BUSINESS_PARTNER_SERVICES.find(({ id, name }) => id === idOrName || name === idOrName);
}
