import { isCollection, isScalar, type Scalar, visit } from 'yaml';
import { parseDocuments } from '../document/parse.ts';
import type { Place } from '../model/projects/place.ts';

/** A scalar of a YAML text, and whether it's between brackets, where more texts need quotes. */
export interface ScalarAt {
	readonly node: Scalar;
	readonly inFlow: boolean;
}

/**
 * The scalar of a YAML text that begins at a place, and is in one line; `undefined` where none does, and where the text has
 * syntax errors, since nothing is written to it then.
 */
export function scalarAt(text: string, { start }: Place): ScalarAt | undefined {
	let found: ScalarAt | undefined;
	const { documents, problems } = parseDocuments(text);
	for (const document of problems.length === 0 ? documents : []) {
		visit(document, {
			Scalar: (_, node, path) => {
				if (isScalar(node) && node.range?.[0] === start) {
					const inFlow = path.some((parent) => isCollection(parent) && parent.flow === true);
					const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
					found = isBlock || text.slice(start, node.range[1]).includes('\n') ? undefined : { node, inFlow };
					return visit.BREAK;
				}
				return undefined;
			},
		});
	}
	return found;
}
