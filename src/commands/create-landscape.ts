import * as l10n from '@vscode/l10n';
import { commands, env, FileType, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { newDocument } from '../document/new-document.ts';
import { type Refusal, refuse } from '../model/decision.ts';
import { MODES } from '../model/landscape.ts';
import { checkGlobalAccountName, shorten } from '../model/names.ts';
import { isLandscapePath, LANDSCAPE_FILE } from '../workspace/landscape-file-name.ts';
import {
	type LandscapeFiles,
	openDocument,
	textOnDisk,
	unreadableOnDisk,
} from '../workspace/landscape-files.ts';
import { inform } from '../workspace/messages.ts';
import { ask, inputBox, quickPick } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import { fileNamePart } from './file-name.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

const modeChoices = () => [
	{
		label: l10n.t('Practice'),
		detail: l10n.t(
			'Simulates the global account and the tenant. For learning, without a license or a real system.',
		),
		value: 'practice',
	},
	{
		label: l10n.t('Record of a real account'),
		detail: l10n.t('Keeps the record of a real account. You enter what the cockpit and the tenant show.'),
		value: 'recorded',
	},
];

export const createLandscapeFields = fields(
	{ mode: text, globalAccount: text },
	{ folder: text, file: text, subdomain: text, region: text },
);

/**
 * *Create Landscape*: a new file at the root of a workspace folder. A person is asked for its name where the usual file is
 * there already, for another account. Refuses with `no-folder`, `global-account-empty` and the other codes for names,
 * `mode-unknown`, `landscape-file-invalid`, `landscape-exists` and `landscape-not-saved`.
 */
export async function createLandscape(
	given: Given<typeof createLandscapeFields>,
	{ files }: Services,
): Promise<Result<{ landscape: string }>> {
	const folders = workspace.workspaceFolders ?? [];
	const folder = given.folder ?? (folders.length > 1 ? undefined : folders[0]?.uri.toString());
	if (folder === undefined && folders.length === 0) {
		return refuse('no-folder', l10n.t('Open a folder first. The landscape is a file in that folder.'));
	}
	const isAsked = given.interactive && given.file === undefined;
	const refused =
		(given.globalAccount === undefined ? undefined : checkGlobalAccountName(given.globalAccount)) ??
		(given.mode === undefined || MODES.some((known) => known === given.mode)
			? undefined
			: refuse(
					'mode-unknown',
					l10n.t`The mode of a landscape is practice or recorded, not "${given.mode}".`,
				)) ??
		(given.file === undefined ? undefined : checkFileName(given.file)) ??
		(folder === undefined || isAsked ? undefined : await checkVacant(fileIn(folder, given.file)));
	if (refused) {
		return refused;
	}
	const vacant = new Set<string>();
	for (const candidate of folder === undefined ? folders.map(({ uri }) => uri.toString()) : [folder]) {
		if (!isAsked || !(await checkVacant(fileIn(candidate)))) {
			vacant.add(candidate);
		}
	}
	const answers = await ask(
		l10n.t('Create Landscape'),
		{ ...given, folder },
		{
			folder: () =>
				quickPick({
					placeholder: l10n.t('Select the folder for the landscape file'),
					choices: folders.map(({ name, uri }) => ({
						label: name,
						description: uri.path,
						value: uri.toString(),
					})),
				}),
			mode: () =>
				quickPick<string>({
					placeholder: l10n.t('Practice, or keep the record of a real account?'),
					choices: modeChoices(),
				}),
			globalAccount: () =>
				inputBox({
					prompt: l10n.t('Name of the global account in SAP BTP'),
					placeholder: 'Acme',
					validate: checkGlobalAccountName,
				}),
			subdomain: ({ mode }) =>
				mode === 'recorded' && given.interactive
					? inputBox({ prompt: l10n.t('Subdomain of the global account (optional)'), placeholder: 'acme' })
					: '',
			region: ({ mode }) =>
				mode === 'recorded' && given.interactive
					? inputBox({ prompt: l10n.t('Region of the global account (optional)'), placeholder: 'eu10' })
					: '',
			file: ({ folder: owner, globalAccount = '' }) =>
				owner === undefined || vacant.has(owner)
					? LANDSCAPE_FILE
					: inputBox({
							prompt: l10n.t(
								'Name of the file: the folder already has a landscape, so this is for another account',
							),
							value: fileNameFor(globalAccount),
							validate: (name) => checkFileName(name) ?? checkUnknown(files, fileIn(owner, name)),
						}),
		},
	);
	if (!answers?.ok) {
		return answers;
	}
	const uri = fileIn(answers.folder, answers.file);
	const taken = await checkVacant(uri);
	if (taken) {
		return taken;
	}
	const edit = new WorkspaceEdit();
	const mode = answers.mode === 'recorded' ? 'recorded' : 'practice';
	const contents = new TextEncoder().encode(newDocument(answers.globalAccount, mode, answers));
	edit.createFile(uri, { overwrite: true, contents });
	if (!(await workspace.applyEdit(edit))) {
		return refuse(
			'landscape-not-saved',
			l10n.t`Couldn't create ${workspace.asRelativePath(uri)}. Check that you can write to the folder.`,
		);
	}
	await files.reread(uri);
	if (given.interactive) {
		void window.showTextDocument(uri, { preserveFocus: true });
		if (mode === 'recorded') {
			void offerCockpit(uri, answers.globalAccount);
		}
	}
	return { ok: true, landscape: uri.toString() };
}

/** Where SAP's documentation opens the cockpit. */
const COCKPIT = 'https://cockpit.btp.cloud.sap/';

/** Offers what comes first in a new record: to see the account's systems in the cockpit, and to record them. */
async function offerCockpit(landscape: Uri, globalAccount: string): Promise<void> {
	const open = l10n.t('Open SAP BTP Cockpit');
	const add = l10n.t('Add System');
	const chosen = await inform(
		l10n.t`The record of ${shorten(globalAccount)} is ready. Add its systems as the cockpit lists them.`,
		add,
		open,
	);
	if (chosen === open) {
		await env.openExternal(Uri.parse(COCKPIT));
	} else if (chosen === add) {
		await commands.executeCommand('systemLandscape.registerSystem', {
			landscape: landscape.toString(),
			interactive: true,
		});
	}
}

function fileIn(folder: string, name = LANDSCAPE_FILE): Uri {
	return Uri.joinPath(Uri.parse(folder), name);
}

/** A file name for a second account: `acme.system-landscape.yaml`. */
function fileNameFor(globalAccount: string): string {
	return `${fileNamePart(globalAccount) || 'account'}.${LANDSCAPE_FILE}`;
}

/** Refuses a name that isn't a landscape file's, or is a path, with `landscape-file-invalid`. */
function checkFileName(name: string) {
	return isLandscapePath(name) && !/[\\/:*?"<>|\p{Cc}]/u.test(name)
		? undefined
		: refuse(
				'landscape-file-invalid',
				l10n.t('Use a name such as acme.system-landscape.yaml: only files that end so are landscapes.'),
			);
}

/** Refuses a landscape file that is known already, with `landscape-exists`. */
function checkUnknown(files: LandscapeFiles, uri: Uri) {
	return files.find(uri) && exists(uri);
}

function exists(uri: Uri): Refusal {
	return {
		...refuse(
			'landscape-exists',
			l10n.t`${workspace.asRelativePath(uri)} already exists. Open it, or choose Create Landscape for another account.`,
		),
		landscape: uri.toString(),
	};
}

/** Refuses a place where there is a file that says something, with `landscape-exists`. */
async function checkVacant(uri: Uri) {
	try {
		const { type } = await workspace.fs.stat(uri);
		const isVacant =
			type !== FileType.Directory && !openDocument(uri)?.isDirty && (await textOnDisk(uri)).trim() === '';
		return isVacant ? undefined : exists(uri);
	} catch (error) {
		return unreadableOnDisk(uri, error);
	}
}
