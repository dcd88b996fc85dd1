import assert from 'node:assert/strict';
import { build } from 'esbuild';
import fc from 'fast-check';
import papa from 'papaparse';
import { extension } from '../../../esbuild.mjs';
import { textOfCell } from '../../../src/document/formula-cells.ts';
import { withoutSecrets } from '../../../src/document/without-secrets.ts';
import { decodeText } from '../../../src/import/decode.ts';
import { importSystems } from '../../../src/import/import-systems.ts';
import { newLandscape, SYSTEM_STATUSES, type System } from '../../../src/model/landscape.ts';
import { landscapeCsv } from '../../../src/report/landscape-csv.ts';
import { accepted, changedBy, landscape, system } from '../factories.ts';
import { forAll } from '../property-runs.ts';
import { ACME, assertGolden, inLanguage, LANGUAGES } from './golden.ts';
import { FINGERPRINT, HOSTILE_TEXTS } from './inert.ts';

/** The rows of a CSV file as somebody who imports it has them. */
const rowsOf = (csv: string) => papa.parse<string[]>(csv, { delimiter: ',' }).data;

const cellsOf = ({ name, type, status, url, role, owner, note }: System) =>
	[name, type, status, url, role, owner, note].map((text = '') => text);

const FORMULAS = [
	'=1+1',
	'+49 6227',
	'-1',
	'@SUM(A1)',
	"'=1+1",
	"''=1+1",
	"'quoted'",
	"'",
	' =1+1',
	'\t=1',
	'\r=1',
	'\n=1',
	'=1\n2',
	'＝1',
	'"=1"',
];

describe('A landscape as CSV', () => {
	for (const language of LANGUAGES) {
		it(`has a line for each system, with the headings of the language (${language})`, () => {
			assertGolden(
				`systems.${language}.csv`,
				inLanguage(language, () => landscapeCsv(ACME)),
			);
		});
	}

	it('begins with a byte-order mark, and has only its headings without a system', () => {
		assert.equal(landscapeCsv(landscape()), '\uFEFFName,Type,Status,URL,Role,Owner,Note');
	});

	it('gives the same systems when it is read again, whatever their texts are', () => {
		const text = fc.oneof(
			fc.constantFrom(...FORMULAS, ...HOSTILE_TEXTS),
			fc.string({ unit: 'binary', maxLength: 20 }),
			fc
				.tuple(fc.constantFrom("'", '=', ' ', '"', ',', ';', '\n'), fc.string())
				.map(([start, rest]) => start + rest),
		);
		const any = fc.record({
			name: text,
			type: text,
			status: fc.constantFrom(...SYSTEM_STATUSES),
			url: text,
			owner: text,
			note: text,
		});
		forAll(100, fc.uniqueArray(any, { selector: ({ name }) => name, maxLength: 5 }), (systems) => {
			const [, ...rows] = rowsOf(landscapeCsv(landscape({ systems })));
			assert.deepEqual(
				rows.map((row) => row.map(textOfCell)),
				systems.map((record) => cellsOf(record).map((text) => withoutSecrets(text))),
			);
		});
	});

	for (const language of LANGUAGES) {
		it(`is imported again as the same systems (${language})`, () => {
			const systems = [
				...ACME.systems.values(),
				...['=1+1', '+49', '@home', "'quoted'", "'=1+1", 'a, "b"; c'].map((name) =>
					system({ name, owner: name, note: `${name}\n${name}` }),
				),
				...SYSTEM_STATUSES.map((status) => system({ name: `S ${status}`, status })),
			];
			const imported = inLanguage(language, () => {
				const csv = landscapeCsv(landscape({ systems }));
				const { text } = accepted(decodeText(new TextEncoder().encode(csv)));
				return changedBy(newLandscape('Acme', 'recorded'), importSystems, text);
			});
			assert.deepEqual(imported.facts.problems, []);
			assert.deepEqual(
				[...imported.systems.values()].map(cellsOf),
				systems.map((record) => cellsOf(record).map((text) => text.trim())),
			);
		});
	}

	it('has no cell that a spreadsheet would take for a formula', () => {
		const systems = FORMULAS.map((name) => system({ name, owner: name }));
		for (const row of rowsOf(landscapeCsv(landscape({ systems }))).slice(1)) {
			for (const cell of row) {
				assert.ok(!/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell), cell);
			}
		}
	});

	it('has neither tokens nor fingerprints, also where somebody wrote them as a note', () => {
		const record = system({ name: FINGERPRINT, note: `see ${'0123456789abcdef'.repeat(4)}, ${FINGERPRINT}` });
		const csv = landscapeCsv(landscape({ systems: [record] }));
		assert.ok(!/[0-9a-f]{16}/.test(csv), csv);
	});

	it('is made in the bundle, too, also where the extension host has an AMD loader', async () => {
		const { outputFiles = [] } = await build({
			...extension,
			stdin: {
				contents: "export { landscapeCsv } from '../../../src/report/landscape-csv.ts';",
				resolveDir: import.meta.dirname,
				loader: 'ts',
			},
			write: false,
			outfile: 'memory.js',
		});
		const module: { exports: { landscapeCsv?: typeof landscapeCsv } } = { exports: {} };
		const define = Object.assign(() => assert.fail('given to the AMD loader'), { amd: true });
		new Function('module', 'define', outputFiles[0]?.text ?? '')(module, define);
		assert.equal(module.exports.landscapeCsv?.(ACME), landscapeCsv(ACME));
	});
});
