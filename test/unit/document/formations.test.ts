import assert from 'node:assert/strict';
import type { Decision } from '../../../src/model/decision.ts';
import {
	createFormation,
	deleteFormation,
	excludeSystem,
	includeSystem,
} from '../../../src/model/formations.ts';
import type { Landscape } from '../../../src/model/landscape.ts';
import { accepted, KYMA } from '../factories.ts';
import { PRD, STYLES } from '../merge/team.ts';
import { diff, edited, fixture, landscapeIn } from './editing.ts';

const SIDE = 'Side by side';

/** The text after each of the operations, one upon the other. */
function after(text: string, ...operations: readonly ((landscape: Landscape) => Decision)[]): string {
	return operations.reduce((current, operation) => {
		const decision = accepted(operation(landscapeIn(current)));
		return edited(current, decision.changes).text;
	}, text);
}

const create = (systems: readonly string[]) => (landscape: Landscape) =>
	createFormation(landscape, { name: 'Second', type: KYMA, systems });
const include = (system: string, formation: string) => (landscape: Landscape) =>
	includeSystem(landscape, { formation, system });
const exclude = (system: string, formation: string) => (landscape: Landscape) =>
	excludeSystem(landscape, { formation, system });
const remove = (name: string) => (landscape: Landscape) => deleteFormation(landscape, name);

describe('formations in a hand-formatted file', () => {
	const text = fixture('hand-formatted');

	it('R-FOR-2: a new one comes below the others, above the comment at the end', () => {
		assert.deepEqual(diff(text, after(text, create([PRD, 'Marketing']))), [
			'+  Second:',
			`+    type: ${KYMA}`,
			'+    systems:',
			`+      - ${PRD}`,
			'+      - Marketing',
		]);
	});

	it('R-FOR-11: a draft without any system is just its type', () => {
		assert.deepEqual(diff(text, after(text, create([]))), ['+  Second:', `+    type: ${KYMA}`]);
	});

	it('R-FOR-3: including adds one line, excluding takes it away again', () => {
		const included = after(text, include('Marketing', SIDE));
		assert.deepEqual(diff(text, included), ['+      - Marketing']);
		assert.equal(after(included, exclude('Marketing', SIDE)), text);
	});

	it('R-FOR-3: without its last system a formation keeps its type, and takes systems again', () => {
		const empty = after(text, exclude(PRD, SIDE));
		assert.deepEqual(diff(text, empty), ['-    systems:', `-      - ${PRD}`]);
		assert.equal(after(empty, include(PRD, SIDE)), text);
	});

	it('R-FOR-6: deleting takes the lines of the formation, and no other', () => {
		assert.equal(after(text, create([PRD]), remove('Second')), text);
	});
});

for (const style of STYLES) {
	describe(`formations in a file in the style "${style}"`, () => {
		it('R-FOR-3, R-FOR-6: create, include, exclude and delete leave what they should', () => {
			const before = fixture(style);
			const steps = [
				create([PRD]),
				include('Marketing', 'Second'),
				exclude(PRD, 'Second'),
				include('Marketing', SIDE),
			];
			const { formations, systems } = landscapeIn(after(before, ...steps));
			assert.deepEqual(formations.get('Second')?.systems, ['Marketing']);
			assert.deepEqual(formations.get(SIDE)?.systems, [PRD, 'Marketing']);
			assert.deepEqual(systems, landscapeIn(before).systems);
			assert.deepEqual(
				landscapeIn(after(before, ...steps, remove('Second'), remove(SIDE))).formations.size,
				0,
			);
		});
	});
}
