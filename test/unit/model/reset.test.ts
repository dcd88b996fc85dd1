import assert from 'node:assert/strict';
import { removeSystem, resetSystem } from '../../../src/model/deregistration.ts';
import { SYSTEM_STATUSES } from '../../../src/model/landscape.ts';
import { checkGetToken } from '../../../src/model/systems.ts';
import {
	assertRefused,
	changedBy,
	DEV,
	extension,
	extensionsIn,
	LATER,
	landscape,
	registeredSystem,
	tenant,
} from '../factories.ts';

describe('Reset System', () => {
	for (const status of ['deregister-error', 'remove-error'] as const) {
		it(`R-SYS-11: practice only, it frees a system that is stuck in ${status}`, () => {
			const stuck = landscape({
				systems: [registeredSystem({ status })],
				tenants: [tenant([extension(), extension({ system: 'Other' })])],
			});
			const after = changedBy(stuck, resetSystem, DEV, LATER);
			assert.deepEqual(after.systems.get(DEV), registeredSystem({ status: 'unregistered' }));
			assert.deepEqual(extensionsIn(after), [
				extension({ status: 'disabled', changedAt: LATER }),
				extension({ system: 'Other' }),
			]);
			assert.equal(after.facts.status, 'unregistered');
			assert.equal(checkGetToken(after, DEV), undefined);
			assert.equal(removeSystem(after, DEV).ok, true);
		});
	}

	for (const status of SYSTEM_STATUSES.filter((candidate) => !/gister-error|remove-error/.test(candidate))) {
		it(`a system that is ${status} is not stuck, status-forbids`, () => {
			const before = landscape({ systems: [registeredSystem({ status })] });
			assertRefused(resetSystem(before, DEV, LATER), 'status-forbids');
		});
	}

	it('in a recorded account only SAP can help, recorded-by-hand', () => {
		const stuck = landscape({
			mode: 'recorded',
			systems: [registeredSystem({ status: 'deregister-error' })],
		});
		assertRefused(resetSystem(stuck, DEV, LATER), 'recorded-by-hand');
	});

	it('a name that does not exist is refused, system-unknown', () => {
		for (const name of ['Nobody', '__proto__']) {
			assertRefused(resetSystem(landscape(), name, LATER), 'system-unknown');
		}
	});
});
