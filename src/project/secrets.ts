import { isComputed, isPlaceholder } from '../model/projects/placeholders.ts';
import type { Secret } from '../model/projects/usage.ts';
import type { SaidTree } from './said-tree.ts';

const SECRET_KEY = /^(?:password|passwd|client[_-]?secret|api[_-]?key|secret|private[_-]?key)$/i;

/** Finds literal secrets in a tree, by their keys; what only stands for one is none. */
export function secretsIn(tree: SaidTree | undefined): readonly Secret[] {
	if (tree?.kind === 'map') {
		return [...tree.entries].flatMap(([key, { value }]) =>
			value.kind === 'scalar' ? secretAt(key, value) : secretsIn(value),
		);
	}
	return tree?.kind === 'list' ? tree.items.flatMap(secretsIn) : [];
}

function secretAt(key: string, { value, at }: Extract<SaidTree, { kind: 'scalar' }>): readonly Secret[] {
	return SECRET_KEY.test(key) && typeof value === 'string' && !isPlaceholder(value) && !isComputed(value)
		? [{ key, at }]
		: [];
}
