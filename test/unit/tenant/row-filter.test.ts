import assert from 'node:assert/strict';
import {
	everyRow,
	filterRows,
	filterToSave,
	isOffered,
	restoreFilter,
} from '../../../src/tenant/page/row-filter.ts';
import { isInUse } from '../../../src/webview/page/filter.ts';
import { fingerprint } from '../factories.ts';
import { row } from './row.ts';

const rows = [
	row('S4 DEV', { description: 'Development' }),
	row('S4 QA', { status: 'failed', scenarioGroups: ['All Communication Scenarios'] }),
	row('__proto__', { status: 'failed' }),
	row('Größe', { status: 'enabling' }),
];

const found = (search: string, status = '') =>
	filterRows(rows, { search, status }).map((passed) => passed.system);

describe('the tenant page’s filter', () => {
	it('lets every row pass, in order, where nothing is asked for', () => {
		assert.deepEqual(filterRows(rows, everyRow), rows);
		assert.deepEqual(found('  '), ['S4 DEV', 'S4 QA', '__proto__', 'Größe']);
		assert(!isInUse(everyRow) && !isInUse({ search: ' ', status: '' }));
	});

	it('finds words in system name, description and scenario groups, in any case and order', () => {
		assert.deepEqual(found('dev'), ['S4 DEV']);
		assert.deepEqual(found('ment s4'), ['S4 DEV']);
		assert.deepEqual(found('all COMMUNICATION'), ['S4 QA']);
		assert.deepEqual(found('GRÖSSE'), []);
		assert.deepEqual(found('GRÖß'), ['Größe']);
		assert.deepEqual(found('__proto__'), ['__proto__']);
		assert.deepEqual(found('.*'), []);
	});

	it('does not find a word across two fields', () => {
		assert.deepEqual(found('DEVDevelopment'), []);
	});

	it('asks for a status, and for both', () => {
		assert.deepEqual(found('', 'failed'), ['S4 QA', '__proto__']);
		assert.deepEqual(found('s4', 'failed'), ['S4 QA']);
		assert.deepEqual(found('', 'disabled'), []);
	});

	it('is offered from 5 rows on, and as long as it hides something', () => {
		const inUse = { search: 'x', status: '' };
		assert(!isOffered(rows, everyRow));
		assert(isOffered([...rows, row('More')], everyRow));
		assert(isOffered(rows, inUse));
		assert(!isOffered([], inUse));
	});

	it('comes back as it was kept, and as all rows from anything else', () => {
		const filter = { search: 'dev', status: 'failed' };
		assert.deepEqual(restoreFilter({ tenant: 'x', ...filterToSave(filter) }), filter);
		for (const state of [
			undefined,
			null,
			'dev',
			{ filter: 'dev' },
			{ filter: { search: 'dev', status: 'gone' } },
		]) {
			assert.deepEqual(restoreFilter(state), everyRow);
		}
	});

	it('does not keep what looks like a token', () => {
		const token = fingerprint().slice('sha256:'.length);
		const kept = filterToSave({ search: ` ${token}`, status: 'failed' });
		assert.deepEqual(kept, { filter: { search: '', status: 'failed' } });
	});
});
