import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { FileType, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { newDocument } from '../document/new-document.ts';
import { refuse } from '../model/decision.ts';
import { MODES, type Mode } from '../model/landscape.ts';
import { checkGlobalAccountName } from '../model/names.ts';
import { LANDSCAPE_FILE } from '../workspace/landscape-file-name.ts';
import { openDocument, textOnDisk, unreadableOnDisk } from '../workspace/landscape-files.ts';
import { command, text } from './command.ts';
import { sentence } from './questions.ts';
import { askOne, askText, runWizard, step } from './wizard.ts';

const modeChoices = () => [
	{
		label: l10n.t('Practice'),
		detail: l10n.t('Plays the global account and the tenant. For learning: no licence, no real system.'),
		value: 'practice' as const,
	},
	{
		label: l10n.t('Recorded'),
		detail: l10n.t(
			'Keeps the record of a real account: you write down what the cockpit and the tenant show.',
		),
		value: 'recorded' as const,
	},
];

/**
 * *Create Landscape*: a new file at the root of a workspace folder. Refuses with `no-folder`, `global-account-empty`
 * and the other codes for names, `mode-unknown`, `landscape-exists` and `landscape-not-saved`.
 */
export const createLandscape = command({
	name: 'createLandscape',
	fields: v.object({ folder: text(), globalAccount: text(), mode: text() }),
	required: ['mode', 'globalAccount'],
	run: async ({ files }, fields, call) => {
		const folders = workspace.workspaceFolders ?? [];
		let folder = fields.folder === undefined ? folders[0]?.uri : Uri.parse(fields.folder);
		let { globalAccount, mode } = fields;
		if (!folder) {
			return refuse('no-folder', l10n.t('Open a folder first: the landscape is a file in it.'));
		}
		const refused =
			(globalAccount === undefined ? undefined : checkGlobalAccountName(globalAccount)) ??
			(mode === undefined || MODES.some((known) => known === mode)
				? undefined
				: refuse('mode-unknown', l10n.t`A landscape is either practice or recorded, not "${mode}".`)) ??
			(folders.length > 1 && fields.folder === undefined ? undefined : await checkVacant(fileIn(folder)));
		if (refused) {
			return refused;
		}
		const end = await runWizard(
			l10n.t('Create Landscape'),
			[
				step(
					'folder',
					() => fields.folder === undefined && folders.length > 1,
					(frame) =>
						askOne(frame, {
							placeholder: l10n.t('Select the folder for the landscape file'),
							choices: folders.map(({ name, uri }) => ({ label: name, description: uri.path, value: uri })),
						}),
					(value) => {
						folder = value;
					},
				),
				step(
					'mode',
					() => fields.mode === undefined,
					(frame) =>
						askOne<Mode>(frame, {
							placeholder: l10n.t('Practise, or keep the record of a real account?'),
							choices: modeChoices(),
						}),
					(value) => {
						mode = value;
					},
				),
				step(
					'globalAccount',
					() => fields.globalAccount === undefined,
					(frame) =>
						askText(frame, {
							prompt: l10n.t('Name of the global account in SAP BTP'),
							placeholder: 'Acme',
							value: globalAccount ?? '',
							validate: (value) => sentence(checkGlobalAccountName(value)),
						}),
					(value) => {
						globalAccount = value;
					},
				),
			],
			call,
		);
		const known = MODES.find((candidate) => candidate === mode);
		if (!end.done || globalAccount === undefined || !known) {
			return end.refusal;
		}
		const uri = fileIn(folder);
		const taken = await checkVacant(uri);
		if (taken) {
			return taken;
		}
		const edit = new WorkspaceEdit();
		const contents = new TextEncoder().encode(newDocument(globalAccount, known));
		edit.createFile(uri, { overwrite: true, contents });
		if (!(await workspace.applyEdit(edit))) {
			return refuse(
				'landscape-not-saved',
				l10n.t`${workspace.asRelativePath(uri)} could not be created. Check that the folder can be written to.`,
			);
		}
		await files.reread(uri);
		if (call.interactive) {
			void window.showTextDocument(uri, { preserveFocus: true });
		}
		return { ok: true, landscape: uri.toString() };
	},
});

function fileIn(folder: Uri): Uri {
	return Uri.joinPath(folder, LANDSCAPE_FILE);
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
					l10n.t`${workspace.asRelativePath(uri)} exists already. Use it, or name another file NAME.system-landscape.yaml.`,
				);
	} catch (error) {
		return unreadableOnDisk(uri, error);
	}
}
