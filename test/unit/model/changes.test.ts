import assert from 'node:assert/strict';
import {
	applyChanges,
	putSubaccount,
	putSystem,
	putTenant,
	removeRecord,
} from '../../../src/model/change.ts';
import { extensionOf } from '../../../src/model/landscape.ts';
import {
	DEV,
	extension,
	HOST,
	landscape,
	registeredSystem,
	subaccount,
	system,
	tenant,
} from '../factories.ts';

describe('changes to a landscape', () => {
	it('put files a record under its name, a tenant under its host', () => {
		const after = applyChanges(landscape(), [
			putSystem(system()),
			putTenant(tenant()),
			putSubaccount(subaccount()),
		]);
		assert.deepEqual([...after.systems.keys()], [DEV]);
		assert.deepEqual([...after.tenants.keys()], [HOST]);
		assert.deepEqual([...after.subaccounts.keys()], ['dev']);
	});

	it('put replaces a record in its place, remove takes it out, in the order asked for', () => {
		const before = landscape({ systems: [system(), system({ name: 'B' })] });
		const after = applyChanges(before, [putSystem(registeredSystem()), removeRecord('systems', 'B')]);
		assert.deepEqual([...after.systems.values()], [registeredSystem()]);
		assert.equal(before.systems.size, 2);
	});

	it('"__proto__" is put and removed like any other name', () => {
		const after = applyChanges(landscape(), [putSystem(system({ name: '__proto__' }))]);
		assert.equal(after.systems.size, 1);
		assert.equal(applyChanges(after, [removeRecord('systems', '__proto__')]).systems.size, 0);
	});

	it('the pairing of a system is its extension and the tenant that holds it', () => {
		const paired = landscape({ tenants: [tenant([], { host: 'empty.example' }), tenant([extension()])] });
		assert.equal(extensionOf(paired, DEV)?.tenant.host, HOST);
		assert.equal(extensionOf(paired, '__proto__'), undefined);
	});
});
