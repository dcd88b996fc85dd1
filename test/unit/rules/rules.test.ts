import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { RULES, type Rule } from './rules.ts';
import { names, titles, titlesIn } from './titles.ts';

const TITLES = titles('unit', 'extension', 'browser');

function filesThatName(id: string): string[] {
	return [...TITLES]
		.filter(([, titlesOfFile]) => titlesOfFile.some((title) => names(title, id)))
		.map(([file]) => file);
}

/** What is wrong with an entry of the table, in words. */
function wrongWith(id: string, rule: Rule, naming: readonly string[]): string[] {
	if (rule.says.trim() === '') {
		return [`${id} does not say what it is about`];
	}
	if ('notModelled' in rule) {
		return [
			...(rule.notModelled.trim().length < 20 ? [`${id} is not modelled, without a reason`] : []),
			...(naming.length > 0 ? [`${id} is not modelled, and yet ${naming.join(', ')} names it`] : []),
		];
	}
	return [
		...(rule.tests.length === 0 ? [`${id} has neither a test nor a reason`] : []),
		...rule.tests.filter((file) => !naming.includes(file)).map((file) => `${file} does not name ${id}`),
	];
}

/** Ids with numbers from 1 on, and those that were put in between. */
function numbered(prefix: string, last: number, between: readonly string[] = []): string[] {
	return [...Array.from({ length: last }, (_, index) => `${prefix}${index + 1}`), ...between].sort(
		(one, other) => one.localeCompare(other, 'en', { numeric: true }),
	);
}

describe('the rules of the domain', () => {
	for (const [id, rule] of Object.entries(RULES)) {
		it(`${'notModelled' in rule ? 'gives a reason for not modelling' : 'has a test for'} ${id}: ${rule.says}`, () => {
			assert.deepEqual(wrongWith(id, rule, filesThatName(id)), []);
		});
	}

	it('are all in the table, in their order', () => {
		assert.deepEqual(Object.keys(RULES), [
			...numbered('R-NAME-', 5),
			...numbered('B', 11, ['B1a']),
			...numbered('N', 17),
			...numbered('E', 12),
			...numbered('R-TOK-', 14),
			...numbered('R-CSG-', 5),
			...numbered('R-ENT-', 12),
			...numbered('R-FOR-', 10, ['R-FOR-1a']),
		]);
	});

	it('are in the table when a title or a comment names them', () => {
		const src = new URL('../../../src/', import.meta.url);
		const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts'))
			.map((file) => readFileSync(new URL(file.replaceAll('\\', '/'), src), 'utf8'));
		const named = [...sources, ...[...TITLES.values()].flat()].flatMap((text) =>
			Array.from(
				text.matchAll(/(?<![\w-])(?:R-(?:NAME|TOK|CSG|ENT|FOR)-\d+[a-z]?|[BNE]\d\d?[a-z]?)(?![\w-])/g),
				([id]) => id,
			),
		);
		assert.ok(named.length > 100);
		assert.deepEqual(
			[...new Set(named)].filter((id) => !Object.hasOwn(RULES, id)),
			[],
		);
	});
});

describe('the check of the table', () => {
	const shown = (...tests: string[]): Rule => ({ says: 'something', tests });
	const notModelled = (reason: string): Rule => ({ says: 'something', notModelled: reason });
	const reason = 'A landscape file can not hold it.';

	it('fails for an id without test and without reason', () => {
		assert.equal(wrongWith('X', shown(), []).length, 1);
		assert.equal(wrongWith('X', shown('unit/a'), []).length, 1);
		assert.equal(wrongWith('X', shown('unit/a', 'unit/b'), ['unit/a']).length, 1);
		assert.deepEqual(wrongWith('X', shown('unit/a'), ['unit/a', 'unit/b']), []);
	});

	it('fails for an empty reason, and for a reason where there is a test', () => {
		assert.equal(wrongWith('X', notModelled(' '), []).length, 1);
		assert.equal(wrongWith('X', notModelled(reason), ['unit/a']).length, 1);
		assert.deepEqual(wrongWith('X', notModelled(reason), []), []);
	});

	it('takes whole words for ids', () => {
		const title = 'R-TOK-13, B1a and (E12): R-FOR-1a';
		assert.deepEqual(
			['R-TOK-1', 'R-TOK-13', 'B1', 'B1a', 'E1', 'E12', 'R-FOR-1', 'R-FOR-1a', 'TOK-13'].filter((id) =>
				names(title, id),
			),
			['R-TOK-13', 'B1a', 'E12', 'R-FOR-1a'],
		);
	});

	it('reads the titles of tests that are run, in every way of quoting', () => {
		const source = [
			"describe('one', () => {",
			'	it("two", () => {});',
			'	it(`three $' + '{x}`, () => {});',
			'	it(',
			"		'four isn\\'t skipped',",
			"	// it('commented out', () => {});",
			"test.describe.serial('five', () => {",
			"	test('six', async () => {});",
			"	it.skip('skipped', () => {});",
			"	test.skip('skipped', () => {});",
			"	xit('skipped, too', () => {});",
			"	text.split('\\n');",
		].join('\n');
		assert.deepEqual(titlesIn(source), [
			'one',
			'two',
			'three $' + '{x}',
			"four isn\\'t skipped",
			'five',
			'six',
		]);
	});
});
