import assert from 'node:assert/strict';
import { ALL_COMMUNICATION_SCENARIOS } from '../../../src/model/catalog/scenario-groups.ts';
import type { Decision } from '../../../src/model/decision.ts';
import { addServicePlans } from '../../../src/model/entitlements.ts';
import { openTenant, settleExtension } from '../../../src/model/extensions.ts';
import { checkLandscape } from '../../../src/model/findings/check-landscape.ts';
import type { Landscape } from '../../../src/model/landscape.ts';
import { createExtension } from '../../../src/model/pairing.ts';
import { MILESTONES, progress } from '../../../src/model/progress.ts';
import { addSubaccount } from '../../../src/model/subaccounts.ts';
import { registerSystem } from '../../../src/model/systems.ts';
import { accepted, DEV, fingerprint, HOST, ISSUED, PAIRED, S4, SETTLED } from '../factories.ts';
import { diff, edited, fixture, HEAD, landscapeIn } from './editing.ts';

const STEPS: readonly ((landscape: Landscape) => Decision)[] = [
	(landscape) =>
		registerSystem(
			landscape,
			{
				name: DEV,
				type: S4,
				token: { scenarioGroups: [ALL_COMMUNICATION_SCENARIOS], fingerprint: fingerprint(1) },
			},
			ISSUED,
		),
	(landscape) => openTenant(landscape, { tenant: HOST, type: S4 }),
	(landscape) =>
		createExtension(landscape, { tenant: HOST, fingerprint: fingerprint(1), description: DEV }, PAIRED),
	(landscape) => settleExtension(landscape, { tenant: HOST, system: DEV, outcome: 'succeed' }, SETTLED),
	(landscape) => addSubaccount(landscape, 'dev'),
	(landscape) =>
		addServicePlans(landscape, {
			subaccount: 'dev',
			service: 's4-hana-cloud',
			system: DEV,
			plans: ['api-access'],
		}),
];

/** The text after every step, the first the one that was started from. */
function play(start: string): string[] {
	const texts = [start];
	for (const step of STEPS) {
		const text = texts.at(-1) ?? '';
		const decision = accepted(step(landscapeIn(text)));
		texts.push(edited(text, decision.changes).text);
	}
	return texts;
}

describe('the tutorial', () => {
	it('from a new file gives exactly the example of docs/design.md, up to its formations', () => {
		assert.equal(play(HEAD).at(-1), fixture('tutorial'));
	});

	it('adds lines in every step, but for the statuses that settle', () => {
		const texts = play(HEAD);
		const removed = texts.slice(1).map((text, step) =>
			diff(texts[step] ?? '', text)
				.filter((line) => line.startsWith('-'))
				.map((line) => line.trim()),
		);
		assert.deepEqual(removed, [
			[],
			[],
			[],
			['-    status: pending', '-        status: enabling', `-        changedAt: "${PAIRED}"`],
			[],
			[],
		]);
	});

	it('reaches every milestone and leaves no finding', () => {
		const landscape = landscapeIn(play(HEAD).at(-1) ?? '');
		assert.deepEqual(progress([landscape]), new Set(MILESTONES));
		assert.deepEqual(checkLandscape(landscape, SETTLED), []);
	});

	it('played in a file with CRLF, byte-order mark and no final line break gives the same lines', () => {
		const result = play(`\uFEFF${HEAD.trimEnd().replaceAll('\n', '\r\n')}`).at(-1);
		assert.equal(result, `\uFEFF${fixture('tutorial').trimEnd().replaceAll('\n', '\r\n')}`);
	});
});
