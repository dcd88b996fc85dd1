import type { Refusal } from '../model/decision.ts';
import type { Mode } from '../model/landscape.ts';
import type { TreeMap } from '../model/tree.ts';
import { type Edited, editTree } from './edit.ts';
import type { Reading } from './read.ts';
import { treeOf } from './tree-of.ts';

/**
 * Makes the edit that changes the mode of a landscape, and no other byte. Refuses like the function `edit`, with
 * `landscape-unreadable` and `edit-unsafe`.
 */
export function changeMode(reading: Reading, mode: Mode): Edited | Refusal {
	return reading.unreadable ?? editTree(reading, new Map(treeOf(reading) as TreeMap).set('mode', mode));
}
