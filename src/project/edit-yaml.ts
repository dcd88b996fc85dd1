import { editTree, type TextEdit } from '../document/edit.ts';
import { aliasesIn } from '../document/nodes.ts';
import { parse } from '../document/parse.ts';
import { read } from '../document/read.ts';
import { treeOf } from '../document/tree-of.ts';
import type { TreeMap } from '../model/tree.ts';
import { MOST_ADDED_VALUES } from './yaml-tree.ts';

/** What a YAML text of one document says, in full; `undefined` where it has syntax errors, or isn't a map. */
export function yamlTree(text: string): TreeMap | undefined {
	const { document, problems } = parse(text);
	if (!document || problems.length > 0 || aliasesIn(document).addedValues > MOST_ADDED_VALUES) {
		return undefined;
	}
	const tree = treeOf({ document });
	return tree instanceof Map ? tree : undefined;
}

/**
 * The edits that make a YAML text say something else, proven for the whole text; every other byte stays. `undefined` where
 * the text isn't understood, or no safe edit is known.
 */
export function editYaml(text: string, change: (tree: TreeMap) => TreeMap): readonly TextEdit[] | undefined {
	const tree = yamlTree(text);
	// That the text is no landscape doesn't matter.
	const edited = tree && editTree(read(text), change(tree));
	return edited?.ok ? edited.edits : undefined;
}
