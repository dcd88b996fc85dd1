import * as l10n from '@vscode/l10n';
import { inertName, inertSentence, listOf } from '../document/inert-markdown.ts';
import { shorten } from '../model/names.ts';
import type { Import, RowNote } from './import-systems.ts';

/** What an import has to tell beside what it added, as Markdown for people; `file` is what they call the imported file. */
export function importDetails(
	{ problems, skipped, warnings, ignoredColumns }: Omit<Import, 'added'>,
	file: string,
): string {
	const sections = [
		[l10n.t('Not imported'), problems.map(rowWords)],
		[l10n.t('Already in the landscape'), skipped.map(rowWords)],
		[l10n.t('Imported, to check'), warnings.map(rowWords)],
		[l10n.t('Columns that were ignored'), ignoredColumns.map((column) => inertName(column))],
	] as const;
	return [
		`# ${l10n.t('Import of {0}', inertName(file))}\n`,
		...sections
			.filter(([, items]) => items.length > 0)
			.map(([title, items]) => `## ${title}\n\n${listOf(items)}\n`),
	].join('\n');
}

function rowWords({ row, system, message }: RowNote): string {
	return inertSentence(
		system === ''
			? l10n.t('Row {0}: {1}', row, message)
			: l10n.t('Row {0}, "{1}": {2}', row, shorten(system), message),
	);
}
