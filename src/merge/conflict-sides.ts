import * as l10n from '@vscode/l10n';
import { MARKER } from '../document/conflict-markers.ts';
import { type Refusal, refuse } from '../model/decision.ts';

/** One side of a text with merge conflicts. */
export interface Side {
	readonly text: string;
	/** The 1-based line of the whole file for each line of the side. */
	readonly lines: readonly number[];
}

/** The versions that Git merged into a text with conflicts. Changes without conflicts are in all of them. */
export interface Sides {
	readonly ok: true;
	readonly ours: Side;
	readonly theirs: Side;
	/** Only if every conflict shows it (the styles diff3 and zdiff3). */
	readonly base: Side | undefined;
	/** The first conflict's marker lines, by their character. */
	readonly markers: ReadonlyMap<string, string>;
}

/** Which marker may follow in each part, and which part it starts: 0 is outside, then ours, base and theirs. */
const NEXT: readonly Readonly<Record<string, number>>[] = [
	{ '<': 1 },
	{ '|': 2, '=': 3 },
	{ '=': 3 },
	{ '>': 0 },
];

/**
 * Splits a text with conflict markers into its sides. Refuses with `merge-not-needed` if it has no markers, and with
 * `merge-unreadable` if a marker is missing or inside another conflict.
 */
export function splitSides(text: string): Sides | Refusal {
	const sides = [1, 2, 3].map(() => ({ text: '', lines: [] as number[] }));
	const markers = new Map<string, string>();
	let part = 0;
	let opened = 0;
	let hasBase = true;
	for (const [index, line] of (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).entries()) {
		const content = line.replace(/\r?\n$/, '');
		if (content.match(MARKER)?.[0] !== content) {
			for (const [at, side] of sides.entries()) {
				if (part === 0 || part === at + 1) {
					side.text += line;
					side.lines.push(index + 1);
				}
			}
			continue;
		}
		const kind = content.charAt(0);
		const next = NEXT[part]?.[kind];
		if (next === undefined) {
			return refuseIncomplete(index + 1);
		}
		if (!markers.has(kind)) {
			markers.set(kind, content);
		}
		hasBase &&= part !== 1 || next === 2;
		opened = part === 0 ? index + 1 : opened;
		part = next;
	}
	const [ours, base, theirs] = sides as unknown as [Side, Side, Side];
	if (part !== 0) {
		return refuseIncomplete(opened);
	}
	return markers.size > 0
		? { ok: true, ours, theirs, base: hasBase ? base : undefined, markers }
		: refuse(
				'merge-not-needed',
				l10n.t("There's nothing to resolve because the file has no merge conflict."),
			);
}

function refuseIncomplete(line: number): Refusal {
	return refuse(
		'merge-unreadable',
		l10n.t("Line {0}: Some of this conflict's markers are missing. Fix the markers in the editor.", line),
	);
}
