import { systemType } from './catalog/system-types.ts';
import { type Instant, toMillis } from './instant.ts';
import type { ExtensionStatus, SystemStatus } from './landscape.ts';
import { inTable, type TableText, t } from './language.ts';

/** Which generation of the cockpit the words are taken from (DEC-1). */
export const TERMINOLOGIES = ['classic', 'current'] as const;
export type Terminology = (typeof TERMINOLOGIES)[number];

const CLASSIC: Record<SystemStatus, TableText> = {
	pending: inTable('Pending'),
	registered: inTable('Registered'),
	error: inTable('Error'),
	deregistering: inTable('Deregistering'),
	'deregister-error': inTable('Deregister Error'),
	unregistered: inTable('Not registered'),
	removing: inTable('Removing'),
	'remove-error': inTable('Error while Removing'),
};

const CURRENT: Record<SystemStatus, TableText> = {
	pending: inTable(''),
	registered: inTable('Registered'),
	error: inTable('Error while Registering'),
	deregistering: inTable('Deregistering'),
	'deregister-error': inTable('Error while Deregistering'),
	unregistered: inTable(''),
	removing: inTable('Removing'),
	'remove-error': inTable('Error while Removing'),
};

/** The label of a system's status; the current cockpit shows none before registration (DEC-1, DEC-4). */
export function systemStatusLabel(status: SystemStatus, terminology: Terminology): string {
	return t((terminology === 'classic' ? CLASSIC : CURRENT)[status]);
}

const IN_WORDS: Record<SystemStatus, TableText> = {
	pending: inTable('not registered yet'),
	registered: inTable('registered'),
	error: inTable('in an error, because its registration failed'),
	deregistering: inTable('being deregistered'),
	'deregister-error': inTable('in an error, because deregistering it failed'),
	unregistered: inTable('not registered any more'),
	removing: inTable('being removed'),
	'remove-error': inTable('in an error, because removing it failed'),
};

/** What a system's status means, to be read after "is": the same words for both generations of the cockpit. */
export function statusInWords(status: SystemStatus): string {
	return t(IN_WORDS[status]);
}

const EXTENSION: Record<ExtensionStatus, TableText> = {
	enabling: inTable('Enabling'),
	enabled: inTable('Enabled'),
	failed: inTable('Failed'),
	disabled: inTable('Disabled'),
};

/**
 * The label of an extension's status; *Failed* and *Disabled* are ours (DEC-29). The tenants of some types have their
 * own word for *Enabled* (domain 6.5).
 */
export function extensionStatusLabel(status: ExtensionStatus, type?: string): string {
	const application = type === undefined ? undefined : systemType(type)?.tenantApplication;
	return t(status === 'enabled' && application ? application.enabled : EXTENSION[status]);
}

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long until `expiresAt`, in words: `7 days`, `36 hours`, `90 minutes`, `less than a minute`. Days are rounded to
 * the nearest, so that a token that was just issued has 7 of them; below two days it is hours, rounded down.
 */
export function timeLeft(expiresAt: Instant, now: Instant): string {
	const millis = toMillis(expiresAt) - toMillis(now);
	if (millis >= 2 * DAY) {
		return t`${Math.round(millis / DAY)} days`;
	}
	if (millis >= 2 * HOUR) {
		return t`${Math.floor(millis / HOUR)} hours`;
	}
	if (millis >= 2 * MINUTE) {
		return t`${Math.floor(millis / MINUTE)} minutes`;
	}
	return millis >= MINUTE ? t('1 minute') : t('less than a minute');
}
