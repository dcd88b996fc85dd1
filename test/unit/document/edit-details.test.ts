import assert from 'node:assert/strict';
import { edit } from '../../../src/document/edit.ts';
import { read } from '../../../src/document/read.ts';
import { type Change, putSubaccount, putSystem, putTenant } from '../../../src/model/change.ts';
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
	subaccount,
	system,
	systemWithoutToken,
	tenant,
	token,
} from '../factories.ts';
import { diff, edited, landscapeIn } from './editing.ts';

const HEAD = 'version: 1\nglobalAccount: Acme\nmode: practice\n';
const withToken = (fields: object) => putSystem(system({ token: token(fields) }));

describe('sections', () => {
	it('a missing section is written at its place in the order of the format', () => {
		const subaccounts = `${HEAD}subaccounts:\n  dev:\nx: 1\n`;
		assert.equal(
			edited(subaccounts, [putSystem(systemWithoutToken())]).text,
			`${HEAD}systems:\n  ${DEV}:\n    type: ${S4}\n    status: pending\nsubaccounts:\n  dev:\nx: 1\n`,
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
			assert.equal(
				text,
				`${HEAD}systems:   # none yet\n  ${DEV}:\n    type: ${S4}\n    status: pending\n# end\n`,
			);
		});
	}

	it('a section that loses its last entry stays, and can be filled again', () => {
		const filled = `${HEAD}subaccounts:   # all of them\n  dev:   # first\n`;
		const emptied = edited(filled, [{ kind: 'remove', section: 'subaccounts', name: 'dev' }]).text;
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

	it('no change is no edit', () => {
		const text = `${HEAD}systems:\n  ${DEV}: {status: pending, type: ${S4}}\n`;
		assert.deepEqual(edited(text, []).edits, []);
		assert.deepEqual(edited(text, [putSystem(systemWithoutToken())]).edits, []);
		assert.deepEqual(edited(text, [{ kind: 'remove', section: 'systems', name: 'Nobody' }]).edits, []);
	});
});

describe('names and values that YAML could take for something else', () => {
	for (const name of [
		'__proto__',
		'constructor',
		'null',
		'true',
		'yes',
		'No',
		'~',
		'1',
		'0x1F',
		'1e3',
		'12:30',
		'2026-11-20',
		'<<',
		'=',
		'- a',
		'? a',
		'a: b',
		'a #b',
		'#a',
		'&a',
		'*a',
		'!a',
		'%a',
		'@a',
		'`a',
		'"a"',
		"'a'",
		'{a}',
		'[a]',
		'a, b',
		'|',
		'>',
		'a\\nb',
		"it's",
		'x'.repeat(500),
		'---',
		'...',
	]) {
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
				`${HEAD}tenants:\n  ${HOST}:\n    type: ${S4}\n    extensions:\n      ${DEV}:\n        status: enabling\n        description: old # why\n        changedAt: x\n`.replace(
					'changedAt: x',
					'changedAt: "2026-11-21T09:12:04Z"',
				),
				`${HEAD}tenants: {${HOST}: {type: ${S4}, extensions: {${DEV}: {status: enabling, description: old}}}}\n`,
				`${HEAD}tenants: {${HOST}: {type: ${S4}, extensions: {${DEV}: {status: enabling, description: 'old'}}}}\n`,
				`${HEAD}tenants:\n  ${HOST}:\n    type: ${S4}\n    extensions:\n      ${DEV}:\n        description: 'old'\n        status: enabling\n`,
			]) {
				edited(text, changes);
			}
		});
	}
});

describe('fields of a record', () => {
	it('a field in a folded or literal block is replaced, and the line after it stays', () => {
		for (const style of ['>-', '|-', '|', '>+']) {
			const text = `${HEAD}tenants:\n  ${HOST}:\n    type: ${S4}\n    extensions:\n      ${DEV}:\n        description: ${style}\n          old\n        status: enabled\n`;
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
		const text = `${HEAD}systems:\n  ${DEV}:\n    type: ${S4}\n    status: pending\n    token:\n      # from the cockpit\n      expiresAt: "${EXPIRES}" # soon\n`;
		const { text: after } = edited(text, [withToken({})]);
		assert.deepEqual(diff(text, after), [
			`+      issuedAt: "${ISSUED}"`,
			'+      scenarioGroups:',
			'+        - All Communication Scenarios',
			`+      fingerprint: ${token().fingerprint}`,
		]);
	});

	it('a field is added while the last one goes', () => {
		const text = `${HEAD}systems:\n  ${DEV}:\n    type: ${S4}\n    status: pending\n    token:\n      expiresAt: "${EXPIRES}"\n      usedAt: "${ISSUED}"\n`;
		const { text: after } = edited(text, [
			putSystem(system({ token: { expiresAt: EXPIRES, fingerprint: token().fingerprint ?? '' } })),
		]);
		assert.deepEqual(diff(text, after), [
			`-      usedAt: "${ISSUED}"`,
			`+      fingerprint: ${token().fingerprint}`,
		]);
	});

	it('a field is added after a list that loses its last item', () => {
		const text = `${HEAD}systems:\n  ${DEV}:\n    type: ${S4}\n    status: pending\n    token:\n      expiresAt: "${EXPIRES}"\n      scenarioGroups:\n        - A\n        - B\n        - C\n`;
		const { text: after } = edited(text, [
			putSystem(system({ token: { expiresAt: EXPIRES, scenarioGroups: ['A'], usedAt: ISSUED } })),
		]);
		assert.deepEqual(diff(text, after), ['-        - B', '-        - C', `+      usedAt: "${ISSUED}"`]);
	});

	it('an extension is added where there is an empty map, a null or nothing', () => {
		for (const empty of ['extensions: {}', 'extensions:', 'extensions: null', '']) {
			const text = `${HEAD}tenants:\n  ${HOST}:\n    type: ${S4}\n${empty && `    ${empty} # none\n`}`;
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
			'dev:\n    region: eu10 # none',
		]) {
			const { text } = edited(`${HEAD}subaccounts:\n  ${empty}\n`, [
				putSubaccount(subaccount([entitlement()])),
			]);
			assert.match(text, /# none\n/);
			assert.match(text, /\n {6}- service: s4-hana-cloud\n {8}plan: api-access\n/);
		}
	});
});

describe('lists of groups', () => {
	const groups = (list: string) =>
		`${HEAD}systems:\n  ${DEV}:\n    type: ${S4}\n    status: pending\n    token:\n      issuedAt: "${ISSUED}"\n      expiresAt: "${EXPIRES}"\n      scenarioGroups:${list}\n      fingerprint: ${token().fingerprint}\n`;
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
		refused(shared, { kind: 'remove', section: 'systems', name: 'A' });
		refused(`${shared}x: *a\n`.replace('  B: *a\n', ''), { kind: 'remove', section: 'systems', name: 'A' });
	});

	it('an alias is removed, and everything else still edited', () => {
		assert.deepEqual(diff(shared, edited(shared, [{ kind: 'remove', section: 'systems', name: 'B' }]).text), [
			'-  B: *a',
		]);
		edited(shared, [putSystem(system({ name: 'D' }))]);
	});

	it('a section that is an alias is not filled, edit-unsafe', () => {
		refused(`${HEAD}x: &s\n  A: {type: T, status: pending}\nsystems: *s\n`, putSystem(system()));
	});
});

describe('refusals', () => {
	it('an unreadable text gets no edits, landscape-unreadable', () => {
		const refusal = edit(read('version: ['), [putSystem(system())]);
		assertRefused(refusal, 'landscape-unreadable');
		assert.equal('edits' in refusal, false);
	});

	it('changes that contradict each other get no edits, edit-unsafe', () => {
		const result = edit(read(HEAD), [putSystem(system()), putSystem(system({ status: 'registered' }))]);
		assertRefused(result, 'edit-unsafe');
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
