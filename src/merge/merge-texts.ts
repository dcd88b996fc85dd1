import * as l10n from '@vscode/l10n';
import { applyEdits, editTree, type Render, refuseUnsafeEdit, type TextEdit } from '../document/edit.ts';
import { lineOf, type Reading, read } from '../document/read.ts';
import { endOfLine, lineBreak, startOfLine } from '../document/text-positions.ts';
import { type Origin, treeOf } from '../document/tree-of.ts';
import { type Refusal, refuse } from '../model/decision.ts';
import { sameTree, type Tree, type TreeMap } from '../model/tree.ts';
import { bringComments, type Comment, commentsIn, linesOf, locateComments } from './comments.ts';
import { type Sides, splitSides } from './conflict-sides.ts';
import { type Merged, merge } from './merge-trees.ts';

/** A text whose merge conflicts were resolved, but for what is left to a person. */
export interface ResolvedMerge extends Merged {
	readonly ok: true;
	/** The whole text as it shall be; contradictions stay in it as conflicts. */
	readonly text: string;
	/** What the sides are called in the markers. */
	readonly names: readonly [ours: string, theirs: string];
}

/** What git has of a file that is being merged; the whole sides only where nobody edited the file since. */
export interface Stages {
	readonly base?: string | undefined;
	readonly ours?: string | undefined;
	readonly theirs?: string | undefined;
}

/**
 * Merges the sides of a text with conflict markers by meaning. "Ours" is the text that is kept; only what
 * "theirs" made different is brought into it, new entries as the lines that they are there, and no comment is lost.
 * Contradictions stay between markers, as few lines as there are. The sides are those of the stages, if given: git merges
 * lines, and may have brought a change into the wrong entry without a conflict. Else they are those of the markers,
 * which have what was edited by hand since. The base is that of the markers, else of the stages, else none: then what
 * one side alone has is kept.
 *
 * Refuses with `merge-not-needed`, with `merge-unreadable` where markers are incomplete or a side can't be read, and
 * with `edit-unsafe` where the result, read back, is not the merged landscape.
 */
export function resolveMerge(text: string, stages: Stages = {}): ResolvedMerge | Refusal {
	const sides = splitSides(text);
	if (!sides.ok) {
		return sides;
	}
	return resolveSides(sides, stages, lineBreak(text));
}

function resolveSides(sides: Sides, stages: Stages, newLine: string): ResolvedMerge | Refusal {
	const { markers } = sides;
	const names = [nameIn(markers.get('<')), nameIn(markers.get('>'))] as const;
	const whole = stages.ours !== undefined && stages.theirs !== undefined;
	// As the editor has it: without byte-order mark, with its line breaks.
	const inEditor = (stage = '') =>
		unified(stage)
			.replace(/^\uFEFF/, '')
			.replaceAll('\n', newLine);
	const [ours, theirs] = (
		whole ? [inEditor(stages.ours), inEditor(stages.theirs)] : [sides.ours.text, sides.theirs.text]
	).map(read) as [Reading, Reading];
	for (const [index, { text, unreadable, findings }] of [ours, theirs].entries()) {
		if (unreadable) {
			const problem = findings.find(({ severity }) => severity === 'error');
			const line = lineOf(text, problem?.start ?? 0);
			return refuse(
				'merge-unreadable',
				l10n.t(
					'Line {0} in {1}: {2} Fix it in the editor, and then choose Resolve Landscape Merge again.',
					(whole ? undefined : [sides.ours, sides.theirs][index]?.lines[line - 1]) ?? line,
					names[index] as string,
					problem?.message ?? '',
				),
			);
		}
	}
	// In zdiff3 style lines that both sides have were taken out of the conflict, so that its base may not be readable.
	const base = [whole ? undefined : sides.base?.text, stages.base]
		.map((candidate) => (candidate === undefined ? undefined : read(candidate)))
		.find((reading) => reading && !reading.unreadable);

	const origins = new Map<Tree, Origin>();
	const trees = [treeOf(ours), treeOf(theirs, origins), base && treeOf(base)] as [TreeMap, TreeMap, TreeMap?];
	const merged = merge(...trees);
	const [mine, yours, old] = [textsOf(ours), textsOf(theirs), textsOf(...(base ? [base] : []))];
	const render: Render = (value, indent) => {
		const origin = origins.get(value);
		return origin ? linesOf(theirs.text, origin, indent, (comment) => mine.has(comment)) : undefined;
	};

	/** The text with the merged landscape; `unsafe` where it can't be written so, or would lose a comment. */
	const write = (how: Render | undefined): string | Refusal => {
		const edited = editTree(ours, merged.tree, how);
		const towards = (from: Reading, side: 'theirs' | 'base') =>
			editTree(from, merge(...trees, side).tree, side === 'theirs' ? how : undefined);
		const draft = edited.ok ? towards(edited.reading, 'theirs') : undefined;
		if (!edited.ok || !draft?.ok) {
			return refuseUnsafeEdit();
		}
		const present = textsOf(edited.reading, draft.reading);
		const isRequired = ({ text }: Comment) => !old.has(text) || (mine.has(text) && yours.has(text));
		const lost = (from: Reading) =>
			locateComments(
				from,
				commentsIn(from.text).filter((comment) => isRequired(comment) && !present.has(comment.text)),
			);
		const fromTheirs = lost(theirs);
		for (const { text } of fromTheirs) {
			present.add(text);
		}
		// Behind a value that stays in conflict, and that both sides have, one comment of "theirs" stays with theirs.
		const taken = new Set<number>();
		const inConflict = fromTheirs.filter(
			(comment) =>
				merged.contradictions.some(({ path }) =>
					comment.path.every((key, index) => (path[index] ?? key) === key),
				) &&
				bringComments(edited.reading, [comment], true).some(
					({ start, end }) =>
						!draft.edits.some((change) => change.start < end && start < change.end) &&
						taken.size < taken.add(end).size,
				),
		);
		const elsewhere = fromTheirs.filter((comment) => !inConflict.includes(comment));
		const kept = [elsewhere, lost(ours)].reduce(
			(reading, comments) => read(applyEdits(reading.text, bringComments(reading, comments))),
			edited.reading,
		);
		const other = towards(kept, 'theirs');
		const before = sides.base && towards(kept, 'base');
		if (!other.ok || before?.ok === false) {
			return refuseUnsafeEdit();
		}
		const behind = bringComments(kept, inConflict, true);
		const toTheirs = [...behind, ...other.edits].toSorted(
			(one, two) => one.start - two.start || one.end - two.end,
		);
		const result = withMarkers(kept.text, toTheirs, before?.edits, markers);
		const again = splitSides(result);
		const [my, your] = (again.ok ? [again.ours.text, again.theirs.text] : [result, result]).map(read) as [
			Reading,
			Reading,
		];
		const everywhere = textsOf(my, your);
		return !my.unreadable &&
			!your.unreadable &&
			sameTree(treeOf(my), merged.tree) &&
			sameTree(treeOf(your), treeOf(other.reading)) &&
			[theirs, ours].every(({ text }) =>
				commentsIn(text).every((comment) => !isRequired(comment) || everywhere.has(comment.text)),
			)
			? result
			: refuseUnsafeEdit();
	};
	const carried = write(render);
	// Lines that mean something else in another place, such as an alias, are written anew.
	const result = typeof carried === 'string' ? carried : write(undefined);
	return typeof result === 'string' ? { ...merged, ok: true, text: result, names } : result;
}

/** The texts of all comments. */
function textsOf(...readings: readonly Reading[]): Set<string> {
	return new Set(readings.flatMap(({ text }) => commentsIn(text).map((comment) => comment.text)));
}

/** Where line breaks were mixed, the lines of a conflict are made uniform. */
function unified(text: string): string {
	return text.replaceAll('\r\n', '\n');
}

/** What a marker calls its side: `HEAD`, the branch's name, or the marker itself where it says nothing. */
function nameIn(marker = ''): string {
	return marker.slice(8) || marker;
}

/** The text with markers around the lines that edits towards the other side, or the base, would touch. */
function withMarkers(
	text: string,
	toTheirs: readonly TextEdit[],
	toBase: readonly TextEdit[] | undefined,
	markers: ReadonlyMap<string, string>,
): string {
	const ranges: { start: number; end: number }[] = [];
	for (const edit of [...toTheirs, ...(toBase ?? [])].toSorted((one, other) => one.start - other.start)) {
		const start = startOfLine(text, edit.start);
		const end = endOfLine(text, edit.end);
		const last = ranges.at(-1);
		if (last && start <= last.end + 2) {
			last.end = Math.max(last.end, end);
		} else {
			ranges.push({ start, end });
		}
	}
	return applyEdits(
		text,
		ranges.map(({ start, end }) => {
			const lines = (edits: readonly TextEdit[]) =>
				applyEdits(
					text.slice(start, end),
					edits
						.filter((edit) => start <= edit.start && edit.end <= end)
						.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
				).split(/\r?\n/);
			const sides = [lines([]), lines(toTheirs), ...(toBase ? [lines(toBase)] : [])];
			const [head, tail] = [cutCommon(sides, 'shift'), cutCommon(sides, 'pop').reverse()];
			const [ours, theirs, base] = sides as [string[], string[], string[]?];
			const middle = base ? [markers.get('|') ?? '|||||||', ...base] : [];
			const marked = [
				markers.get('<') ?? '',
				...ours,
				...middle,
				markers.get('=') ?? '',
				...theirs,
				markers.get('>') ?? '',
			];
			return { start, end, text: [...head, ...marked, ...tail].join(lineBreak(text)) };
		}),
	);
}

/** Takes away the lines with which all of the sides begin, or end. */
function cutCommon(sides: readonly string[][], from: 'shift' | 'pop'): string[] {
	const common: string[] = [];
	const at = from === 'shift' ? 0 : -1;
	const [first] = sides as [string[]];
	while (first.length > 0 && sides.every((side) => side.at(at) === first.at(at))) {
		common.push(first.at(at) as string);
		for (const side of sides) {
			side[from]();
		}
	}
	return common;
}
