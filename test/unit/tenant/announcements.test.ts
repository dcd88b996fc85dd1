import assert from 'node:assert/strict';
import type { PageRow, PageState } from '../../../src/tenant/messages.ts';
import { announcements } from '../../../src/tenant/page/announcements.ts';
import { unknownApplication } from '../../../src/tenant/page-state.ts';

const labels = { enabling: 'Enabling', enabled: 'Enabled', failed: 'Failed', disabled: 'Disabled' } as const;

function row(system: string, status: PageRow['status']): PageRow {
	return {
		system,
		description: '',
		scenarioGroups: [],
		changedOn: '',
		status,
		statusLabel: labels[status],
		deletable: status !== 'enabling',
		blocked: '',
	};
}

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
		locked,
	};
}

describe('what the tenant page announces', () => {
	it('says nothing about the first state, and nothing where nothing changed', () => {
		assert.deepEqual(announcements(undefined, state([row('DEV', 'enabled')])), []);
		assert.deepEqual(announcements(state([row('DEV', 'enabled')]), state([row('DEV', 'enabled')])), []);
	});

	it('says what was created, what became of it, and what was deleted', () => {
		assert.deepEqual(announcements(state([]), state([row('DEV', 'enabling')])), [
			'Extension for DEV created: Enabling.',
		]);
		assert.deepEqual(announcements(state([row('DEV', 'enabling')]), state([row('DEV', 'enabled')])), [
			'DEV is now Enabled.',
		]);
		assert.deepEqual(announcements(state([row('DEV', 'failed')]), state([])), ['Extension for DEV deleted.']);
	});

	it('takes any name for a name', () => {
		assert.deepEqual(announcements(state([]), state([row('__proto__', 'enabling')])), [
			'Extension for __proto__ created: Enabling.',
		]);
	});

	it('sums up where many changed', () => {
		const rows = ['A', 'B', 'C', 'D'].map((name) => row(name, 'enabled'));
		assert.deepEqual(announcements(state([]), state(rows)), ['4 extensions changed.']);
	});

	it('says when the page can be used again', () => {
		assert.deepEqual(announcements(state([], 'The file has conflict markers.'), state([])), [
			'You can create and delete extensions again.',
		]);
	});
});
