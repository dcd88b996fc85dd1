import * as l10n from '@vscode/l10n';
import type { PageState } from '../messages.ts';

/** More sentences than these would keep a listener waiting. */
const AT_MOST = 3;

/** What to say about the step from one state to the next; nothing about the first one. */
export function announcements(before: PageState | undefined, after: PageState): string[] {
	if (!before) {
		return [];
	}
	// What can't be read isn't deleted.
	const rows = before.locked === '' && after.locked !== '' ? [] : rowAnnouncements(before, after);
	return [
		...(rows.length > AT_MOST ? [l10n.t`${rows.length} extensions changed.`] : rows),
		...after.steps
			.map(({ message }) => message)
			.filter((message) => before.locked === '' && before.steps.every((step) => step.message !== message)),
		// Why they are locked is read out where it is shown.
		...(before.locked !== '' && after.locked === ''
			? [l10n.t('You can create and delete extensions again.')]
			: []),
	];
}

function rowAnnouncements(before: PageState, after: PageState): string[] {
	const known = new Map(before.rows.map((row) => [row.system, row]));
	const said: string[] = [];
	for (const { system, status, statusLabel } of after.rows) {
		const old = known.get(system);
		known.delete(system);
		if (!old) {
			said.push(l10n.t`Extension for ${system} created: ${statusLabel}.`);
		} else if (old.status !== status) {
			said.push(l10n.t`${system} is now ${statusLabel}.`);
		}
	}
	for (const system of known.keys()) {
		said.push(l10n.t`Extension for ${system} deleted.`);
	}
	return said;
}
