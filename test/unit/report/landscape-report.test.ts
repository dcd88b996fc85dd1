import assert from 'node:assert/strict';
import fc from 'fast-check';
import { read } from '../../../src/document/read.ts';
import { newLandscape } from '../../../src/model/landscape.ts';
import { landscapeReport } from '../../../src/report/landscape-report.ts';
import { manySystems } from '../../browser/landscapes.ts';
import {
	entitlement,
	extension,
	landscape,
	registeredSystem,
	subaccount,
	system,
	tenant,
} from '../factories.ts';
import { forAll } from '../property-runs.ts';
import { ACME, assertGolden, inLanguage, LANGUAGES, localTime, NOW } from './golden.ts';
import { assertInert, FINGERPRINT, HOSTILE_TEXTS, saying } from './inert.ts';

const context = { terminology: 'classic', now: NOW, localTime, tokenExpiryWarning: 2 } as const;
const EMPTY = newLandscape('Acme', 'practice');

describe('A report of a landscape', () => {
	for (const language of LANGUAGES) {
		it(`has all of it, and what is open (${language})`, () => {
			assertGolden(
				`report.${language}.md`,
				inLanguage(language, () => landscapeReport(ACME, context)),
			);
		});

		it(`of an empty landscape says how to begin (${language})`, () => {
			assertGolden(
				`report-empty.${language}.md`,
				inLanguage(language, () => landscapeReport(EMPTY, context)),
			);
		});
	}

	it('uses the words of the chosen terminology', () => {
		const failed = landscape({ systems: [system({ status: 'error' })] });
		assert.ok(landscapeReport(failed, context).includes('| Error |'));
		assert.ok(
			landscapeReport(failed, { ...context, terminology: 'current' }).includes('| Error while Registering |'),
		);
	});

	it('has no times of recording in practice, where nothing is recorded', () => {
		const dated = { recordedAt: NOW };
		const records = {
			systems: [registeredSystem(dated)],
			tenants: [tenant([extension(dated)])],
			subaccounts: [subaccount([entitlement(dated)])],
		};
		const count = (mode: 'practice' | 'recorded') =>
			landscapeReport(landscape({ ...records, mode }), context).split('| Recorded On |').length - 1;
		assert.deepEqual([count('recorded'), count('practice')], [3, 0]);
	});

	it('says that nothing is open where nothing is', () => {
		const done = landscape({ systems: [{ name: 'J', type: 'Joule', status: 'registered' }] });
		assert.ok(landscapeReport(done, context).includes('None: there are no errors and no next steps.'));
	});

	it('of 100 systems has each of them, and tells findings of a kind only a few times', () => {
		const { landscape: large } = read(manySystems(100));
		const report = landscapeReport(large, context);
		assertInert(report);
		for (const name of large.systems.keys()) {
			assert.ok(report.includes(`\n| ${name} |`), name);
		}
		const [points = ''] = report.split('\n## Systems\n');
		assert.ok(points.split('\n').length < 60, points);
		assert.ok(points.includes(' more of this kind: '));
		assert.ok(report.includes('```mermaid\nflowchart LR\n'));
	});

	it('of very many systems has no map, which Mermaid would not draw', () => {
		const report = landscapeReport(read(manySystems(500)).landscape, context);
		assert.ok(!report.includes('```mermaid'));
		assert.ok(report.includes('choose Show Map in VS Code'));
	});

	it('stays what it is whatever names are: each row has its cells, nothing is a link, and no fingerprint is in it', () => {
		const check = (text: string) => {
			assertInert(landscapeReport(saying(text), context));
		};
		for (const text of HOSTILE_TEXTS) {
			check(text);
		}
		const part = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: 'binary', maxLength: 30 }));
		forAll(
			150,
			fc.array(part, { minLength: 1, maxLength: 4 }),
			fc.constantFrom('', ' ', '|', '`', '\n', FINGERPRINT),
			(parts, glue) => check(parts.join(glue)),
		);
	});
});
