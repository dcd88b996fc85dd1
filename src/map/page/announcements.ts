import * as l10n from '@vscode/l10n';
import type { MapState } from '../messages.ts';
import { KINDS, shortened } from './words.ts';

/** More sentences than these would keep a listener waiting. */
const AT_MOST = 3;

/** What to say about the step from one state to the next; nothing about the first one, nor about time that passes. */
export function announcements(before: MapState | undefined, after: MapState): readonly string[] {
	// What can't be read isn't removed; why it can't be read is said where it is shown.
	if (!before || after.trouble !== '') {
		return [];
	}
	const known = new Map(before.nodes.map((node) => [node.id, node]));
	const said: string[] = [];
	for (const { id, kind, name, status, label } of after.nodes) {
		const old = known.get(id);
		known.delete(id);
		if (!old) {
			said.push(l10n.t`${KINDS[kind]()} ${shortened(name)} was added.`);
		} else if (old.status !== status) {
			said.push(l10n.t`${shortened(name)} is now ${label || l10n.t('No status')}.`);
		}
	}
	for (const { kind, name } of known.values()) {
		said.push(l10n.t`${KINDS[kind]()} ${shortened(name)} was removed.`);
	}
	const lines = ({ edges }: MapState) =>
		edges.map(({ id, status, label }) => `${id} ${status} ${label}`).join('\n');
	if (said.length === 0 && lines(before) !== lines(after)) {
		return [l10n.t('Connections changed.')];
	}
	return said.length > AT_MOST ? [l10n.t`${said.length} elements changed.`] : said;
}
