import assert from 'node:assert/strict';
import { read } from '../../../src/document/read.ts';
import { type ResolvedMerge, resolveMerge } from '../../../src/merge/merge-texts.ts';
import { checkLandscape } from '../../../src/model/findings/check-landscape.ts';
import { HEAD } from '../document/editing.ts';
import { assertRefused, codesOf, ISSUED } from '../factories.ts';
import { conflict, placesOf, resolved } from './conflict.ts';

const A = '  A:\n    type: SAP S/4HANA Cloud # a\n    status: pending\n';
const B =
	'  # of the other team\n  B:\n    type: SAP Marketing Cloud\n    owner: them # kept\n    status: pending\n';
const token = (hour: number) =>
	`    token:\n      issuedAt: "2026-11-20T${hour}:00:00Z"\n      expiresAt: "2026-11-27T${hour}:00:00Z"\n      fingerprint: sha256:${String(hour).repeat(32)}\n`;
const entitlement = (plan: string, amount = 1) =>
	`      - service: s4-hana-cloud\n        plan: ${plan}\n        system: A\n        amount: ${amount}\n`;

interface Case {
	readonly before?: string;
	readonly ours: string;
	readonly theirs: string;
	readonly base?: string;
	readonly after?: string;
	/** The lines below the head. */
	readonly result: string;
	readonly conflicts?: readonly string[];
}

const CASES: Readonly<Record<string, Case>> = {
	'each side adds a system': { before: 'systems:\n', ours: A, theirs: B, result: `systems:\n${A}${B}` },
	'both add the same system, which is there once': {
		before: 'systems:\n',
		ours: A,
		theirs: A,
		result: `systems:\n${A}`,
	},
	'both add the same system with a comment each, and both comments stay': {
		before: 'systems:\n',
		ours: A,
		theirs: A.replace('# a', '# b'),
		result: `systems:\n${A.replace('    type', '    # b\n    type')}`,
	},
	'both add a system differently: only the lines that differ stay in conflict': {
		before: 'systems:\n',
		ours: A,
		theirs: A.replace('pending', 'error # why'),
		result: `systems:\n  A:\n    type: SAP S/4HANA Cloud # a\n${conflict('    status: pending\n', '    status: error # why\n')}`,
		conflicts: ['systems/A/status'],
	},
	'edited here, removed there': {
		before: 'systems:\n',
		ours: A.replace('pending', 'error'),
		theirs: '',
		base: A,
		result: `systems:\n${conflict(A.replace('pending', 'error'), '', A)}`,
		conflicts: ['systems/A'],
	},
	'removed here, edited there, with the comments of there': {
		before: 'systems:\n',
		ours: '',
		theirs: B.replace('pending', 'error'),
		base: B,
		after: A,
		result: `systems:\n${conflict('', B.replace('pending', 'error'), B.replace('  # of the other team\n', '').replace(' # kept', ''))}${A}`,
		conflicts: ['systems/B'],
	},
	'removed there, untouched here': {
		before: 'systems:\n',
		ours: A + B,
		theirs: B,
		base: A,
		result: `systems:\n${B}`,
	},
	'an extension edited here, all extensions of the tenant removed there': {
		before: 'tenants:\n  a.example:\n    type: T\n',
		ours: '    extensions:\n      A:\n        status: failed\n      B:\n        status: enabled\n',
		theirs: '',
		base: '    extensions:\n      A:\n        status: enabled\n      B:\n        status: enabled\n',
		result: `tenants:\n  a.example:\n    type: T\n${conflict(
			'    extensions:\n      A:\n        status: failed\n',
			'',
			'    extensions:\n      A:\n        status: enabled\n',
		)}`,
		conflicts: ['tenants/a.example/extensions/A'],
	},
	'a token that both sides issued anew stays as one conflict': {
		before: `systems:\n${A}`,
		ours: token(11),
		theirs: token(12),
		base: token(10),
		result: `systems:\n${A}    token:\n${conflict(...([11, 12, 10].map((hour) => token(hour).replace('    token:\n', '')) as [string, string, string]))}`,
		conflicts: ['systems/A/token'],
	},
	'a token that one side used and the other left alone': {
		before: `systems:\n${A}`,
		ours: token(10),
		theirs: `${token(10)}      usedAt: "2026-11-21T10:00:00Z" # by us\n`,
		base: token(10),
		result: `systems:\n${A}${token(10)}      usedAt: "2026-11-21T10:00:00Z" # by us\n`,
	},
	'entitlements by service, plan and system': {
		before: 'subaccounts:\n  dev:\n    entitlements:\n',
		ours: entitlement('api-access') + entitlement('messaging'),
		theirs: `${entitlement('api-access', 2)}      # for events\n${entitlement('extensibility')}`,
		base: entitlement('api-access'),
		result: `subaccounts:\n  dev:\n    entitlements:\n${entitlement('api-access', 2)}${entitlement('messaging')}      # for events\n${entitlement('extensibility')}`,
	},
	'the last entitlement removed here, another one added there': {
		before: 'subaccounts:\n',
		ours: '  dev:\n',
		theirs: `  dev:\n    entitlements:\n${entitlement('api-access')}${entitlement('messaging')}`,
		base: `  dev:\n    entitlements:\n${entitlement('api-access')}`,
		result: `subaccounts:\n  dev:\n    entitlements:\n${entitlement('messaging')}`,
	},
	'members of a formation as a set': {
		before: 'formations:\n  F:\n    type: T\n    systems:\n',
		ours: '      - B\n      - C # ours\n',
		theirs: '      - A\n      - B\n      - D # theirs\n',
		base: '      - A\n      - B\n',
		result: 'formations:\n  F:\n    type: T\n    systems:\n      - B\n      - C # ours\n      - D # theirs\n',
	},
	'flow style': {
		before: 'systems:\n',
		ours: '  A: { type: T, status: error, team: red } # ours\n',
		theirs: '  A: { type: U, status: pending, note: x }\n  B: { type: U, status: pending } # theirs\n',
		base: '  A: { type: T, status: pending }\n',
		result:
			'systems:\n  A: { type: U, status: error, team: red, note: x } # ours\n  B: { type: U, status: pending } # theirs\n',
	},
	'deeper indentation on the other side': {
		before: '',
		ours: `systems:\n${A}`,
		theirs: 'systems:\n    B:\n        # deep\n        type: U\n        status: pending\n',
		result: `systems:\n${A}  B:\n      # deep\n      type: U\n      status: pending\n`,
	},
	'sections that one side has': {
		before: '',
		ours: `systems:\n${A}`,
		theirs: '# all of them\nsubaccounts: # for apps\n  dev: # empty\nx-team: red\n',
		result: `systems:\n${A}# all of them\nsubaccounts: # for apps\n  dev: # empty\nx-team: red\n`,
	},
	'an unknown key that both changed': {
		before: '',
		ours: 'x-team: red\n',
		theirs: 'x-team: blue # since May\n',
		base: 'x-team: none\n',
		result: conflict('x-team: red\n', 'x-team: blue # since May\n', 'x-team: none\n'),
		conflicts: ['x-team'],
	},
};

function textsOf({ before = '', ours, theirs, base, after = '' }: Case) {
	const whole = (middle: string) => `${HEAD}${before}${middle}${after}`;
	return {
		plain: whole(conflict(ours, theirs)),
		diff3: whole(conflict(ours, theirs, base)),
		base: base === undefined ? undefined : whole(base),
	};
}

/** Without the base parts, as git writes conflicts by default. */
const withoutBase = (text: string) => text.replace(/\|{7}[\s\S]*?(?=={7}\n)/g, '');

describe('Resolving a merge', () => {
	for (const [what, given] of Object.entries(CASES)) {
		const { plain, diff3, base } = textsOf(given);
		const check = (result: ResolvedMerge, expected: string) => {
			assert.equal(result.text, expected);
			assert.deepEqual(placesOf(result.contradictions), given.conflicts ?? []);
			assert.equal(read(result.text).unreadable === undefined, !given.conflicts);
		};

		it(`${what}`, () => check(resolved(plain, { base }), HEAD + withoutBase(given.result)));

		if (given.base !== undefined) {
			it(`${what}; base in the markers`, () => check(resolved(diff3), HEAD + given.result));
		}

		it(`${what}; CRLF`, () => {
			const crlf = (text: string) => text.replaceAll('\n', '\r\n');
			check(resolved(crlf(plain), { base: base && crlf(base) }), crlf(HEAD + withoutBase(given.result)));
		});
	}

	it('names the sides as the markers do, and says what came from the other', () => {
		const result = resolved(`${HEAD}systems:\n${conflict(A, B)}`);
		assert.deepEqual(result.names, ['HEAD', 'feature']);
		assert.deepEqual(result.taken, [['systems', 'B']]);
	});

	it('gives each contradiction with all of its values', () => {
		const { contradictions } = resolved(textsOf(CASES['an unknown key that both changed'] as Case).diff3);
		assert.deepEqual(contradictions, [{ path: ['x-team'], ours: 'red', theirs: 'blue', base: 'none' }]);
	});

	it('reads markers in the middle of a system, with lines that both sides share around them', () => {
		const text = `${HEAD}systems:\n${conflict('  A:\n    type: T\n', '  B:\n    type: U\n')}    status: pending\n`;
		assert.equal(
			resolved(text).text,
			`${HEAD}systems:\n  A:\n    type: T\n    status: pending\n  B:\n    type: U\n    status: pending\n`,
		);
	});

	it('prefers git over a base that zdiff3 left unreadable', () => {
		const was = '    status: pending\n    team: red\n';
		const text = `${HEAD}systems:\n  A:\n    type: T\n    status: error\n${conflict('    team: blue\n', '    team: red\n    note: x\n', was)}`;
		assert.equal(
			resolved(text, { base: `${HEAD}systems:\n  A:\n    type: T\n${was}` }).text,
			`${HEAD}systems:\n  A:\n    type: T\n    status: error\n    team: blue\n    note: x\n`,
		);
	});

	it('keeps what was edited by hand since, outside of the conflict', () => {
		const text = `${HEAD}# by hand\nsystems:\n${conflict(A, B)}x-team: red\n`;
		assert.equal(
			resolved(text, { base: `${HEAD}systems:\nx-team: none\n` }).text,
			`${HEAD}# by hand\nsystems:\n${A}${B}x-team: red\n`,
		);
	});

	it('renders an entry again whose lines would mean something else in the other text', () => {
		const theirs =
			'x-type: &type SAP S/4HANA Cloud\nsystems:\n  B:\n    type: *type # shared\n    status: pending\n';
		const { text } = resolved(`${HEAD}${conflict(`x-type: SAP S/4HANA Cloud\nsystems:\n${A}`, theirs)}`);
		assert.equal(
			text,
			`${HEAD}x-type: SAP S/4HANA Cloud\nsystems:\n${A}  B:\n    type: SAP S/4HANA Cloud # shared\n    status: pending\n`,
		);
	});

	it('keeps comments behind items that are a contradiction, as both sides have one of them twice', () => {
		const plans = (...items: string[]) => `subaccounts:\n  dev:\n    entitlements:\n${items.join('')}`;
		const commented = (plan: string, comment: string) =>
			entitlement(plan).replaceAll(/$(?<=\w)/gm, ` # ${comment}`);
		const ours = plans(entitlement('a'), entitlement('b'), entitlement('a', 2), entitlement('c'));
		const theirs = plans(commented('a', 'one'), commented('b', 'two'), commented('a', 'three'));
		const { text, contradictions } = resolved(`${HEAD}${conflict(ours, theirs)}`);
		assert.deepEqual(placesOf(contradictions), ['subaccounts/dev/entitlements']);
		for (const comment of ['one', 'two', 'three']) {
			assert.ok(text.includes(`# ${comment}\n`), text);
		}
	});

	it('writes the token of the other side between the markers, where a comment ends the list of groups', () => {
		const system = (...fields: string[]) =>
			`systems:\n  A:\n    type: SAP S/4HANA Cloud\n    status: pending\n    token:\n${fields.map((field) => `      ${field}\n`).join('')}`;
		const ours = system(
			'expiresAt: "2026-11-27T10:00:00Z"',
			'scenarioGroups:',
			'  - A',
			'  # one of them',
			`fingerprint: sha256:${'10'.repeat(32)}`,
		);
		const theirs = system(
			'expiresAt: "2026-11-28T10:00:00Z"',
			'scenarioGroups:',
			'  - A',
			'  - B',
			'usedAt: "2026-11-21T10:00:00Z"',
		);
		const { contradictions } = resolved(`${HEAD}${conflict(ours, theirs)}`);
		assert.deepEqual(placesOf(contradictions), ['systems/A/token']);
	});

	it('R-TOK-1: a token that came to two systems is found afterwards', () => {
		const { text } = resolved(`${HEAD}systems:\n${conflict(A + token(10), B + token(10))}`);
		const codes = codesOf(checkLandscape(read(text).landscape, ISSUED));
		assert.ok(codes.includes('token-shared'), codes.join());
	});

	it('an entitlement for a system that the other branch deregistered is found afterwards', () => {
		const base = `${HEAD}systems:\n${A.replace('pending', 'registered')}`;
		const ours = `${A.replace('pending', 'registered')}subaccounts:\n  dev:\n    entitlements:\n${entitlement('api-access')}`;
		const marked = `${HEAD}systems:\n${conflict(ours, A.replace('pending', 'unregistered'))}`;
		const { text } = resolved(marked, { base });
		const codes = codesOf(checkLandscape(read(text).landscape, ISSUED));
		assert.ok(codes.includes('system-not-registered'), codes.join());
	});

	it('is refused where there is no conflict', () => {
		assertRefused(resolveMerge(`${HEAD}systems:\n${A}`), 'merge-not-needed');
	});

	const INCOMPLETE: Readonly<Record<string, [string, number]>> = {
		'no end': ['<<<<<<< HEAD\nx: 1\n=======\nx: 2\n', 4],
		'no middle': ['<<<<<<< HEAD\nx: 1\n>>>>>>> b\n', 6],
		'no beginning': ['x: 1\n>>>>>>> b\n', 5],
		'one conflict in another': [
			'<<<<<<< HEAD\n<<<<<<< HEAD\nx: 1\n=======\n>>>>>>> b\n=======\n>>>>>>> c\n',
			5,
		],
	};
	for (const [what, [text, line]] of Object.entries(INCOMPLETE)) {
		it(`is refused for markers with ${what}, and says the line`, () => {
			assertRefused(resolveMerge(HEAD + text), 'merge-unreadable', new RegExp(`^Line ${line}: `));
		});
	}

	it('is refused where a side can not be read, and says whose and which line of the file', () => {
		const text = `${HEAD}systems:\n${conflict(A, '  B:\n    type: U\n    status: waiting\n')}`;
		assertRefused(resolveMerge(text), 'merge-unreadable', /^Line 12 in feature: /);
	});
});
