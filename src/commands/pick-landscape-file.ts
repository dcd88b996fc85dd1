import * as l10n from '@vscode/l10n';
import { Uri, workspace } from 'vscode';
import { type Refusal, refuse } from '../model/decision.ts';
import type { LandscapeFile, LandscapeFiles } from '../workspace/landscape-files.ts';
import { ask, quickPick } from './ask.ts';

/**
 * The landscape file that is given, the only one, or the one that the person picks; nothing when that is cancelled. Only
 * files for which `isFit` are offered, if there are any. Refuses with `landscape-missing`.
 */
export async function pickLandscapeFile(
	files: LandscapeFiles,
	given: { readonly landscape?: string | undefined; readonly interactive: boolean },
	title: string,
	isFit: (file: LandscapeFile) => boolean = () => true,
): Promise<({ readonly ok: true } & LandscapeFile) | Refusal | undefined> {
	const fit = files.all.filter(isFit);
	const offered = fit.length > 0 ? fit : files.all;
	const answers = await ask(title, given, {
		landscape: () =>
			offered.length === 1
				? String(offered[0]?.uri)
				: quickPick({
						placeholder: l10n.t('Select the landscape'),
						none: refuse(
							'landscape-missing',
							l10n.t("This workspace doesn't have a landscape file yet. Create one first."),
						),
						choices: offered.map(({ uri, reading }) => ({
							label: reading.landscape.globalAccount || l10n.t('Unnamed global account'),
							description: workspace.asRelativePath(uri),
							value: uri.toString(),
						})),
					}),
	});
	if (!answers?.ok) {
		return answers;
	}
	const uri = Uri.parse(answers.landscape);
	const file = files.find(uri);
	return file
		? { ...file, ok: true }
		: refuse('landscape-missing', l10n.t`There's no landscape file at ${uri.path}.`);
}
