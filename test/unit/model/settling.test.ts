import assert from 'node:assert/strict';
import {
	consequenceOfDeleting,
	deleteExtension,
	isUnderWay,
	settleExtension,
	unsettledExtensions,
} from '../../../src/model/extensions.ts';
import { checkLandscape } from '../../../src/model/findings/check-landscape.ts';
import { EXTENSION_STATUSES, type Landscape } from '../../../src/model/landscape.ts';
import {
	assertRefused,
	changedBy,
	codesOf,
	DEV,
	extension,
	HOST,
	inUse,
	landscape,
	listed,
	NOW,
	OTHER_HOST,
	PAIRED,
	paired,
	registeredSystem,
	SETTLED,
	system,
	systemWithoutToken,
	tenant,
	token,
} from '../factories.ts';

const enabling = paired(
	system({ token: token({ usedAt: PAIRED }) }),
	extension({ status: 'enabling', changedAt: PAIRED, description: 'For the team' }),
);
const at = { tenant: HOST, system: DEV } as const;

describe('settling a pairing', () => {
	it('R-SYS-6, R-EXT-6: success makes the extension enabled and the system registered', () => {
		const after = changedBy(enabling, settleExtension, { ...at, outcome: 'succeed' }, SETTLED);
		assert.deepEqual(after.systems.get(DEV), registeredSystem());
		assert.deepEqual(
			after.tenants.get(HOST)?.extensions.get(DEV),
			extension({ status: 'enabled', changedAt: SETTLED, description: 'For the team' }),
		);
		assert.equal(after.facts.status, 'enabled');
	});

	it('R-SYS-7, R-EXT-7: failure makes the extension failed and the system an error, the token stays used', () => {
		const after = changedBy(enabling, settleExtension, { ...at, outcome: 'fail' }, SETTLED);
		assert.equal(after.systems.get(DEV)?.status, 'error');
		assert.equal(after.systems.get(DEV)?.token?.usedAt, PAIRED);
		assert.equal(after.tenants.get(HOST)?.extensions.get(DEV)?.status, 'failed');
		assert.equal(after.facts.status, 'failed');
	});

	for (const status of EXTENSION_STATUSES.filter((candidate) => candidate !== 'enabling')) {
		it(`an extension that is ${status} already is settled once only`, () => {
			const settled = paired(system(), extension({ status }));
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
		const removing = paired(registeredSystem({ status: 'removing' }), extension({ status: 'enabling' }));
		const after = changedBy(removing, settleExtension, { ...at, outcome: 'succeed' }, SETTLED);
		assert.equal(after.systems.get(DEV)?.status, 'removing');
		const gone = landscape({ tenants: [tenant([extension({ status: 'enabling' })])] });
		assert.equal(changedBy(gone, settleExtension, { ...at, outcome: 'succeed' }, SETTLED).systems.size, 0);
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

describe('a pairing that contradicts its token', () => {
	for (const [name, record] of [
		['was not used', system()],
		['is absent', systemWithoutToken()],
		['is none, as the type has no token', listed(DEV)],
	] as const) {
		const contradictory = paired(record, extension({ status: 'enabling' }));

		it(`R-TOK-5: one whose token ${name} is not finished by practice, and can be deleted`, () => {
			assert.deepEqual(unsettledExtensions(contradictory), []);
			const settled = settleExtension(contradictory, { ...at, outcome: 'succeed' }, SETTLED);
			assert.deepEqual(settled, { ok: true, changes: [], status: 'enabling' });
			assert.equal(changedBy(contradictory, deleteExtension, at).tenants.get(HOST)?.extensions.size, 0);
		});
	}

	it('R-TOK-5: in a recorded landscape, a token that nobody noted as used contradicts nothing', () => {
		const recorded = { ...paired(system(), extension({ status: 'enabling' })), mode: 'recorded' } as const;
		assert.equal(isUnderWay(recorded, extension({ status: 'enabling' })), true);
	});
});

describe('what practice has still to finish', () => {
	it('every enabling extension, with the moment of its last change', () => {
		assert.deepEqual(unsettledExtensions(enabling), [{ tenant: HOST, system: DEV, since: PAIRED }]);
	});

	it('one whose last change is not noted has been enabling since nobody knows when', () => {
		const undated = landscape({ tenants: [tenant([{ system: DEV, status: 'enabling' }])] });
		assert.deepEqual(unsettledExtensions(undated), [{ tenant: HOST, system: DEV, since: undefined }]);
	});

	it('nothing that is settled, and nothing in a recorded landscape', () => {
		assert.deepEqual(unsettledExtensions(landscape({ tenants: [tenant([extension()])] })), []);
		assert.deepEqual(unsettledExtensions({ ...enabling, mode: 'recorded' }), []);
	});
});

describe('Delete of an extension', () => {
	const failed = landscape({
		systems: [system({ status: 'error' })],
		tenants: [tenant([extension({ status: 'failed' }), extension({ system: 'Other' })])],
	});

	it('R-EXT-11: a failed extension goes, others and the system stay', () => {
		const after = changedBy(failed, deleteExtension, at);
		assert.deepEqual([...(after.tenants.get(HOST)?.extensions.keys() ?? [])], ['Other']);
		assert.deepEqual(after.systems, failed.systems);
	});

	it('R-EXT-10: while it is enabling it is refused, status-forbids', () => {
		assertRefused(deleteExtension(enabling, at), 'status-forbids');
	});

	it('R-EXT-10, DEC-36: with an enabled extension its system is not registered any more', () => {
		const connected = paired();
		const after = changedBy(connected, deleteExtension, at);
		assert.equal(after.tenants.get(HOST)?.extensions.size, 0);
		assert.deepEqual(
			after.systems.get(DEV),
			registeredSystem({ status: 'unregistered', pairedTenant: HOST }),
		);
	});

	it('R-EXT-10, DEC-36: what uses its system stays, is named before, and is flagged afterwards', () => {
		const used = inUse();
		const words = consequenceOfDeleting(used, at);
		for (const user of [/plan api-access in subaccount "dev"/, /formation "Side by side"/]) {
			assert.match(words, user);
		}
		const after = changedBy(used, deleteExtension, at);
		assert.equal(after.systems.get(DEV)?.status, 'unregistered');
		assert.deepEqual([after.subaccounts, after.formations], [used.subaccounts, used.formations]);
		assert.deepEqual(codesOf(checkLandscape(after, NOW)), [
			'system-not-registered',
			'formation-member-not-allowed',
		]);
	});

	it('DEC-36: before the last of two extensions is gone, and without a token, the system stays registered', () => {
		const twice = landscape({
			systems: [registeredSystem()],
			tenants: [tenant([extension()]), tenant([extension()], { host: OTHER_HOST })],
		});
		assert.equal(changedBy(twice, deleteExtension, at).systems.get(DEV)?.status, 'registered');
		const joule = paired(listed(), extension({ system: 'J' }));
		const after = changedBy(joule, deleteExtension, { tenant: HOST, system: 'J' });
		assert.equal(after.systems.get('J')?.status, 'registered');
	});

	it('DEC-36: what deleting means is said of every system, also of one that is gone', () => {
		const words = (of: Landscape) => consequenceOfDeleting(of, at);
		assert.match(words(landscape()), /name can then be used again/);
		assert.match(words(failed), /get a new token/);
		assert.match(words(paired()), /no longer registered/);
	});

	for (const status of ['deregistering', 'deregister-error', 'removing', 'remove-error'] as const) {
		it(`R-EXT-10: while its system is ${status} it is refused, status-forbids`, () => {
			const stuck = paired(registeredSystem({ status }));
			assertRefused(deleteExtension(stuck, at), 'status-forbids');
		});
	}

	for (const status of ['pending', 'unregistered'] as const) {
		it(`R-EXT-10, R-EXT-12: a disabled extension goes, and its system stays ${status}`, () => {
			const disconnected = paired(system({ status }), extension({ status: 'disabled' }));
			const after = changedBy(disconnected, deleteExtension, at);
			assert.equal(after.tenants.get(HOST)?.extensions.size, 0);
			assert.deepEqual(after.systems.get(DEV), system({ status, pairedTenant: HOST }));
		});
	}

	it('DEC-35: the extension of a system that is gone can be deleted, which frees its name', () => {
		const left = landscape({ tenants: [tenant([extension()])] });
		assert.equal(changedBy(left, deleteExtension, at).tenants.get(HOST)?.extensions.size, 0);
	});

	it('R-REC-1: in a recorded account, the status of its system stays until that is recorded, too', () => {
		const recorded = { ...paired(), mode: 'recorded' } as const;
		const after = changedBy(recorded, deleteExtension, at);
		assert.equal(after.tenants.get(HOST)?.extensions.size, 0);
		assert.deepEqual(after.systems.get(DEV), registeredSystem({ pairedTenant: HOST }));
	});

	it('a tenant or an extension that does not exist is refused, tenant-unknown and extension-unknown', () => {
		assertRefused(deleteExtension(landscape(), at), 'tenant-unknown');
		assertRefused(deleteExtension(failed, { ...at, system: 'Nobody' }), 'extension-unknown');
	});
});
