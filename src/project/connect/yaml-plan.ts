import { stringify } from 'yaml';
import { applyEdits, type TextEdit } from '../../document/edit.ts';
import { differenceOf } from '../../document/text-difference.ts';
import { sameTree, type TreeMap } from '../../model/tree.ts';
import { editYaml, yamlTree } from '../edit-yaml.ts';
import type { Extent } from './complete.ts';
import { combined, type PlannedEdit } from './planned-edit.ts';

/** Makes what a file should say of what it says; with the extent `lacking` it only adds. */
export type Change = (tree: TreeMap, extent: Extent) => TreeMap;

/**
 * The edits that make a YAML text say what is wanted: what it lacks is added, what it says otherwise is replaced by edits
 * of their own. `undefined` where no safe edit is known.
 */
export function planYaml(text: string, change: Change): readonly PlannedEdit[] | undefined {
	const before = yamlTree(text);
	if (!before) {
		return undefined;
	}
	const whole = change(before, 'all');
	const adding = editYaml(text, (tree) => change(tree, 'lacking'));
	const replacing = editYaml(text, (tree) => replacedOnly(tree, whole));
	const says = (meant: TreeMap) => (after: string) => sameTree(yamlTree(after), meant);
	const apart = adding && replacing && combined(text, adding, replacing, says(whole));
	return (
		apart ??
		atOnce(
			text,
			editYaml(text, () => whole),
		)
	);
}

/** All edits as one, where what is added and what is replaced can't be told apart. */
function atOnce(text: string, edits: readonly TextEdit[] | undefined): readonly PlannedEdit[] | undefined {
	return edits && edits.length > 0
		? [{ ...differenceOf(text, applyEdits(text, edits)), isReplacement: true }]
		: edits && [];
}

/** A tree with the values of another one, where both have one. */
function replacedOnly(tree: TreeMap, whole: TreeMap): TreeMap {
	return new Map(
		[...tree].map(([key, value]) => {
			const other = whole.get(key);
			if (other === undefined || sameTree(value, other)) {
				return [key, value];
			}
			if (value instanceof Map && other instanceof Map) {
				return [key, replacedOnly(value, other)];
			}
			if (Array.isArray(value) && Array.isArray(other)) {
				const items = value.map((item, index) =>
					item instanceof Map && other[index] instanceof Map ? replacedOnly(item, other[index]) : item,
				);
				return [key, items];
			}
			const isLacking = value === null || value === '' || value instanceof Map || Array.isArray(value);
			return [key, isLacking ? value : other];
		}),
	);
}

/** A new YAML file, with as many spaces per level as its neighbours have, and their line breaks. */
export function newYaml(tree: TreeMap, indent: number, lineBreak: string): string {
	const text = stringify(tree, { indent, lineWidth: 0, compat: 'yaml-1.1', aliasDuplicateObjects: false });
	return text.replaceAll('\n', lineBreak);
}
