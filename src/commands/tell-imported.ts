import * as l10n from '@vscode/l10n';
import { window, workspace } from 'vscode';
import { importDetails } from '../import/details.ts';
import type { Import } from '../import/import-systems.ts';
import { inform, warn } from '../workspace/messages.ts';

/** Says how many systems were imported from a file, and shows what is to be told of other rows, once a person asks for it. */
export async function tellImported(result: Import, file: string): Promise<void> {
	const { added, skipped, problems, warnings, ignoredColumns } = result;
	const sentences = [
		added.length === 1
			? l10n.t('1 system was imported.')
			: l10n.t('{0} systems were imported.', added.length),
		...(skipped.length > 0
			? [l10n.t('Already in the landscape and left as they are: {0}.', skipped.length)]
			: []),
		...(problems.length > 0 ? [l10n.t("Rows that couldn't be imported: {0}.", problems.length)] : []),
		...(warnings.length > 0 ? [l10n.t('To check: {0}.', warnings.length)] : []),
	];
	const hasMore = [skipped, problems, warnings, ignoredColumns].some(({ length }) => length > 0);
	const tell = problems.length > 0 ? warn : inform;
	const chosen = await tell(sentences.join(' '), hasMore ? l10n.t('Show Details') : l10n.t('OK'));
	if (hasMore && chosen !== undefined) {
		const content = importDetails(result, file);
		await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
	}
}
