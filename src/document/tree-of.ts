import { type Document, isMap, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Tree } from '../model/tree.ts';
import { keyText, target } from './nodes.ts';

/** A pair or an item: its collection and its index there. */
export type Origin = readonly [of: YAMLMap | YAMLSeq, index: number];

/**
 * Everything in a parsed text, including unknown keys. `origins` gets the node of each map and list in the result.
 */
export function treeOf(
	{ document }: { readonly document: Document | undefined },
	origins?: Map<Tree, Origin>,
	of: unknown = document?.contents,
): Tree {
	const unfold = (node: unknown, origin?: Origin): Tree => {
		const found = target(document as Document, node);
		if (isScalar(found)) {
			return found.value as Tree;
		}
		const result = isMap(found)
			? new Map(found.items.map((pair, index) => [keyText(pair) ?? '', unfold(pair.value, [found, index])]))
			: isSeq(found)
				? found.items.map((item, index) => unfold(item, [found, index]))
				: null;
		if (result && origin) {
			origins?.set(result, origin);
		}
		return result;
	};
	return unfold(of);
}
