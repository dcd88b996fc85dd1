/** Whether a text is the id of a communication scenario, such as `SAP_COM_0008` (R-CAP-6). */
export function isScenario(text: string): boolean {
	return /^[A-Z0-9_]+$/.test(text);
}

/** Whether a text can be the name of a communication arrangement (R-CAP-6). */
export function isArrangementName(text: string): boolean {
	return /^[\w-]{1,80}$/.test(text);
}

/** Whether a text can be an `emClientId` (R-CAP-6). */
export function isClientId(text: string): boolean {
	return /^[A-Za-z0-9]{1,4}$/.test(text);
}

/** How many characters the name of a service instance may have, by what makes it (R-CAP-5). */
export const LONGEST_INSTANCE = {
	'cloud-foundry': 50,
	kyma: 63,
	manifest: 63,
	'by-hand': Number.POSITIVE_INFINITY,
} as const;
