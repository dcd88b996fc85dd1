import * as l10n from '@vscode/l10n';
import Papa from 'papaparse';
import { FORMULA } from '../document/formula-cells.ts';
import { withoutSecrets } from '../document/without-secrets.ts';
import type { Landscape } from '../model/landscape.ts';

/**
 * The systems of a landscape as a CSV file for spreadsheets, with a byte-order mark, by which Excel knows UTF-8. Statuses
 * and roles are the values of the file, which are the same in every language.
 */
export function landscapeCsv({ systems }: Landscape): string {
	const fields = [
		l10n.t('Name'),
		l10n.t('Type'),
		l10n.t('Status'),
		l10n.t('URL'),
		l10n.t('Role'),
		l10n.t('Owner'),
		l10n.t('Note'),
	];
	const data = Array.from(systems.values(), ({ name, type, status, url, role, owner, note }) =>
		[name, type, status, url, role, owner, note].map((text = '') => withoutSecrets(text)),
	);
	return `\uFEFF${Papa.unparse([fields, ...data], { escapeFormulae: FORMULA })}`;
}
