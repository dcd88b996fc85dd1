import { isMap, isPair, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { keyText } from '../document/nodes.ts';
import type { RecordKind } from '../document/schema.ts';
import type { Range } from '../document/token-like-text.ts';
import type { Path } from '../model/findings/finding.ts';

/** The key or value at a range of a text. */
export interface Place {
	readonly path: Path;
	readonly node: unknown;
	/** The map in whose key or value the range is. */
	readonly map: YAMLMap | undefined;
	readonly isKey: boolean;
	readonly inFlow: boolean;
}

const startOf = (item: unknown): number =>
	((isPair(item) ? item.key : item) as { range?: readonly number[] } | null)?.range?.[0] ??
	Number.POSITIVE_INFINITY;

/** The key or value that a range covers; `undefined` if it covers none. */
export function placeAt(contents: unknown, { start, end }: Range): Place | undefined {
	let node = contents;
	const path: (string | number)[] = [];
	let map: YAMLMap | undefined;
	let inFlow = false;
	for (;;) {
		const range = (node as { range?: readonly number[] } | null)?.range;
		const collection = isMap(node) || isSeq(node) ? node : undefined;
		const first = collection && startOf(collection.items[0]);
		if (range?.[0] === start && range[1] === end && !(first === start && isMap(node) && !node.flow)) {
			return { path, node, map, isKey: false, inFlow };
		}
		if (!collection) {
			return undefined;
		}
		inFlow ||= collection.flow === true;
		const at = (collection.items as unknown[]).findLastIndex((item) => startOf(item) <= start);
		const item = collection.items[at];
		if (isMap(node)) {
			const pair = item as Pair | undefined;
			path.push((pair && keyText(pair)) ?? '');
			map = node;
			if (isScalar(pair?.key) && pair.key.range?.[0] === start && pair.key.range[1] === end) {
				return { path, node: pair.key, map, isKey: true, inFlow };
			}
			node = pair?.value;
		} else {
			path.push(at);
			map = undefined;
			node = item;
		}
	}
}

const KINDS: Readonly<Record<string, readonly (RecordKind | undefined)[]>> = {
	systems: [undefined, 'system', 'token'],
	tenants: [undefined, 'tenant', undefined, 'extension'],
	subaccounts: [undefined, 'subaccount', undefined, 'entitlement'],
	formations: [undefined, 'formation'],
};

/** The kind of record at a path, if any. */
export function kindAt(path: Path): RecordKind | undefined {
	return path.length === 0 ? 'landscape' : KINDS[String(path[0])]?.[path.length - 1];
}
