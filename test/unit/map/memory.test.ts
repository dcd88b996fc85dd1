import assert from 'node:assert/strict';
import { type Memory, memoryToSave, restoreMemory } from '../../../src/map/page/memory.ts';

const MEMORY: Memory = {
	filter: { search: '', status: 'Pending', type: '', subaccount: 'dev' },
	isTable: true,
	sort: { by: 'status', isDown: true },
	arrangement: 'tenant',
	view: { at: '["systems","DEV"]', x: -12.5, y: 3, scale: 0.75 },
	stop: '["systems","DEV"]',
};

const BEGINNING = { filter: { search: '', status: '', type: '', subaccount: '' }, isTable: false };

describe('what the map keeps over a reload', () => {
	it('is filter, table or picture, order and arrangement, the part that is seen, and the element that Tab comes to', () => {
		assert.deepEqual(restoreMemory(JSON.parse(JSON.stringify(memoryToSave(MEMORY)))), MEMORY);
		assert.deepEqual(restoreMemory({ ...BEGINNING, landscape: 'file:///a' }), BEGINNING);
	});

	it('is never what was typed into the search, which may be a token', () => {
		const filter = { ...MEMORY.filter, search: '0123456789abcdef'.repeat(4) };
		assert(!JSON.stringify(memoryToSave({ ...MEMORY, filter })).includes(filter.search));
	});

	it('is nothing where there is none, or where it makes no sense', () => {
		for (const state of [undefined, null, 'x', { status: 1 }, { ...MEMORY, arrangement: 'size' }]) {
			assert.deepEqual(restoreMemory(state), BEGINNING);
		}
		for (const view of [null, '1 2', { ...MEMORY.view, x: null }, { ...MEMORY.view, scale: '1' }]) {
			assert.deepEqual(restoreMemory({ ...MEMORY, view }), BEGINNING, JSON.stringify(view));
		}
	});
});
