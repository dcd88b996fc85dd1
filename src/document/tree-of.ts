import { type Document, isMap, isScalar, isSeq } from 'yaml';
import type { Tree } from '../model/tree.ts';
import { keyText, target } from './nodes.ts';

/**
 * Everything that a parsed text says, also under keys that the format does not know. Pairs and items by the objects
 * that stand for their values go into `origins`.
 */
export function treeOf(
	{ document }: { readonly document: Document | undefined },
	origins?: Map<Tree, unknown>,
	of: unknown = document?.contents,
): Tree {
	const unfold = (node: unknown, origin?: unknown): Tree => {
		const found = target(document as Document, node);
		if (isScalar(found)) {
			return found.value as Tree;
		}
		const result = isMap(found)
			? new Map(found.items.map((pair) => [keyText(pair) ?? '', unfold(pair.value, pair)]))
			: isSeq(found)
				? found.items.map((item) => unfold(item, item))
				: null;
		if (result && origin) {
			origins?.set(result, origin);
		}
		return result;
	};
	return unfold(of);
}
