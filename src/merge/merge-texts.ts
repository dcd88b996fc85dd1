import * as l10n from '@vscode/l10n';
import {
	applyEdits,
	editTree,
	type Render,
	readingAfter,
	refuseUnsafeEdit,
	type TextEdit,
} from '../document/edit.ts';
import { lineOf, type Reading, read } from '../document/read.ts';
import { endOfLine, lineBreak, startOfLine, withLineFeeds } from '../document/text-positions.ts';
import { type Origin, treeOf } from '../document/tree-of.ts';
import { type Refusal, refuse } from '../model/decision.ts';
import { sameTree, type Tree, type TreeMap } from '../model/tree.ts';
import { bringComments, type Comment, commentsIn, linesOf, locateComments } from './comments.ts';
import { type Sides, splitSides } from './conflict-sides.ts';
import { type Merged, merge } from './merge-trees.ts';

/** A text whose merge conflicts were resolved, except for contradictions. */
export interface ResolvedMerge extends Merged {
	readonly ok: true;
	/** The whole text; contradictions stay in it as conflicts. */
	readonly text: string;
	/** What the sides are called in the markers. */
	readonly names: readonly [ours: string, theirs: string];
}

/** What Git has of a file that's being merged; the whole sides only if nobody edited the file since. */
export interface Stages {
	readonly base?: string | undefined;
	readonly ours?: string | undefined;
	readonly theirs?: string | undefined;
}

/**
 * Merges the sides of a text with conflict markers by meaning. Keeps the text of "ours", and adds the changes of "theirs"
 * to it: new entries with their own lines, and all comments. Contradictions stay between markers, with as few lines as
 * possible. Uses the sides of the stages, if given, because Git merges lines and can put a change into the wrong entry
 * without a conflict; otherwise the sides between the markers, which have later edits. The common ancestor is that of
 * the markers or of the stages. Without one, everything that only one side has is kept.
 *
 * Refuses with `merge-not-needed`, with `merge-unreadable` if markers are incomplete or a side can't be read, and with
 * `edit-unsafe` if the result, read back, isn't the merged landscape.
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
	// Like the text in the editor: without a byte-order mark, and with its line breaks.
	const inEditor = (stage = '') =>
		withLineFeeds(stage)
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
	// In the style zdiff3, conflicts don't have the lines that both sides share, so their base may not be readable.
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

	/** The text with the merged landscape; a refusal if it can't be written or would lose a comment. */
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
		// If a value that both sides have stays in conflict, a comment of "theirs" after it stays with theirs.
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
			(reading, comments) => readingAfter(reading, bringComments(reading, comments)),
			edited.reading,
		);
		const other = kept === edited.reading ? draft : towards(kept, 'theirs');
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
		// What was read already is not read again.
		const readingOf = (side: string) => [kept, other.reading].find(({ text }) => text === side) ?? read(side);
		const my = readingOf(again.ok ? again.ours.text : result);
		const your = readingOf(again.ok ? again.theirs.text : result);
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
	// Lines that would mean something else in another place, such as an alias, are rendered again.
	const result = typeof carried === 'string' ? carried : write(undefined);
	return typeof result === 'string' ? { ...merged, ok: true, text: result, names } : result;
}

/** The texts of all comments. */
function textsOf(...readings: readonly Reading[]): Set<string> {
	return new Set(readings.flatMap(({ text }) => commentsIn(text).map((comment) => comment.text)));
}

/** What a marker calls its side: `HEAD`, the branch's name, or the marker itself if it has no name. */
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

/** Removes the lines that all sides have at the start or at the end. */
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
