import * as l10n from '@vscode/l10n';
import { commands, Uri, window, workspace } from 'vscode';
import type { Refusal, RefusalCode, Remedy } from '../model/decision.ts';
import { confirmed, fail } from '../workspace/messages.ts';
import { canDiscardChanges } from '../workspace/recover-file.ts';
import { canRunCommands } from '../workspace/terminals.ts';
import type { Result } from './result.ts';
import { TROUBLESHOOTING_TOPICS } from './troubleshooting-topics.ts';

/** A button that helps with a refusal. */
interface RecoveryAction {
	readonly title: () => string;
	readonly command: string;
	/** The fields that the command takes, beside the landscape; without them, those of the refused call. */
	readonly fields?: Readonly<Record<string, string | true>>;
	/** What a command of VS Code takes. */
	readonly args?: readonly unknown[];
	/** Whether it helps with a file; where absent it always does. */
	readonly isPossible?: (landscape: Uri) => Promise<boolean>;
	/** What follows once that command has succeeded. */
	readonly after?: () => Promise<void>;
}

const action = (title: () => string, name: string, fields?: RecoveryAction['fields']): RecoveryAction => ({
	title,
	command: `systemLandscape.${name}`,
	...(fields && { fields }),
});

const OPEN_FILE = action(() => l10n.t('Open File'), 'openLandscape');
const CREATE_LANDSCAPE = action(() => l10n.t('Create Landscape'), 'createLandscape', {});
const RESTORE = action(() => l10n.t('Restore from Local History'), 'restoreFromLocalHistory');
const DISCARD: RecoveryAction = {
	...action(() => l10n.t('Discard Changes'), 'discardChanges'),
	isPossible: canDiscardChanges,
};

/** What helps where a file can't be written to, by the reason. */
const RECOVERY_OF_FILES: Readonly<Record<string, readonly RecoveryAction[]>> = {
	'landscape-cut-off': [OPEN_FILE, RESTORE, DISCARD],
	'landscape-empty': [CREATE_LANDSCAPE, RESTORE, DISCARD],
	'merge-conflict': [action(() => l10n.t('Resolve Landscape Merge'), 'resolveMerge'), OPEN_FILE],
};

/** What helps whatever the landscape says. */
const RECOVERY_ACTIONS: Partial<Record<RefusalCode, readonly RecoveryAction[]>> = {
	'landscape-changed': [{ ...OPEN_FILE, title: () => l10n.t('Reload'), after: revert }],
	'landscape-exists': [action(() => l10n.t('Open Landscape'), 'openLandscape')],
	'landscape-missing': [CREATE_LANDSCAPE],
	'mode-simulated': [action(() => l10n.t('Create Landscape'), 'createLandscape', { mode: 'recorded' })],
	'no-folder': [{ title: () => l10n.t('Open Folder'), command: 'vscode.openFolder' }],
	'not-recorded': [action(() => l10n.t('Open Walkthrough'), 'openWalkthrough', {})],
	'project-unknown': [
		{ title: () => l10n.t('Add Folder to Workspace'), command: 'workbench.action.addRootFolder' },
	],
	'token-superseded': [action(() => l10n.t('Copy Token'), 'copyToken', {})],
};

const REMEDY_TITLES: Readonly<Record<Remedy['command'], (fields: NonNullable<Remedy['fields']>) => string>> =
	{
		addDeployer: ({ project = '' }) =>
			canRunCommands(Uri.parse(project)) ? l10n.t('Run in Terminal') : l10n.t('Copy Line'),
		addSubaccount: () => l10n.t('Add Subaccount'),
		copyAsPractice: () => l10n.t('Copy as Practice'),
		copyToken: () => l10n.t('Copy Token'),
		createFormation: () => l10n.t('Create Formation'),
		deleteExtension: () => l10n.t('Delete Extension'),
		deleteFormation: () => l10n.t('Delete Formation'),
		deregisterSystem: () => l10n.t('Deregister'),
		excludeSystem: () => l10n.t('Exclude System'),
		getToken: () => l10n.t('Get New Token'),
		openLandscape: () => l10n.t('Open File'),
		openTenant: () => l10n.t('Open Tenant'),
		recordExtension: () => l10n.t('Record Extension'),
		recordStatus: () => l10n.t('Record Status'),
		registerSystem: () => l10n.t('Add System'),
		removeServicePlan: () => l10n.t('Remove Service Plan'),
		removeSystem: () => l10n.t('Remove System'),
		resetSystem: () => l10n.t('Reset System'),
	};

/** The buttons that help with a refusal; where no command does, the place in the file. VS Code cuts messages without a button. */
function actionsFor({ code, reason = '', remedies = [], file }: Refusal): readonly RecoveryAction[] {
	const fixed = RECOVERY_OF_FILES[reason] ?? RECOVERY_ACTIONS[code] ?? [];
	const all = [
		...remedies.map(({ command, fields = {}, anyway }) =>
			anyway
				? action(() => l10n.t('Record Anyway'), command, { ...fields, anyway })
				: action(() => REMEDY_TITLES[command](fields), command, fields),
		),
		...fixed,
	];
	const open: RecoveryAction = file
		? { title: OPEN_FILE.title, command: 'vscode.open', args: [Uri.parse(file)] }
		: OPEN_FILE;
	return all.length > 0 ? all : [open];
}

/**
 * Shows a refusal with the buttons that help, and *Troubleshoot* where there is room and the troubleshooting page has an
 * entry for it.
 * Doesn't wait for the person.
 */
export async function showRefusal(refusal: Refusal, given: object): Promise<void> {
	const { code, message, landscape } = refusal;
	const file = landscape ?? ('landscape' in given ? String(given.landscape ?? '') : '');
	const actions: RecoveryAction[] = [];
	for (const recovery of actionsFor(refusal)) {
		if (!recovery.isPossible || (await recovery.isPossible(Uri.parse(file)))) {
			actions.push(recovery);
		}
	}
	// VS Code has room for three buttons.
	if (actions.length < 3 && TROUBLESHOOTING_TOPICS.test(code)) {
		actions.push(action(() => l10n.t('Troubleshoot'), 'openTroubleshooting', { topic: code }));
	}
	void fail(message, ...actions.map(({ title }) => title())).then(async (chosen) => {
		const recovery = actions.find(({ title }) => title() === chosen);
		if (!recovery) {
			return;
		}
		if (!recovery.command.startsWith('systemLandscape.')) {
			await commands.executeCommand(recovery.command, ...(recovery.args ?? []));
			return;
		}
		const result = await commands.executeCommand<Result>(recovery.command, {
			...(recovery.fields ?? placeIn(given)),
			...(file && { landscape: file }),
			interactive: true,
		});
		if (result?.ok) {
			await recovery.after?.();
		}
	});
}

/** The fields of a call that say where in the file it is about. */
function placeIn(given: object): Readonly<Record<string, unknown>> {
	const places = ['system', 'tenant', 'subaccount', 'formation'];
	return Object.fromEntries(Object.entries(given).filter(([field]) => places.includes(field)));
}

/** Reloads the active editor from the disk; asks first where edits would be lost. */
async function revert(): Promise<void> {
	const document = window.activeTextEditor?.document;
	const question = () => l10n.t`Reload ${workspace.asRelativePath(document?.uri ?? '')} from disk?`;
	if (
		!document?.isDirty ||
		(await confirmed(question(), l10n.t('You lose your unsaved changes.'), l10n.t('Reload')))
	) {
		await commands.executeCommand('workbench.action.files.revert');
	}
}
