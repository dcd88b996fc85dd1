import type { PageState } from '../messages.ts';
import { texts } from './texts.ts';

/** More sentences than these would keep a listener waiting. */
const atMost = 3;

/** What to say about the step from one state to the next; nothing about the first one. */
export function announcements(before: PageState | undefined, after: PageState): string[] {
	if (!before) {
		return [];
	}
	const rows = rowAnnouncements(before, after);
	return [
		...(rows.length > atMost ? [texts.announce.several(rows.length)] : rows),
		// Why they are locked is read out where it stands.
		...(before.locked !== '' && after.locked === '' ? [texts.announce.unlocked()] : []),
	];
}

function rowAnnouncements(before: PageState, after: PageState): string[] {
	const known = new Map(before.rows.map((row) => [row.system, row]));
	const said: string[] = [];
	for (const { system, status, statusLabel } of after.rows) {
		const old = known.get(system);
		known.delete(system);
		if (!old) {
			said.push(texts.announce.created(system, statusLabel));
		} else if (old.status !== status) {
			said.push(texts.announce.changed(system, statusLabel));
		}
	}
	for (const system of known.keys()) {
		said.push(texts.announce.deleted(system));
	}
	return said;
}
