import { isMap, isPair, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import type { Range } from '../document/token-like-text.ts';

/** A node of a text, and where it is. */
interface LocatedNode {
	readonly node: unknown;
	/** The map that has the node as a key or as a value. */
	readonly map: YAMLMap | undefined;
	readonly isKey: boolean;
	readonly inFlow: boolean;
}

const startOf = (item: unknown): number =>
	((isPair(item) ? item.key : item) as { range?: readonly number[] } | null)?.range?.[0] ??
	Number.POSITIVE_INFINITY;

/** The key or value that a range covers; `undefined` if it covers none. */
export function locateNode(contents: unknown, { start, end }: Range): LocatedNode | undefined {
	let node = contents;
	let map: YAMLMap | undefined;
	let inFlow = false;
	for (;;) {
		const range = (node as { range?: readonly number[] } | null)?.range;
		const collection = isMap(node) || isSeq(node) ? node : undefined;
		const first = collection && startOf(collection.items[0]);
		if (range?.[0] === start && range[1] === end && !(first === start && isMap(node) && !node.flow)) {
			return { node, map, isKey: false, inFlow };
		}
		if (!collection) {
			return undefined;
		}
		inFlow ||= collection.flow === true;
		const item = (collection.items as unknown[]).findLast((candidate) => startOf(candidate) <= start);
		if (isMap(node)) {
			const pair = item as Pair | undefined;
			map = node;
			if (isScalar(pair?.key) && pair.key.range?.[0] === start && pair.key.range[1] === end) {
				return { node: pair.key, map, isKey: true, inFlow };
			}
			node = pair?.value;
		} else {
			map = undefined;
			node = item;
		}
	}
}
