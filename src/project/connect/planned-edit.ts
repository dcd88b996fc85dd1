import { applyEdits, type TextEdit } from '../../document/edit.ts';

/** An edit of a file, and whether it replaces what somebody has written otherwise, which a person confirms. */
export interface PlannedEdit extends TextEdit {
	readonly isReplacement: boolean;
}

/**
 * Puts edits that add together with those that replace, for the same text, by position. `undefined` where they overlap,
 * or where the text that they make isn't the one that is `meant`.
 */
export function combined(
	text: string,
	adding: readonly TextEdit[],
	replacing: readonly TextEdit[],
	isMeant: (after: string) => boolean,
): readonly PlannedEdit[] | undefined {
	const edits = [
		...adding.map((edit) => ({ ...edit, isReplacement: false })),
		...replacing.map((edit) => ({ ...edit, isReplacement: true })),
	].toSorted((one, other) => one.start - other.start || one.end - other.end);
	const overlap = edits.some(({ start }, index) => index > 0 && start < (edits[index - 1]?.end ?? 0));
	return !overlap && isMeant(applyEdits(text, edits)) ? edits : undefined;
}
