import type { Section } from '../model/change.ts';
import type { Edited, TextEdit } from './edit.ts';
import { type Reading, rangeAt } from './read.ts';
import { startOfLine } from './text-positions.ts';

/**
 * Splits the edit that adds records below those that a section has, so that a person may leave out some of them in a preview:
 * one edit for each name, in their order. Anything else stays as it is, because one part would need the other.
 */
export function editPerRecord(
	before: Reading,
	{ edits, reading: after }: Pick<Edited, 'edits' | 'reading'>,
	section: Section,
	names: readonly string[],
): readonly TextEdit[] {
	const [edit, ...others] = edits;
	if (!edit || others.length > 0 || edit.start < edit.end || before.landscape[section].size === 0) {
		return edits;
	}
	const { start, end, text } = edit;
	// Each record begins with the line break before it: those at the end of a file have none behind them.
	const starts = names.map((name) => {
		const line = startOfLine(after.text, rangeAt(after, [section, name], 'key').start);
		return line - start - (after.text[line - 2] === '\r' ? 2 : 1);
	});
	const isSplit =
		starts[0] === 0 && starts.every((at, index) => index === 0 || at > (starts[index - 1] as number));
	return isSplit
		? starts.map((at, index) => ({ start, end, text: text.slice(at, starts[index + 1]) }))
		: edits;
}
