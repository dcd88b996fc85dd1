/** The business role and its catalog that a tutorial by SAP's authors names for SAP S/4HANA Cloud. */
export const S4_ADMINISTRATOR = { role: 'SAP_BR_ADMINISTRATOR', catalog: 'SAP_CORE_BC_COM' } as const;

/** The permissions that pairing in SAP SuccessFactors needs, each with its category (D/e956ba2). */
export const SUCCESSFACTORS_PERMISSIONS = [
	{ permission: 'Create Integration with SAP BTP', category: 'Manage Extensions on SAP BTP' },
	{ permission: 'Admin Access to MDF OData API', category: 'Metadata Framework' },
] as const;
