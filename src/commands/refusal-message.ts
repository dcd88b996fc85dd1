import * as l10n from '@vscode/l10n';
import { commands, Uri, window, workspace } from 'vscode';
import type { Refusal, RefusalCode } from '../model/decision.ts';
import { confirmed, fail } from '../workspace/messages.ts';
import { canDiscardChanges } from '../workspace/recover-file.ts';
import type { Result } from './result.ts';
import { TROUBLESHOOTING_TOPICS } from './troubleshooting-topics.ts';

/** A button that helps with a refusal. */
interface RecoveryAction {
	readonly title: () => string;
	readonly command: string;
	/** The fields that the command takes over from the refused call. */
	readonly fields: readonly string[];
	/** Whether it helps with a file; where absent it always does. */
	readonly isPossible?: (landscape: Uri) => Promise<boolean>;
	/** What follows once that command has succeeded. */
	readonly after?: () => Promise<void>;
}

const action = (title: () => string, command: string, ...fields: readonly string[]): RecoveryAction => ({
	title,
	command,
	fields: ['landscape', ...fields],
});

const GET_NEW_TOKEN = action(() => l10n.t('Get New Token'), 'getToken', 'system');
const COPY_TOKEN = action(() => l10n.t('Copy Token'), 'copyToken', 'system');
const OPEN_TENANT = action(() => l10n.t('Open Tenant'), 'openTenant', 'system', 'tenant');
const REMOVE_PLAN = action(() => l10n.t('Remove Service Plan'), 'removeServicePlan', 'system', 'subaccount');
const EXCLUDE_SYSTEM = action(() => l10n.t('Exclude System'), 'excludeSystem', 'system');
const OPEN_FILE = action(
	() => l10n.t('Open File'),
	'openLandscape',
	'system',
	'tenant',
	'subaccount',
	'formation',
);
const CREATE_LANDSCAPE = action(() => l10n.t('Create Landscape'), 'createLandscape');
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

const RECOVERY_ACTIONS: Partial<Record<RefusalCode, readonly RecoveryAction[]>> = {
	'landscape-changed': [{ ...OPEN_FILE, title: () => l10n.t('Reload'), after: revert }],
	'landscape-missing': [CREATE_LANDSCAPE],
	'no-folder': [],
	'token-missing': [GET_NEW_TOKEN],
	'token-expired': [GET_NEW_TOKEN],
	'token-not-on-this-machine': [GET_NEW_TOKEN],
	'token-superseded': [COPY_TOKEN],
	'extension-must-be-deleted-first': [action(() => l10n.t('Delete Extension'), 'deleteExtension', 'system')],
	'extension-in-use': [REMOVE_PLAN, EXCLUDE_SYSTEM],
	'system-in-use': [REMOVE_PLAN, EXCLUDE_SYSTEM],
	'subaccount-in-use': [REMOVE_PLAN],
	'subaccount-unknown': [action(() => l10n.t('Add Subaccount'), 'addSubaccount')],
	'service-unavailable': [OPEN_TENANT],
	'system-not-registered': [OPEN_TENANT],
	'system-unknown': [action(() => l10n.t('Register System'), 'registerSystem')],
};

/** Where no command helps, the place in the file does. VS Code cuts messages without a button to one line. */
const OTHERWISE = [OPEN_FILE];

/**
 * Shows a refusal with the buttons that help, and *Troubleshoot* where the troubleshooting page has an entry for it.
 * Doesn't wait for the person.
 */
export async function showRefusal(refusal: Refusal, given: object): Promise<void> {
	const { code, message, reason = '', landscape = '' } = refusal;
	const actions: RecoveryAction[] = [];
	for (const recovery of RECOVERY_OF_FILES[reason] ?? RECOVERY_ACTIONS[code] ?? OTHERWISE) {
		if (!recovery.isPossible || (await recovery.isPossible(Uri.parse(landscape)))) {
			actions.push(recovery);
		}
	}
	if (TROUBLESHOOTING_TOPICS.test(code)) {
		actions.push(action(() => l10n.t('Troubleshoot'), 'openTroubleshooting', 'topic'));
	}
	void fail(message, ...actions.map(({ title }) => title())).then(async (chosen) => {
		const recovery = actions.find(({ title }) => title() === chosen);
		if (recovery) {
			const fields = Object.entries({ ...given, ...(landscape && { landscape }), topic: code }).filter(
				([key]) => recovery.fields.includes(key),
			);
			const result = await commands.executeCommand<Result>(`systemLandscape.${recovery.command}`, {
				...Object.fromEntries(fields),
				interactive: true,
			});
			if (result?.ok) {
				await recovery.after?.();
			}
		}
	});
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
