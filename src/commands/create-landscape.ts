import * as l10n from '@vscode/l10n';
import { FileType, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { newDocument } from '../document/new-document.ts';
import { refuse } from '../model/decision.ts';
import { MODES } from '../model/landscape.ts';
import { checkGlobalAccountName } from '../model/names.ts';
import { LANDSCAPE_FILE } from '../workspace/landscape-file-name.ts';
import { openDocument, textOnDisk, unreadableOnDisk } from '../workspace/landscape-files.ts';
import { ask, inputBox, quickPick } from './ask.ts';
import { fields, type Given, text } from './command.ts';
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
		label: l10n.t('Recorded'),
		detail: l10n.t('Keeps the record of a real account. You enter what the cockpit and the tenant show.'),
		value: 'recorded',
	},
];

export const createLandscapeFields = fields({ mode: text, globalAccount: text }, { folder: text });

/**
 * *Create Landscape*: a new file at the root of a workspace folder. Refuses with `no-folder`, `global-account-empty`
 * and the other codes for names, `mode-unknown`, `landscape-exists` and `landscape-not-saved`.
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
	const refused =
		(given.globalAccount === undefined ? undefined : checkGlobalAccountName(given.globalAccount)) ??
		(given.mode === undefined || MODES.some((known) => known === given.mode)
			? undefined
			: refuse(
					'mode-unknown',
					l10n.t`The mode of a landscape is practice or recorded, not "${given.mode}".`,
				)) ??
		(folder === undefined ? undefined : await checkVacant(fileIn(folder)));
	if (refused) {
		return refused;
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
		},
	);
	if (!answers?.ok) {
		return answers;
	}
	const uri = fileIn(answers.folder);
	const taken = await checkVacant(uri);
	if (taken) {
		return taken;
	}
	const edit = new WorkspaceEdit();
	const mode = answers.mode === 'recorded' ? 'recorded' : 'practice';
	const contents = new TextEncoder().encode(newDocument(answers.globalAccount, mode));
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
	}
	return { ok: true, landscape: uri.toString() };
}

function fileIn(folder: string): Uri {
	return Uri.joinPath(Uri.parse(folder), LANDSCAPE_FILE);
}

/** Refuses a place where there is a file that says something, with `landscape-exists`. */
async function checkVacant(uri: Uri) {
	try {
		const { type } = await workspace.fs.stat(uri);
		const isVacant =
			type !== FileType.Directory && !openDocument(uri)?.isDirty && (await textOnDisk(uri)).trim() === '';
		return isVacant
			? undefined
			: refuse(
					'landscape-exists',
					l10n.t`${workspace.asRelativePath(uri)} already exists. Use it, or create another file named NAME.system-landscape.yaml.`,
				);
	} catch (error) {
		return unreadableOnDisk(uri, error);
	}
}
