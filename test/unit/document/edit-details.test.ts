import assert from 'node:assert/strict';
import { edit } from '../../../src/document/edit.ts';
import { read } from '../../../src/document/read.ts';
import {
	type Change,
	putFormation,
	putSubaccount,
	putSystem,
	putTenant,
	removeRecord,
} from '../../../src/model/change.ts';
import {
	assertRefused,
	DEV,
	EXPIRES,
	entitlement,
	extension,
	HOST,
	ISSUED,
	MARKETING,
	S4,
	SETTLED,
	subaccount,
	system,
	systemWithoutToken,
	tenant,
	token,
} from '../factories.ts';
import { diff, edited, HEAD, landscapeIn } from './editing.ts';

/** A system without token, and the lines that appear where it is added. */
const PENDING = `  ${DEV}:\n    type: ${S4}\n    status: pending\n`;
const ADDED = [`+  ${DEV}:`, `+    type: ${S4}`, '+    status: pending'];
const WITH_TOKEN = `${HEAD}systems:\n${PENDING}    token:\n`;
const TENANT = `${HEAD}tenants:\n  ${HOST}:\n    type: ${S4}\n`;
const EXTENSION = `${TENANT}    extensions:\n      ${DEV}:\n`;

/** A subaccount with some plans for one system. */
const plans = (...names: string[]) => [
	putSubaccount(subaccount(names.map((plan) => entitlement({ plan, amount: 1 })))),
];
const withToken = (fields: object) => putSystem(system({ token: token(fields) }));

describe('sections', () => {
	it('a missing section is written at its place in the order of the format', () => {
		const subaccounts = `${HEAD}subaccounts:\n  dev:\nx: 1\n`;
		assert.equal(
			edited(subaccounts, [putSystem(systemWithoutToken())]).text,
			`${HEAD}systems:\n${PENDING}subaccounts:\n  dev:\nx: 1\n`,
		);
		assert.equal(
			edited(`${HEAD}systems: {}\n`, [putSubaccount(subaccount())]).text,
			`${HEAD}systems: {}\nsubaccounts:\n  dev:\n`,
		);
	});

	for (const [what, section] of Object.entries({
		nothing: 'systems:   # none yet',
		'an empty map': 'systems: {}   # none yet',
		null: 'systems: null   # none yet',
		'a tilde': 'systems: ~   # none yet',
	})) {
		it(`a section with ${what} is filled, its comment stays`, () => {
			const { text } = edited(`${HEAD}${section}\n# end\n`, [putSystem(systemWithoutToken())]);
			assert.equal(text, `${HEAD}systems:   # none yet\n${PENDING}# end\n`);
		});
	}

	it('a section that loses its last entry stays, and can be filled again', () => {
		const filled = `${HEAD}subaccounts:   # all of them\n  dev:   # first\n`;
		const emptied = edited(filled, [removeRecord('subaccounts', 'dev')]).text;
		assert.equal(emptied, `${HEAD}subaccounts:   # all of them\n`);
		assert.equal(
			edited(emptied, [putSubaccount(subaccount())]).text,
			`${HEAD}subaccounts:   # all of them\n  dev:\n`,
		);
	});

	it('the indentation of the file is used for what is new', () => {
		assert.equal(
			edited(`${HEAD}x:\n   y:\n      z: 1\n`, [putSystem(systemWithoutToken())]).text,
			`${HEAD}x:\n   y:\n      z: 1\nsystems:\n   ${DEV}:\n      type: ${S4}\n      status: pending\n`,
		);
	});

	it('new entries come before blank lines and comments that follow the section', () => {
		const text = `${HEAD}subaccounts:\n  dev:\n  # about dev\n\n# the end\n`;
		assert.equal(
			edited(text, [putSubaccount(subaccount([], 'test'))]).text,
			`${HEAD}subaccounts:\n  dev:\n  # about dev\n  test:\n\n# the end\n`,
		);
	});

	it('without a final line break none is added', () => {
		assert.equal(
			edited(`${HEAD}subaccounts:\n  dev:`, [putSubaccount(subaccount([], 'test'))]).text,
			`${HEAD}subaccounts:\n  dev:\n  test:`,
		);
	});

	it('several entries come into a section that is not there yet', () => {
		const { text } = edited(`${HEAD}x: 1\n`, [
			putSubaccount(subaccount([], 'dev')),
			putFormation({ name: 'F', type: 'T', systems: [] }),
			putSubaccount(subaccount([], 'test')),
			putFormation({ name: 'G', type: 'T', systems: [] }),
		]);
		assert.equal(
			text,
			`${HEAD}x: 1\nsubaccounts:\n  dev:\n  test:\nformations:\n  F:\n    type: T\n  G:\n    type: T\n`,
		);
	});

	it('of two changes to one entry the last one counts', () => {
		const [first, last] = [systemWithoutToken(), systemWithoutToken({ status: 'registered' })];
		assert.match(edited(HEAD, [putSystem(first), putSystem(last)]).text, /status: registered\n$/);
		assert.equal(edited(HEAD, [putSystem(first), removeRecord('systems', DEV)]).text, HEAD);
	});

	it('a key that is on a line above its colon is filled below the colon', () => {
		for (const lineBreak of ['\n', '\r\n']) {
			const text = `${HEAD}? systems # none: yet\n: # really\n# end\n`.replaceAll('\n', lineBreak);
			assert.deepEqual(diff(text, edited(text, [putSystem(systemWithoutToken())]).text), ADDED);
		}
	});

	for (const [what, subaccounts, expected] of [
		['the last entry', 'a:\n  b:', 'a:'],
		['the last two entries', 'x:\n  a:\n  b:', 'x:'],
		['the only entries', 'a:\n  b: {}', undefined],
	] as const) {
		it(`${what} at the end without final line break is removed, and none is added`, () => {
			const gone = ['a', 'b'].filter((name) => !expected?.includes(name));
			const { text } = edited(
				`${HEAD}subaccounts:\n  ${subaccounts}`,
				gone.map((name) => removeRecord('subaccounts', name)),
			);
			assert.equal(text, expected ? `${HEAD}subaccounts:\n  ${expected}` : `${HEAD}subaccounts:`);
		});
	}

	it('the last entry at the end without final line break is exchanged', () => {
		const { text } = edited(`${HEAD}subaccounts:\n  a:\n  b: {}`, [
			removeRecord('subaccounts', 'b'),
			putSubaccount(subaccount([], 'c')),
		]);
		assert.equal(text, `${HEAD}subaccounts:\n  a:\n  c:`);
	});

	it('no change is no edit', () => {
		const text = `${HEAD}systems:\n  ${DEV}: {status: pending, type: ${S4}}\n`;
		assert.deepEqual(edited(text, []).edits, []);
		assert.deepEqual(edited(text, [putSystem(systemWithoutToken())]).edits, []);
		assert.deepEqual(edited(text, [removeRecord('systems', 'Nobody')]).edits, []);
	});
});

/** Names by what they could be taken for. */
const CONFUSING = {
	'what objects have': ['__proto__', 'constructor'],
	'truth and nothing': ['null', 'true', 'yes', 'No', '~'],
	'numbers and moments': ['1', '0x1F', '1e3', '12:30', '2026-11-20'],
	'signs of YAML at the beginning': [
		'- a',
		'? a',
		'#a',
		'&a',
		'*a',
		'!a',
		'%a',
		'@a',
		'`a',
		'|',
		'>',
		'<<',
		'=',
	],
	'brackets and quotes': ['"a"', "'a'", '{a}', '[a]', "it's"],
	'signs of YAML inside': ['a: b', 'a #b', 'a, b', 'a\\nb'],
	'lines of their own': ['x'.repeat(500), '---', '...'],
};

describe('names and values that YAML could take for something else', () => {
	for (const name of Object.values(CONFUSING).flat()) {
		it(`a system named ${name.slice(0, 20)} is written and read back, in block and flow style`, () => {
			for (const section of [
				'systems:\n  A: {type: T, status: pending}',
				'systems: {A: {type: T, status: pending}}',
			]) {
				edited(`${HEAD}${section}\n`, [
					putSystem(system({ name })),
					putTenant(tenant([extension({ system: name, description: name })])),
					putSubaccount(subaccount([entitlement({ system: name })])),
				]);
			}
		});
	}

	it('a name is found again however it is quoted', () => {
		for (const key of ['"1"', "'1'", '1', '? 1\n ', '!!str 1', '&a 1']) {
			const text = `${HEAD}systems:\n  ${key}:\n    type: T\n    status: pending\n`.replace('\n :', '\n  :');
			assert.match(
				edited(text, [putSystem({ name: '1', type: 'T', status: 'registered' })]).text,
				/status: registered/,
			);
		}
	});

	for (const description of [
		'no-break space\u00a0',
		'x\u2028y',
		'two\nlines',
		`a long line ${'and more '.repeat(20)}\nand\n\nsome others\n`,
		'\ttab',
		'trailing ',
		'\u0007',
		'\u2028',
		'\ud800',
		'# no comment',
		'Käufer 🚀',
		'\r\n',
		'-',
		'a: b',
		'2026-11-20T10:00:00Z',
		'x'.repeat(10_000),
	]) {
		it(`the description ${JSON.stringify(description).slice(0, 30)} is written and read back in every style`, () => {
			const changes = [putTenant(tenant([extension({ description })]))];
			for (const text of [
				HEAD,
				HEAD.replaceAll('\n', '\r\n'),
				`${EXTENSION}        status: enabling\n        description: old # why\n        changedAt: "${SETTLED}"\n`,
				`${HEAD}tenants: {${HOST}: {type: ${S4}, extensions: {${DEV}: {status: enabling, description: old}}}}\n`,
				`${HEAD}tenants: {${HOST}: {type: ${S4}, extensions: {${DEV}: {status: enabling, description: 'old'}}}}\n`,
				`${EXTENSION}        description: 'old'\n        status: enabling\n`,
			]) {
				edited(text, changes);
			}
		});
	}
});

describe('fields of a record', () => {
	it('a field in a folded or literal block is replaced, and the line after it stays', () => {
		for (const style of ['>-', '|-', '|', '>+']) {
			const text = `${EXTENSION}        description: ${style}\n          old\n        status: enabled\n`;
			const changes = [putTenant(tenant([{ system: DEV, status: 'enabled', description: 'new' }]))];
			assert.deepEqual(diff(text, edited(text, changes).text), [
				`-        description: ${style}`,
				'-          old',
				'+        description: new',
			]);
		}
	});

	it('the first field of a list item keeps its dash when one is added before or after', () => {
		const text = `${HEAD}subaccounts:\n  dev:\n    entitlements:\n      - system: ${DEV}\n        plan: api-access\n        service: s4-hana-cloud\n`;
		const { text: after } = edited(text, [putSubaccount(subaccount([entitlement({ amount: 2 })]))]);
		assert.deepEqual(diff(text, after), ['+        amount: 2']);
	});

	it('a token that had only its date gets the rest in the order of the format', () => {
		const text = `${WITH_TOKEN}      # from the cockpit\n      expiresAt: "${EXPIRES}" # soon\n`;
		const { text: after } = edited(text, [withToken({})]);
		assert.deepEqual(diff(text, after), [
			`+      issuedAt: "${ISSUED}"`,
			'+      scenarioGroups:',
			'+        - All Communication Scenarios',
			`+      fingerprint: ${token().fingerprint}`,
		]);
	});

	it('a field is added while the last one goes', () => {
		const text = `${WITH_TOKEN}      expiresAt: "${EXPIRES}"\n      usedAt: "${ISSUED}"\n`;
		const { text: after } = edited(text, [
			putSystem(system({ token: { expiresAt: EXPIRES, fingerprint: token().fingerprint ?? '' } })),
		]);
		assert.deepEqual(diff(text, after), [
			`-      usedAt: "${ISSUED}"`,
			`+      fingerprint: ${token().fingerprint}`,
		]);
	});

	it('a field is added after a list that loses its last item', () => {
		const text = `${WITH_TOKEN}      expiresAt: "${EXPIRES}"\n      scenarioGroups:\n        - A\n        - B\n        - C\n`;
		const { text: after } = edited(text, [
			putSystem(system({ token: { expiresAt: EXPIRES, scenarioGroups: ['A'], usedAt: ISSUED } })),
		]);
		assert.deepEqual(diff(text, after), ['-        - B', '-        - C', `+      usedAt: "${ISSUED}"`]);
	});

	it('an extension is added where there is an empty map, a null or nothing', () => {
		for (const empty of ['extensions: {}', 'extensions:', 'extensions: null', '']) {
			const text = `${TENANT}${empty && `    ${empty} # none\n`}`;
			const { text: after } = edited(text, [putTenant(tenant([{ system: DEV, status: 'enabled' }]))]);
			assert.match(
				after,
				new RegExp(`    extensions:(?: # none)?\\n      ${DEV}:\\n        status: enabled\\n$`),
			);
		}
	});

	it('entitlements are added where there is an empty list, a null or nothing', () => {
		for (const empty of [
			'dev: # none',
			'dev: {} # none',
			'dev:\n    entitlements: [] # none',
			'dev:\n    entitlements: # none',
			'dev:\n    x-zone: eu10 # none',
		]) {
			const { text } = edited(`${HEAD}subaccounts:\n  ${empty}\n`, [
				putSubaccount(subaccount([entitlement()])),
			]);
			assert.match(text, /# none\n/);
			assert.match(text, /\n {6}- service: s4-hana-cloud\n {8}plan: api-access\n/);
		}
	});
});

describe('keys that the format does not know', () => {
	it('stay in records and in items that change, also when items move', () => {
		const item = (plan: string, note: string) =>
			`      - service: s4-hana-cloud\n        plan: ${plan}\n        system: ${DEV}\n        note: ${note}\n`;
		const text = `${HEAD}subaccounts:\n  dev:\n    x-zone: eu10\n    entitlements:\n${item('a', 'one')}${item('b', 'two')}${item('c', 'three')}`;
		assert.equal(edited(text, plans('b', 'c')).text, text.replace(item('a', 'one'), ''));
		for (const order of [
			['c', 'a', 'b'],
			['c', 'a'],
			['b', 'new', 'a', 'c'],
		]) {
			const { text: after } = edited(text, plans(...order));
			for (const [plan, note] of Object.entries({ a: 'one', b: 'two', c: 'three' })) {
				const isThere = new RegExp(
					`plan: ${plan}\\n +system: .*\\n(?: +amount: 1\\n)? +note: ${note}\\n`,
				).test(after);
				assert.equal(isThere, order.includes(plan), after);
			}
		}
		const renamed = subaccount(
			['a', 'b', 'c'].map((plan) => entitlement({ plan, system: 'NEW', amount: 1 })),
		);
		assert.equal(
			edited(text, [putSubaccount(renamed)]).text,
			text.replaceAll(`system: ${DEV}`, 'system: NEW'),
		);
	});

	it('stay when the record that an alias stands for is written out', () => {
		const text = `${HEAD}systems:\n  A: &a {type: T, status: pending, x-team: us}\n  B: *a\n`;
		const { text: after } = edited(text, [putSystem({ name: 'B', type: 'T', status: 'error' })]);
		assert.match(after, / {2}B:\n {4}type: T\n {4}status: error\n {4}x-team: us\n$/);
	});
});

describe('items whose dash is alone in its line', () => {
	const plan = (name: string, behind = '') =>
		`      -${behind}\n        service: s4-hana-cloud\n        plan: ${name}\n        system: ${DEV}\n        amount: 1\n`;
	const text = `${HEAD}subaccounts:\n  dev:\n    entitlements:\n${plan('a')}${plan('b', ' # the second')}`;

	it('another one is added, with its dash below theirs', () => {
		const added = plan('c').replace('-\n       ', '-');
		assert.equal(edited(text, plans('a', 'b', 'c')).text, `${text}${added}`);
	});

	it('one is removed with its dash, or changed', () => {
		assert.equal(edited(text, plans('b')).text, text.replace(plan('a'), ''));
		assert.equal(edited(text, plans('a')).text, text.replace(plan('b', ' # the second'), ''));
		assert.equal(edited(text, plans('a', 'c')).text, text.replace('plan: b', 'plan: c'));
	});
});

describe('maps in brackets', () => {
	const exchange: readonly Change[] = [
		removeRecord('systems', 'a'),
		putSystem({ name: 'b', type: 'T', status: 'error' }),
	];
	for (const [before, after] of [
		['{ a: {type: T, status: pending}, }', '{ b: { type: T, status: error } }'],
		['{ a: {type: T, status: pending} , }', '{ b: { type: T, status: error } }'],
		['{\n  a: {type: T, status: pending}, # c\n  # d\n}', '{\n  b: { type: T, status: error } # c\n  # d\n}'],
		['{\n  a: {type: T, status: pending} # c\n  ,\n}', '{\n  b: { type: T, status: error } # c\n  \n}'],
		[
			'{ a: {type: T, status: pending}, c: {type: T, status: pending}, }',
			'{ c: {type: T, status: pending}, b: { type: T, status: error }, }',
		],
	] as const) {
		it(`an entry of ${JSON.stringify(before)} is exchanged`, () => {
			assert.equal(edited(`${HEAD}systems: ${before}\n`, exchange).text, `${HEAD}systems: ${after}\n`);
		});
	}
});

describe('lists of groups', () => {
	const groups = (list: string) =>
		`${WITH_TOKEN}      issuedAt: "${ISSUED}"\n      expiresAt: "${EXPIRES}"\n      scenarioGroups:${list}\n      fingerprint: ${token().fingerprint}\n`;
	const block = (...names: string[]) => groups(names.map((name) => `\n        - ${name} # ${name}`).join(''));

	for (const [before, after] of [
		['A', 'B'],
		['A', 'B C'],
		['B', 'A B'],
		['A B C', 'C A B D'],
		['A B C', 'C A'],
		['A', '{x} y:z,'],
		['A B', 'C, #D E: B'],
		['A', 'A B'],
		['A B', 'A'],
		['A B', 'B'],
		['A B', 'C'],
		['A B C', 'B D E F'],
		['A B C', 'C'],
		['A B C', 'D'],
		['A B C D', 'B D'],
		['A B C D', 'A C E'],
	].map(([one = '', other = '']) => [one.split(' '), other.split(' ')] as const)) {
		it(`from ${before} to ${after}, each on its line: those that stay in their order keep their comments`, () => {
			const text = block(...before);
			const result = edited(text, [withToken({ scenarioGroups: after })]).text;
			const kept = before.filter((name) => after.includes(name));
			const isSameOrder = kept.every((name, index) => after[index] === name);
			if (before.length !== after.length && isSameOrder) {
				for (const name of before) {
					assert.equal(result.includes(`- ${name} # ${name}\n`), after.includes(name));
				}
			}
			assert.doesNotMatch(result, /\n\n/);
		});

		it(`from ${before} to ${after}, in brackets`, () => {
			for (const list of [
				before.join(', '),
				before.map((name) => `"${name}"`).join(' , '),
				`${before.join(', ')},`,
				`\n          ${before.join(',\n          ')}\n        `,
				`\n          ${before.join(', # c\n          ')}, # c\n        `,
			]) {
				edited(groups(` [${list}]`), [withToken({ scenarioGroups: after })]);
			}
		});
	}
});

describe('aliases and anchors', () => {
	const shared = `${HEAD}systems:\n  A: &a\n    type: ${S4}\n    status: pending\n  B: *a\n  C:\n    type: ${MARKETING}\n    status: registered\n`;
	const refused = (text: string, ...changes: Change[]) =>
		assertRefused(edit(read(text), changes), 'edit-unsafe');

	it('the record that an alias stands for is written out when it changes, the anchor stays as it is', () => {
		const { text } = edited(shared, [putSystem({ name: 'B', type: S4, status: 'registered' })]);
		assert.deepEqual(diff(shared, text), [
			'-  B: *a',
			'+  B:',
			`+    type: ${S4}`,
			'+    status: registered',
		]);
	});

	it('a record that others refer to is not changed, edit-unsafe', () => {
		refused(shared, putSystem({ name: 'A', type: S4, status: 'registered' }));
	});

	it('a record that others refer to is not removed, edit-unsafe', () => {
		refused(shared, removeRecord('systems', 'A'));
		refused(`${shared}x: *a\n`.replace('  B: *a\n', ''), removeRecord('systems', 'A'));
	});

	it('an alias is removed, and everything else still edited', () => {
		assert.deepEqual(diff(shared, edited(shared, [removeRecord('systems', 'B')]).text), ['-  B: *a']);
		edited(shared, [putSystem(system({ name: 'D' }))]);
	});

	it('a section that is an alias is written out when it is filled, what it stands for stays as it is', () => {
		const text = `${HEAD}x: &s\n  A: {type: T, status: pending}\nsystems: *s # all\n`;
		assert.deepEqual(diff(text, edited(text, [putSystem(systemWithoutToken())]).text), [
			'-systems: *s # all',
			'+systems: # all',
			'+  A:',
			'+    type: T',
			'+    status: pending',
			...ADDED,
		]);
	});

	it('a value that is repeated under a key of somebody else is not changed, edit-unsafe', () => {
		const text = `${HEAD}systems:\n  A:\n    type: T\n    status: &s pending\n    x-initial: *s\n`;
		refused(text, putSystem({ name: 'A', type: 'T', status: 'registered' }));
		refused(
			`${HEAD}x: *b\n`.replace('x:', 'subaccounts: { dev: &b }\nx:'),
			putSubaccount(subaccount([entitlement()])),
		);
	});

	it('aliases that unfold to too much are no exception, landscape-unreadable', () => {
		const bomb = ['a', ...'bcdefgh'].map((name, at, names) =>
			at === 0
				? '  a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n'
				: `  ${name}: &${name} [${Array(10)
						.fill(`*${names[at - 1]}`)
						.join()}]\n`,
		);
		assertRefused(edit(read(`${HEAD}x:\n${bomb.join('')}`), [putSystem(system())]), 'landscape-unreadable');
	});
});

describe('refusals', () => {
	it('an unreadable text gets no edits, landscape-unreadable', () => {
		const refusal = edit(read('version: ['), [putSystem(system())]);
		assertRefused(refusal, 'landscape-unreadable');
		assert.equal('edits' in refusal, false);
	});
});

describe('JSON is YAML', () => {
	const json = `${JSON.stringify({ version: 1, globalAccount: 'Acme', mode: 'practice', systems: { [DEV]: { type: S4, status: 'pending' } } }, null, '\t')}\n`;

	it('a landscape in JSON is read and edited', () => {
		assert.equal(landscapeIn(json).systems.size, 1);
		edited(json, [
			withToken({}),
			putTenant(tenant([extension()])),
			putSubaccount(subaccount([entitlement()])),
		]);
	});
});
