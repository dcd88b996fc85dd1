import * as l10n from '@vscode/l10n';
import Papa from 'papaparse';
import { textOfCell } from '../document/formula-cells.ts';
import { type Answer, refuse } from '../model/decision.ts';
import { COLUMNS, type Column, columnNamed } from './columns.ts';

/** One row as a spreadsheet shows it. */
export interface CsvRow {
	/** Its number there, from 1: a cell with line breaks is in one row all the same. */
	readonly row: number;
	/** The cells by their column; those that are empty are ''. */
	readonly cells: Readonly<Record<Column, string>>;
	/** Why the cells may not be what was meant. */
	readonly doubt?: 'quotes' | 'more-cells';
}

/** The rows of a CSV file below its header. */
export interface Csv {
	readonly rows: readonly CsvRow[];
	/** The names of columns that aren't read. */
	readonly ignoredColumns: readonly string[];
}

/** More rows than these aren't read; nobody has that many systems in one global account. */
export const MOST_ROWS = 10_000;

const DELIMITERS = [';', ',', '\t'];

/** What Excel takes from a first line, and doesn't show. */
const SEPARATOR = /^"?sep=([^\n"])"?(?:\n|$)/i;

/**
 * Takes the text of a CSV file with one of {@link DELIMITERS}, or with the one that Excel's first line `sep=` names. Rows
 * without anything in them are left out. Refuses with `import-columns-missing` a file without the columns that every system
 * needs, and with `import-unreadable` one with more than {@link MOST_ROWS}.
 */
export function parseCsv(text: string): Answer<Csv> {
	const lines = text.replaceAll(/\r\n?/g, '\n');
	const separator = SEPARATOR.exec(lines);
	const content = separator ? lines.slice(separator[0].length) : lines;
	const tables = (separator?.[1] ? [separator[1]] : DELIMITERS).map((delimiter) =>
		tableOf(content, delimiter),
	);
	// Notes may have any number of commas: what counts is in which columns the header is understood best.
	const { header, body, broken } = tables.reduce((best, table) =>
		known(table.header) > known(best.header) ? table : best,
	);
	if (body.length > MOST_ROWS) {
		return refuse(
			'import-unreadable',
			l10n.t`The file has more than ${MOST_ROWS} rows. Split it, then import the parts.`,
		);
	}
	const places = new Map<Column, number>();
	const ignoredColumns: string[] = [];
	header.forEach((name, index) => {
		const column = columnNamed(name);
		if (column && !places.has(column)) {
			places.set(column, index);
		} else if (name.trim() !== '') {
			ignoredColumns.push(name.trim());
		}
	});
	if (!places.has('name') || !places.has('type')) {
		return refuse(
			'import-columns-missing',
			l10n.t(
				'The first row must name the columns: Name and Type are required; Status, URL, Role, Owner and Note are also read.',
			),
		);
	}
	const rows = body.map(({ row, cells }): CsvRow => {
		const isLonger = cells.slice(header.length).some((cell) => cell.trim() !== '');
		return {
			row,
			cells: Object.fromEntries(
				COLUMNS.map((column) => [column, cellText(cells[places.get(column) ?? -1])]),
			) as CsvRow['cells'],
			...(broken.has(row) ? { doubt: 'quotes' } : isLonger ? { doubt: 'more-cells' } : {}),
		};
	});
	return { ok: true, rows, ignoredColumns };
}

interface Table {
	readonly header: readonly string[];
	readonly body: readonly { readonly row: number; readonly cells: readonly string[] }[];
	/** The numbers of rows whose quotation marks don't match. */
	readonly broken: ReadonlySet<number>;
}

function tableOf(text: string, delimiter: string): Table {
	const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
	const [header, ...body] = data
		.map((cells, index) => ({ row: index + 1, cells }))
		.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
	const broken = errors.flatMap(({ type, row }) => (type === 'Quotes' && row !== undefined ? [row + 1] : []));
	return { header: header?.cells ?? [], body, broken: new Set(broken) };
}

function known(header: readonly string[]): number {
	return new Set(header.map(columnNamed)).size;
}

/** The text of a cell without spaces around it, also where an apostrophe was before them. */
function cellText(cell = ''): string {
	return textOfCell(cell.trim()).trim();
}
