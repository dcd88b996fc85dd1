import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, edit } from '../../../src/document/edit.ts';
import { locate, rangeAt, read } from '../../../src/document/read.ts';
import { applyChanges, putSubaccount, putSystem } from '../../../src/model/change.ts';
import { checkLandscape } from '../../../src/model/findings/check-landscape.ts';
import { SYSTEM_STATUSES } from '../../../src/model/landscape.ts';
import { ISSUED } from '../factories.ts';
import { STYLES } from '../merge/team.ts';
import { forAll } from '../property-runs.ts';
import { assertInOrder, byName, fixture } from './editing.ts';
import { changeTo, comments, file, subaccount, system, time } from './random-files.ts';

const fileAndChange = file.chain((made) => changeTo(made.records).map((change) => ({ ...made, change })));

describe('editing, for any hand-styled file and any change', function () {
	this.timeout(60_000);

	it('the result says the old landscape plus the change, and lines outside stay as they are', () => {
		forAll(200, fileAndChange, ({ text, change }) => {
			const reading = read(text);
			assert.equal(reading.unreadable, undefined, reading.unreadable?.message);
			const result = edit(reading, [change]);
			assert.ok(result.ok, result.ok ? '' : result.message);
			assertInOrder(result.edits, text.length);
			const after = applyEdits(text, result.edits);
			assert.deepEqual(byName(read(after).landscape), byName(applyChanges(reading.landscape, [change])));
			assert.equal(after.startsWith('\uFEFF'), text.startsWith('\uFEFF'));
			assert.equal(/(?<!\r)\n/.test(after), /(?<!\r)\n/.test(text));
			assert.match(after, /x-notes: the end/);
		});
	});

	it('a put that only adds inserts text and removes none, so every comment is still there', () => {
		forAll(
			100,
			file,
			fc.oneof(system.map(putSystem), subaccount.map(putSubaccount)),
			({ records, text }, change) => {
				const taken =
					change.kind === 'put' && change.section === 'systems' ? records.systems : records.subaccounts;
				fc.pre(
					change.kind === 'put' &&
						change.section !== 'tenants' &&
						!taken.some((entry) => entry.name === change.record.name),
				);
				const result = edit(read(text), [change]);
				assert.ok(result.ok);
				assert.ok(result.edits.every(({ start, end }) => start === end));
				assert.deepEqual(comments(applyEdits(text, result.edits)), comments(text));
			},
		);
	});

	it('a change of status and times touches the lines of these values, and no comment', () => {
		forAll(
			100,
			file,
			fc.nat(),
			fc.constantFrom(...SYSTEM_STATUSES),
			time,
			({ records, text }, pick, status, usedAt) => {
				const old = records.systems[pick % Math.max(records.systems.length, 1)];
				fc.pre(old !== undefined);
				if (!old) {
					return;
				}
				const record = { ...old, status, ...(old.token ? { token: { ...old.token, usedAt } } : {}) };
				const result = edit(read(text), [putSystem(record)]);
				assert.ok(result.ok);
				assert.ok(result.edits.length <= 2);
				for (const { start, end } of result.edits) {
					assert.doesNotMatch(text.slice(start, end), /[\r\n#]/);
				}
				assert.deepEqual(comments(applyEdits(text, result.edits)), comments(text));
			},
		);
	});

	it('what a removal takes away is lines of the entry, and comments elsewhere stay', () => {
		forAll(100, file, fc.nat(), ({ records, text }, pick) => {
			const old = records.systems[pick % Math.max(records.systems.length, 1)];
			fc.pre(old !== undefined);
			if (!old) {
				return;
			}
			const result = edit(read(text), [{ kind: 'remove', section: 'systems', name: old.name }]);
			assert.ok(result.ok);
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
		const piece = fc.constantFrom(
			...[
				'version: 1\n',
				'globalAccount: a\n',
				'mode: practice\n',
				'systems',
				'tenants',
				':',
				': ',
				'\n',
				'\r\n',
				'  ',
				'\t',
				'- ',
				'? ',
				'&a ',
				'*a',
				'!t ',
				'|\n',
				'>-\n',
				'{',
				'}',
				'[',
				']',
				',',
				'#',
				' # c',
				'"',
				"'",
				'---\n',
				'...\n',
				'%YAML 1.1\n',
				'<<',
				'~',
				'\uFEFF',
				'<<<<<<<\n',
				'=======\n',
				'>>>>>>>\n',
				'x',
				'\\',
				'\u2028',
			],
		);
		forAll(300, fc.array(piece, { maxLength: 40 }), (pieces) => lookAt(pieces.join('')));
	});

	it('valid files with random splices', () => {
		const texts = STYLES.map(fixture);
		const splice = fc.record({
			at: fc.nat({ max: 6000 }),
			length: fc.oneof(fc.constant(0), fc.nat({ max: 30 })),
			insert: fc.oneof(
				fc.constantFrom(
					'',
					'\n',
					'  ',
					'{',
					'}',
					'[',
					']',
					':',
					': ',
					',',
					'- ',
					'&a ',
					'*cloud',
					'#',
					'"',
					"'",
					'|',
					'\t',
				),
				fc.string({ maxLength: 5 }),
			),
		});
		forAll(
			200,
			fc.constantFrom(...texts),
			fc.array(splice, { minLength: 1, maxLength: 3 }),
			(text, splices) => {
				lookAt(
					splices.reduce((result, { at, length, insert }) => {
						const start = at % result.length;
						return result.slice(0, start) + insert + result.slice(start + length);
					}, text),
				);
			},
		);
	});
});
