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

/** How deep a record may nest, and how many values it may unfold to, before reading gives up on it. */
const DEEPEST = 16;
const MOST_VALUES = 100_000;

/** How many values a whole document may unfold to beyond those that its text holds, as records are read twice at most. */
const MOST_ALIASED_VALUES = 1_000_000;

/** A value that is nested too deeply, unfolds to too much, or refers to an anchor that does not exist. */
export const UNREADABLE = Symbol('unreadable');

/** The text of a key: quoted and plain keys alike, numbers as they are written; `undefined` for anything else. */
export function keyText(pair: Pair): string | undefined {
	if (!isScalar(pair.key)) {
		return undefined;
	}
	return typeof pair.key.value === 'string' ? pair.key.value : (pair.key.source ?? '');
}

/** The pair of a map with a key, the first where it stands twice. */
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

/** Where the keys of large maps stand, so that thousands of findings are located in no time. */
const indexes = new WeakMap<YAMLMap, ReadonlyMap<string | undefined, number>>();
const WORTH_AN_INDEX = 32;

/** The node that a value stands for: an alias's target (`undefined` if that does not exist), `null` for none. */
export function target(document: Document, node: unknown): Node | null | undefined {
	if (isAlias(node)) {
		return targetsIn(document).get(node);
	}
	return isScalar(node) || isMap(node) || isSeq(node) ? node : null;
}

/** Calls `look` for a node and all below it, in the order of the text; aliases are not followed. */
export function eachNode(node: unknown, look: (node: Node) => void): void {
	if (isPair(node)) {
		eachNode(node.key, look);
		eachNode(node.value, look);
	} else if (isNode(node)) {
		look(node);
		if (isCollection(node)) {
			for (const item of node.items) {
				eachNode(item, look);
			}
		}
	}
}

const aliasTargets = new WeakMap<Document, ReadonlyMap<Alias, Node>>();

/** What each alias stands for. `Alias.resolve` visits the whole document for each; this visits it once for all. */
function targetsIn(document: Document): ReadonlyMap<Alias, Node> {
	const known = aliasTargets.get(document);
	if (known) {
		return known;
	}
	const anchors = new Map<string, Node>();
	const targets = new Map<Alias, Node>();
	eachNode(document.contents, (node) => {
		if (isAlias(node)) {
			const found = anchors.get(node.source);
			if (found) {
				targets.set(node, found);
			}
		} else if (node.anchor) {
			anchors.set(node.anchor, node);
		}
	});
	aliasTargets.set(document, targets);
	return targets;
}

/** How many values may still be unfolded from a document. */
const valuesLeft = new WeakMap<Document, number>();

function countValue(document: Document): void {
	const left = valuesLeft.get(document) ?? MOST_ALIASED_VALUES + 2 * (document.range?.[2] ?? 0);
	if (left <= 0) {
		throw new RangeError('The aliases of the document unfold to too many values.');
	}
	valuesLeft.set(document, left - 1);
}

/**
 * The plain value of a node; objects have no prototype, so that every key is only a key. Throws a `RangeError` when the
 * document's aliases unfold to too much altogether.
 */
export function plain(document: Document, node: unknown): unknown {
	let left = MOST_VALUES;
	const unfold = (value: unknown, depth: number, isShared: boolean): unknown => {
		const isAliased = isShared || isAlias(value);
		if (isAliased) {
			countValue(document);
		}
		if (--left < 0 || depth > DEEPEST) {
			return UNREADABLE;
		}
		const found = target(document, value);
		if (found === undefined) {
			return UNREADABLE;
		}
		if (isMap(found)) {
			const record: Record<string, unknown> = Object.create(null);
			for (const pair of found.items) {
				const key = keyText(pair);
				if (key !== undefined) {
					record[key] = unfold(pair.value, depth + 1, isAliased);
				}
			}
			return record;
		}
		if (isSeq(found)) {
			return found.items.map((item) => unfold(item, depth + 1, isAliased));
		}
		return isScalar(found) ? found.value : null;
	};
	return unfold(node, 0, false);
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
