/** A merge conflict's markers, as offsets in UTF-16 units: from the `<` of the first to the end of the last. */
export interface Conflict {
	readonly start: number;
	readonly end: number;
}

const CONFLICT =
	/^<{7}(?: .*)?\r?\n(?<ours>(?:.*\r?\n)*?)(?:\|{7}(?: .*)?\r?\n(?:.*\r?\n)*?)?={7}\r?\n(?:.*\r?\n)*?>{7}(?: .*)?$/gm;
const MARKER = /^(?:<{7}|>{7}|\|{7})(?: .*)?$|^={7}$/gm;

/**
 * The text with merge conflicts taken out for reading: "ours" stays, markers and the other side become blanks, so
 * that every offset still holds. A marker without its counterpart counts as a conflict, too.
 */
export function maskConflicts(text: string): {
	readonly text: string;
	readonly conflicts: readonly Conflict[];
} {
	if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) {
		return { text, conflicts: [] };
	}
	const conflicts: Conflict[] = [];
	const withoutPairs = text.replace(CONFLICT, (whole: string, ...rest: unknown[]) => {
		const start = rest.at(-3) as number;
		const ours = (rest.at(-1) as { ours: string }).ours;
		conflicts.push({ start, end: start + whole.length });
		const oursStart = whole.indexOf('\n') + 1;
		return blank(whole.slice(0, oursStart)) + ours + blank(whole.slice(oursStart + ours.length));
	});
	const masked = withoutPairs.replace(MARKER, (marker, start: number) => {
		conflicts.push({ start, end: start + marker.length });
		return blank(marker);
	});
	return { text: masked, conflicts };
}

function blank(text: string): string {
	return text.replace(/[^\r\n]/g, ' ');
}
