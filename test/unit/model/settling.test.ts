import assert from 'node:assert/strict';
import { deleteExtension, settleExtension, unsettledExtensions } from '../../../src/model/extensions.ts';
import { EXTENSION_STATUSES } from '../../../src/model/landscape.ts';
import {
	assertRefused,
	DEV,
	decided,
	extension,
	HOST,
	landscape,
	PAIRED,
	registeredSystem,
	SETTLED,
	system,
	tenant,
	token,
} from '../factories.ts';

const enabling = landscape({
	systems: [system({ token: token({ usedAt: PAIRED }) })],
	tenants: [tenant([extension({ status: 'enabling', changedAt: PAIRED, description: 'For the team' })])],
});
const at = { tenant: HOST, system: DEV } as const;

describe('settling a pairing', () => {
	it('B5, E6: success makes the extension enabled and the system registered', () => {
		const after = decided(enabling, settleExtension(enabling, { ...at, outcome: 'succeed' }, SETTLED));
		assert.deepEqual(after.systems.get(DEV), registeredSystem());
		assert.deepEqual(
			after.tenants.get(HOST)?.extensions.get(DEV),
			extension({ status: 'enabled', changedAt: SETTLED, description: 'For the team' }),
		);
		assert.equal(after.facts.status, 'enabled');
	});

	it('B6, E7: failure makes the extension failed and the system an error, the token stays used', () => {
		const after = decided(enabling, settleExtension(enabling, { ...at, outcome: 'fail' }, SETTLED));
		assert.equal(after.systems.get(DEV)?.status, 'error');
		assert.equal(after.systems.get(DEV)?.token?.usedAt, PAIRED);
		assert.equal(after.tenants.get(HOST)?.extensions.get(DEV)?.status, 'failed');
		assert.equal(after.facts.status, 'failed');
	});

	for (const status of EXTENSION_STATUSES.filter((candidate) => candidate !== 'enabling')) {
		it(`an extension that is ${status} already is settled once only`, () => {
			const settled = landscape({ systems: [system()], tenants: [tenant([extension({ status })])] });
			for (const outcome of ['succeed', 'fail'] as const) {
				assert.deepEqual(settleExtension(settled, { ...at, outcome }, SETTLED), {
					ok: true,
					changes: [],
					status,
				});
			}
		});
	}

	it('a system that is not pending any more, or gone, is left alone', () => {
		const removing = landscape({
			systems: [system({ status: 'removing' })],
			tenants: [tenant([extension({ status: 'enabling' })])],
		});
		const after = decided(removing, settleExtension(removing, { ...at, outcome: 'succeed' }, SETTLED));
		assert.equal(after.systems.get(DEV)?.status, 'removing');
		const gone = landscape({ tenants: [tenant([extension({ status: 'enabling' })])] });
		assert.equal(
			decided(gone, settleExtension(gone, { ...at, outcome: 'succeed' }, SETTLED)).systems.size,
			0,
		);
	});

	it('the host is found in capitals, too', () => {
		const request = { tenant: HOST.toUpperCase(), system: DEV, outcome: 'succeed' } as const;
		assert.equal(settleExtension(enabling, request, SETTLED).ok, true);
	});

	it('a tenant or an extension that does not exist is refused, tenant-unknown and extension-unknown', () => {
		const request = { ...at, outcome: 'succeed' } as const;
		assertRefused(settleExtension(landscape(), request, SETTLED), 'tenant-unknown');
		assertRefused(settleExtension(landscape({ tenants: [tenant()] }), request, SETTLED), 'extension-unknown');
		assertRefused(
			settleExtension(enabling, { ...request, system: '__proto__' }, SETTLED),
			'extension-unknown',
		);
	});
});

describe('what practice has still to finish', () => {
	it('every enabling extension, due a processing time after its last change', () => {
		assert.deepEqual(unsettledExtensions(enabling, 4), [{ tenant: HOST, system: DEV, due: SETTLED }]);
		assert.deepEqual(unsettledExtensions(enabling, 0), [{ tenant: HOST, system: DEV, due: PAIRED }]);
	});

	it('one whose last change is not noted is overdue', () => {
		const undated = landscape({ tenants: [tenant([{ system: DEV, status: 'enabling' }])] });
		assert.deepEqual(unsettledExtensions(undated, 30), [
			{ tenant: HOST, system: DEV, due: '1970-01-01T00:00:00Z' },
		]);
	});

	it('nothing that is settled, and nothing in a recorded landscape', () => {
		assert.deepEqual(unsettledExtensions(landscape({ tenants: [tenant([extension()])] }), 2), []);
		assert.deepEqual(unsettledExtensions({ ...enabling, mode: 'recorded' }, 2), []);
	});
});

describe('Delete of an extension', () => {
	const failed = landscape({
		systems: [system({ status: 'error' })],
		tenants: [tenant([extension({ status: 'failed' }), extension({ system: 'Other' })])],
	});

	it('E11: a failed extension goes, others and the system stay', () => {
		const after = decided(failed, deleteExtension(failed, at));
		assert.deepEqual([...(after.tenants.get(HOST)?.extensions.keys() ?? [])], ['Other']);
		assert.deepEqual(after.systems, failed.systems);
	});

	it('E10: while it is enabling it is refused, status-forbids', () => {
		assertRefused(deleteExtension(enabling, at), 'status-forbids');
	});

	it('the extension of a registered system is refused, status-forbids', () => {
		const paired = landscape({ systems: [registeredSystem()], tenants: [tenant([extension()])] });
		assertRefused(deleteExtension(paired, at), 'status-forbids');
	});

	it('DEC-35: the extension of a system that is gone can be deleted, which frees its name', () => {
		const left = landscape({ tenants: [tenant([extension()])] });
		assert.equal(decided(left, deleteExtension(left, at)).tenants.get(HOST)?.extensions.size, 0);
	});

	it('design 6: in a recorded account it is refused, recorded-by-hand', () => {
		assertRefused(deleteExtension({ ...failed, mode: 'recorded' }, at), 'recorded-by-hand');
	});

	it('a tenant or an extension that does not exist is refused, tenant-unknown and extension-unknown', () => {
		assertRefused(deleteExtension(landscape(), at), 'tenant-unknown');
		assertRefused(deleteExtension(failed, { ...at, system: 'Nobody' }), 'extension-unknown');
	});
});
