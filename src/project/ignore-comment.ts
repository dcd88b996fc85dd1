import type { TextEdit } from '../document/edit.ts';
import { parseDocuments } from '../document/parse.ts';
import { endOfLine, lineBreak, startOfLine } from '../document/text-positions.ts';
import { treeOf } from '../document/tree-of.ts';
import type { ProjectFinding } from '../model/projects/finding.ts';
import { sameTree } from '../model/tree.ts';

/**
 * The edit that silences a finding by a comment above its line. `undefined` where the text then says something else, as inside
 * of a text of several lines, and in files of another kind.
 */
export function ignoreComment({ code, at }: ProjectFinding, text: string): TextEdit | undefined {
	if (!/\.(?:ya?ml|mtaext)$/.test(at.file)) {
		return undefined;
	}
	const start = startOfLine(text, at.start) || (text.startsWith('\uFEFF') ? 1 : 0);
	const [indent = ''] = /^[ \t]*/.exec(text.slice(start, endOfLine(text, at.start))) ?? [];
	const comment = `${indent}# system-landscape: ignore ${code}${lineBreak(text)}`;
	const after = text.slice(0, start) + comment + text.slice(start);
	const [before, then] = [text, after].map((each) => parseDocuments(each));
	const isSame =
		before?.problems.length === 0 &&
		then?.problems.length === 0 &&
		before.documents.length === then.documents.length &&
		before.documents.every((document, index) =>
			sameTree(treeOf({ document }), treeOf({ document: then.documents[index] })),
		);
	return isSame ? { start, end: start, text: comment } : undefined;
}
