import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { roleNamed, statusNamed } from '../../../src/import/columns.ts';
import { MOST_ROWS } from '../../../src/import/csv.ts';
import { decodeText, LARGEST_IMPORT } from '../../../src/import/decode.ts';
import { importDetails } from '../../../src/import/details.ts';
import { importSystems, type RowNote } from '../../../src/import/import-systems.ts';
import { systemStatusLabel, TERMINOLOGIES } from '../../../src/model/labels.ts';
import { type Landscape, SYSTEM_ROLES, SYSTEM_STATUSES, type System } from '../../../src/model/landscape.ts';
import {
	accepted,
	assertRefused,
	extension,
	landscape,
	listed,
	MARKETING,
	S4,
	systemWithoutToken,
	tenant,
} from '../factories.ts';
import { assertInert, HOSTILE_TEXTS } from '../report/inert.ts';
import { filesIn, textOf } from '../repository.ts';

const FIXTURES = 'test/unit/import/fixtures';
const RECORDED = landscape({ mode: 'recorded' });
const TOKEN = '0123456789abcdef'.repeat(4);

const bytesOf = (file: string) => readFileSync(join(import.meta.dirname, 'fixtures', file));

/** What becomes of a fixture. */
function imported(file: string, into: Landscape = RECORDED) {
	const { text } = accepted(decodeText(bytesOf(file)));
	const decision = accepted(importSystems(into, text));
	const systems = decision.changes.map((change) => {
		assert.ok(change.kind === 'put' && change.section === 'systems');
		return change.record;
	});
	assert.deepEqual(
		systems.map(({ name }) => name),
		decision.added,
	);
	return { ...decision, systems };
}

const inShort = (notes: readonly RowNote[]) => notes.map(({ row, system }) => `${row} ${system}`.trim());
const saying = (notes: readonly RowNote[], row: number) =>
	notes.find((note) => note.row === row)?.message ?? assert.fail(`row ${row} isn't told`);

const GERMAN: readonly System[] = [
	{
		name: 'PRD',
		type: S4,
		status: 'registered',
		url: 'https://my300002.s4hana.example',
		role: 'production',
		owner: 'Jürgen Groß',
		note: 'läuft – seit März',
	},
	{ name: 'OLD', type: MARKETING, status: 'unregistered', role: 'development' },
];

/** What is imported from the files in which every row is good. */
const GOOD: Readonly<Record<string, readonly System[]>> = {
	'plain.csv': [
		{
			name: 'DEV',
			type: S4,
			status: 'registered',
			url: 'https://my300001.s4hana.example',
			role: 'development',
			owner: 'Team A',
			note: 'first one',
		},
		{ name: 'QAS', type: S4, status: 'pending', role: 'test' },
		listed(),
	],
	'german-bom.csv': GERMAN,
	'unicode-text.txt': GERMAN,
	'utf-16-be.csv': GERMAN,
	'excel-sep.csv': GERMAN,
	'sep-bar.csv': [{ ...listed('DEV'), note: 'a, b; c' }],
	'old-mac.csv': [
		{ ...listed('DEV'), note: 'one' },
		{ ...listed('QAS'), note: 'two' },
	],
	'quoted.csv': [{ ...listed('DEV, first'), note: 'She said "no"\nand; left' }, listed('QAS "new"')],
	'commas-in-notes.csv': [
		{ ...listed('DEV'), note: 'a, b, c, d' },
		{ ...listed('QAS'), note: 'a, b, c, d' },
	],
	'other-order.csv': [
		{ name: 'DEV', type: S4, status: 'pending', url: 'https://a.example', note: 'first' },
		listed('QAS', 'My Own Type'),
		listed(),
	],
	'formulas.csv': [
		{ ...listed('DEV'), owner: '@ada', note: '=1+1' },
		{ ...listed('-QAS'), owner: "'quoted'", note: "'=kept" },
		{ ...listed('+PRD'), owner: '+49 6227', note: "plain 'text'" },
	],
	'hostile.csv': [
		{ ...listed('__proto__'), note: '[x](command:workbench.action.quit)' },
		{ ...listed('constructor'), note: '<img src=x>' },
		{ ...listed('- a: b'), note: '# no comment' },
	],
	'only-header.csv': [],
};

/** Why nothing is taken from a file. */
const REFUSED = {
	'empty.csv': ['import-columns-missing', 'Name and Type are required'],
	'blank.csv': ['import-columns-missing', 'Name and Type are required'],
	'no-type.csv': ['import-columns-missing', 'Name and Type are required'],
	'no-name.csv': ['import-columns-missing', 'Name and Type are required'],
	'windows-1252.csv': ['import-unreadable', 'CSV UTF-8'],
	'utf-16-without-mark.csv': ['import-unreadable', 'CSV UTF-8'],
	'cut-off-utf-16.csv': ['import-unreadable', 'CSV UTF-8'],
	'workbook.xlsx': ['import-unreadable', 'CSV UTF-8'],
	'nul.csv': ['import-unreadable', 'CSV UTF-8'],
} as const;

/** Files that have a test of their own. */
const OTHERS = [
	'bad-rows.csv',
	'claims.csv',
	'known-systems.csv',
	'labels.csv',
	'open-quote.csv',
	'text-behind-quote.csv',
];

describe('Importing systems', () => {
	it('is tried with every file that is there for it', () => {
		assert.deepEqual(
			[...Object.keys(GOOD), ...Object.keys(REFUSED), ...OTHERS].sort(),
			filesIn(FIXTURES).sort(),
		);
		assert.ok(textOf('.gitattributes').includes(`${FIXTURES}/** -text`));
	});

	for (const [file, systems] of Object.entries(GOOD)) {
		it(`takes every row of ${file}`, () => {
			const result = imported(file);
			assert.deepEqual(result.systems, systems);
			assert.deepEqual([result.skipped, result.problems, result.warnings], [[], [], []]);
		});
	}

	for (const [file, [code, words]] of Object.entries(REFUSED)) {
		it(`refuses ${file} with ${code}, and says what to do`, () => {
			const decoded = decodeText(bytesOf(file));
			assertRefused(decoded.ok ? importSystems(RECORDED, decoded.text) : decoded, code, words);
		});
	}

	it('refuses what is too large, before it is read', () => {
		assertRefused(decodeText(new Uint8Array(LARGEST_IMPORT + 1)), 'import-unreadable', '8 MB');
		const rows = (count: number) =>
			`Name,Type\n${Array.from({ length: count }, (_, at) => `S${at},Joule\n`).join('')}`;
		assertRefused(importSystems(RECORDED, rows(MOST_ROWS + 1)), 'import-unreadable', String(MOST_ROWS));
		assert.equal(accepted(importSystems(RECORDED, rows(MOST_ROWS))).added.length, MOST_ROWS);
	});

	it('tells which columns it ignores', () => {
		assert.deepEqual(imported('other-order.csv').ignoredColumns, ['Tenant ID']);
		assert.deepEqual(imported('hostile.csv').ignoredColumns, ['__proto__', 'constructor']);
		const twice = accepted(importSystems(RECORDED, 'Name,Type,Typ\nDEV,Joule,Other\n'));
		assert.deepEqual(twice.ignoredColumns, ['Typ']);
	});

	it('reads a status by its own name and by any label, and roles in both languages', () => {
		const { systems } = imported('labels.csv');
		const status = (count: number, of: string) => Array.from({ length: count }, () => of);
		assert.deepEqual(
			systems.map((system) => system.status),
			[
				...status(2, 'pending'),
				...status(2, 'registered'),
				...status(2, 'error'),
				...status(2, 'deregistering'),
				...status(3, 'deregister-error'),
				...status(3, 'unregistered'),
				...status(2, 'removing'),
				...status(2, 'remove-error'),
				'pending',
			],
		);
		assert.deepEqual(
			systems.slice(0, 9).map(({ role }) => role),
			[...SYSTEM_ROLES.flatMap((role) => [role, role]), undefined],
		);
		assert.deepEqual(SYSTEM_ROLES.map(roleNamed), SYSTEM_ROLES);
	});

	for (const [language, contents] of [
		['English', {}],
		['German', JSON.parse(textOf('l10n/bundle.l10n.de.json'))],
	] as const) {
		it(`reads every label that views show in ${language}`, () => {
			l10n.config({ contents });
			try {
				const labels = TERMINOLOGIES.flatMap((terminology) =>
					SYSTEM_STATUSES.map((status) => [systemStatusLabel(status, terminology), status] as const),
				).filter(([label]) => label !== '');
				assert.ok(labels.length >= 14);
				for (const [label, status] of labels) {
					assert.equal(statusNamed(label), status, label);
				}
			} finally {
				l10n.config({ contents: {} });
			}
		});
	}

	it('tells each row that can’t be taken with its number and the reason, and imports the others', () => {
		const { added, problems } = imported('bad-rows.csv');
		assert.deepEqual(added, ['DEV', 'I']);
		assert.deepEqual(
			problems.map(({ row }) => row),
			[3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
		);
		const reasons: Readonly<Record<number, string>> = {
			3: 'Enter a name',
			4: '"ü" isn\'t allowed',
			5: 'row 2 was imported',
			6: "Select the system's type",
			7: '"done" isn\'t a status',
			8: '"boss" isn\'t a role',
			9: 'no more than 500 characters for the name',
			10: 'Note: use no more than 5000 characters',
			11: 'looks like a token',
			12: 'looks like a token',
			13: 'more values than columns',
			14: 'was lost',
			15: 'Type: use no more than 500 characters',
		};
		for (const [row, words] of Object.entries(reasons)) {
			const message = saying(problems, Number(row));
			assert.ok(message.includes(words), `row ${row}: ${message}`);
		}
	});

	it('shows no text that looks like a token, wherever it is', () => {
		const told = imported('bad-rows.csv');
		assert.ok(!JSON.stringify(told).includes(TOKEN.slice(0, 16)));
		const other = accepted(importSystems(RECORDED, `Name,Type,${TOKEN}\nDEV,Joule,\n`));
		assert.deepEqual([other.added, other.ignoredColumns], [['DEV'], []]);
		const noted = landscape({ mode: 'recorded', systems: [{ ...listed(), note: `once ${TOKEN}` }] });
		const differing = accepted(importSystems(noted, 'Name,Type,Note\nJ,Joule,new\n'));
		assert.match(saying(differing.skipped, 2), /Note: "" here, "new" in the file$/);
		const known = landscape({ mode: 'recorded', systems: [listed('E')] });
		assert.ok(!JSON.stringify(imported('bad-rows.csv', known)).includes(TOKEN.slice(0, 16)));
	});

	it('tells where quotation marks don’t match, instead of importing what they made of the rows', () => {
		const open = imported('open-quote.csv');
		assert.deepEqual(open.added, ['DEV']);
		assert.deepEqual(inShort(open.problems), ['3 QAS']);
		assert.match(saying(open.problems, 3), /quotation marks/);
		const behind = imported('text-behind-quote.csv');
		assert.deepEqual(inShort(behind.problems), ['2 DEV']);
	});

	it('leaves systems as they are that the landscape has, and tells what the file says differently', () => {
		const dev = systemWithoutToken({ name: 'DEV', url: 'https://dev.example', owner: 'Team A' });
		const into = landscape({
			mode: 'recorded',
			systems: [dev, listed('same')],
			tenants: [tenant([extension({ system: 'locked' })])],
		});
		const result = imported('known-systems.csv', into);
		assert.deepEqual(result.added, ['NEW', 'NEW2', 'NEW3']);
		assert.deepEqual(inShort(result.skipped), ['2 DEV', '3 same']);
		assert.match(
			saying(result.skipped, 2),
			/stays as it is\. Status: "pending" here, "error" in the file; URL: .*; Role: nothing here, "test" in the file; Owner: "Team A" here, "Team B" in the file$/,
		);
		assert.match(saying(result.skipped, 3), /as in the file/);
		assert.deepEqual(inShort(result.problems), ['7 locked']);
		assert.match(saying(result.problems, 7), /An extension in/);
		assert.deepEqual(inShort(result.warnings), ['4 NEW', '6 NEW3']);
		assert.match(saying(result.warnings, 4), /"DEV" has the same type and URL/);
		assert.match(saying(result.warnings, 6), /"NEW2" has the same type and URL/);
	});

	it('takes systems of different types with one URL for different systems', () => {
		const url = 'https://dev.example';
		const into = landscape({ systems: [systemWithoutToken({ url })] });
		const text = `Name,Type,Status,URL\nA,Joule,,${url}\nB,${S4},,${url}\nC,${MARKETING},error,${url}\n`;
		const { added, warnings } = accepted(importSystems(into, text));
		assert.deepEqual(added, ['A', 'B', 'C']);
		assert.deepEqual(inShort(warnings), ['3 B', '4 C']);
		assert.match(saying(warnings, 3), /has the same type and URL/);
		assert.match(saying(warnings, 4), /^Imported as/);
	});

	it('claims in practice nothing that wasn’t simulated, and says so', () => {
		const statuses = (into: Landscape) => imported('claims.csv', into).systems.map(({ status }) => status);
		assert.deepEqual(statuses(RECORDED), ['registered', 'pending', 'registered', 'removing']);
		assert.deepEqual(statuses(landscape()), ['pending', 'pending', 'registered', 'registered']);
		const { warnings } = imported('claims.csv', landscape());
		assert.deepEqual(inShort(warnings), ['2 DEV', '5 K']);
		assert.match(saying(warnings, 2), /Imported as Pending instead of Registered/);
		assert.deepEqual(imported('claims.csv', RECORDED).warnings, []);
	});

	it('tells the details as Markdown in which nothing of the file is a link or an element', () => {
		const into = landscape({ mode: 'recorded', systems: [systemWithoutToken({ name: '<b>[x](y)' })] });
		const text =
			'Name,Type,Status,<i>\n<b>[x](y),"Joule\nx",,\nDEV,Joule,`no`,\n"",Joule,,\nQAS,Joule,__at https://a.example__,\n';
		const details = importDetails(accepted(importSystems(into, text)), 'systems.csv');
		assertInert(details);
		assert.equal(
			details,
			[
				'# Import of `systems.csv`\n',
				'## Not imported\n',
				'- Row 3, "DEV": ``"`no`"`` isn\'t a status of a system. Use one that the cockpit shows.',
				'- Row 4: Enter a name for the system.',
				'- Row 5, "QAS": `"__at https://a.example__"` isn\'t a status of a system. Use one that the cockpit shows.\n',
				'## Already in the landscape\n',
				'- Row 2, `"<b>[x](y)":` The landscape already has it, and it stays as it is. Type: "SAP S/4HANA Cloud" here, "Joule x" in the file\n',
				'## Columns that were ignored\n',
				'- `<i>`\n',
			].join('\n'),
		);
	});

	it('tells details in which no text of the file is anything else than that', () => {
		for (const text of HOSTILE_TEXTS) {
			const note = { row: 2, system: text, message: `"${text}" here, "${text}" in the file` };
			const told = { problems: [note], skipped: [note], warnings: [note], ignoredColumns: [text] };
			assertInert(importDetails(told, text));
		}
	});
});
