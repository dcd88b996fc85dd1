import { type Document, isAlias, isMap, isScalar, isSeq } from 'yaml';
import { aliasesIn, keyText, target } from '../document/nodes.ts';
import { parseDocuments } from '../document/parse.ts';
import type { Place } from '../model/projects/place.ts';
import type { SaidEntry, SaidTree } from './said-tree.ts';

/** What a YAML file says. */
export interface YamlFile {
	/** The documents without those that say nothing. */
	readonly documents: readonly SaidTree[];
	/** What isn't understood first; what could be read of the rest may be wrong. */
	readonly broken: Place | undefined;
}

/** What aliases may add to a file; a project's file repeats a few lines. */
export const MOST_ADDED_VALUES = 10_000;

/** Reads every document of a YAML text, in time and memory proportional to its length. Never throws. */
export function readYaml(file: string, text: string): YamlFile {
	const { documents, problems } = parseDocuments(text);
	const [problem] = problems;
	const isTooLarge = documents.some((document) => aliasesIn(document).addedValues > MOST_ADDED_VALUES);
	return {
		documents: isTooLarge ? [] : documents.flatMap((document) => treeIn(document, file) ?? []),
		broken: problem || isTooLarge ? { file, start: problem?.start ?? 0, end: problem?.end ?? 0 } : undefined,
	};
}

function treeIn(document: Document, file: string): SaidTree | undefined {
	const placeOf = (node: unknown): Place => {
		const [start = 0, end = start] = (node as { range?: readonly number[] } | null)?.range ?? [];
		return { file, start, end };
	};
	const treeOf = (node: unknown, around: Place): SaidTree => {
		const found = target(document, node);
		// What an alias says is at its anchor, which is what has to be changed.
		const at = isAlias(node) || found ? placeOf(found ?? node) : around;
		if (isMap(found)) {
			const entries = new Map<string, SaidEntry>();
			for (const pair of found.items) {
				const key = keyText(pair);
				if (key !== undefined) {
					const keyAt = placeOf(pair.key);
					entries.set(key, { key: keyAt, value: treeOf(pair.value, keyAt) });
				}
			}
			return { kind: 'map', entries, at };
		}
		if (isSeq(found)) {
			return { kind: 'list', items: found.items.map((item) => treeOf(item, at)), at };
		}
		const value = isScalar(found) ? found.value : null;
		const isKnown = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
		return { kind: 'scalar', value: isKnown ? value : null, at };
	};
	const { contents } = document;
	return contents === null ? undefined : treeOf(contents, placeOf(contents));
}
