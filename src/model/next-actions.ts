import * as l10n from '@vscode/l10n';
import { systemType } from './catalog/system-types.ts';
import { removeSystem } from './deregistration.ts';
import type { Instant } from './instant.ts';
import { entitlementsOf, extensionOf, type Landscape, type System } from './landscape.ts';
import { isEntitleable } from './next-step.ts';
import { checkGetToken } from './systems.ts';
import { tokenState } from './tokens.ts';

/** A command (without its prefix) for the next step, with its title. */
export interface NextAction {
	readonly command: string;
	readonly title: () => string;
}

const GET_TOKEN: NextAction = { command: 'getToken', title: () => l10n.t('Get Token') };
const COPY_TOKEN: NextAction = { command: 'copyToken', title: () => l10n.t('Copy Token') };
const REMOVE: NextAction = { command: 'removeSystem', title: () => l10n.t('Remove System') };
export const OPEN_TENANT: NextAction = { command: 'openTenant', title: () => l10n.t('Open Tenant') };

/** The commands that are possible next for a system, most useful first. */
export function nextActions(landscape: Landscape, system: System, now: Instant): readonly NextAction[] {
	return candidates(landscape, system, now).filter(({ command }) => {
		switch (command) {
			case 'getToken':
				return !checkGetToken(landscape, system.name);
			case 'removeSystem':
				return removeSystem(landscape, system.name).ok;
			default:
				return true;
		}
	});
}

function candidates(landscape: Landscape, system: System, now: Instant): readonly NextAction[] {
	const isPractice = landscape.mode === 'practice';
	const extension = extensionOf(landscape, system.name)?.extension;
	switch (system.status) {
		case 'pending': {
			const type = systemType(system.type);
			if (!type || !isPractice) {
				return [];
			}
			return {
				absent: [GET_TOKEN],
				expired: type.token.reissuedWhenExpired ? [COPY_TOKEN] : [GET_TOKEN],
				used: [OPEN_TENANT],
				open: [COPY_TOKEN, OPEN_TENANT],
			}[tokenState(system.token, now)];
		}
		case 'error':
			return !isPractice
				? []
				: extension
					? [{ command: 'deleteExtension', title: () => l10n.t('Delete Extension') }]
					: [GET_TOKEN];
		case 'registered':
			return isEntitleable(system) && entitlementsOf(landscape, system.name).length === 0
				? [{ command: 'addServicePlans', title: () => l10n.t('Add Service Plans') }]
				: [];
		case 'unregistered':
			return isPractice ? [GET_TOKEN, REMOVE] : [REMOVE];
		case 'deregister-error':
			return isPractice ? [{ command: 'resetSystem', title: () => l10n.t('Reset System') }] : [];
		case 'remove-error':
			return [REMOVE];
		default:
			return [];
	}
}
