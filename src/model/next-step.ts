import * as l10n from '@vscode/l10n';
import { SERVICES } from './catalog/services.ts';
import { systemType } from './catalog/system-types.ts';
import { removeSystem } from './deregistration.ts';
import { isUnderWay } from './extensions.ts';
import { lacksMember, missingMembers } from './formations.ts';
import type { Instant } from './instant.ts';
import { timeLeft } from './labels.ts';
import { entitlementsOf, extensionOf, type Formation, type Landscape, type System } from './landscape.ts';
import { checkGetToken, showToken } from './systems.ts';
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

/** The next step for a system, to be read after "Next:"; empty if there's nothing to do. No rule refuses it. */
export function nextStep(landscape: Landscape, system: System, now: Instant): string {
	return landscape.mode === 'practice'
		? practiceStep(landscape, system, now)
		: recordedStep(landscape, system, now);
}

/** Whether a system waits for its tenant, which keeps it from a new token and from being removed. */
export function isBeingPaired(landscape: Landscape, { name, status, type }: System): boolean {
	const pairing = extensionOf(landscape, name);
	return (
		systemType(type) !== undefined &&
		(status === 'pending' || status === 'error' || status === 'unregistered') &&
		pairing !== undefined &&
		isUnderWay(landscape, pairing.extension)
	);
}

/** What somebody does next in the real account, and then records (R-REC-6). */
function recordedStep(landscape: Landscape, system: System, now: Instant): string {
	const pairing = extensionOf(landscape, system.name);
	if (isBeingPaired(landscape, system)) {
		return l10n.t('record what the tenant shows');
	}
	switch (system.status) {
		case 'pending':
			if (!systemType(system.type)) {
				return l10n.t('record the status that the cockpit shows');
			}
			return {
				absent: l10n.t('get a token in the cockpit, and record it'),
				expired: l10n.t('get a new token in the cockpit, and record it'),
				used:
					pairing?.extension.status === 'enabled'
						? l10n.t('record the status that the cockpit shows')
						: l10n.t('record what the tenant shows'),
				open: l10n.t('hand over the token, then record what the tenant shows'),
			}[tokenState(system.token, now)];
		case 'error':
			return pairing
				? l10n.t('delete the failed extension in the tenant and here, then get a new token in the cockpit')
				: l10n.t('get a new token in the cockpit, and record it');
		case 'unregistered':
			return removeSystem(landscape, system.name).ok
				? l10n.t('get a token in the cockpit to register it again, or remove it')
				: l10n.t('get a token in the cockpit to register it again');
		case 'deregister-error':
			return l10n.t('open an incident, then record the status that the cockpit shows');
		case 'deregistering':
			return l10n.t('record how it ended in the cockpit');
		case 'removing':
		case 'remove-error':
			return removeSystem(landscape, system.name).ok
				? l10n.t('remove it here once the cockpit no longer lists it')
				: '';
		case 'registered':
			return entitlingStep(landscape, system);
	}
}

function practiceStep(landscape: Landscape, system: System, now: Instant): string {
	const pairing = extensionOf(landscape, system.name);
	const isPairing = pairing !== undefined && isUnderWay(landscape, pairing.extension);
	switch (system.status) {
		case 'pending':
			return nextStepOfPending(landscape, system, now);
		case 'error':
			return pairing && !isPairing
				? l10n.t('delete the failed extension in the tenant, then get a new token')
				: tokenToGet(landscape, system);
		case 'unregistered':
			return nextStepOfUnregistered(landscape, system);
		case 'deregister-error':
			return l10n.t('reset the system');
		case 'remove-error':
			return removeSystem(landscape, system.name).ok
				? l10n.t('try removing it again')
				: l10n.t('reset the system');
		case 'registered':
			return entitlingStep(landscape, system);
		default:
			return '';
	}
}

/** The next step for a registered system. */
function entitlingStep(landscape: Landscape, system: System): string {
	if (!isEntitleable(system) || entitlementsOf(landscape, system.name).length > 0) {
		return '';
	}
	return landscape.subaccounts.size === 0
		? l10n.t('add the subaccount that you deploy your application to')
		: l10n.t('add service plans for a subaccount');
}

/** The next step for a formation, to be read after "Next:"; empty if there's nothing to do. */
export function nextStepOfFormation(landscape: Landscape, formation: Formation): string {
	const missing = missingMembers(landscape, formation);
	if (missing.length > 0) {
		return l10n.t`include a system of type ${missing.join(l10n.t(' and '))}`;
	}
	return lacksMember(formation) ? l10n.t('include a system') : '';
}

function nextStepOfUnregistered(landscape: Landscape, system: System): string {
	const token = tokenToGet(landscape, system);
	if (!removeSystem(landscape, system.name).ok) {
		return token;
	}
	return token ? l10n.t('get a token to register it again, or remove it') : l10n.t('remove it');
}

/** The next step for a pending system; empty if its type has no token. */
function nextStepOfPending(landscape: Landscape, system: System, now: Instant): string {
	if (!systemType(system.type)) {
		return '';
	}
	const pairing = extensionOf(landscape, system.name);
	switch (tokenState(system.token, now)) {
		case 'absent':
			return tokenToGet(landscape, system);
		case 'expired':
			return showToken(landscape, system.name, now).ok
				? l10n.t('copy the token to get a new one')
				: tokenToGet(landscape, system);
		case 'used':
			return pairing && isUnderWay(landscape, pairing.extension)
				? l10n.t('wait until the tenant has enabled the extension')
				: tokenToGet(landscape, system);
		case 'open':
			return l10n.t('copy the token and paste it in the tenant');
	}
}

/** That a system needs a token, if it can get one. */
function tokenToGet(landscape: Landscape, { name, status, token }: System): string {
	const isNew = token !== undefined || status === 'error';
	if (checkGetToken(landscape, name)) {
		return '';
	}
	return isNew ? l10n.t('get a new token') : l10n.t('get a token');
}

/** Whether there are service plans for systems of this type. */
export function isEntitleable(system: System): boolean {
	return SERVICES.some(({ systemTypes }) => systemTypes.includes(system.type));
}
