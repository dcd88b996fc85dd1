/** Where a merge conflict starts and ends, with its markers, as offsets in UTF-16 units. */
export interface Conflict {
	readonly start: number;
	readonly end: number;
}

/** A line that is a conflict marker, without its line break. */
export const MARKER = /^(?:<{7}|>{7}|\|{7})(?: .*)?$|^={7}$/gm;

/**
 * Replaces merge conflicts so that the text can be parsed: keeps "ours", and puts spaces in place of markers and the
 * other side, so that offsets stay valid. A marker without its counterpart counts as a conflict, too.
 */
export function maskConflicts(text: string): {
	readonly text: string;
	readonly conflicts: readonly Conflict[];
} {
	if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) {
		return { text, conflicts: [] };
	}
	const markers = Array.from(text.matchAll(MARKER), ({ index, 0: marker }) => ({
		kind: marker.charAt(0),
		start: index,
		end: index + marker.length,
	}));
	const conflicts: Conflict[] = [];
	let masked = '';
	let done = 0;
	const mask = (start: number, end: number) => {
		masked += text.slice(done, start) + blank(text.slice(start, end));
		done = end;
	};
	for (let index = 0; index < markers.length; index++) {
		const opening = markers[index] as Marker;
		const closing = opening.kind === '<' ? closingOf(markers, index) : index;
		const last = markers[closing] as Marker;
		mask(opening.start, opening.end);
		if (closing > index) {
			mask((markers[index + 1] as Marker).start, last.end);
		}
		conflicts.push({ start: opening.start, end: last.end });
		index = closing;
	}
	return { text: masked + text.slice(done), conflicts };
}

interface Marker extends Conflict {
	/** The character that the marker is made of. */
	readonly kind: string;
}

/** The index of the marker that closes the conflict that `opening` opens; `opening` itself if the conflict isn't complete. */
function closingOf(markers: readonly Marker[], opening: number): number {
	let divided = false;
	for (let index = opening + 1; index < markers.length; index++) {
		const kind = markers[index]?.kind;
		if (kind === '<' || (kind === '>' && !divided)) {
			return opening;
		}
		if (kind === '>') {
			return index;
		}
		divided ||= kind === '=';
	}
	return opening;
}

function blank(text: string): string {
	return text.replace(/[^\r\n]/g, ' ');
}
