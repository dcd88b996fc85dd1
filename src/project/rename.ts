import type { TextEdit } from '../document/edit.ts';
import { renderScalar } from '../document/render.ts';
import type { Place } from '../model/projects/place.ts';
import type { Project, SystemName } from '../model/projects/usage.ts';
import { readJson } from './json-tree.ts';
import { scalarAt } from './scalar-at.ts';

/** A place that says a system's name. */
export interface NameInProject extends SystemName {
	/** Whether it is only likely that the place means this system, as in a file of parameters that nothing names. */
	readonly isGuessed: boolean;
}

/** Every place of a project that says the name of a system, each once. */
export function namesIn({ usages }: Project): readonly NameInProject[] {
	const all = usages.flatMap(({ names, deployer }) =>
		names.map((name) => ({ ...name, isGuessed: deployer === 'by-hand' || name.effect !== 'effective' })),
	);
	const byPlace = new Map<string, NameInProject>();
	for (const name of all) {
		const key = JSON.stringify([name.at.file, name.at.start]);
		const earlier = byPlace.get(key);
		// What one deployment guesses another one may know.
		byPlace.set(key, earlier && !earlier.isGuessed ? earlier : name);
	}
	return [...byPlace.values()];
}

/**
 * The edit that writes another name at a place; `undefined` where the place doesn't only say the name, or the text has
 * syntax errors.
 */
export function renameAt(text: string, at: Place, from: string, to: string): TextEdit | undefined {
	const { start, end } = at;
	if (at.file.endsWith('.json')) {
		return text.slice(start, end) === JSON.stringify(from) && !readJson('', text, true).error
			? { start, end, text: JSON.stringify(to) }
			: undefined;
	}
	const { node, inFlow = false } = scalarAt(text, at) ?? {};
	// An anchor says it for other places, too.
	return node && String(node.value) === from && !node.anchor
		? { start, end, text: renderScalar(to, node, inFlow) }
		: undefined;
}
