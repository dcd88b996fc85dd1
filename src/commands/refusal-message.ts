import { commands, window, workspace } from 'vscode';
import type { Refusal, RefusalCode } from '../model/decision.ts';
import { inTable, type TableText, t } from '../model/language.ts';
import { confirmed, fail } from '../workspace/messages.ts';
import type { Result } from './command.ts';
import { TROUBLESHOOTING_TOPICS } from './troubleshooting-topics.ts';

interface Mend {
	readonly title: TableText;
	readonly command: string;
	/** Which of the caller's fields the mending command shall get. */
	readonly fields: readonly string[];
	/** What else is done once that command has succeeded. */
	readonly after?: () => Promise<void>;
}

const GET_NEW_TOKEN: Mend = {
	title: inTable('Get New Token'),
	command: 'getToken',
	fields: ['landscape', 'system'],
};
const OPEN_FILE: Mend = {
	title: inTable('Open File'),
	command: 'openLandscape',
	fields: ['landscape', 'system', 'tenant', 'subaccount', 'formation'],
};
const OPEN_TENANT: Mend = {
	title: inTable('Open Tenant'),
	command: 'openTenant',
	fields: ['landscape', 'system', 'tenant'],
};
const REGISTER_SYSTEM: Mend = {
	title: inTable('Register System'),
	command: 'registerSystem',
	fields: ['landscape'],
};

const REMOVE_PLAN: Mend = {
	title: inTable('Remove Service Plan'),
	command: 'removeServicePlan',
	fields: ['landscape', 'system', 'subaccount'],
};
const EXCLUDE_SYSTEM: Mend = {
	title: inTable('Exclude System'),
	command: 'excludeSystem',
	fields: ['landscape', 'system'],
};
const COPY_TOKEN: Mend = {
	title: inTable('Copy Token'),
	command: 'copyToken',
	fields: ['landscape', 'system'],
};

const RELOAD: Mend = { ...OPEN_FILE, title: inTable('Reload'), after: revert };

const MENDS: Partial<Record<RefusalCode, readonly Mend[]>> = {
	'landscape-changed': [RELOAD],
	'landscape-missing': [{ title: inTable('Create Landscape'), command: 'createLandscape', fields: [] }],
	'no-folder': [],
	'token-missing': [GET_NEW_TOKEN],
	'token-expired': [GET_NEW_TOKEN],
	'token-not-on-this-machine': [GET_NEW_TOKEN],
	'token-superseded': [COPY_TOKEN],
	'extension-must-be-deleted-first': [
		{ title: inTable('Delete Extension'), command: 'deleteExtension', fields: ['landscape', 'system'] },
	],
	'extension-in-use': [REMOVE_PLAN, EXCLUDE_SYSTEM],
	'system-in-use': [REMOVE_PLAN, EXCLUDE_SYSTEM],
	'subaccount-in-use': [REMOVE_PLAN],
	'subaccount-unknown': [
		{ title: inTable('Add Subaccount'), command: 'addSubaccount', fields: ['landscape'] },
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
		mends.push({ title: inTable('Troubleshoot'), command: 'openTroubleshooting', fields: ['topic'] });
	}
	void fail(message, ...mends.map(({ title }) => t(title))).then(async (chosen) => {
		const mend = mends.find(({ title }) => t(title) === chosen);
		if (mend) {
			const fields = Object.entries({ ...given, topic: code }).filter(([key]) => mend.fields.includes(key));
			const result = await commands.executeCommand<Result>(
				`systemLandscape.${mend.command}`,
				fields.length > 0 ? { ...Object.fromEntries(fields), kind: 'mend' } : undefined,
			);
			if (result?.ok) {
				await mend.after?.();
			}
		}
	});
}

/** Has the editor that is shown take over what the disk says; asks first where edits would be lost. */
async function revert(): Promise<void> {
	const document = window.activeTextEditor?.document;
	const question = () => t`Reload ${workspace.asRelativePath(document?.uri ?? '')} from the disk?`;
	if (
		!document?.isDirty ||
		(await confirmed(question(), t('The edits that were not saved are lost.'), t('Reload')))
	) {
		await commands.executeCommand('workbench.action.files.revert');
	}
}
