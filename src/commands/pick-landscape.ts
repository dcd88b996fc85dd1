import * as l10n from '@vscode/l10n';
import { Uri, workspace } from 'vscode';
import { type Refusal, refuse } from '../model/decision.ts';
import type { Landscape } from '../model/landscape.ts';
import type { LandscapeFile } from '../workspace/landscape-files.ts';
import { unreadable } from '../workspace/landscape-writer.ts';
import type { Services } from './services.ts';
import { askOne, type Call, runWizard, step } from './wizard.ts';

/** The landscape that a command is about: its file, and what it says at the moment of asking. */
export interface Chosen {
	readonly ok: true;
	readonly uri: Uri;
	/** The landscape as it is now: it may change while a dialog is open. */
	readonly landscape: () => Landscape;
}

/**
 * The landscape named by a field, the only one, or the one that the person picks; nothing when that is cancelled.
 * Refuses with `landscape-missing`, and with `landscape-unreadable` when it can't be written to.
 */
export async function pickLandscape(
	services: Services,
	field: string | undefined,
	call: Call,
	title: string,
): Promise<Chosen | Refusal | undefined> {
	const { files } = services;
	const file = await pickFile(services, field, call, title);
	if (!file || 'ok' in file) {
		return file;
	}
	if (file.reading.unreadable) {
		return unreadable(file.uri, file.reading.unreadable);
	}
	return {
		ok: true,
		uri: file.uri,
		landscape: () => (files.find(file.uri) ?? file).reading.landscape,
	};
}

/** Like {@link pickLandscape}, but also a file that can't be written to; only those for which `isFit`, if any is. */
export async function pickFile(
	{ files }: Pick<Services, 'files'>,
	field: string | undefined,
	call: Call,
	title: string,
	isFit: (file: LandscapeFile) => boolean = () => true,
): Promise<LandscapeFile | Refusal | undefined> {
	if (field !== undefined) {
		const uri = Uri.parse(field);
		return files.find(uri) ?? refuse('landscape-missing', l10n.t`There is no landscape file at ${uri.path}.`);
	}
	const fit = files.all.filter(isFit);
	const all = fit.length > 0 ? fit : files.all;
	const [only] = all;
	if (!only) {
		return refuse('landscape-missing', l10n.t('This workspace has no landscape file yet. Create one first.'));
	}
	if (all.length === 1) {
		return files.find(only.uri) ?? only;
	}
	let chosen: LandscapeFile | undefined;
	const end = await runWizard(
		title,
		[
			step(
				'landscape',
				() => true,
				(frame) =>
					askOne(frame, {
						placeholder: l10n.t('Select the landscape'),
						choices: all.map((file) => ({
							label: file.reading.landscape.globalAccount || l10n.t('Unnamed global account'),
							description: workspace.asRelativePath(file.uri),
							value: file,
						})),
					}),
				(file) => {
					chosen = file;
				},
			),
		],
		call,
	);
	return end.done ? chosen : end.refusal;
}
