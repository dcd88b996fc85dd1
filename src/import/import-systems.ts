import * as l10n from '@vscode/l10n';
import { findTokenLikeText } from '../document/token-like-text.ts';
import { TYPE_LABELS } from '../model/catalog/type-labels.ts';
import { applyChanges, putSystem } from '../model/change.ts';
import type { Decision } from '../model/decision.ts';
import { systemStatusLabel } from '../model/labels.ts';
import type { Landscape, System } from '../model/landscape.ts';
import { firstDuplicateOf } from '../model/merging-systems.ts';
import { checkSystemName, checkType, LONGEST_NAME, shorten } from '../model/names.ts';
import { checkNewSystemName, statusWhenAdded } from '../model/systems.ts';
import { COLUMNS, type Column, roleNamed, statusNamed } from './columns.ts';
import { type CsvRow, parseCsv } from './csv.ts';

/** What is to be said of one row. */
export interface RowNote {
	/** Its number in the spreadsheet. */
	readonly row: number;
	/** The name of the system, where it has one that can be shown. */
	readonly system: string;
	readonly message: string;
}

/** What becomes of the rows of a file. */
export interface Import {
	/** Names of the systems that are added. */
	readonly added: readonly string[];
	/** Systems that the landscape has already, which stay as they are, with what the file says differently. */
	readonly skipped: readonly RowNote[];
	/** Rows that can't be taken, each with its reason. */
	readonly problems: readonly RowNote[];
	/** What to look at in systems that are added. */
	readonly warnings: readonly RowNote[];
	readonly ignoredColumns: readonly string[];
}

/** Our own limit for texts that aren't names: a cell of a spreadsheet isn't a document. */
export const LONGEST_CELL = 5000;

/** What tells how a system is, beside its name. */
const FACTS = COLUMNS.filter((column) => column !== 'name');

/**
 * Decides what the text of a CSV file adds to a landscape: a system for each row that can be taken. Nothing that is there
 * already is changed. In practice nothing is claimed that wasn't simulated: a system is as it would be when it's added.
 * Refuses with the codes of {@link parseCsv}.
 */
export function importSystems(landscape: Landscape, text: string): Decision<Import> {
	const csv = parseCsv(text);
	if (!csv.ok) {
		return csv;
	}
	const added = new Map<string, System>();
	const rowOf = new Map<string, number>();
	const skipped: RowNote[] = [];
	const problems: RowNote[] = [];
	const warnings: RowNote[] = [];
	for (const row of csv.rows) {
		const { name } = row.cells;
		const note = (message: string): RowNote => ({ row: row.row, system: name, message });
		const fault = faultOf(row);
		if (fault !== undefined) {
			problems.push({ ...note(fault), system: shown(name) });
			continue;
		}
		const existing = landscape.systems.get(name);
		if (existing) {
			skipped.push(note(skippedWords(differences(existing, row.cells))));
			continue;
		}
		const earlier = rowOf.get(name);
		if (earlier !== undefined) {
			problems.push(note(l10n.t('The file has this name twice: row {0} was imported.', earlier)));
			continue;
		}
		const said = checkNewSystemName(landscape, name)?.message ?? systemOf(row.cells);
		if (typeof said === 'string') {
			problems.push(note(said));
			continue;
		}
		const usual = statusWhenAdded(said.type);
		const isClaim = landscape.mode === 'practice' && said.status !== usual;
		if (isClaim) {
			warnings.push(
				note(
					l10n.t(
						'Imported as {0} instead of {1}: in a practice landscape, only what you practice changes a status.',
						systemStatusLabel(usual, 'classic'),
						systemStatusLabel(said.status, 'classic'),
					),
				),
			);
		}
		added.set(name, isClaim ? { ...said, status: usual } : said);
		rowOf.set(name, row.row);
	}
	const changes = [...added.values()].map(putSystem);
	const after = applyChanges(landscape, changes);
	for (const [system, row] of rowOf) {
		const first = firstDuplicateOf(after, system);
		if (first !== undefined) {
			const message = l10n.t('"{0}" has the same type and URL, so both are the same system.', shorten(first));
			warnings.push({ row, system, message });
		}
	}
	return {
		ok: true,
		changes,
		added: [...added.keys()],
		skipped,
		problems,
		warnings: warnings.sort((one, other) => one.row - other.row),
		ignoredColumns: csv.ignoredColumns.map(shown).filter((column) => column !== ''),
	};
}

/** What is wrong with a row whatever the landscape has. */
function faultOf({ cells, doubt }: CsvRow): string | undefined {
	const all = COLUMNS.map((column) => cells[column]);
	if (all.some(isSecret)) {
		return l10n.t('A text in this row looks like a token. Tokens are secrets: remove it from the file, too.');
	}
	if (doubt === 'quotes') {
		return l10n.t("The quotation marks don't match, so rows below may also be missing.");
	}
	if (doubt === 'more-cells') {
		return l10n.t(
			'The row has more values than columns. Put values that contain the delimiter in quotation marks.',
		);
	}
	if (all.some((cell) => cell.includes('\uFFFD'))) {
		return l10n.t('A character in this row was lost when the file was saved. Correct it first.');
	}
	const long = FACTS.find((column) => cells[column].length > longest(column));
	return (
		checkSystemName(cells.name)?.message ??
		(long && l10n.t('{0}: use no more than {1} characters.', columnLabel(long), longest(long)))
	);
}

function longest(column: Column): number {
	return column === 'type' ? LONGEST_NAME : LONGEST_CELL;
}

function isSecret(text: string): boolean {
	return findTokenLikeText(text).length > 0;
}

/** A text cut to a length that fits, or nothing where it looks like a token, which is never shown. */
function shown(text: string): string {
	return isSecret(text) ? '' : shorten(text);
}

/** The system that a row says, or what is wrong with its values. */
function systemOf(cells: CsvRow['cells']): System | string {
	const { name, url, owner, note } = cells;
	const type = typeNamed(cells.type);
	const status = cells.status === '' ? statusWhenAdded(type) : statusNamed(cells.status);
	const role = roleNamed(cells.role);
	const untyped = checkType(type);
	if (untyped) {
		return untyped.message;
	}
	if (!status) {
		return l10n.t(
			'"{0}" isn\'t a status of a system. Use one that the cockpit shows.',
			shorten(cells.status),
		);
	}
	if (!role && cells.role !== '') {
		return l10n.t(
			'"{0}" isn\'t a role. Use development, customizing, test or production.',
			shorten(cells.role),
		);
	}
	return {
		name,
		type,
		status,
		...(url && { url }),
		...(role && { role }),
		...(owner && { owner }),
		...(note && { note }),
	};
}

/** SAP's label of a type in another case, otherwise the type as it's said: the catalog can't have them all (R-TYPE-2). */
function typeNamed(type: string): string {
	const folded = type.toLowerCase();
	return TYPE_LABELS.has(type)
		? type
		: (Array.from(TYPE_LABELS).find((label) => label.toLowerCase() === folded) ?? type);
}

/** What a row says differently of a system that is there; an empty cell says nothing. */
function differences(system: System, cells: CsvRow['cells']): readonly string[] {
	const said: Readonly<Record<Column, string | undefined>> = {
		...cells,
		type: typeNamed(cells.type),
		status: statusNamed(cells.status) ?? cells.status,
		role: roleNamed(cells.role) ?? cells.role,
	};
	return FACTS.flatMap((column) => {
		const here = plain(system[column]);
		const there = plain(said[column]);
		if (there === '' || here === there) {
			return [];
		}
		const [label, other] = [columnLabel(column), shown(there)];
		return [
			here === ''
				? l10n.t('{0}: nothing here, "{1}" in the file', label, other)
				: l10n.t('{0}: "{1}" here, "{2}" in the file', label, shown(here), other),
		];
	});
}

/** A text as a cell has it. */
function plain(text = ''): string {
	return text.replaceAll(/\r\n?/g, '\n').trim();
}

function skippedWords(differing: readonly string[]): string {
	return differing.length === 0
		? l10n.t('The landscape already has it, as in the file.')
		: l10n.t('The landscape already has it, and it stays as it is. {0}', differing.join('; '));
}

const LABELS: Readonly<Record<Column, () => string>> = {
	name: () => l10n.t('Name'),
	type: () => l10n.t('Type'),
	status: () => l10n.t('Status'),
	url: () => 'URL',
	role: () => l10n.t('Role'),
	owner: () => l10n.t('Owner'),
	note: () => l10n.t('Note'),
};

function columnLabel(column: Column): string {
	return LABELS[column]();
}
