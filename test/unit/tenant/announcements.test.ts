import assert from 'node:assert/strict';
import type { PageRow, PageState } from '../../../src/tenant/messages.ts';
import { announcements } from '../../../src/tenant/page/announcements.ts';
import { unknownApplication } from '../../../src/tenant/page-state.ts';
import { row } from './row.ts';

function state(rows: PageRow[], locked = ''): PageState {
	return {
		host: 'my300001.s4hana.example',
		type: 'SAP S/4HANA Cloud',
		application: unknownApplication(),
		globalAccount: 'Acme',
		mode: 'practice',
		rows,
		suggestions: [],
		copyable: [],
		steps: [],
		locked,
	};
}

describe('what the tenant page announces', () => {
	it('says nothing about the first state, and nothing where nothing changed', () => {
		assert.deepEqual(announcements(undefined, state([row('DEV', { status: 'enabled' })])), []);
		assert.deepEqual(
			announcements(state([row('DEV', { status: 'enabled' })]), state([row('DEV', { status: 'enabled' })])),
			[],
		);
	});

	it('says what was created, what became of it, and what was deleted', () => {
		assert.deepEqual(announcements(state([]), state([row('DEV', { status: 'enabling' })])), [
			'Extension for DEV created: Enabling.',
		]);
		assert.deepEqual(
			announcements(state([row('DEV', { status: 'enabling' })]), state([row('DEV', { status: 'enabled' })])),
			['DEV is now Enabled.'],
		);
		assert.deepEqual(announcements(state([row('DEV', { status: 'failed' })]), state([])), [
			'Extension for DEV deleted.',
		]);
	});

	it('says what comes next, once', () => {
		const step = { system: 'DEV', hasFailed: false, message: '"DEV" is registered. Next: …', actions: [] };
		const [before, after] = [state([row('DEV')]), { ...state([row('DEV')]), steps: [step] }];
		assert.deepEqual(announcements(before, after), [step.message]);
		assert.deepEqual(announcements(after, after), []);
	});

	it('takes any name for a name', () => {
		assert.deepEqual(announcements(state([]), state([row('__proto__', { status: 'enabling' })])), [
			'Extension for __proto__ created: Enabling.',
		]);
	});

	it('sums up where many changed', () => {
		const rows = ['A', 'B', 'C', 'D'].map((name) => row(name, { status: 'enabled' }));
		assert.deepEqual(announcements(state([]), state(rows)), ['4 extensions changed.']);
	});

	it('says when the page can be used again', () => {
		assert.deepEqual(announcements(state([], 'The file has conflict markers.'), state([])), [
			'You can create and delete extensions again.',
		]);
	});
});
