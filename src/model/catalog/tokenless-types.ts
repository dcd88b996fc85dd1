import * as l10n from '@vscode/l10n';

/** A system type without an integration token: systems on the list are registered (R-TYPE-2). */
export interface TokenlessType {
	/** SAP's label, and the value in the file. */
	readonly label: string;
	/** How such a system gets on the list. */
	readonly appears: 'manually' | 'by subscription' | 'by discovery' | 'not known';
	readonly source: string;
}

/** Known types without a token (R-TYPE-2). Any other label is treated the same way. */
export const TOKENLESS_TYPES: readonly TokenlessType[] = [
	{ label: 'SAP BTP Application', appears: 'manually', source: 'D/134070f D/e8542d8' },
	{ label: 'Microsoft 365 Copilot for Joule', appears: 'manually', source: 'D/f216895' },
	{ label: 'SAP Integration Suite', appears: 'by subscription', source: 'D/a14c276 D/e8542d8' },
	{ label: 'SAP Build', appears: 'by subscription', source: 'D/6424311' },
	{ label: 'SAP Business Application Studio', appears: 'by subscription', source: 'D/272ca23' },
	{ label: 'SAP Build Work Zone', appears: 'by subscription', source: 'D/f7d3f5e' },
	{ label: 'SAP Task Center', appears: 'not known', source: 'D/df5b424' },
	{ label: 'Joule', appears: 'by discovery', source: 'D/e208f1f' },
	{ label: 'SAP Cloud Application Event Hub', appears: 'by subscription', source: 'D/1592246' },
	{ label: 'SAP Master Data Integration', appears: 'by discovery', source: 'D/9743f20' },
	{ label: 'SAP Ariba Buying', appears: 'by subscription', source: 'D/3c98c84' },
	{ label: 'SAP Ariba Central Invoice Management', appears: 'by discovery', source: 'D/27ca5c2' },
	{ label: 'SAP Subscription Billing', appears: 'not known', source: 'D/08f42b2' },
	{ label: 'SAP Collaboration Manager', appears: 'by subscription', source: 'D/b4297f9' },
	{ label: 'SAP Advanced Financial Closing', appears: 'not known', source: 'D/46d0881' },
	{ label: 'Data Ingestion for Industry Cloud Solutions', appears: 'not known', source: 'D/0b23a32' },
	{ label: 'SAP S/4HANA Cloud Private Edition', appears: 'not known', source: 'D/68b04fa' },
	{ label: 'SAP Business Data Cloud', appears: 'by discovery', source: 'history of D/78c9fd9' },
	{ label: 'SAP Analytics Cloud', appears: 'by discovery', source: 'history of D/78c9fd9' },
	{ label: 'SAP Datasphere', appears: 'by discovery', source: 'history of D/78c9fd9' },
];

const APPEARS: Readonly<Record<TokenlessType['appears'], () => string>> = {
	manually: () => l10n.t('An administrator adds it to the list.'),
	'by subscription': () => l10n.t('It gets on the list by its subscription.'),
	'by discovery': () => l10n.t('It gets on the list because SAP BTP discovers it.'),
	'not known': () => l10n.t("SAP's documentation doesn't say how it gets on the list."),
};

function appears(type: string): TokenlessType['appears'] {
	return TOKENLESS_TYPES.find(({ label }) => label === type)?.appears ?? 'not known';
}

/** How a system of a type without a token gets on the list in the cockpit, in words. */
export function howItAppears(type: string): string {
	return APPEARS[appears(type)]();
}

/** Whether somebody adds systems of a type without a token to the list. */
export function isAddedByHand(type: string): boolean {
	return appears(type) === 'manually';
}
