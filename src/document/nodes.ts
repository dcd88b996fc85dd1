import {
	type Alias,
	type Document,
	isAlias,
	isCollection,
	isMap,
	isNode,
	isPair,
	isScalar,
	isSeq,
	type Node,
	type Pair,
	type YAMLMap,
} from 'yaml';

/** In place of an alias whose anchor doesn't exist. */
export const UNREADABLE = Symbol('unreadable');

/** The text of a key: quoted and plain keys alike, numbers as they are written; `undefined` for anything else. */
export function keyText(pair: Pair): string | undefined {
	if (!isScalar(pair.key)) {
		return undefined;
	}
	return typeof pair.key.value === 'string' ? pair.key.value : (pair.key.source ?? '');
}

/** The pair with a key in a map; the first one if the key appears twice. */
export function pairIn(map: YAMLMap, key: string): Pair | undefined {
	const { items } = map;
	if (items.length < WORTH_AN_INDEX) {
		return items.find((pair) => keyText(pair) === key);
	}
	let index = indexes.get(map);
	if (!index) {
		index = new Map(items.map((pair, at) => [keyText(pair), at] as const).reverse());
		indexes.set(map, index);
	}
	const found = items[index.get(key) ?? -1];
	return found && keyText(found) === key ? found : items.find((pair) => keyText(pair) === key);
}

/** An index of the keys of large maps, so that thousands of findings are located quickly. */
const indexes = new WeakMap<YAMLMap, ReadonlyMap<string | undefined, number>>();
const WORTH_AN_INDEX = 32;

/** Resolves an alias to its target (`undefined` if it doesn't exist); returns other nodes as they are, and `null` for nothing. */
export function target(document: Document, node: unknown): Node | null | undefined {
	if (isAlias(node)) {
		return aliasesIn(document).targets.get(node);
	}
	return isScalar(node) || isMap(node) || isSeq(node) ? node : null;
}

/** The aliases of a document, and how large it becomes when they're resolved. */
export interface Aliases {
	readonly targets: ReadonlyMap<Alias, Node>;
	/** Those without an anchor before them. */
	readonly dangling: readonly Alias[];
	/** How many values there are beyond those that are written; infinitely many if an alias refers to a node around it. */
	readonly addedValues: number;
}

const known = new WeakMap<Document, Aliases>();

/** Looks at each node of a document once; `Alias.resolve` would for each alias. */
export function aliasesIn(document: Document): Aliases {
	const aliases = known.get(document) ?? findAliases(document.contents);
	known.set(document, aliases);
	return aliases;
}

function findAliases(contents: unknown): Aliases {
	const targets = new Map<Alias, Node>();
	const dangling: Alias[] = [];
	const anchors = new Map<string, Node>();
	/** How many values an anchor's node has; nothing while it is around the node that is looked at. */
	const sizes = new Map<Node, number>();
	let written = 0;
	const sizeOf = (node: unknown): number => {
		if (isPair(node)) {
			return sizeOf(node.key) + sizeOf(node.value);
		}
		written++;
		if (isAlias(node)) {
			const found = anchors.get(node.source);
			if (!found) {
				dangling.push(node);
				return 1;
			}
			targets.set(node, found);
			return sizes.get(found) ?? Number.POSITIVE_INFINITY;
		}
		if (!isNode(node)) {
			return 1;
		}
		if (node.anchor) {
			anchors.set(node.anchor, node);
		}
		const size = isCollection(node) ? node.items.reduce<number>((sum, item) => sum + sizeOf(item), 1) : 1;
		if (node.anchor) {
			sizes.set(node, size);
		}
		return size;
	};
	return { targets, dangling, addedValues: sizeOf(contents) - written };
}

/** The plain value of a node, but for some keys; objects have no prototype, so that every key is only a key. */
export function plain(document: Document, node: unknown, without: readonly string[] = []): unknown {
	const found = target(document, node);
	if (found === undefined) {
		return UNREADABLE;
	}
	if (isMap(found)) {
		const record: Record<string, unknown> = Object.create(null);
		for (const pair of found.items) {
			const key = keyText(pair);
			if (key !== undefined && !without.includes(key)) {
				record[key] = plain(document, pair.value);
			}
		}
		return record;
	}
	if (isSeq(found)) {
		return found.items.map((item) => plain(document, item));
	}
	return isScalar(found) ? found.value : null;
}

/** The node at a path below `node`, or the nearest one above it that exists. */
export function nodeAt(node: unknown, path: readonly (string | number)[]): { pair?: Pair; node: unknown } {
	let found: { pair?: Pair; node: unknown } = { node };
	for (const step of path) {
		if (isMap(found.node) && typeof step === 'string') {
			const pair = pairIn(found.node, step);
			if (!pair) {
				break;
			}
			found = { pair, node: pair.value };
		} else if (isSeq(found.node) && typeof step === 'number' && step < found.node.items.length) {
			found = { node: found.node.items[step] };
		} else {
			break;
		}
	}
	return found;
}

/** Whether nothing, or `null`, is where a value may be. */
export function isNothing(node: unknown): boolean {
	return node === null || (isScalar(node) && node.value === null);
}
