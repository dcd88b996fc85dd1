import { systemType } from './catalog/system-types.ts';
import { type Instant, toMillis } from './instant.ts';
import type { ExtensionStatus, SystemStatus } from './landscape.ts';

/** Which generation of the cockpit the words are taken from (DEC-1). */
export const TERMINOLOGIES = ['classic', 'current'] as const;
export type Terminology = (typeof TERMINOLOGIES)[number];

const CLASSIC: Record<SystemStatus, string> = {
	pending: 'Pending',
	registered: 'Registered',
	error: 'Error',
	deregistering: 'Deregistering',
	'deregister-error': 'Deregister Error',
	unregistered: 'Not registered',
	removing: 'Removing',
	'remove-error': 'Error while Removing',
};

const CURRENT: Record<SystemStatus, string> = {
	pending: '',
	registered: 'Registered',
	error: 'Error while Registering',
	deregistering: 'Deregistering',
	'deregister-error': 'Error while Deregistering',
	unregistered: '',
	removing: 'Removing',
	'remove-error': 'Error while Removing',
};

/** The label of a system's status; the current cockpit shows none before registration (DEC-1, DEC-4). */
export function systemStatusLabel(status: SystemStatus, terminology: Terminology): string {
	return (terminology === 'classic' ? CLASSIC : CURRENT)[status];
}

const IN_WORDS: Record<SystemStatus, string> = {
	pending: 'not registered yet',
	registered: 'registered',
	error: 'in an error, because its registration failed',
	deregistering: 'being deregistered',
	'deregister-error': 'in an error, because deregistering it failed',
	unregistered: 'not registered any more',
	removing: 'being removed',
	'remove-error': 'in an error, because removing it failed',
};

/** What a system's status means, to be read after "is": the same words for both generations of the cockpit. */
export function statusInWords(status: SystemStatus): string {
	return IN_WORDS[status];
}

const EXTENSION: Record<ExtensionStatus, string> = {
	enabling: 'Enabling',
	enabled: 'Enabled',
	failed: 'Failed',
	disabled: 'Disabled',
};

/**
 * The label of an extension's status; *Failed* and *Disabled* are ours (DEC-29). The tenants of some types have their
 * own word for *Enabled* (domain 6.5).
 */
export function extensionStatusLabel(status: ExtensionStatus, type?: string): string {
	const application = type === undefined ? undefined : systemType(type)?.tenantApplication;
	return status === 'enabled' && application ? application.enabled : EXTENSION[status];
}

const UNITS = [
	['day', 24 * 60 * 60 * 1000],
	['hour', 60 * 60 * 1000],
	['minute', 60 * 1000],
] as const;

/**
 * How long until `expiresAt`, in words: `7 days`, `36 hours`, `90 minutes`, `less than a minute`. Days are rounded to
 * the nearest, so that a token that was just issued has 7 of them; below two days it is hours, rounded down.
 */
export function timeLeft(expiresAt: Instant, now: Instant): string {
	const millis = toMillis(expiresAt) - toMillis(now);
	for (const [unit, size] of UNITS) {
		if (millis >= 2 * size) {
			const count = unit === 'day' ? Math.round(millis / size) : Math.floor(millis / size);
			return `${count} ${unit}s`;
		}
	}
	return millis >= 60 * 1000 ? '1 minute' : 'less than a minute';
}
