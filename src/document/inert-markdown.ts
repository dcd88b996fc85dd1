import { withoutSecrets } from './without-secrets.ts';

/** More of a text than this makes no table more useful. */
const LONGEST_IN_TABLE = 300;

/** A word that no Markdown gives a meaning to, nor takes for an address. */
const HARMLESS_WORD =
	/^(?:&|(?:[\p{L}\p{M}\p{N},()%?'’"„“…–—+-]|[;:.!](?=["“”)]*$)|(?<=[\p{L}\p{N}])\/(?=[\p{L}\p{N}])|(?<=\p{N})[.:](?=\p{N}))+)$/u;

/** The beginning of a text that no list begins with. */
const HARMLESS_START = /^(?!\d+[.)](?: |$))[\p{L}\p{N}]/u;

/** A text in which nothing is a link, HTML or other markup: as it is if it's harmless, or else as code. `–` if it's empty. */
export function inertName(text: string, longest = 80): string {
	const line = lineOf(text, longest);
	return HARMLESS_START.test(line) ? inertLine(line) : codeOf(line);
}

function inertLine(line: string): string {
	return line.split(' ').every((word) => HARMLESS_WORD.test(word)) ? line : codeOf(line);
}

/** A text as code, which can be copied as it is; `–` if it's empty. */
export function inertCode(text: string): string {
	return codeOf(lineOf(text, Number.POSITIVE_INFINITY));
}

/** A sentence of ours with names in it: only the words that aren't harmless become code. It's for the middle of a line. */
export function inertSentence(text: string): string {
	const parts: string[] = [];
	let code: string[] = [];
	for (const word of [...lineOf(text, Number.POSITIVE_INFINITY).split(' '), undefined]) {
		if (word !== undefined && !HARMLESS_WORD.test(word)) {
			code.push(word);
			continue;
		}
		if (code.length > 0) {
			parts.push(codeOf(code.join(' ')));
			code = [];
		}
		if (word !== undefined) {
			parts.push(word);
		}
	}
	return parts.join(' ');
}

/** A list of texts that are already Markdown. */
export function listOf(items: readonly string[]): string {
	return items.map((item) => `- ${item}`).join('\n');
}

/** A text that anybody may have written, or several names. */
type Cell = string | readonly string[];

/**
 * A table. What is in a cell stays in it. Columns that have nothing are left out; without any row, the table is empty.
 */
export function tableOf(headers: readonly string[], rows: readonly (readonly Cell[])[]): string {
	if (rows.length === 0) {
		return '';
	}
	const used = headers.map((_, column) => rows.some((row) => row[column]?.length));
	const line = (cells: readonly string[]) => `| ${cells.filter((_, column) => used[column]).join(' | ')} |`;
	return [
		// Soft hyphens are for narrow pages; in a file, nobody sees them but a search.
		line(headers.map((header) => header.replaceAll('\u00ad', ''))),
		line(headers.map(() => '---')),
		...rows.map((row) => line(headers.map((_, column) => cellOf(row[column] ?? '')))),
	].join('\n');
}

/** A cell begins no list; but a bar ends it, also within code. */
function cellOf(cell: Cell): string {
	const names = typeof cell === 'string' ? [cell] : cell;
	return cell.length === 0
		? ''
		: names
				.map((name) => inertLine(lineOf(name, LONGEST_IN_TABLE)))
				.join(', ')
				.replaceAll('|', '\\|');
}

/** A text in one line, without secrets and without characters that would show it in another order than it is. */
function lineOf(text: string, longest: number): string {
	const line = withoutSecrets(text)
		.replaceAll(/[\s\p{Cc}]+/gu, ' ')
		.trim();
	const cut = line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
	return cut.replaceAll(/[\p{Bidi_Control}\p{Cs}]/gu, '\uFFFD');
}

function codeOf(line: string): string {
	if (line === '') {
		return '–';
	}
	const longestRun = Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length));
	const fence = '`'.repeat(longestRun + 1);
	const space = /^`|`$/.test(line) ? ' ' : '';
	return `${fence}${space}${line}${space}${fence}`;
}
