import assert from 'node:assert/strict';
import { edit } from '../../../src/document/edit.ts';
import { LONGEST_TEXT, type Reading, read } from '../../../src/document/read.ts';
import { indentStep } from '../../../src/document/text-positions.ts';
import { putSystem } from '../../../src/model/change.ts';
import { assertRefused, codesOf, system } from '../factories.ts';
import { HEAD } from './editing.ts';

const A = 'systems:\n  A:\n    type: T\n    status: registered\n';
const line = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

/** Asserts that nothing can be written to a text, and returns its reading. */
function assertUnreadable(text: string, code?: string, at?: number): Reading {
	const reading = read(text);
	const { message } = assertRefused(reading.unreadable, 'landscape-unreadable');
	assert.deepEqual(edit(reading, [putSystem(system())]), reading.unreadable);
	assert.ok(message.length < 1000);
	for (const { start, end } of reading.findings) {
		assert.ok(0 <= start && start <= end && end <= Math.max(text.length, 1));
	}
	if (code) {
		assert.ok(
			reading.findings.some((finding) => finding.code === code && finding.severity === 'error'),
			`${code} is not among ${reading.findings.map((finding) => finding.code)}`,
		);
	}
	if (at) {
		assert.match(message, new RegExp(`^Line ${at}: `));
	}
	return reading;
}

describe('unreadable: syntax', function () {
	this.timeout(60_000);

	it('a syntax error is said with its line, and what can be read is shown', () => {
		const text = `${HEAD}${A}tenants: [\n`;
		const reading = assertUnreadable(text, undefined, 9);
		assert.equal(reading.landscape.globalAccount, 'Acme');
		assert.deepEqual([...reading.landscape.systems.keys()], ['A']);
	});

	for (const [what, text, at] of [
		['a tab as indentation', `${HEAD}systems:\n\tA: 1\n`, 5],
		['an unclosed quote', `${HEAD}x: "abc\n`, 5],
		['a second colon', `${HEAD}x: a: b\n`, 4],
		['a wrong indentation', `${HEAD}${A}   x: 1\n`, 8],
		['an invalid escape', `${HEAD}x: "\\q"\n`, 4],
		['a reserved character', `${HEAD}x: @a\n`, 4],
	] as const) {
		it(`${what} is said with its line`, () => {
			assert.ok(assertUnreadable(text, undefined, at).findings.length > 0);
		});
	}

	it('the end of a document before anything', () => {
		assertUnreadable(`...\n${HEAD}`, 'multiple-docs', 2);
	});

	it('several documents', () => {
		for (const rest of [HEAD, '', '# nothing\n', '---\n'.repeat(100_000)]) {
			assertUnreadable(`${HEAD}---\n${rest}`, 'multiple-docs', 4);
		}
	});

	it('a hundred errors are told, and that there are more', () => {
		for (const [errors, text] of [
			[100, `${HEAD}x: "${'\\q'.repeat(100)}"\n`],
			[101, `${HEAD}x: "${'\\q'.repeat(101)}"\n`],
			[101, `${HEAD}x: "${'\\q'.repeat(100_000)}"\n`],
			[101, `${HEAD}x: [a${','.repeat(100_000)}]\n`],
			[101, `${HEAD}${']'.repeat(200_000)}\n`],
			[101, `${HEAD}systems: {${Array.from({ length: 5000 }, (_, index) => `S${index}: 1`).join(', ')}}\n`],
		] as const) {
			const { findings } = assertUnreadable(text, undefined, 4);
			const codes = codesOf(findings.filter(({ severity }) => severity === 'error'));
			assert.equal(codes.length, errors);
			assert.equal(codes.indexOf('too-many-errors'), errors > 100 ? 100 : -1);
		}
	});

	it('what is read before the hundredth error is shown', () => {
		const { landscape } = assertUnreadable(`${HEAD}${A}${']\n'.repeat(200)}`);
		assert.deepEqual([...landscape.systems.keys()], ['A']);
	});

	it('a message holds no more than a piece of the text', () => {
		for (const text of [`${HEAD}x: !${'a'.repeat(10_000)} 1\n`, `${HEAD}x: &a ${'*'.repeat(10_000)}\n`]) {
			for (const { message } of assertUnreadable(text, undefined, 4).findings) {
				assert.ok(message.length < 300, message);
			}
		}
	});
});

describe('unreadable: what YAML 1.2 with its core schema does not know', () => {
	for (const [what, text, at] of [
		['a binary', `${HEAD}x: !!binary AQ==\n`, 4],
		['a timestamp', `${HEAD}x: !!timestamp 2001-01-01\n`, 4],
		['a timestamp in a record', `${HEAD}${A}    x: !!timestamp 2001-01-01\n`, 8],
		['a set', `${HEAD}x: !!set {a, b}\n`, 4],
		['an ordered map', `${HEAD}x: !!omap [a: 1]\n`, 4],
		['a tag of its own', `${HEAD}x: !owner a\n`, 4],
		['a tag of its own on a map', `${HEAD}x: !owner\n  a: b\n`, 4],
		['a tag of its own on a list', `${HEAD}x: !owner [a]\n`, 4],
		['a tag of its own on a key', `${HEAD}!owner x: a\n`, 4],
		['a tag of its own on nothing', `${HEAD}x: !owner\n`, 4],
		['a verbatim tag', `${HEAD}x: !<tag:example.org,2026:y> z\n`, 4],
		['a tag whose prefix is not declared', `${HEAD}x: !e!y z\n`, 4],
		['a tag of a declared prefix', `%TAG !e! tag:example.org,2026:\n---\n${HEAD}x: !e!y z\n`, 6],
		['a list that is said to be a map', `${HEAD}x: !!map [a]\n`, 4],
		['a text that is said to be a number', `${HEAD}x: !!int abc\n`, 4],
	] as const) {
		it(`${what} is shown, never written, tag-unknown`, () => {
			const { landscape } = assertUnreadable(text, 'tag-unknown', at);
			assert.equal(landscape.globalAccount, 'Acme');
		});
	}

	it('tags of the core schema are read', () => {
		for (const text of [
			`${HEAD}x: !!str 1\n`,
			`${HEAD}x: ! 1\n`,
			`${HEAD}x: !!map {a: !!int 1, b: !!null , c: !!seq [!!bool true, !!float 1.5]}\n`,
			`%TAG !y! tag:yaml.org,2002:\n---\n${HEAD}x: !y!str 1\n`,
		]) {
			assert.equal(read(text).unreadable, undefined, text);
		}
	});

	for (const version of ['1.1', '1.3', '1.0', '2.0', '1', '', '1.2 1.2', 'x']) {
		it(`%YAML ${version} is read as YAML 1.2 and never written, yaml-version`, () => {
			const text = `%YAML ${version}\n---\n${HEAD}x: yes\n`;
			const { landscape, findings } = assertUnreadable(text, 'yaml-version', 1);
			assert.equal(landscape.globalAccount, 'Acme');
			const [found] = findings.filter(({ code }) => code === 'yaml-version');
			assert.equal(text.slice(found?.start, found?.end), `%YAML ${version}`.trim());
		});
	}

	it('%YAML 1.2 and directives for others are read', () => {
		for (const directive of ['%YAML 1.2', '%YAML \t1.2  # ours', '%FOO bar', '# %YAML 1.1']) {
			assert.equal(read(`${directive}\n---\n${HEAD}`).unreadable, undefined, directive);
		}
	});
});

describe('unreadable: keys that stand twice', () => {
	for (const [where, text, twice] of [
		['at the top', `${HEAD}mode: recorded\n`, 'mode: recorded'],
		['as a section', `${HEAD}${A}systems: {}\n`, 'systems: {}'],
		['as a system', `${HEAD}${A}  A: {type: T, status: pending}\n`, '  A: {'],
		['as a system in other quotes', `${HEAD}${A}  "A": {type: T, status: pending}\n`, '"A"'],
		['in a system', `${HEAD}${A}    status: pending\n`, 'status: pending'],
		[
			'in a token',
			`${HEAD}${A}    token:\n      expiresAt: "2026-11-20T10:00:00Z"\n      expiresAt: "2026-11-21T10:00:00Z"\n`,
			'expiresAt: "2026-11-21',
		],
		['in a tenant', `${HEAD}tenants:\n  a:\n    type: T\n    type: U\n`, 'type: U'],
		[
			'as an extension',
			`${HEAD}tenants:\n  a:\n    type: T\n    extensions:\n      A: {status: failed}\n      A: {status: enabled}\n`,
			'A: {status: enabled',
		],
		[
			'in an extension',
			`${HEAD}tenants:\n  a:\n    type: T\n    extensions:\n      A:\n        status: failed\n        status: enabled\n`,
			'status: enabled',
		],
		[
			'in an entitlement',
			`${HEAD}subaccounts:\n  dev:\n    entitlements:\n      - service: s\n        plan: p\n        system: A\n        plan: q\n`,
			'plan: q',
		],
		['in a formation', `${HEAD}formations:\n  F:\n    type: T\n    type: U\n`, 'type: U'],
		['below an unknown key', `${HEAD}x:\n  - y:\n      a: 1\n      a: 2\n`, 'a: 2'],
		['below an unknown key of a system', `${HEAD}${A}    x: {a: 1, a: 2}\n`, 'x: {'],
	] as const) {
		it(`${where}, key-duplicate with its line`, () => {
			assertUnreadable(text, 'key-duplicate', line(text, twice));
		});
	}

	it('the first of both is shown', () => {
		const { landscape } = assertUnreadable(`${HEAD}${A}  A: {type: T, status: pending}\n`);
		assert.equal(landscape.systems.get('A')?.status, 'registered');
	});

	it('a prototype key twice is found, too', () => {
		assertUnreadable(`${HEAD}x: {__proto__: 1, __proto__: 2}\n`, 'key-duplicate');
	});
});

describe('unreadable: merge conflicts', () => {
	const ours = '    status: registered\n';
	const conflict = (base = '') =>
		`${HEAD}systems:\n  A:\n    type: T\n<<<<<<< HEAD\n${ours}${base}=======\n    status: pending\n>>>>>>> theirs\n  B:\n    type: T\n    status: pending\n`;

	for (const [what, text] of Object.entries({
		'in the usual style': conflict(),
		'in the diff3 style': conflict('||||||| base\n    status: error\n'),
		'in the diff3 style with CRLF': conflict('||||||| base\n    status: error\n').replaceAll('\n', '\r\n'),
		'with CRLF': conflict().replaceAll('\n', '\r\n'),
		'without labels': conflict().replace(' HEAD', '').replace(' theirs', ''),
		'two of them': `${conflict()}<<<<<<< a\n  C:\n    type: T\n    status: error\n=======\n>>>>>>> b\n`,
	})) {
		it(`${what}: ours is shown with all that is around, merge-conflict`, () => {
			const { landscape, findings } = assertUnreadable(text, 'merge-conflict', 7);
			assert.equal(landscape.systems.get('A')?.status, 'registered');
			assert.equal(landscape.systems.get('B')?.status, 'pending');
			const [found] = findings;
			assert.match(text.slice(found?.start, found?.end), /^<{7}.*>{7}[^>]*$/s);
			assert.equal(landscape.systems.has('C'), what === 'two of them');
		});
	}

	for (const marker of ['<<<<<<< HEAD', '>>>>>>> theirs', '<<<<<<<', '>>>>>>>']) {
		it(`${marker} alone is a conflict, too, and the rest is shown`, () => {
			const text = `${HEAD}${marker}\n${A}`;
			assert.equal(assertUnreadable(text, 'merge-conflict', 4).landscape.systems.size, 1);
		});
	}

	it('an unfinished conflict hides neither side', () => {
		const text = `${HEAD}systems:\n<<<<<<< HEAD\n  A: {type: T, status: pending}\n=======\n  B: {type: T, status: pending}\n`;
		assert.deepEqual([...assertUnreadable(text, 'merge-conflict', 5).landscape.systems.keys()], ['A', 'B']);
	});

	it('a conflict with an empty side, or from first to last line', () => {
		assertUnreadable(`<<<<<<< a\n${HEAD}=======\n>>>>>>> b`, 'merge-conflict', 1);
		assert.equal(
			assertUnreadable(`<<<<<<< a\n=======\n${HEAD}>>>>>>> b`, 'merge-conflict', 1).landscape.globalAccount,
			'',
		);
	});

	it('markers that are text are none', () => {
		for (const text of [
			'x: "<<<<<<< HEAD"\n',
			'x: |\n  <<<<<<< HEAD\n  =======\n  >>>>>>> b\n',
			'# <<<<<<< HEAD\n',
			'# ========\n',
		]) {
			assert.equal(read(HEAD + text).unreadable, undefined);
		}
	});
});

describe('unreadable: head', () => {
	it('a newer version is shown, never written, version-newer', () => {
		const text = `# ours\n${HEAD.replace('1', '2')}${A}`;
		const { landscape } = assertUnreadable(text, 'version-newer', 2);
		assert.equal(landscape.globalAccount, 'Acme');
		assert.equal(landscape.systems.size, 1);
	});

	for (const key of ['version', 'globalAccount', 'mode']) {
		it(`${key} missing, key-missing; the systems are shown`, () => {
			const text = HEAD.replace(new RegExp(`${key}.*\n`), '') + A;
			const reading = assertUnreadable(text, 'key-missing', 1);
			assert.match(reading.unreadable?.message ?? '', new RegExp(`\\b${key}\\b`));
			assert.equal(reading.landscape.systems.size, 1);
		});
	}

	for (const [key, values] of Object.entries({
		version: [
			'"1"',
			'0',
			'-1',
			'1.5',
			'one',
			'~',
			'[1]',
			'{}',
			'.nan',
			'.inf',
			'99999999999999999999',
			'true',
		],
		globalAccount: ['1', '""', '~', '[Acme]', '{}', 'true'],
		mode: ['Practice', '""', '~', 'live', '1', '[practice]'],
	})) {
		for (const value of values) {
			it(`${key}: ${value}`, () => {
				assertUnreadable(
					HEAD.replace(new RegExp(`${key}: .*`), `${key}: ${value}`),
					undefined,
					HEAD.split('\n').findIndex((text) => text.startsWith(key)) + 1,
				);
			});
		}
	}

	for (const [what, text, code] of [
		['an empty file', '', 'landscape-empty'],
		['a byte-order mark only', '\uFEFF', 'landscape-empty'],
		['blanks only', ' \n\n  \n', 'landscape-empty'],
		['comments only', '# a\n# b\n', 'landscape-empty'],
		['a document marker only', '---\n', undefined],
		['a list at the root', '- a\n- b\n', 'not-a-landscape'],
		['a text at the root', 'hello\n', 'not-a-landscape'],
		['an empty map', '{}\n', 'key-missing'],
	] as const) {
		it(what, () => {
			assert.equal(assertUnreadable(text, code).landscape.systems.size, 0);
		});
	}
});

describe('unreadable: values', () => {
	const GOOD = `${HEAD}systems:\n  Good: {type: T, status: pending}\n`;
	const system = (fields: string) => `${GOOD}  Bad:\n${fields}`;
	const amount = (units: string) =>
		`${GOOD}subaccounts: {a: {entitlements: [{service: s, plan: p, system: A, amount: ${units}}]}}\n`;
	const token = (fields: string) => system(`    type: T\n    status: pending\n    token:\n${fields}`);
	const expiry = '      expiresAt: "2026-11-20T10:00:00Z"\n';

	for (const [what, text, bad] of [
		['a status that does not exist', system('    type: T\n    status: Registered\n'), 'status: Registered'],
		['a status that is a list', system('    type: T\n    status: [pending]\n'), 'status: [pending]'],
		['no status', system('    type: T\n'), 'type: T\n'],
		['no type', system('    status: pending\n'), 'status: pending\n'],
		['a type that is a number', system('    type: 1\n    status: pending\n'), 'type: 1'],
		['an empty type', system('    type: ""\n    status: pending\n'), 'type: ""'],
		['a time without seconds', token('      expiresAt: "2026-11-20T10:00Z"\n'), 'expiresAt'],
		['a time in another zone', token('      expiresAt: "2026-11-20T10:00:00+01:00"\n'), 'expiresAt'],
		['a time that does not exist', token('      expiresAt: "2026-02-30T10:00:00Z"\n'), 'expiresAt'],
		['a number as time', token('      expiresAt: 1795219200\n'), 'expiresAt'],
		['a token without expiry', token('      issuedAt: "2026-11-20T10:00:00Z"\n'), 'issuedAt'],
		['a token that is text', system('    type: T\n    status: pending\n    token: abc\n'), 'token: abc'],
		[
			'a fingerprint in capitals',
			token(`${expiry}      fingerprint: sha256:${'A'.repeat(64)}\n`),
			'fingerprint',
		],
		[
			'a fingerprint that is too short',
			token(`${expiry}      fingerprint: sha256:${'a'.repeat(63)}\n`),
			'fingerprint',
		],
		['groups that are text', token(`${expiry}      scenarioGroups: All\n`), 'scenarioGroups'],
		['a group that is a map', token(`${expiry}      scenarioGroups: [{a: 1}]\n`), 'scenarioGroups'],
		['a system that is text', `${GOOD}  Bad: abc\n`, 'Bad'],
		['a system that is nothing', `${GOOD}  Bad:\n`, 'Bad'],
		['a key that is a list', `${GOOD}  ? [a, b]\n  : {type: T, status: pending}\n`, '? [a'],
		['an alias of nothing', system('    type: *nowhere\n    status: pending\n'), '*nowhere'],
		['a section that is a list', `${GOOD}tenants:\n  - a\n`, '- a'],
		['a section that is text', `${GOOD}tenants: none\n`, 'tenants: none'],
		[
			'an extension status that does not exist',
			`${GOOD}tenants: {a: {type: T, extensions: {A: {status: pending}}}}\n`,
			'tenants: {a',
		],
		['an amount of 0', amount('0'), 'subaccounts'],
		['an amount of 1.5', amount('1.5'), 'subaccounts'],
		['an alias of nothing below an unknown key', `${GOOD}x: [1, *nowhere]\n`, '*nowhere'],
	] as const) {
		it(`${what}: said with its line, the rest is shown`, () => {
			const { landscape } = assertUnreadable(text, undefined, line(text, bad));
			assert.equal(landscape.systems.get('Good')?.status, 'pending');
			assert.equal(landscape.systems.has('Bad'), false);
		});
	}
});

describe('hostile texts are boring', function () {
	this.timeout(60_000);

	it('a file that is too large is not looked at', () => {
		assertUnreadable(HEAD + '#'.repeat(LONGEST_TEXT), 'too-large');
	});

	it('a file with NUL bytes is no text', () => {
		assertUnreadable(`${HEAD}\0`, 'not-text');
	});

	it('a file with bytes that are no UTF-8 is no text', () => {
		assertUnreadable(new TextDecoder().decode(new Uint8Array([0x61, 0x3a, 0x20, 0xff, 0xfe])), 'not-utf-8');
	});

	const levels = {
		lists: (depth: number) => `${HEAD}x: ${'['.repeat(depth)}${']'.repeat(depth)}`,
		'lists that are not closed': (depth: number) => `${HEAD}x: ${'['.repeat(depth)}`,
		maps: (depth: number) => `${HEAD}x: ${'{a: '.repeat(depth)}${'}'.repeat(depth)}`,
		dashes: (depth: number) => `${HEAD}x:\n  ${'- '.repeat(depth)}a`,
		'question marks': (depth: number) => `${HEAD}x:\n  ${'? '.repeat(depth)}a`,
		blocks: (depth: number) =>
			`${HEAD}${Array.from({ length: depth }, (_, at) => `${' '.repeat(at)}a:`).join('\n')} a`,
	};
	for (const [what, text] of Object.entries(levels)) {
		it(`101 levels of ${what} and more are too deep, in the person's words`, () => {
			assert.ok(read(text(99)).findings.every(({ code }) => code !== 'too-deep'));
			for (const depth of [101, 3000]) {
				const { unreadable } = assertUnreadable(text(depth), 'too-deep');
				assert.doesNotMatch(unreadable?.message ?? '', /call stack/i);
			}
		});
	}

	it('a file of more than 300,000 parts is not read to its end, unless it is long', () => {
		const list = (items: number, item: string) => `${HEAD}x: [${item.repeat(items)}]\n`;
		assert.equal(read(list(149_000, 'a,')).unreadable, undefined);
		assertUnreadable(list(151_000, 'a,'), 'too-many-parts');
		assert.equal(read(list(151_000, 'a long text,')).unreadable, undefined);
	});

	const bomb = Array.from(
		{ length: 12 },
		(_, level) =>
			`  - &l${level} [${Array(10)
				.fill(level ? `*l${level - 1}` : 'x')
				.join(', ')}]\n`,
	).join('');

	it('an alias bomb is not resolved, wherever it is', () => {
		const system = `systems:\n  A: {type: T, status: pending, token: {expiresAt: "2026-11-20T10:00:00Z", scenarioGroups: *l11}}\n`;
		assertUnreadable(`${HEAD}x:\n${bomb}`, 'aliases-too-large');
		assertUnreadable(`${HEAD}x:\n${bomb}${system}`, 'aliases-too-large');
	});

	it('an alias of what is around it ends', () => {
		for (const text of [
			`${HEAD}systems: &s\n  A: *s\n`,
			`${HEAD}systems:\n  A: &a\n    type: T\n    status: pending\n    token: *a\n`,
			`&r\n${HEAD}systems: *r\n`,
			`${HEAD}x: &x [1, {y: *x}]\n`,
		]) {
			assertUnreadable(text, 'aliases-too-large');
		}
	});

	const shared = (count: number, value: string) =>
		`${HEAD}x: &x ${value}\nsystems:\n${Array.from({ length: count }, (_, index) => `  S${index}: *x\n`).join('')}`;

	it('what thousands of systems share is counted for each: its values, 200,000 at most', () => {
		const value = (items: number) => `{type: T, status: registered, b: [${'y,'.repeat(items)}]}`;
		assertUnreadable(shared(10_000, value(99_000)));
		assertUnreadable(shared(10_000, value(30_000)), 'aliases-too-large');
		// Each alias adds what it stands for in its own place: 3 keys, 2 values, a list and the map.
		assert.equal(read(shared(1000, value(194))).unreadable, undefined);
		assertUnreadable(shared(1000, value(195)), 'aliases-too-large');
	});

	it('extensions that thousands of tenants share are counted for each', () => {
		const extensions = Array.from({ length: 2000 }, (_, index) => `E${index}: {status: enabled}`).join(', ');
		const tenants = Array.from({ length: 2000 }, (_, index) => `  t${index}: {type: T, extensions: *e}\n`);
		assertUnreadable(`${HEAD}x: &e {${extensions}}\ntenants:\n${tenants.join('')}`, 'aliases-too-large');
	});

	it('a map with many unknown keys that systems share is checked once', () => {
		const keys = Array.from({ length: 900 }, (_, index) => `k${index}: 1`).join(', ');
		const { findings, unreadable } = read(shared(100, `{type: T, status: pending, ${keys}}`));
		assert.equal(unreadable, undefined);
		assert.equal(findings.length, 901);
	});

	it('of a long record the first error is told, of a short one each', () => {
		const errors = (entitlements: number) =>
			read(`${HEAD}subaccounts: {A: {entitlements: [${'{service: s, plan: p}, '.repeat(entitlements)}]}}\n`)
				.findings;
		assert.deepEqual(new Set(codesOf(errors(50))), new Set(['key-missing']));
		assert.equal(errors(50).length, 50);
		assert.equal(errors(5000).length, 1);
	});

	it('of thousands of unknown keys a thousand are told', () => {
		const keys = Array.from({ length: 5000 }, (_, index) => `k${index}: 1\n`).join('');
		const { findings, unreadable } = read(`${HEAD}${keys}`);
		assert.equal(unreadable, undefined);
		assert.equal(findings.length, 1000);
	});

	it('thousands of aliases are resolved in one go', () => {
		const systems = Array.from({ length: 3000 }, (_, index) => `  S${index}: {type: *t, status: pending}\n`);
		const { landscape, unreadable } = read(`${HEAD}x: &t T\nsystems:\n${systems.join('')}`);
		assert.equal(unreadable, undefined);
		assert.equal(landscape.systems.get('S2999')?.type, 'T');
	});

	it('tens of thousands of conflict markers are read in one go', () => {
		assertUnreadable(
			`<<<<<<<\n${'|||||||\n'.repeat(20_000)}${'=======\n'.repeat(20_000)}`,
			'merge-conflict',
			1,
		);
		assertUnreadable('<<<<<<<\n'.repeat(20_000), 'merge-conflict', 1);
	});

	it('a key of 10,000 characters, and long values, do no harm', () => {
		read(`${HEAD}subaccounts:\n  ${'x'.repeat(10_000)}:\n`);
		assert.equal(read(`${HEAD}x: ${'y'.repeat(100_000)}\n`).unreadable, undefined);
	});

	it('a megabyte of what looks like the beginning of a token or of a section is read', () => {
		for (const [start, unit] of [
			[`${HEAD}# `, 'eyJaaaaaaaaaa-'],
			[`${HEAD}x: "`, ': #'],
		] as const) {
			const text = `${start}${unit.repeat(1_000_000 / unit.length)}"\n`;
			read(text);
			assert.equal(indentStep(text), 2);
		}
	});

	it('a merge key does no harm', () => {
		assert.equal(read(`${HEAD}<<: {mode: recorded}\n`).landscape.mode, 'practice');
	});
});
