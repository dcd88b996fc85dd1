import type { Disposable } from 'vscode';
import { addServicePlans } from './add-service-plans.ts';
import { addSubaccount } from './add-subaccount.ts';
import { addSystem } from './add-system.ts';
import { registerCommand } from './command.ts';
import { copyAsMermaid } from './copy-as-mermaid.ts';
import { copyToken } from './copy-token.ts';
import { createExtension } from './create-extension.ts';
import { createFormation } from './create-formation.ts';
import { createLandscape } from './create-landscape.ts';
import { deleteExtension } from './delete-extension.ts';
import { deleteFormation } from './delete-formation.ts';
import { deregisterSystem } from './deregister-system.ts';
import { displayToken } from './display-token.ts';
import { excludeSystem } from './exclude-system.ts';
import { getToken } from './get-token.ts';
import { includeSystem } from './include-system.ts';
import { openLandscape } from './open-landscape.ts';
import { openTenant } from './open-tenant.ts';
import { openTroubleshooting } from './open-troubleshooting.ts';
import { openWalkthrough } from './open-walkthrough.ts';
import { refresh } from './refresh.ts';
import { registerSystem } from './register-system.ts';
import { removeServicePlan } from './remove-service-plan.ts';
import { removeSubaccount } from './remove-subaccount.ts';
import { removeSystem } from './remove-system.ts';
import { resetSystem } from './reset-system.ts';
import { resolveMerge } from './resolve-merge.ts';
import type { Services } from './services.ts';
import { showMap } from './show-map.ts';

/** All commands; docs/design.md lists them. */
export function registerCommands(services: Services): Disposable[] {
	return [
		registerCommand(services, createLandscape),
		registerCommand(services, registerSystem),
		registerCommand(services, getToken),
		registerCommand(services, copyToken),
		registerCommand(services, displayToken),
		registerCommand(services, openTenant),
		registerCommand(services, createExtension),
		registerCommand(services, deleteExtension),
		registerCommand(services, refresh),
		registerCommand(services, addSubaccount),
		registerCommand(services, addServicePlans),
		registerCommand(services, openLandscape),
		registerCommand(services, openWalkthrough),
		registerCommand(services, openTroubleshooting),
		registerCommand(services, addSystem),
		registerCommand(services, deregisterSystem),
		registerCommand(services, removeSystem),
		registerCommand(services, resetSystem),
		registerCommand(services, removeSubaccount),
		registerCommand(services, removeServicePlan),
		registerCommand(services, createFormation),
		registerCommand(services, includeSystem),
		registerCommand(services, excludeSystem),
		registerCommand(services, deleteFormation),
		registerCommand(services, resolveMerge),
		registerCommand(services, showMap),
		registerCommand(services, copyAsMermaid),
	];
}
