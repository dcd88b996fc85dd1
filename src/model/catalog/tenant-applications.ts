import { inTable, type TableText } from '../language.ts';

/** What a tenant calls its side of the pairing: the place, its words, and what SAP's documents don't say. */
export interface TenantApplication {
	/** Name of the application or page. */
	readonly name: TableText;
	/** Where a tenant administrator finds it. */
	readonly path: readonly TableText[];
	/** Heading of the list of pairings. */
	readonly list: TableText;
	/** The button that begins a pairing. */
	readonly create: TableText;
	/** The button that reads the list anew. */
	readonly refresh: TableText;
	/** The column that shows the status. */
	readonly statusColumn: TableText;
	/** The status of a finished pairing. */
	readonly enabled: TableText;
	/** What is the model's own here, as a sentence; empty where the sources tell all that the page shows. */
	readonly ownNote: TableText;
}

/** Domain 6.1–6.3; S2, D/cadf8f6, D/d7416c3, D/b06370b. */
export const MAINTAIN_EXTENSIONS: TenantApplication = {
	name: inTable('Maintain Extensions on SAP BTP'),
	path: [inTable('Administration'), inTable('Communication Management')],
	list: inTable('Extensions'),
	create: inTable('New'),
	refresh: inTable('Refresh'),
	statusColumn: inTable('Status'),
	enabled: inTable('Enabled'),
	ownNote: inTable(''),
};

/** Domain 6.5; D/e956ba2. */
export const EXTENSION_CENTER: TenantApplication = {
	name: inTable('Extension Center'),
	path: [inTable('Admin Center'), inTable('Extension Center'), inTable('Extensions on SAP BTP')],
	list: inTable('Multi-Cloud Environment'),
	create: inTable('Add'),
	refresh: inTable('Check Status'),
	statusColumn: inTable('Integration Status'),
	enabled: inTable('Integrated'),
	ownNote: inTable(
		"SAP's documents name only the final status Integrated here. The other statuses, Description and the approval are this extension's own.",
	),
};

/** Domain 2.1, last column; D/83df31a points to pages of the products, which tell more than is known here. */
const sapBtpExtensions = (path: readonly TableText[]): TenantApplication => ({
	name: inTable('SAP BTP Extensions'),
	path,
	list: inTable('Extensions'),
	create: inTable('New'),
	refresh: inTable('Refresh'),
	statusColumn: inTable('Status'),
	enabled: inTable('Enabled'),
	ownNote: inTable(
		"SAP's documents for this product are not among the sources of this extension. The words on this page and the statuses are its own.",
	),
});

export const COMMERCE_CLOUD: TenantApplication = sapBtpExtensions([inTable('SAP Commerce Cloud')]);
export const CLOUD_FOR_CUSTOMER: TenantApplication = sapBtpExtensions([inTable('SAP Cloud for Customer')]);
export const FIELD_SERVICE_MANAGEMENT: TenantApplication = sapBtpExtensions([
	inTable('SAP Field Service Management'),
]);
