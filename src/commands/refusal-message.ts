import * as l10n from '@vscode/l10n';
import { commands, window, workspace } from 'vscode';
import type { Refusal, RefusalCode } from '../model/decision.ts';
import { confirmed, fail } from '../workspace/messages.ts';
import type { Result } from './command.ts';
import { TROUBLESHOOTING_TOPICS } from './troubleshooting-topics.ts';

interface Mend {
	readonly title: () => string;
	readonly command: string;
	/** Which of the caller's fields the mending command shall get. */
	readonly fields: readonly string[];
	/** What else is done once that command has succeeded. */
	readonly after?: () => Promise<void>;
}

const GET_NEW_TOKEN: Mend = {
	title: () => l10n.t('Get New Token'),
	command: 'getToken',
	fields: ['landscape', 'system'],
};
const OPEN_FILE: Mend = {
	title: () => l10n.t('Open File'),
	command: 'openLandscape',
	fields: ['landscape', 'system', 'tenant', 'subaccount', 'formation'],
};
const OPEN_TENANT: Mend = {
	title: () => l10n.t('Open Tenant'),
	command: 'openTenant',
	fields: ['landscape', 'system', 'tenant'],
};
const REGISTER_SYSTEM: Mend = {
	title: () => l10n.t('Register System'),
	command: 'registerSystem',
	fields: ['landscape'],
};

const REMOVE_PLAN: Mend = {
	title: () => l10n.t('Remove Service Plan'),
	command: 'removeServicePlan',
	fields: ['landscape', 'system', 'subaccount'],
};
const EXCLUDE_SYSTEM: Mend = {
	title: () => l10n.t('Exclude System'),
	command: 'excludeSystem',
	fields: ['landscape', 'system'],
};
const COPY_TOKEN: Mend = {
	title: () => l10n.t('Copy Token'),
	command: 'copyToken',
	fields: ['landscape', 'system'],
};

const RELOAD: Mend = { ...OPEN_FILE, title: () => l10n.t('Reload'), after: revert };

const MENDS: Partial<Record<RefusalCode, readonly Mend[]>> = {
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

/** Where nothing mends it at once, the place in the file; VS Code also cuts messages without a button to one line. */
const OTHERWISE = [OPEN_FILE];

/**
 * Shows a refusal, with the buttons that mend it where there are some, and *Troubleshoot* where the page has an entry for
 * it. Does not wait for the person.
 */
export function showRefusal({ code, message }: Refusal, given: object): void {
	const mends = [...(MENDS[code] ?? OTHERWISE)];
	if (TROUBLESHOOTING_TOPICS.test(code)) {
		mends.push({ title: () => l10n.t('Troubleshoot'), command: 'openTroubleshooting', fields: ['topic'] });
	}
	void fail(message, ...mends.map(({ title }) => title())).then(async (chosen) => {
		const mend = mends.find(({ title }) => title() === chosen);
		if (mend) {
			const fields = Object.entries({ ...given, topic: code }).filter(([key]) => mend.fields.includes(key));
			const result = await commands.executeCommand<Result>(`systemLandscape.${mend.command}`, {
				...Object.fromEntries(fields),
				interactive: true,
			});
			if (result?.ok) {
				await mend.after?.();
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
