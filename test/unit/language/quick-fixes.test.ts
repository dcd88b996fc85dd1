import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { applyEdits } from '../../../src/document/edit.ts';
import { read, type TextFinding } from '../../../src/document/read.ts';
import { findingsIn } from '../../../src/language/findings.ts';
import { fixesOf, QUICK_FIXES } from '../../../src/language/quick-fixes.ts';
import { spliced } from '../document/broken-texts.ts';
import { fixture } from '../document/editing.ts';
import { codesOf, NOW } from '../factories.ts';
import { STYLES } from '../merge/team.ts';
import { forAll } from '../property-runs.ts';
import { textOf } from '../repository.ts';

/** Findings that have the right value. */
const CHANGED = [
	'description-differs',
	'formation-type-unknown',
	'key-unknown',
	'plan-unknown',
	'scenario-group-unknown',
	'service-unavailable',
	'service-unknown',
	'status-contradicts-extension',
	'status-contradicts-type',
	'tenant-invalid',
	'token-time-in-future',
	'token-times-contradict',
	'token-valid-too-long',
	'token-valid-too-short',
	'type-unknown',
	'value-invalid',
];
const DAYS = 2;
const FOLDER = new URL('fixes/', import.meta.url);
const NAMES = readdirSync(FOLDER)
	.filter((file) => file.endsWith('.yaml') && !file.endsWith('.golden.yaml'))
	.map((file) => file.slice(0, -'.yaml'.length));
const WANT = /# want "(.+?)" fix="(.+)"\s*$/;

const findings = (text: string) => findingsIn(read(text), NOW, DAYS);
const textIn = (file: string) => readFileSync(new URL(file, FOLDER), 'utf8').replaceAll('\r\n', '\n');
const wantIn = (text: string) => {
	const [, code = '', title = ''] = WANT.exec(text) ?? [];
	return { code, title };
};
const errors = (found: readonly TextFinding[]) => found.filter(({ severity }) => severity === 'error');

describe('quick fixes', () => {
	for (const name of NAMES) {
		const text = textIn(`${name}.yaml`);
		const { code, title } = wantIn(text);

		it(`${name}: ${code} is fixed by ${title}`, () => {
			const before = findings(text);
			const wanted = before.findLast((found) => found.code === code);
			assert.ok(wanted, `found only ${before.map((found) => found.code)}`);
			const [fix] = fixesOf(read(text), wanted);
			assert.equal(fix?.title, title);
			if (fix.command) {
				const { command } = fix;
				assert.equal(
					`# command: ${command.name} ${JSON.stringify(command.fields)}\n`,
					golden(name, `# command: ${command.name} ${JSON.stringify(command.fields)}\n`),
				);
				return;
			}
			const after = applyEdits(text, fix.edits ?? []);
			assert.equal(after, golden(name, after));
			const left = findings(after);
			const count = (of: readonly TextFinding[]) => of.filter((found) => found.code === code).length;
			assert.equal(count(left), count(before) - 1, 'the finding is gone');
			assert.ok(errors(left).length <= errors(before).length, 'no error is new');
		});

		it(`${name}: the same with CRLF`, () => {
			const windows = text.replaceAll('\n', '\r\n');
			const wanted = findings(windows).findLast((found) => found.code === code);
			assert.ok(wanted);
			const [fix] = fixesOf(read(windows), wanted);
			assert.equal(fix?.title, title);
			if (fix.edits) {
				assert.equal(applyEdits(windows, fix.edits), textIn(`${name}.golden.yaml`).replaceAll('\n', '\r\n'));
			}
		});
	}

	it('each have a golden file, by code and by title', () => {
		const wants = NAMES.map((name) => wantIn(textIn(`${name}.yaml`)));
		const codes = new Set(codesOf(wants));
		assert.deepEqual(
			[...QUICK_FIXES.flatMap(({ codes }) => codes), ...CHANGED].filter((code) => !codes.has(code)),
			['formation-rule-broken'],
			'its fix is that of formation-member-not-allowed',
		);
		const source = textOf('src/language/quick-fixes.ts');
		for (const [, title = ''] of source.matchAll(/\bt\('([^']+)'/g)) {
			const pattern = new RegExp(`^${title.replace('{0}', '.+')}$`);
			assert.ok(
				['Register System', 'Discard Changes'].includes(title) ||
					wants.some((want) => pattern.test(want.title)),
				`no golden file shows "${title}"`,
			);
		}
	});

	it('of a reference that does not exist end with Register System', () => {
		const text = textIn('reference.yaml');
		const found = findings(text).find(({ code }) => code === 'system-unknown');
		assert.ok(found);
		assert.deepEqual(fixesOf(read(text), found).at(-1)?.command, {
			name: 'registerSystem',
			fields: { name: 'DEVS' },
		});
	});

	for (const name of ['empty', 'cut-off']) {
		it(`of what is ${name} end with Restore from Local History and Discard Changes`, () => {
			const text = textIn(`${name}.yaml`);
			const found = findings(text).at(-1);
			assert.ok(found);
			assert.deepEqual(
				fixesOf(read(text), found)
					.slice(-2)
					.map(({ command }) => command?.name),
				['restoreFromLocalHistory', 'discardChanges'],
			);
		});
	}

	it('are none for codes that nobody knows, and for keys of prototypes', () => {
		for (const code of ['nonsense', '__proto__', 'toString']) {
			const found = { code, severity: 'error', message: '', start: 0, end: 1 } as const;
			assert.deepEqual(fixesOf(read('a: 1\n'), found), []);
		}
	});
});

/** The golden file; written again if the environment asks for it. */
function golden(name: string, actual: string): string {
	const file = `${name}.golden.yaml`;
	if (process.env.UPDATE_GOLDEN) {
		writeFileSync(new URL(file, FOLDER), actual);
	}
	assert.ok(existsSync(new URL(file, FOLDER)), `${file} is missing`);
	return textIn(file);
}

describe('no text makes findings or fixes throw', function () {
	this.timeout(60_000);

	function fixAll(text: string): void {
		const reading = read(text);
		for (const finding of findingsIn(reading, NOW, DAYS).slice(0, 10)) {
			for (const { edits = [] } of fixesOf(reading, finding)) {
				read(applyEdits(text, edits));
			}
		}
	}

	it('arbitrary text', () => {
		forAll(300, fc.string({ unit: 'binary', maxLength: 200 }), fixAll);
	});

	it('landscapes with pieces cut out, doubled or replaced', () => {
		const texts = [...NAMES.map((name) => textIn(`${name}.yaml`)), ...STYLES.map(fixture)];
		forAll(500, spliced(fc.constantFrom(...texts)), ({ text }) => fixAll(text));
	});
});
