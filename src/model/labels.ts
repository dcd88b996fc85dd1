import * as l10n from '@vscode/l10n';
import { systemType } from './catalog/system-types.ts';
import { type Instant, toMillis } from './instant.ts';
import type { ExtensionStatus, SystemStatus } from './landscape.ts';

/** Which generation of the cockpit the labels are from (DEC-1). */
export const TERMINOLOGIES = ['classic', 'current'] as const;
export type Terminology = (typeof TERMINOLOGIES)[number];

const CLASSIC: Record<SystemStatus, () => string> = {
	pending: () => l10n.t('Pending'),
	registered: () => l10n.t('Registered'),
	error: () => l10n.t('Error'),
	deregistering: () => l10n.t('Deregistering'),
	'deregister-error': () => l10n.t('Deregister Error'),
	unregistered: () => l10n.t('Not registered'),
	removing: () => l10n.t('Removing'),
	'remove-error': () => l10n.t('Error while Removing'),
};

const CURRENT: Record<SystemStatus, () => string> = {
	pending: () => '',
	registered: () => l10n.t('Registered'),
	error: () => l10n.t('Error while Registering'),
	deregistering: () => l10n.t('Deregistering'),
	'deregister-error': () => l10n.t('Error while Deregistering'),
	unregistered: () => '',
	removing: () => l10n.t('Removing'),
	'remove-error': () => l10n.t('Error while Removing'),
};

/**
 * The label of a system's status. The current cockpit shows none before registration (DEC-1, DEC-4), nor for types without
 * a token, which are registered by being listed (R-TYPE-2).
 */
export function systemStatusLabel(status: SystemStatus, terminology: Terminology, type?: string): string {
	if (terminology === 'classic') {
		return CLASSIC[status]();
	}
	const isListed = status === 'registered' && type !== undefined && !systemType(type);
	return isListed ? '' : CURRENT[status]();
}

const IN_WORDS: Record<SystemStatus, () => string> = {
	pending: () => l10n.t("isn't registered yet"),
	registered: () => l10n.t('is registered'),
	error: () => l10n.t("couldn't be registered"),
	deregistering: () => l10n.t('is being deregistered'),
	'deregister-error': () => l10n.t("couldn't be deregistered"),
	unregistered: () => l10n.t('is no longer registered'),
	removing: () => l10n.t('is being removed'),
	'remove-error': () => l10n.t("couldn't be removed"),
};

/** What a system's status means, to be read after its name: the same words for both generations of the cockpit. */
export function statusInWords(status: SystemStatus): string {
	return IN_WORDS[status]();
}

const EXTENSION: Record<ExtensionStatus, () => string> = {
	enabling: () => l10n.t('Enabling'),
	enabled: () => l10n.t('Enabled'),
	failed: () => l10n.t('Failed'),
	disabled: () => l10n.t('Disabled'),
};

/**
 * The label of an extension's status. *Failed* and *Disabled* aren't SAP's (DEC-29). Some types have another label
 * for *Enabled* (R-EXT-15).
 */
export function extensionStatusLabel(status: ExtensionStatus, type?: string): string {
	const application = type === undefined ? undefined : systemType(type)?.tenantApplication;
	return status === 'enabled' && application ? application.enabled() : EXTENSION[status]();
}

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long until `expiresAt`, in words: `7 days`, `36 hours`, `90 minutes`, `less than a minute`. Days are rounded to
 * the nearest, so that a new token has 7; below two days, it's hours, rounded down.
 */
export function timeLeft(expiresAt: Instant, now: Instant): string {
	const millis = toMillis(expiresAt) - toMillis(now);
	if (millis >= 2 * DAY) {
		return l10n.t`${Math.round(millis / DAY)} days`;
	}
	if (millis >= 2 * HOUR) {
		return l10n.t`${Math.floor(millis / HOUR)} hours`;
	}
	if (millis >= 2 * MINUTE) {
		return l10n.t`${Math.floor(millis / MINUTE)} minutes`;
	}
	return millis >= MINUTE ? l10n.t('1 minute') : l10n.t('less than a minute');
}
