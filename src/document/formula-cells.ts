/**
 * The beginning of a text that a spreadsheet would take for a formula. An apostrophe before it makes it text; so that
 * taking that away again gives the same text, one that has apostrophes there already gets another.
 */
export const FORMULA = /^(?:[\s']*[=+\-@＝＋－＠]|'*[\t\r\n])/;

/** The text of a cell whose formula was made text by an apostrophe: the opposite of what {@link FORMULA} is for. */
export function textOfCell(cell: string): string {
	const rest = cell.slice(1);
	return cell.startsWith("'") && FORMULA.test(rest) ? rest : cell;
}
