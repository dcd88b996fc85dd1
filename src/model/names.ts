import * as l10n from '@vscode/l10n';
import { type Refusal, refuse } from './decision.ts';

/** Our own limit, not SAP's (DEC-6); it keeps names below YAML's limit for keys. */
export const LONGEST_NAME = 500;

function checkText(name: string): Refusal | undefined {
	if (name.trim() !== name) {
		return refuse('name-surrounding-blanks', l10n.t`Remove the spaces before and after the name.`);
	}
	if (name.length > LONGEST_NAME) {
		return refuse(
			'name-too-long',
			l10n.t`Use no more than ${LONGEST_NAME} characters for the name. This VS Code extension sets the limit, not SAP.`,
		);
	}
	return undefined;
}

/**
 * Refuses what can't be a system's name: `name-empty` (R-NAME-1), `name-surrounding-blanks` and `name-too-long`
 * (DEC-6), `name-not-printable-ascii` (R-NAME-2). Another rule checks whether it's taken.
 */
export function checkSystemName(name: string): Refusal | undefined {
	if (name.trim() === '') {
		return refuse('name-empty', l10n.t('Enter a name for the system.'));
	}
	const text = checkText(name);
	if (text) {
		return text;
	}
	const other = /[^\x20-\x7e]/u.exec(name)?.[0];
	if (other !== undefined) {
		const shown = /\p{Cc}/u.test(other) ? l10n.t('a control character') : `"${other}"`;
		return refuse(
			'name-not-printable-ascii',
			l10n.t`Use only printable ASCII characters for the system's name. ${shown} isn't allowed.`,
		);
	}
	return undefined;
}

/** Refuses what can't be a subaccount's name: `subaccount-empty`, `name-surrounding-blanks`, `name-too-long`. */
export function checkSubaccountName(name: string): Refusal | undefined {
	if (name.trim() === '') {
		return refuse('subaccount-empty', l10n.t('Enter a name for the subaccount.'));
	}
	return checkText(name);
}

/** Refuses what can't be a global account's name: `global-account-empty`, `name-surrounding-blanks`, `name-too-long`. */
export function checkGlobalAccountName(name: string): Refusal | undefined {
	if (name.trim() === '') {
		return refuse('global-account-empty', l10n.t('Enter a name for the global account.'));
	}
	return checkText(name);
}

/** Refuses a type for a new system or tenant: `type-empty`. An unknown type is a type without token. */
export function checkType(type: string): Refusal | undefined {
	return type.trim() === '' ? refuse('type-empty', l10n.t("Select the system's type.")) : undefined;
}

const HOST_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** A host name as it's compared and stored: in lowercase. */
export function hostName(text: string): string {
	return text.toLowerCase();
}

/** Refuses an invalid host name (RFC 1123: letters, digits, hyphens, dots) with `tenant-invalid`. */
export function checkHostName(text: string): Refusal | undefined {
	if (text.trim() === '') {
		return refuse('tenant-invalid', l10n.t("Enter the tenant's host name, such as my300001.s4hana.example."));
	}
	const host = hostName(text);
	if (host.length <= 253 && host.split('.').every((label) => HOST_LABEL.test(label))) {
		return undefined;
	}
	const inAddress = /^[a-z]+:\/\/([a-z0-9.-]+)/.exec(host)?.[1];
	return refuse(
		'tenant-invalid',
		inAddress
			? l10n.t`Enter the host name only: ${inAddress}`
			: l10n.t`"${shorten(text)}" isn't a host name. Use letters, digits, hyphens and dots, as in my300001.s4hana.example.`,
	);
}

/** Cuts a name to a length that fits into a message. */
export function shorten(name: string): string {
	return name.length <= 80 ? name : `${name.slice(0, 79)}…`;
}
