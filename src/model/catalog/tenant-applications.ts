import * as l10n from '@vscode/l10n';

/** The tenant's application for pairings: where it is, its words, and what SAP's documentation doesn't say. */
export interface TenantApplication {
	/** Name of the application or page. */
	readonly name: () => string;
	/** Where a tenant administrator finds it. */
	readonly path: readonly (() => string)[];
	/** Heading of the list of pairings. */
	readonly list: () => string;
	/** The button that starts a pairing. */
	readonly create: () => string;
	/** The button that refreshes the list. */
	readonly refresh: () => string;
	/** The column that shows the status. */
	readonly statusColumn: () => string;
	/** The status of a finished pairing. */
	readonly enabled: () => string;
	/** What on the page isn't from SAP's documentation. */
	readonly ownNote: () => string;
}

/** The page in SAP S/4HANA Cloud, where the tutorial finds it (R-EXT-15). */
export const MAINTAIN_EXTENSIONS: TenantApplication = {
	name: () => l10n.t('Maintain Extensions on SAP BTP'),
	path: [() => l10n.t('Administration'), () => l10n.t('Communication Management')],
	list: () => l10n.t('Extensions'),
	create: () => l10n.t('New'),
	refresh: () => l10n.t('Refresh'),
	statusColumn: () => l10n.t('Status'),
	enabled: () => l10n.t('Enabled'),
	ownNote: () =>
		l10n.t(
			"SAP's documentation names only the statuses Enabling and Enabled. Failed, Disabled and the rules for Delete aren't SAP's; this VS Code extension adds them.",
		),
};

/** The same page where SAP's own pages about other products find it (R-EXT-15). */
export const MAINTAIN_EXTENSIONS_AT_HOME: TenantApplication = {
	...MAINTAIN_EXTENSIONS,
	path: [() => l10n.t('Home'), () => l10n.t('Communication Management')],
};

/** The page in SAP SuccessFactors (R-EXT-15). */
export const EXTENSION_CENTER: TenantApplication = {
	name: () => l10n.t('Extension Center'),
	path: [
		() => l10n.t('Admin Center'),
		() => l10n.t('Extension Center'),
		() => l10n.t('Extensions on SAP BTP'),
	],
	list: () => l10n.t('Multi-Cloud Environment'),
	create: () => l10n.t('Add'),
	refresh: () => l10n.t('Check Status'),
	statusColumn: () => l10n.t('Integration Status'),
	enabled: () => l10n.t('Integrated'),
	ownNote: () =>
		l10n.t(
			"SAP's documentation names only the final status Integrated here. The other statuses, Description, Delete and the approval aren't SAP's; this VS Code extension adds them.",
		),
};

/** The pages of the SAP Customer Experience products, whose own documentation isn't among our sources (R-EXT-15). */
const sapBtpExtensions = (path: readonly (() => string)[]): TenantApplication => ({
	name: () => l10n.t('SAP BTP Extensions'),
	path,
	list: () => l10n.t('Extensions'),
	create: () => l10n.t('New'),
	refresh: () => l10n.t('Refresh'),
	statusColumn: () => l10n.t('Status'),
	enabled: () => l10n.t('Enabled'),
	ownNote: () =>
		l10n.t(
			"This VS Code extension doesn't use SAP's documentation for this product. The words and statuses on this page aren't SAP's.",
		),
});

export const COMMERCE_CLOUD: TenantApplication = sapBtpExtensions([() => l10n.t('SAP Commerce Cloud')]);
export const CLOUD_FOR_CUSTOMER: TenantApplication = sapBtpExtensions([
	() => l10n.t('SAP Cloud for Customer'),
]);
export const FIELD_SERVICE_MANAGEMENT: TenantApplication = sapBtpExtensions([
	() => l10n.t('SAP Field Service Management'),
]);
