import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, edit } from '../../../src/document/edit.ts';
import { locate, rangeAt, read } from '../../../src/document/read.ts';
import { applyChanges, nameIn, putSubaccount, putSystem, removeRecord } from '../../../src/model/change.ts';
import { checkLandscape } from '../../../src/model/findings/check-landscape.ts';
import { SYSTEM_STATUSES } from '../../../src/model/landscape.ts';
import { accepted, ISSUED } from '../factories.ts';
import { STYLES } from '../merge/team.ts';
import { forAll } from '../property-runs.ts';
import { subaccount, system, time } from './any-landscape.ts';
import { pieced, spliced } from './broken-texts.ts';
import { assertInOrder, byName, fixture } from './editing.ts';
import { comments, file, fileAndChange } from './random-files.ts';

const fileAndSystem = file
	.filter(({ landscape }) => landscape.systems.size > 0)
	.chain(({ landscape, text }) =>
		fc.constantFrom(...landscape.systems.values()).map((old) => ({ text, old })),
	);

describe('editing, for any hand-styled file and any change', function () {
	this.timeout(60_000);

	it('the result says the old landscape plus the change, and lines outside stay as they are', () => {
		forAll(200, fileAndChange, ({ text, change }) => {
			const reading = read(text);
			assert.equal(reading.unreadable, undefined, reading.unreadable?.message);
			const result = accepted(edit(reading, [change]));
			assertInOrder(result.edits, text.length);
			const after = applyEdits(text, result.edits);
			assert.deepEqual(byName(read(after).landscape), byName(applyChanges(reading.landscape, [change])));
			assert.equal(after.startsWith('\uFEFF'), text.startsWith('\uFEFF'));
			assert.equal(/(?<!\r)\n/.test(after), /(?<!\r)\n/.test(text));
			assert.match(after, /x-notes: the end/);
		});
	});

	it('a put that only adds inserts text and removes none, so every comment is still there', () => {
		const put = fc.oneof(system.map(putSystem), subaccount.map(putSubaccount));
		forAll(100, file, put, ({ landscape, text }, change) => {
			fc.pre(!landscape[change.section].has(nameIn(change)));
			const result = accepted(edit(read(text), [change]));
			assert.ok(result.edits.every(({ start, end }) => start === end));
			assert.deepEqual(comments(applyEdits(text, result.edits)), comments(text));
		});
	});

	it('a change of status and times touches the lines of these values, and no comment', () => {
		const status = fc.constantFrom(...SYSTEM_STATUSES);
		forAll(100, fileAndSystem, status, time, ({ text, old }, status, usedAt) => {
			const record = { ...old, status, ...(old.token ? { token: { ...old.token, usedAt } } : {}) };
			const result = accepted(edit(read(text), [putSystem(record)]));
			assert.ok(result.edits.length <= 2);
			for (const { start, end } of result.edits) {
				assert.doesNotMatch(text.slice(start, end), /[\r\n#]/);
			}
			assert.deepEqual(comments(applyEdits(text, result.edits)), comments(text));
		});
	});

	it('what a removal takes away is lines of the entry, and comments elsewhere stay', () => {
		forAll(100, fileAndSystem, ({ text, old }) => {
			const result = accepted(edit(read(text), [removeRecord('systems', old.name)]));
			assert.equal(result.edits.length, 1);
			const [removed] = result.edits;
			assert.ok(removed && removed.text === '');
			assert.ok(removed.start === 0 || text[removed.start - 1] === '\n');
			assert.match(text.slice(removed.start, removed.end), /^ +[^\s#]/);
			assert.equal(text[removed.end - 1], '\n');
		});
	});
});

// --- texts that nobody meant

/** Looks at a text in every way there is; what comes out does not matter, only that nothing is thrown. */
function lookAt(text: string): void {
	const reading = read(text);
	const found = checkLandscape(reading.landscape, ISSUED);
	for (const { start, end } of [...reading.findings, ...found.map((finding) => locate(reading, finding))]) {
		assert.ok(0 <= start && start <= end);
	}
	rangeAt(reading, ['systems', 'A', 'token', 'scenarioGroups', 0], 'value');
	rangeAt(reading, ['tenants', 'a.example', 'extensions'], 'key');
	const changes = [putSystem({ name: 'A', type: 'T', status: 'pending' })];
	const result = edit(reading, changes);
	if (result.ok) {
		assert.equal(reading.unreadable, undefined);
		assertInOrder(result.edits, text.length);
		assert.deepEqual(byName(result.reading.landscape), byName(applyChanges(reading.landscape, changes)));
	} else {
		assert.ok(['landscape-unreadable', 'edit-unsafe'].includes(result.code));
	}
}

describe('no text makes reading, locating or editing throw', function () {
	this.timeout(60_000);

	it('arbitrary text', () => {
		forAll(200, fc.string({ unit: 'binary', maxLength: 200 }), lookAt);
	});

	it('arbitrary pieces of YAML', () => {
		forAll(300, pieced, lookAt);
	});

	it('valid files with random splices', () => {
		forAll(200, spliced(fc.constantFrom(...STYLES.map(fixture))), ({ text }) => lookAt(text));
	});
});
