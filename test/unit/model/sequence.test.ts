import assert from 'node:assert/strict';
import { settleDeregistration } from '../../../src/model/deregistration.ts';
import { settleExtension } from '../../../src/model/extensions.ts';
import { decideInSequence } from '../../../src/model/sequence.ts';
import {
	codesOf,
	decided,
	extension,
	extensionsIn,
	HOST,
	landscape,
	PAIRED,
	registeredSystem,
	SETTLED,
	system,
	tenant,
	token,
} from '../factories.ts';

const used = token({ usedAt: PAIRED });
const before = landscape({
	systems: [
		system({ name: 'A', token: used }),
		system({ name: 'B', token: used }),
		{ ...registeredSystem(), name: 'C', status: 'deregistering' },
	],
	tenants: [
		tenant([
			extension({ system: 'A', status: 'enabling' }),
			extension({ system: 'B', status: 'enabling' }),
			extension({ system: 'C' }),
		]),
	],
});
const settle = (name: string, outcome: 'succeed' | 'fail') => (current: typeof before) =>
	settleExtension(current, { tenant: HOST, system: name, outcome }, SETTLED);

describe('several rules as one decision', () => {
	it('each see what those before them have changed, also in one record, which is put once', () => {
		const decision = decideInSequence(before, [
			settle('A', 'succeed'),
			settle('B', 'fail'),
			(current) => settleDeregistration(current, 'C', 'succeed', SETTLED),
		]);
		const after = decided(before, decision);
		assert.deepEqual(
			[...after.systems.values()].map(({ name, status }) => [name, status]),
			[
				['A', 'registered'],
				['B', 'error'],
				['C', 'unregistered'],
			],
		);
		assert.deepEqual(
			extensionsIn(after).map(({ status }) => status),
			['enabled', 'failed', 'disabled'],
		);
		assert.equal(decision.changes.length, 4);
	});

	it('go on where one refuses, and tell why it did', () => {
		const decision = decideInSequence(before, [settle('No such', 'succeed'), settle('A', 'succeed')]);
		assert.equal(decided(before, decision).systems.get('A')?.status, 'registered');
		assert.deepEqual(codesOf(decision.refused), ['extension-unknown']);
	});

	it('change nothing where there are none', () => {
		assert.deepEqual(decideInSequence(before, []), { ok: true, changes: [], refused: [] });
	});
});
