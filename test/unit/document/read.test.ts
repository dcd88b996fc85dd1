import assert from 'node:assert/strict';
import { lineOf, locate, rangeAt, read } from '../../../src/document/read.ts';
import { checkLandscape } from '../../../src/model/findings/check-landscape.ts';
import {
	codesOf,
	DEV,
	extension,
	fingerprint,
	HOST,
	ISSUED,
	inUse,
	landscape,
	SETTLED,
	tenant,
} from '../factories.ts';
import { STYLES } from '../merge/team.ts';
import { byName, fixture, HEAD, landscapeIn } from './editing.ts';

describe('reading', () => {
	it('the example in docs/design.md says what it shows, without any finding', () => {
		const reading = read(fixture('design-3'));
		const expected = inUse({ tenants: [tenant([extension({ description: DEV })])] });
		assert.deepEqual(reading.landscape, expected);
		assert.deepEqual(reading.findings, []);
		assert.equal(reading.unreadable, undefined);
		assert.deepEqual(checkLandscape(reading.landscape, SETTLED), []);
	});

	it('the four styles of the team’s file say the same', () => {
		const [first, ...others] = STYLES.map((style) => byName(landscapeIn(fixture(style))));
		for (const other of others) {
			assert.deepEqual(other, first);
		}
	});

	it('line breaks, a byte-order mark and a missing final line break change nothing', () => {
		const text = fixture('hand-formatted');
		for (const variant of [text.replaceAll('\n', '\r\n'), `\uFEFF${text}`, text.trimEnd()]) {
			assert.deepEqual(landscapeIn(variant), landscapeIn(text));
		}
	});

	it('a head alone is a global account without systems', () => {
		assert.deepEqual(landscapeIn(HEAD), landscape());
		assert.deepEqual(landscapeIn(HEAD.replace('practice', 'recorded')), landscape({ mode: 'recorded' }));
	});

	it('sections with nothing, null or an empty map are empty', () => {
		for (const nothing of ['', ' ~', ' null', ' {}', ' # none']) {
			const text = ['systems', 'tenants', 'subaccounts', 'formations']
				.map((key) => `${key}:${nothing}\n`)
				.join('');
			assert.deepEqual(landscapeIn(HEAD + text), landscape());
		}
	});

	it('unquoted times are text, too', () => {
		const text = `${HEAD}systems:\n  A:\n    type: T\n    status: pending\n    token: {expiresAt: ${ISSUED}}\n`;
		assert.equal(landscapeIn(text).systems.get('A')?.token?.expiresAt, ISSUED);
	});

	it('a type that the catalog does not know is allowed', () => {
		const text = `${HEAD}systems:\n  A:\n    type: Something new\n    status: registered\n`;
		const reading = read(text);
		assert.equal(reading.landscape.systems.get('A')?.type, 'Something new');
		assert.deepEqual([...reading.findings, ...checkLandscape(reading.landscape, ISSUED)], []);
	});

	it('names keep their text: quoted, plain, numbers, null and prototype keys', () => {
		for (const [key, name] of [
			['1', '1'],
			['0x1F', '0x1F'],
			['"a: b"', 'a: b'],
			["'it''s'", "it's"],
			['null', 'null'],
			['~', '~'],
			['true', 'true'],
			['1.0', '1.0'],
			['__proto__', '__proto__'],
			['constructor', 'constructor'],
			['? long', 'long'],
		]) {
			assert.deepEqual(
				[...landscapeIn(`${HEAD}subaccounts:\n  ${key}:\n`.replace('? long:', '? long')).subaccounts.keys()],
				[name],
			);
		}
	});

	it('prototype keys as fields are unknown keys, not fields', () => {
		const reading = read(
			`${HEAD}__proto__: {mode: recorded}\nsystems:\n  A:\n    type: T\n    status: pending\n    __proto__: {token: {}}\n`,
		);
		assert.equal(reading.unreadable, undefined);
		assert.deepEqual(reading.landscape.systems.get('A'), { name: 'A', type: 'T', status: 'pending' });
		assert.equal(({} as Record<string, unknown>).token, undefined);
	});

	it('an entitlement without amount has one unit (DEC-10)', () => {
		const text = `${HEAD}subaccounts:\n  dev:\n    entitlements:\n      - {service: s, plan: p, system: A}\n`;
		assert.equal(landscapeIn(text).subaccounts.get('dev')?.entitlements[0]?.amount, 1);
	});
});

describe('unknown keys', () => {
	const text = `${HEAD}x: 1\nsystems:\n  A:\n    type: T\n    status: pending\n    team: [Admin, {team: a}]\n    token:\n      expiresAt: "${ISSUED}"\n      from: cockpit\ntenants:\n  ${HOST}:\n    type: T\n    region: eu\n    extensions:\n      A: {status: enabled, ticket: 1}\nsubaccounts:\n  dev:\n    id: 4\n    entitlements:\n      - {service: s, plan: p, system: A, why: because}\nformations:\n  F: {type: T, tag: n}\n`;

	it('are information at their key, on every level, and the file stays writable', () => {
		const reading = read(text);
		assert.deepEqual(
			reading.findings.map(({ code, severity, start, end }) => [code, severity, text.slice(start, end)]),
			['x', 'team', 'from', 'region', 'ticket', 'id', 'why', 'tag'].map((key) => [
				'key-unknown',
				'information',
				key,
			]),
		);
		assert.equal(reading.unreadable, undefined);
	});
});

describe('places in the text', () => {
	const text = fixture('design-3');
	const at = (path: (string | number)[], place: 'key' | 'value') => {
		const { start, end } = rangeAt(read(text), path, place);
		return text.slice(start, end);
	};

	it('a path leads to its key or its value', () => {
		assert.equal(at(['systems', DEV], 'key'), DEV);
		assert.equal(at(['systems', DEV, 'status'], 'value'), 'registered');
		assert.equal(at(['systems', DEV, 'token', 'scenarioGroups', 0], 'value'), 'All Communication Scenarios');
		assert.equal(at(['subaccounts', 'dev', 'entitlements', 0, 'plan'], 'value'), 'api-access');
		assert.equal(at(['tenants', HOST, 'extensions', DEV], 'key'), DEV);
	});

	it('a path that does not exist leads to the nearest above, an empty one to the whole', () => {
		assert.equal(at(['systems', DEV, 'status', 'x', 7], 'value'), 'registered');
		assert.equal(at(['systems', 'Nobody', 'status'], 'key'), 'systems');
		assert.match(at([], 'value'), /^version/);
		assert.deepEqual(rangeAt(read(''), ['systems'], 'value'), { start: 0, end: 0 });
	});

	it('a finding of the model is located with its code, severity and message', () => {
		const expired = text.replace('status: registered', 'status: pending').replace(/\n +usedAt.*/, '');
		const reading = read(expired);
		const [found, ...others] = checkLandscape(reading.landscape, '2027-01-01T00:00:00Z').map((finding) =>
			locate(reading, finding),
		);
		assert.equal(found?.code, 'token-expired');
		assert.equal(expired.slice(found?.start, found?.end), '"2026-11-27T10:00:00Z"');
		assert.deepEqual(codesOf(others), [
			'status-contradicts-extension',
			'system-not-registered',
			'formation-member-not-allowed',
		]);
	});

	it('an alias is the place of what it stands for', () => {
		const shared = `${HEAD}x: &t {expiresAt: "${ISSUED}"}\nsystems:\n  A: {type: T, status: pending, token: *t}\n`;
		const { start, end } = rangeAt(read(shared), ['systems', 'A', 'token', 'expiresAt'], 'value');
		assert.equal(shared.slice(start, end), '*t');
	});

	it('lines are counted from 1, with any line breaks', () => {
		assert.deepEqual(
			[0, 1, 2, 3, 99].map((offset) => lineOf('a\nb\r\nc', offset)),
			[1, 1, 2, 2, 3],
		);
	});
});

describe('text that looks like a token', () => {
	const hex = '9d0675f650e36885f'.repeat(4).slice(0, 64);
	const found = (text: string) =>
		read(text)
			.findings.filter(({ code }) => code === 'token-in-file')
			.map(({ severity, start, end }) => [severity, text.slice(start, end)]);

	for (const [what, secret] of Object.entries({
		'64 hex digits': hex,
		'40 hex digits': hex.slice(0, 40),
		'a JSON web token': 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N',
		base64: `${'aB3dE5'.repeat(11)}==`,
	})) {
		it(`${what} is an error, in a value, in quotes or in a comment`, () => {
			for (const place of [
				`x: ${secret}\n`,
				`x: "${secret}"\n`,
				`# ${secret}\n`,
				`systems:\n  A: {type: T, status: pending, token: {expiresAt: "${ISSUED}", value: ${secret}}}\n`,
			]) {
				assert.deepEqual(found(HEAD + place), [['error', secret]]);
			}
		});
	}

	it('the message does not repeat it', () => {
		assert.ok(
			read(`${HEAD}x: ${hex}\n`).findings.every(({ message }) => !message.includes(hex.slice(0, 20))),
		);
	});

	it('fingerprints, ids and ordinary text are none', () => {
		for (const text of [
			fingerprint(),
			`"${fingerprint()}"`,
			hex.slice(0, 39),
			'123e4567-e89b-12d3-a456-426614174000',
			'z'.repeat(100),
			'https://example.org/'.repeat(5),
		]) {
			assert.deepEqual(found(`${HEAD}x: ${text}\n`), []);
		}
		for (const style of STYLES) {
			assert.deepEqual(found(fixture(style)), []);
		}
	});

	it('is found also in a file that cannot be read', () => {
		assert.deepEqual(found(`version: [\n# ${hex}\n`), [['error', hex]]);
	});
});
