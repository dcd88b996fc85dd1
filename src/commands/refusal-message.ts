import * as l10n from '@vscode/l10n';
import { commands, Uri, window, workspace } from 'vscode';
import type { Refusal, RefusalCode } from '../model/decision.ts';
import { confirmed, fail } from '../workspace/messages.ts';
import { canDiscardChanges } from '../workspace/recover-file.ts';
import type { Result } from './result.ts';
import { TROUBLESHOOTING_TOPICS } from './troubleshooting-topics.ts';

interface RecoveryAction {
	readonly title: () => string;
	readonly command: string;
	/** Which of the fields of the call the command gets. */
	readonly fields: readonly string[];
	/** Whether it helps with a file; where absent it always does. */
	readonly isPossible?: (landscape: Uri) => Promise<boolean>;
	/** What else is done once that command has succeeded. */
	readonly after?: () => Promise<void>;
}

const GET_NEW_TOKEN: RecoveryAction = {
	title: () => l10n.t('Get New Token'),
	command: 'getToken',
	fields: ['landscape', 'system'],
};
const OPEN_FILE: RecoveryAction = {
	title: () => l10n.t('Open File'),
	command: 'openLandscape',
	fields: ['landscape', 'system', 'tenant', 'subaccount', 'formation'],
};
const OPEN_TENANT: RecoveryAction = {
	title: () => l10n.t('Open Tenant'),
	command: 'openTenant',
	fields: ['landscape', 'system', 'tenant'],
};
const REGISTER_SYSTEM: RecoveryAction = {
	title: () => l10n.t('Register System'),
	command: 'registerSystem',
	fields: ['landscape'],
};

const REMOVE_PLAN: RecoveryAction = {
	title: () => l10n.t('Remove Service Plan'),
	command: 'removeServicePlan',
	fields: ['landscape', 'system', 'subaccount'],
};
const EXCLUDE_SYSTEM: RecoveryAction = {
	title: () => l10n.t('Exclude System'),
	command: 'excludeSystem',
	fields: ['landscape', 'system'],
};
const COPY_TOKEN: RecoveryAction = {
	title: () => l10n.t('Copy Token'),
	command: 'copyToken',
	fields: ['landscape', 'system'],
};

const RESTORE: RecoveryAction = {
	title: () => l10n.t('Restore from Local History'),
	command: 'restoreFromLocalHistory',
	fields: ['landscape'],
};
const DISCARD: RecoveryAction = {
	title: () => l10n.t('Discard Changes'),
	command: 'discardChanges',
	fields: ['landscape'],
	isPossible: canDiscardChanges,
};

const RELOAD: RecoveryAction = { ...OPEN_FILE, title: () => l10n.t('Reload'), after: revert };

/** What helps where a file can't be written to, by the reason. */
const RECOVERY_OF_FILES: Readonly<Record<string, readonly RecoveryAction[]>> = {
	'landscape-cut-off': [OPEN_FILE, RESTORE, DISCARD],
	'landscape-empty': [OPEN_FILE, RESTORE, DISCARD],
};

const RECOVERY_ACTIONS: Partial<Record<RefusalCode, readonly RecoveryAction[]>> = {
	'landscape-changed': [RELOAD],
	'landscape-missing': [{ title: () => l10n.t('Create Landscape'), command: 'createLandscape', fields: [] }],
	'no-folder': [],
	'token-missing': [GET_NEW_TOKEN],
	'token-expired': [GET_NEW_TOKEN],
	'token-not-on-this-machine': [GET_NEW_TOKEN],
	'token-superseded': [COPY_TOKEN],
	'extension-must-be-deleted-first': [
		{ title: () => l10n.t('Delete Extension'), command: 'deleteExtension', fields: ['landscape', 'system'] },
	],
	'extension-in-use': [REMOVE_PLAN, EXCLUDE_SYSTEM],
	'system-in-use': [REMOVE_PLAN, EXCLUDE_SYSTEM],
	'subaccount-in-use': [REMOVE_PLAN],
	'subaccount-unknown': [
		{ title: () => l10n.t('Add Subaccount'), command: 'addSubaccount', fields: ['landscape'] },
	],
	'service-unavailable': [OPEN_TENANT],
	'system-not-registered': [OPEN_TENANT],
	'system-unknown': [REGISTER_SYSTEM],
};

/** Where no command helps at once, the place in the file; VS Code also cuts messages without a button to one line. */
const OTHERWISE = [OPEN_FILE];

/**
 * Shows a refusal, with the buttons that recover from it where there are some, and *Troubleshoot* where the page has an entry for
 * it. Doesn't wait for the person.
 */
export async function showRefusal(refusal: Refusal, given: object): Promise<void> {
	const { code, message, reason = '', landscape = '' } = refusal;
	const actions: RecoveryAction[] = [];
	for (const action of RECOVERY_OF_FILES[reason] ?? RECOVERY_ACTIONS[code] ?? OTHERWISE) {
		if (!action.isPossible || (await action.isPossible(Uri.parse(landscape)))) {
			actions.push(action);
		}
	}
	if (TROUBLESHOOTING_TOPICS.test(code)) {
		actions.push({ title: () => l10n.t('Troubleshoot'), command: 'openTroubleshooting', fields: ['topic'] });
	}
	void fail(message, ...actions.map(({ title }) => title())).then(async (chosen) => {
		const action = actions.find(({ title }) => title() === chosen);
		if (action) {
			const fields = Object.entries({ ...given, ...(landscape && { landscape }), topic: code }).filter(
				([key]) => action.fields.includes(key),
			);
			const result = await commands.executeCommand<Result>(`systemLandscape.${action.command}`, {
				...Object.fromEntries(fields),
				interactive: true,
			});
			if (result?.ok) {
				await action.after?.();
			}
		}
	});
}

/** Has the editor that is shown take over what the disk says; asks first where edits would be lost. */
async function revert(): Promise<void> {
	const document = window.activeTextEditor?.document;
	const question = () => l10n.t`Reload ${workspace.asRelativePath(document?.uri ?? '')} from the disk?`;
	if (
		!document?.isDirty ||
		(await confirmed(question(), l10n.t('The edits that were not saved are lost.'), l10n.t('Reload')))
	) {
		await commands.executeCommand('workbench.action.files.revert');
	}
}
