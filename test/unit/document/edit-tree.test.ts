import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Document, isCollection, visit } from 'yaml';
import { editTree } from '../../../src/document/edit.ts';
import { read } from '../../../src/document/read.ts';
import { treeOf } from '../../../src/document/tree-of.ts';
import { sameTree, type Tree, type TreeMap } from '../../../src/model/tree.ts';
import { accepted } from '../factories.ts';
import { forAll } from '../property-runs.ts';

const scalar = fc.constantFrom('s', 'two\nlines', 'x: y', 'yes', '# no', 1, true, null);
const { tree } = fc.letrec<{ tree: Tree; map: Tree; list: Tree }>((tie) => ({
	tree: fc.oneof({ maxDepth: 3, withCrossShrink: true }, scalar, tie('map'), tie('list')),
	map: fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd e'), tie('tree')), { maxLength: 4 }).map(mapOf),
	list: fc.array(tie('tree'), { maxLength: 4 }),
}));
const root = fc
	.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'x y'), tree), { minLength: 1, maxLength: 4 })
	.map(mapOf);

function mapOf(entries: readonly (readonly [string, Tree])[]): TreeMap {
	return new Map(entries);
}

/** The text of a tree, in which some maps and lists are in brackets. */
function textOf(of: TreeMap, isInBrackets: () => boolean, indentSeq: boolean): string {
	const document = new Document(of, { aliasDuplicateObjects: false });
	visit(document, (_, node) => {
		if (isCollection(node) && node !== document.contents) {
			node.flow = isInBrackets();
		}
	});
	return document.toString({ indentSeq });
}

describe('editing a text that is no landscape, as merges do', () => {
	it('it says anything else afterwards, and ends as it did before', () => {
		forAll(
			500,
			root,
			root,
			fc.infiniteStream(fc.boolean()),
			fc.boolean(),
			fc.boolean(),
			(before, wanted, choices, indentSeq, hasFinalBreak) => {
				const choose = () => choices.next().value === true;
				const text = textOf(before, choose, indentSeq).replace(/\n$/, hasFinalBreak ? '\n' : '');
				const reading = read(text);
				const after = mapOf([...before, ...wanted].filter(([key]) => key === 'a' || choose()));
				fc.pre(after.size > 0);
				const result = editTree(reading, after);
				assert.ok(result.ok, `${text}\n=>\n${textOf(after, () => false, true)}`);
				assert.ok(sameTree(treeOf(read(result.reading.text)), after));
				assert.equal(result.reading.text.endsWith('\n'), hasFinalBreak, result.reading.text);
			},
		);
	});

	it('a first field goes, and the dash before it stays', () => {
		const edited = (text: string, ...keys: string[]) => {
			const [item] = (treeOf(read(text)) as ReadonlyMap<string, readonly TreeMap[]>).get('x') ?? [];
			const left = mapOf([...(item ?? [])].filter(([key]) => keys.includes(key)));
			const result = accepted(editTree(read(text), mapOf([['x', [left]]])));
			return result.reading.text;
		};
		assert.equal(edited('x:\n  - a: 1 # a\n    b: 2 # b\n', 'b'), 'x:\n  - b: 2 # b\n');
		assert.equal(
			edited('x:\n  - a: 1\n    # about b\n    b: 2\n', 'b'),
			'x:\n  - \n    # about b\n    b: 2\n',
		);
		assert.equal(edited('x:\n  - a: 1\n    b: 2\n    c: 3\n', 'c'), 'x:\n  - \n    c: 3\n');
	});
});
