import { isScalar, type Scalar, visit } from 'yaml';
import { parseDocuments } from '../document/parse.ts';
import type { Place } from '../model/projects/place.ts';

/** The scalar of a YAML text that begins at a place; `undefined` where none does. */
export function scalarAt(text: string, { start }: Place): Scalar | undefined {
	let found: Scalar | undefined;
	for (const document of parseDocuments(text).documents) {
		visit(document, {
			Scalar: (_, node) => {
				if (isScalar(node) && node.range?.[0] === start) {
					found = node;
					return visit.BREAK;
				}
				return undefined;
			},
		});
	}
	return found;
}
