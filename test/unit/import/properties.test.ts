import assert from 'node:assert/strict';
import fc from 'fast-check';
import Papa from 'papaparse';
import { applyEdits, edit } from '../../../src/document/edit.ts';
import { editPerRecord } from '../../../src/document/edit-per-record.ts';
import { newDocument } from '../../../src/document/new-document.ts';
import { read } from '../../../src/document/read.ts';
import { decodeText } from '../../../src/import/decode.ts';
import { importSystems } from '../../../src/import/import-systems.ts';
import { newLandscape, SYSTEM_ROLES, SYSTEM_STATUSES, type System } from '../../../src/model/landscape.ts';
import { accepted, namesOf, S4 } from '../factories.ts';
import { forAll } from '../property-runs.ts';

const RECORDED = newLandscape('Acme', 'recorded');

const asciiName = fc
	.oneof(
		fc.constantFrom('__proto__', 'yes', '- a', 'a: b', "'=x", '-1', '"q"', 'a;b,c\td'.replace('\t', ' ')),
		fc.string({ maxLength: 12 }),
	)
	.map((text) => text.replaceAll(/[^\x20-\x7e]/g, 'x').trim())
	.filter((text) => text !== '');

/** Texts as a cell has them: nothing around them, and one kind of line break. */
const cell = fc
	.oneof(
		fc.constantFrom(
			'=1+1',
			"'=1",
			"''+x",
			'@a',
			'＝1',
			"' =1",
			"'",
			'"',
			';',
			'a,b\tc',
			'one\ntwo',
			'sep=,',
			'\n=x',
			'Jürgen',
		),
		fc.string({ maxLength: 20, unit: 'grapheme' }),
		fc.string({ maxLength: 20 }),
	)
	.map((text) =>
		text
			.replaceAll(/\r\n?/g, '\n')
			.replaceAll(/[\0\ufffd]/g, '')
			.trim(),
	)
	.map((text) => (text === '' ? undefined : text));

const systems: fc.Arbitrary<readonly System[]> = fc.uniqueArray(
	fc
		.record({
			name: asciiName,
			type: fc.constantFrom(S4, 'Joule', 'T, U', "It's; mine"),
			status: fc.constantFrom(...SYSTEM_STATUSES),
			url: cell,
			role: fc.option(fc.constantFrom(...SYSTEM_ROLES), { nil: undefined }),
			owner: cell,
			note: cell,
		})
		.map(
			(facts) =>
				Object.fromEntries(
					Object.entries(facts).filter(([, value]) => value !== undefined),
				) as unknown as System,
		),
	{ maxLength: 6, selector: ({ name }) => name },
);

const ENGLISH = ['Name', 'Type', 'Status', 'URL', 'Role', 'Owner', 'Note'];
const GERMAN = ['NAME', 'typ', 'Status', 'Url', 'Rolle', 'Verantwortlich', 'Notiz'];

/** How a spreadsheet writes a file. */
const style = fc.record({
	delimiter: fc.constantFrom(';', ',', '\t'),
	newline: fc.constantFrom('\n', '\r\n'),
	header: fc.constantFrom(ENGLISH, GERMAN),
	quotes: fc.boolean(),
	hasSeparatorLine: fc.boolean(),
	encoding: fc.constantFrom('utf-8', 'utf-8 with mark', 'utf-16-le', 'utf-16-be'),
});
type Style = typeof style extends fc.Arbitrary<infer Value> ? Value : never;

function csvOf(
	of: readonly System[],
	{ delimiter, newline, header, quotes, hasSeparatorLine }: Style,
): string {
	const rows = of.map(({ name, type, status, url, role, owner, note }) => [
		name,
		type,
		status,
		url,
		role,
		owner,
		note,
	]);
	const lines = Papa.unparse([header, ...rows], {
		delimiter,
		newline,
		quotes,
		escapeFormulae: /^(?:[\s']*[=+\-@＝＋－＠]|'*[\t\r\n])/,
	});
	return `${hasSeparatorLine ? `sep=${delimiter}${newline}` : ''}${lines}${newline}`;
}

function encoded(text: string, encoding: Style['encoding']): Uint8Array {
	if (encoding === 'utf-8' || encoding === 'utf-8 with mark') {
		return Buffer.from(encoding === 'utf-8' ? text : `\ufeff${text}`);
	}
	const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
	return encoding === 'utf-16-le' ? bytes : bytes.swap16();
}

describe('Systems from a CSV file', function () {
	this.timeout(60_000);

	it('are those that were written to it, however a spreadsheet writes it', () => {
		forAll(200, systems, style, (given, how) => {
			const { text } = accepted(decodeText(encoded(csvOf(given, how), how.encoding)));
			const result = accepted(importSystems(RECORDED, text));
			assert.deepEqual([result.problems, result.skipped, result.ignoredColumns], [[], [], []]);
			assert.deepEqual(
				result.changes.map((change) => change.kind === 'put' && change.record),
				given,
			);
			const after = accepted(edit(read(newDocument('Acme', 'recorded')), result.changes)).reading.landscape;
			assert.deepEqual([...after.systems.values()], given);
			const again = accepted(importSystems(after, text));
			assert.deepEqual([again.changes, again.skipped.length], [[], given.length]);
			assert.ok(again.skipped.every(({ message }) => message.endsWith('as in the file.')));
		});
	});

	it('are written one by one below others, so that any of them can be left out', () => {
		const files = fc.constantFrom(
			'systems:\n  OLD:\n    type: Joule\n    status: registered\n',
			'systems:\n  OLD: { type: Joule, status: registered } # one line\n  # the end\n\nsubaccounts:\n  dev:\n',
			'systems:\r\n    OLD:\r\n        type: Joule\r\n        status: registered',
		);
		forAll(100, systems, files, fc.infiniteStream(fc.boolean()), (given, file, choose) => {
			const fresh = given.filter(({ name }) => name !== 'OLD');
			const before = read(`${newDocument('Acme', 'recorded')}${file}`);
			assert.equal(before.unreadable, undefined);
			const { changes, added } = accepted(importSystems(before.landscape, csvOf(fresh, { ...PLAIN })));
			const written = accepted(edit(before, changes));
			const edits = editPerRecord(before, written, 'systems', added);
			assert.equal(edits.length, fresh.length);
			assert.equal(applyEdits(before.text, edits), written.reading.text);
			const ticked = fresh.map(() => choose.next().value);
			const after = read(
				applyEdits(
					before.text,
					edits.filter((_, at) => ticked[at]),
				),
			);
			assert.equal(after.unreadable, undefined);
			assert.deepEqual(namesOf([...after.landscape.systems.values()]), [
				'OLD',
				...namesOf(fresh.filter((_, at) => ticked[at])),
			]);
		});
	});

	it('are written at once where they need a section, or share their line', () => {
		for (const file of ['', 'systems: { OLD: { type: Joule, status: registered } }\n', 'systems: {}\n']) {
			const before = read(`${newDocument('Acme', 'recorded')}${file}`);
			const { changes, added } = accepted(importSystems(before.landscape, 'Name,Type\nA,Joule\nB,Joule\n'));
			const written = accepted(edit(before, changes));
			assert.equal(editPerRecord(before, written, 'systems', added), written.edits);
		}
	});
});

const PLAIN: Style = {
	delimiter: ';',
	newline: '\n',
	header: ENGLISH,
	quotes: false,
	hasSeparatorLine: false,
	encoding: 'utf-8',
};
