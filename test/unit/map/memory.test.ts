import assert from 'node:assert/strict';
import { type Memory, memoryToSave, restoreMemory } from '../../../src/map/page/memory.ts';

const MEMORY: Memory = {
	filter: { search: '', status: 'Pending', type: '', subaccount: 'dev' },
	isTable: true,
	view: { x: -12.5, y: 3, scale: 0.75 },
	stop: '["systems","DEV"]',
};

describe('what the map keeps over a reload', () => {
	it('is the filter, table or picture, the part that is seen, and the element that Tab comes to', () => {
		assert.deepEqual(restoreMemory(JSON.parse(JSON.stringify(memoryToSave(MEMORY)))), MEMORY);
	});

	it('is never what was typed into the search, which may be a token', () => {
		const filter = { ...MEMORY.filter, search: '0123456789abcdef'.repeat(4) };
		assert(!JSON.stringify(memoryToSave({ ...MEMORY, filter })).includes(filter.search));
	});

	it('is nothing where there is none, or where it makes no sense', () => {
		for (const state of [undefined, null, 'x', { status: 1 }]) {
			const { filter, isTable, view } = restoreMemory(state);
			assert.deepEqual(Object.values(filter), ['', '', '', '']);
			assert.deepEqual([isTable, view], [false, undefined]);
		}
		for (const view of ['', '1 2', '1 2 0', '1 2 -1', 'a b c', '1 2 Infinity', 'NaN 1 1']) {
			assert.equal(restoreMemory({ ...memoryToSave(MEMORY), view }).view, undefined, view);
		}
	});
});
