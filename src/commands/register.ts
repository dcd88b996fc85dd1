import * as l10n from '@vscode/l10n';
import type { Disposable } from 'vscode';
import { registerAddDeployer } from './add-deployer.ts';
import { addServicePlans, addServicePlansFields } from './add-service-plans.ts';
import { addSubaccount, addSubaccountFields } from './add-subaccount.ts';
import { registerCommand } from './command.ts';
import { connectProject, connectProjectFields } from './connect-project.ts';
import { convertLandscape, convertLandscapeFields } from './convert-landscape.ts';
import { copyAsMermaid, copyAsMermaidFields } from './copy-as-mermaid.ts';
import { copyAsPractice, copyAsPracticeFields } from './copy-as-practice.ts';
import { copyHandOverNote, copyHandOverNoteFields } from './copy-hand-over-note.ts';
import { copyName, copyNameFields } from './copy-name.ts';
import { copyToken, copyTokenFields } from './copy-token.ts';
import { createExtension, createExtensionFields } from './create-extension.ts';
import { createFormation, createFormationFields } from './create-formation.ts';
import { createLandscape, createLandscapeFields } from './create-landscape.ts';
import { deleteExtension, deleteExtensionFields } from './delete-extension.ts';
import { deleteFormation, deleteFormationFields } from './delete-formation.ts';
import { deregisterSystem, deregisterSystemFields } from './deregister-system.ts';
import { displayToken, displayTokenFields } from './display-token.ts';
import { excludeSystem, excludeSystemFields } from './exclude-system.ts';
import { exportReport, exportReportFields } from './export-report.ts';
import { getToken, getTokenFields } from './get-token.ts';
import { importSystems, importSystemsFields } from './import-systems.ts';
import { includeSystem, includeSystemFields } from './include-system.ts';
import { fileCommands, landscapeCommands } from './landscape-command.ts';
import { mergeSystems, mergeSystemsFields } from './merge-systems.ts';
import { openGuide, openGuideFields } from './open-guide.ts';
import { openLandscape, openLandscapeFields } from './open-landscape.ts';
import { openTenant, openTenantFields } from './open-tenant.ts';
import { openTroubleshooting, openTroubleshootingFields } from './open-troubleshooting.ts';
import { openWalkthrough, openWalkthroughFields } from './open-walkthrough.ts';
import { recordExtension, recordExtensionFields } from './record-extension.ts';
import { recordStatus, recordStatusFields } from './record-status.ts';
import { refresh, refreshFields } from './refresh.ts';
import { addSystem, addSystemFields, registerSystem, registerSystemFields } from './register-system.ts';
import { removeServicePlan, removeServicePlanFields } from './remove-service-plan.ts';
import { removeSubaccount, removeSubaccountFields } from './remove-subaccount.ts';
import { removeSystem, removeSystemFields } from './remove-system.ts';
import { removeTenant, removeTenantFields } from './remove-tenant.ts';
import { renameSystem, renameSystemFields } from './rename-system.ts';
import { resetSystem, resetSystemFields } from './reset-system.ts';
import { resolveMerge, resolveMergeFields } from './resolve-merge.ts';
import type { Services } from './services.ts';
import { showMap, showMapFields } from './show-map.ts';
import { showRecordAuthor, showRecordAuthorFields } from './show-record-author.ts';
import { showUsages, showUsagesFields } from './show-usages.ts';

/** All commands: each with its name, the title of what it asks, its fields, and the function that runs it. */
export function registerCommands(services: Services): Disposable[] {
	const forLandscape = landscapeCommands(services);
	const forFile = fileCommands(services);
	return [
		registerCommand(services, 'createLandscape', createLandscapeFields, createLandscape),
		forLandscape('registerSystem', l10n.t('Add System'), registerSystemFields, registerSystem),
		forLandscape('addSystem', l10n.t('Add System'), addSystemFields, addSystem),
		forLandscape('getToken', l10n.t('Get Token'), getTokenFields, getToken),
		forLandscape('copyToken', l10n.t('Copy Token'), copyTokenFields, copyToken),
		forLandscape('copyHandOverNote', l10n.t('Copy Hand-Over Note'), copyHandOverNoteFields, copyHandOverNote),
		forLandscape('displayToken', l10n.t('Display Token'), displayTokenFields, displayToken),
		forFile('openTenant', l10n.t('Open Tenant'), openTenantFields, openTenant),
		forLandscape('createExtension', l10n.t('Create Extension'), createExtensionFields, createExtension),
		forLandscape('recordStatus', l10n.t('Record Status'), recordStatusFields, recordStatus),
		forLandscape('recordExtension', l10n.t('Record Extension'), recordExtensionFields, recordExtension),
		forLandscape('deleteExtension', l10n.t('Delete Extension'), deleteExtensionFields, deleteExtension),
		forLandscape('deregisterSystem', l10n.t('Deregister System'), deregisterSystemFields, deregisterSystem),
		forLandscape('removeSystem', l10n.t('Remove System'), removeSystemFields, removeSystem),
		forLandscape('renameSystem', l10n.t('Rename System'), renameSystemFields, renameSystem),
		forLandscape('mergeSystems', l10n.t('Merge Systems'), mergeSystemsFields, mergeSystems),
		forFile('showRecordAuthor', l10n.t('Show Who Recorded This'), showRecordAuthorFields, showRecordAuthor),
		forFile('copyName', l10n.t('Copy Name'), copyNameFields, copyName),
		forLandscape('removeTenant', l10n.t('Remove Tenant'), removeTenantFields, removeTenant),
		forLandscape('resetSystem', l10n.t('Reset System'), resetSystemFields, resetSystem),
		forLandscape('addSubaccount', l10n.t('Add Subaccount'), addSubaccountFields, addSubaccount),
		forLandscape('removeSubaccount', l10n.t('Remove Subaccount'), removeSubaccountFields, removeSubaccount),
		forLandscape('addServicePlans', l10n.t('Add Service Plans'), addServicePlansFields, addServicePlans),
		forLandscape(
			'removeServicePlan',
			l10n.t('Remove Service Plan'),
			removeServicePlanFields,
			removeServicePlan,
		),
		forLandscape('createFormation', l10n.t('Create Formation'), createFormationFields, createFormation),
		forLandscape('includeSystem', l10n.t('Include System'), includeSystemFields, includeSystem),
		forLandscape('excludeSystem', l10n.t('Exclude System'), excludeSystemFields, excludeSystem),
		forLandscape('deleteFormation', l10n.t('Delete Formation'), deleteFormationFields, deleteFormation),
		registerCommand(services, 'openGuide', openGuideFields, openGuide),
		registerCommand(services, 'continueRegistration', openGuideFields, openGuide),
		forFile('openLandscape', l10n.t('Open Landscape File'), openLandscapeFields, openLandscape),
		forFile('showMap', l10n.t('Show Map'), showMapFields, showMap),
		forLandscape('connectProject', l10n.t('Connect CAP Project'), connectProjectFields, connectProject),
		registerAddDeployer(),
		forFile('showUsages', l10n.t('Show Usages'), showUsagesFields, showUsages),
		forLandscape('importSystems', l10n.t('Import Systems'), importSystemsFields, importSystems),
		forLandscape('convertLandscape', l10n.t('Convert Landscape'), convertLandscapeFields, convertLandscape),
		forLandscape('copyAsPractice', l10n.t('Copy as Practice'), copyAsPracticeFields, copyAsPractice),
		forLandscape('copyAsMermaid', l10n.t('Copy as Mermaid'), copyAsMermaidFields, copyAsMermaid),
		forLandscape('exportReport', l10n.t('Export Report'), exportReportFields, exportReport),
		registerCommand(services, 'resolveMerge', resolveMergeFields, resolveMerge),
		registerCommand(services, 'refresh', refreshFields, refresh),
		registerCommand(services, 'openWalkthrough', openWalkthroughFields, openWalkthrough),
		registerCommand(services, 'openTroubleshooting', openTroubleshootingFields, openTroubleshooting),
	];
}
