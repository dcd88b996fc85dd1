import type { Disposable } from 'vscode';
import { addServicePlans } from './add-service-plans.ts';
import { addSubaccount } from './add-subaccount.ts';
import { addSystem } from './add-system.ts';
import { registerCommand, type Workbench } from './command.ts';
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
import { showMap } from './show-map.ts';

/** All commands of design 4 that this version has. */
export function registerCommands(workbench: Workbench): Disposable[] {
	return [
		registerCommand(workbench, createLandscape),
		registerCommand(workbench, registerSystem),
		registerCommand(workbench, getToken),
		registerCommand(workbench, copyToken),
		registerCommand(workbench, displayToken),
		registerCommand(workbench, openTenant),
		registerCommand(workbench, createExtension),
		registerCommand(workbench, deleteExtension),
		registerCommand(workbench, refresh),
		registerCommand(workbench, addSubaccount),
		registerCommand(workbench, addServicePlans),
		registerCommand(workbench, openLandscape),
		registerCommand(workbench, openWalkthrough),
		registerCommand(workbench, openTroubleshooting),
		registerCommand(workbench, addSystem),
		registerCommand(workbench, deregisterSystem),
		registerCommand(workbench, removeSystem),
		registerCommand(workbench, resetSystem),
		registerCommand(workbench, removeSubaccount),
		registerCommand(workbench, removeServicePlan),
		registerCommand(workbench, createFormation),
		registerCommand(workbench, includeSystem),
		registerCommand(workbench, excludeSystem),
		registerCommand(workbench, deleteFormation),
		registerCommand(workbench, resolveMerge),
		registerCommand(workbench, showMap),
		registerCommand(workbench, copyAsMermaid),
	];
}
