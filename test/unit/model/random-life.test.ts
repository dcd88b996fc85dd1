import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newDocument } from '../../../src/document/new-document.ts';
import { longRun, runs, seed } from '../property-runs.ts';
import { COMMANDS, Life, type Step } from './life.ts';
import { type Row, TRANSITIONS } from './state-tables.ts';

const LIVES = runs(75);
const LONGEST = 200;
/** A rare transition may be missing from one round: then there is another, with the next seed. */
const ROUNDS_AT_MOST = 10;

/** Half of the steps do what is possible, so that lives come far; the others try anything. */
const step: fc.Arbitrary<Step> = fc.record({
	command: fc.oneof(
		{ arbitrary: fc.constant('next' as const), weight: 1 },
		{ arbitrary: fc.constantFrom(...COMMANDS), weight: 1 },
	),
	name: fc.nat(1000),
	type: fc.nat(1000),
	host: fc.nat(1000),
	token: fc.oneof(fc.nat(3), fc.nat(1000)),
	choice: fc.nat(1000),
	jump: fc.oneof({ arbitrary: fc.nat(2), weight: 8 }, { arbitrary: fc.nat(7), weight: 1 }),
});

const byHand = [
	'# Ours: ask before you touch it.',
	'globalAccount: Acme   # the enterprise account',
	'version: 1',
	'mode: practice',
	'',
	'subaccounts:',
	'    dev:',
	'# Nothing is paired yet.',
	'systems: {}',
	'tenants:',
	'    # Only this one.',
	'    a.example:',
	"        type: 'SAP S/4HANA Cloud'",
	'',
].join('\n');
const STARTS = [newDocument('Acme', 'practice'), byHand, byHand.replaceAll('\n', '\r\n')];

describe('random lives of a landscape', function () {
	this.timeout(180_000);

	it('take legal transitions only, and keep file and landscape the same', () => {
		let steps = 0;
		const seen = new Set<Row>();
		const codes = new Set<string>();
		const missing = () => TRANSITIONS.filter((row) => !seen.has(row));
		const play = (from: number) =>
			fc.assert(
				fc.property(
					fc.constantFrom(...STARTS),
					fc.array(step, { minLength: 1, maxLength: LONGEST, size: 'max' }),
					(start, commands) => {
						const life = new Life(start);
						try {
							for (const command of commands) {
								life.take(command);
								steps++;
							}
							for (const [comment] of start.matchAll(/#[^\r\n]*/g)) {
								assert.ok(life.text.includes(comment), `the comment "${comment}" is gone`);
							}
						} catch (error) {
							throw new Error(`${String(error)}\n${life.log.join('\n')}\n${life.text}`, { cause: error });
						}
						for (const row of life.seen) {
							seen.add(row);
						}
						for (const code of life.codes) {
							codes.add(code);
						}
					},
				),
				// The limit is for shrinking; it ends a run that is much too slow, too, which the number of steps tells.
				{ seed: from, numRuns: LIVES, ...(longRun ? {} : { interruptAfterTimeLimit: 40_000 }) },
			);
		let rounds = 0;
		do {
			play(seed + rounds);
			rounds++;
		} while (missing().length > 0 && rounds < ROUNDS_AT_MOST);
		console.log(
			`\t${steps} steps in ${rounds} rounds from seed ${seed}: ${seen.size} of ${TRANSITIONS.length} transitions, ${codes.size} codes`,
		);
		assert.ok(steps >= 5000);
		assert.deepEqual(missing(), [], 'every transition of the tables happened');
	});
});
