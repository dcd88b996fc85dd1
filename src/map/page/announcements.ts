import type { MapState } from '../messages.ts';
import { shortened } from './drawing.ts';
import { texts } from './texts.ts';

/** More sentences than these would keep a listener waiting. */
const AT_MOST = 3;

/** What to say about the step from one state to the next; nothing about the first one, nor about time that passes. */
export function announcements(before: MapState | undefined, after: MapState): readonly string[] {
	if (!before) {
		return [];
	}
	const { added, removed, changed, connected, several } = texts.announce;
	const known = new Map(before.nodes.map((node) => [node.id, node]));
	const said: string[] = [];
	for (const { id, kind, name, status, label } of after.nodes) {
		const old = known.get(id);
		known.delete(id);
		if (!old) {
			said.push(added(kind, shortened(name)));
		} else if (old.status !== status) {
			said.push(changed(shortened(name), label || texts.noStatus()));
		}
	}
	said.push(...[...known.values()].map(({ kind, name }) => removed(kind, shortened(name))));
	const lines = ({ edges }: MapState) =>
		edges.map(({ id, status, label }) => `${id} ${status} ${label}`).join('\n');
	if (said.length === 0 && lines(before) !== lines(after)) {
		return [connected()];
	}
	return said.length > AT_MOST ? [several(said.length)] : said;
}
