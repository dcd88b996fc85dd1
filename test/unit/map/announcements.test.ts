import assert from 'node:assert/strict';
import { announcements } from '../../../src/map/page/announcements.ts';
import { DEV, entitlement, landscape, registeredSystem, subaccount, system } from '../factories.ts';
import { graph, largeGraph, stateOf } from './drawn.ts';

const state = (...args: Parameters<typeof graph>) => stateOf(graph(...args));

describe('what the map says when the landscape changes', () => {
	const before = state(landscape({ systems: [system()], subaccounts: [subaccount()] }));

	it('nothing at first, and nothing about time that passes', () => {
		assert.deepEqual(announcements(undefined, before), []);
		const later = state(landscape({ systems: [system()], subaccounts: [subaccount()] }), {
			now: '2026-11-26T10:00:00Z',
		});
		assert.deepEqual(announcements(before, later), []);
	});

	it('who came, went, or has another status', () => {
		const after = state(landscape({ systems: [registeredSystem(), system({ name: 'QAS' })] }));
		assert.deepEqual(announcements(before, after), [
			`${DEV} is now Registered.`,
			'System QAS was added.',
			'Subaccount dev was removed.',
		]);
	});

	it('nothing of a file that cannot be read: what it had is not removed', () => {
		assert.deepEqual(announcements(before, stateOf({ nodes: [], edges: [] }, { trouble: 'Line 3' })), []);
	});

	it('that connections changed', () => {
		const after = state(landscape({ systems: [system()], subaccounts: [subaccount([entitlement()])] }));
		assert.deepEqual(announcements(before, after), ['Connections changed.']);
	});

	it('only how many where there are many', () => {
		const after = stateOf(largeGraph(100));
		assert.match(announcements(before, after).join(), /^\d+ elements changed\.$/);
	});
});
