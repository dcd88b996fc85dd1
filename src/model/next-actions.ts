import * as l10n from '@vscode/l10n';
import { systemType } from './catalog/system-types.ts';
import { removeSystem, resetSystem } from './deregistration.ts';
import { checkEntitlement } from './entitlements.ts';
import { checkTenantType, deleteExtension, isUnderWay } from './extensions.ts';
import { allowedMembers } from './formations.ts';
import type { Instant } from './instant.ts';
import {
	entitlementsOf,
	extensionOf,
	type Formation,
	type Landscape,
	type System,
	type Tenant,
} from './landscape.ts';
import { isBeingPaired, isEntitleable } from './next-step.ts';
import { checkGetToken, showToken } from './systems.ts';
import { tokenState } from './tokens.ts';

/** A command (without its prefix) for the next step, with its title. */
export interface NextAction {
	readonly command: string;
	readonly title: () => string;
}

const GET_TOKEN: NextAction = { command: 'getToken', title: () => l10n.t('Get Token') };
const COPY_TOKEN: NextAction = { command: 'copyToken', title: () => l10n.t('Copy Token') };
const RECORD_TOKEN: NextAction = { command: 'getToken', title: () => l10n.t('Record Token') };
const RECORD_STATUS: NextAction = { command: 'recordStatus', title: () => l10n.t('Record Status') };
const RECORD_EXTENSION: NextAction = {
	command: 'recordExtension',
	title: () => l10n.t('Record Extension'),
};
const REMOVE: NextAction = { command: 'removeSystem', title: () => l10n.t('Remove System') };
const RESET: NextAction = { command: 'resetSystem', title: () => l10n.t('Reset System') };
const DELETE_EXTENSION: NextAction = {
	command: 'deleteExtension',
	title: () => l10n.t('Delete Extension'),
};
const ADD_SUBACCOUNT: NextAction = { command: 'addSubaccount', title: () => l10n.t('Add Subaccount') };
const ADD_PLANS: NextAction = { command: 'addServicePlans', title: () => l10n.t('Add Service Plans') };
const INCLUDE_SYSTEM: NextAction = { command: 'includeSystem', title: () => l10n.t('Include System') };
const OPEN_TENANT: NextAction = { command: 'openTenant', title: () => l10n.t('Open Tenant') };

/** The commands that are possible next for a system, most useful first. No rule refuses them. */
export function nextActions(landscape: Landscape, system: System, now: Instant): readonly NextAction[] {
	const { name } = system;
	const pairing = extensionOf(landscape, name);
	return candidates(landscape, system, now).filter(({ command }) => {
		switch (command) {
			case 'getToken':
				return !checkGetToken(landscape, name);
			case 'copyToken':
				return showToken(landscape, name, now).ok;
			case 'removeSystem':
				return removeSystem(landscape, name).ok;
			case 'resetSystem':
				return resetSystem(landscape, name, now).ok;
			case 'deleteExtension':
				return (
					pairing !== undefined &&
					deleteExtension(landscape, { tenant: pairing.tenant.host, system: name }).ok
				);
			case 'addSubaccount':
			case 'recordStatus':
			case 'recordExtension':
				return true;
			case 'addServicePlans':
				return !checkEntitlement(landscape, { system: name });
			default:
				return !checkTenantType(pairing?.tenant.type ?? system.type);
		}
	});
}

/** The commands that are possible next for a subaccount. */
export function nextActionsOfSubaccount(landscape: Landscape, subaccount: string): readonly NextAction[] {
	return checkEntitlement(landscape, { subaccount }) ? [] : [ADD_PLANS];
}

/** The commands that are possible next for a formation. */
export function nextActionsOfFormation(landscape: Landscape, formation: Formation): readonly NextAction[] {
	return allowedMembers(landscape, formation).length > 0 ? [INCLUDE_SYSTEM] : [];
}

/** The commands that are possible next for a tenant. */
export function nextActionsIn({ type }: Pick<Tenant, 'type'>): readonly NextAction[] {
	return checkTenantType(type) ? [] : [OPEN_TENANT];
}

function candidates(landscape: Landscape, system: System, now: Instant): readonly NextAction[] {
	if (landscape.mode === 'recorded') {
		return recordedCandidates(landscape, system, now);
	}
	const pairing = extensionOf(landscape, system.name);
	switch (system.status) {
		case 'pending':
			if (!systemType(system.type)) {
				return [];
			}
			return {
				absent: [GET_TOKEN],
				expired: showToken(landscape, system.name, now).ok ? [COPY_TOKEN] : [GET_TOKEN],
				used: pairing && isUnderWay(landscape, pairing.extension) ? [OPEN_TENANT] : [GET_TOKEN],
				open: [COPY_TOKEN, OPEN_TENANT],
			}[tokenState(system.token, now)];
		case 'error':
			return pairing ? [DELETE_EXTENSION] : [GET_TOKEN];
		case 'registered':
			return entitling(landscape, system);
		case 'unregistered':
			return [GET_TOKEN, REMOVE];
		case 'deregister-error':
			return [RESET];
		case 'remove-error':
			return removeSystem(landscape, system.name).ok ? [REMOVE] : [RESET];
		default:
			return [];
	}
}

/** The commands that lead to service plans for a registered system. */
function entitling(landscape: Landscape, system: System): readonly NextAction[] {
	if (!isEntitleable(system) || entitlementsOf(landscape, system.name).length > 0) {
		return [];
	}
	return [landscape.subaccounts.size === 0 ? ADD_SUBACCOUNT : ADD_PLANS];
}

/** What can be recorded next in a real account: what somebody did in the cockpit and the tenant, or saw there. */
function recordedCandidates(landscape: Landscape, system: System, now: Instant): readonly NextAction[] {
	const pairing = extensionOf(landscape, system.name);
	if (isBeingPaired(landscape, system)) {
		return [RECORD_EXTENSION, RECORD_STATUS];
	}
	switch (system.status) {
		case 'pending':
			if (!systemType(system.type)) {
				return [RECORD_STATUS];
			}
			return {
				absent: [RECORD_TOKEN],
				expired: [RECORD_TOKEN],
				used: pairing?.extension.status === 'enabled' ? [RECORD_STATUS] : [RECORD_EXTENSION, RECORD_STATUS],
				open: [...(system.token?.fingerprint ? [COPY_TOKEN] : []), RECORD_EXTENSION],
			}[tokenState(system.token, now)];
		case 'error':
			return pairing ? [DELETE_EXTENSION] : [RECORD_TOKEN];
		case 'registered':
			return entitling(landscape, system);
		case 'unregistered':
			return [RECORD_TOKEN, REMOVE];
		case 'removing':
		case 'remove-error':
			return [REMOVE, RECORD_STATUS];
		case 'deregistering':
		case 'deregister-error':
			return [RECORD_STATUS];
	}
}
