import * as l10n from '@vscode/l10n';
import { SERVICES } from './catalog/services.ts';
import { systemType } from './catalog/system-types.ts';
import type { Instant } from './instant.ts';
import { timeLeft } from './labels.ts';
import { entitlementsOf, extensionOf, type Landscape, type System } from './landscape.ts';
import { tokenState } from './tokens.ts';

/** The state of a system's token in a few words; empty if it no longer matters. */
export function tokenWords(system: System, now: Instant): string {
	if (!systemType(system.type) || system.status !== 'pending') {
		return '';
	}
	switch (tokenState(system.token, now)) {
		case 'absent':
			return l10n.t('no token yet');
		case 'expired':
			return l10n.t('expired');
		case 'used':
			return l10n.t('pairing in progress');
		case 'open':
			return l10n.t('{0} left', timeLeft(system.token?.expiresAt ?? now, now));
	}
}

/** The next step for a system, to be read after "Next:"; empty if there's nothing to do. */
export function nextStep(landscape: Landscape, system: System, now: Instant): string {
	switch (system.status) {
		case 'pending':
			return nextStepOfPending(system, now);
		case 'error':
			return extensionOf(landscape, system.name)
				? l10n.t('delete the failed extension in the tenant, then get a new token')
				: l10n.t('get a new token');
		case 'unregistered':
			return l10n.t('get a token to register it again, or remove it');
		case 'deregister-error':
			return l10n.t('open an incident; in practice, reset the system');
		case 'remove-error':
			return l10n.t('try removing it again');
		case 'registered':
			return isEntitleable(system) && entitlementsOf(landscape, system.name).length === 0
				? l10n.t('add service plans for a subaccount')
				: '';
		default:
			return '';
	}
}

/** The next step for a pending system. */
export function nextStepOfPending(system: System, now: Instant): string {
	switch (tokenState(system.token, now)) {
		case 'absent':
			return l10n.t('get a token');
		case 'expired':
			return l10n.t('copy the token to get a new one');
		case 'used':
			return l10n.t('wait until the tenant has enabled the extension');
		case 'open':
			return l10n.t('copy the token and paste it in the tenant');
	}
}

/** Whether there are service plans for systems of this type. */
export function isEntitleable(system: System): boolean {
	return SERVICES.some(({ systemTypes }) => systemTypes.includes(system.type));
}
