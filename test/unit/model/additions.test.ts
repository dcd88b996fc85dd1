import assert from 'node:assert/strict';
import { firstAddition } from '../../../src/model/additions.ts';
import {
	DEV,
	entitlement,
	extension,
	formation,
	HOST,
	inUse,
	landscape,
	listed,
	paired,
	type Records,
	registeredSystem,
	subaccount,
	tenant,
} from '../factories.ts';

describe('What was added to a landscape', () => {
	it('is a new record, before what others have got', () => {
		assert.deepEqual(firstAddition(landscape(), paired()), ['systems', DEV]);
		const renamed = inUse({ systems: [registeredSystem({ name: 'New' })] });
		assert.deepEqual(firstAddition(inUse(), renamed), ['systems', 'New']);
		assert.deepEqual(firstAddition(landscape(), landscape({ subaccounts: [subaccount()] })), [
			'subaccounts',
			'dev',
		]);
	});

	it('is an extension, a service plan or a member that a record has got', () => {
		const bare = {
			tenants: [tenant()],
			subaccounts: [subaccount()],
			formations: [formation({ systems: [] })],
		};
		const gets = (records: Records) => firstAddition(inUse(bare), inUse({ ...bare, ...records }));
		assert.deepEqual(gets({ tenants: [tenant([extension()])] }), ['tenants', HOST, DEV]);
		assert.deepEqual(gets({ subaccounts: [subaccount([entitlement()])] }), [
			'subaccounts',
			'dev',
			's4-hana-cloud',
			'api-access',
			DEV,
		]);
		assert.deepEqual(gets({ formations: [formation()] }), ['formations', 'Side by side', DEV]);
	});

	it('is nothing where something only changed or went', () => {
		assert.equal(firstAddition(inUse(), inUse()), undefined);
		assert.equal(firstAddition(inUse(), landscape()), undefined);
		const failed = paired(registeredSystem({ status: 'error' }), extension({ status: 'failed' }));
		assert.equal(firstAddition(paired(), failed), undefined);
		const more = inUse({ subaccounts: [subaccount([entitlement({ amount: 3 })])] });
		assert.equal(firstAddition(inUse(), more), undefined);
	});

	it('is found under names such as __proto__', () => {
		const before = landscape({ systems: [listed('constructor')] });
		const after = landscape({ systems: [listed('constructor'), listed('__proto__')] });
		assert.deepEqual(firstAddition(before, after), ['systems', '__proto__']);
	});
});
