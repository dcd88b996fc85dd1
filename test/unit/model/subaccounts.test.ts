import assert from 'node:assert/strict';
import { addSubaccount, checkNewSubaccountName, removeSubaccount } from '../../../src/model/subaccounts.ts';
import { assertRefused, changedBy, entitlement, landscape, subaccount } from '../factories.ts';

describe('Add Subaccount', () => {
	it('a new subaccount has no entitlements', () => {
		const after = changedBy(landscape(), addSubaccount, 'dev');
		assert.deepEqual(after.subaccounts.get('dev'), subaccount());
	});

	it('a name that exists is refused, subaccount-taken; names are compared exactly', () => {
		const before = landscape({ subaccounts: [subaccount()] });
		assertRefused(addSubaccount(before, 'dev'), 'subaccount-taken');
		assert.equal(checkNewSubaccountName(before, 'Dev'), undefined);
	});

	it('an empty name is refused, subaccount-empty; surrounding spaces, name-surrounding-blanks', () => {
		assertRefused(addSubaccount(landscape(), ''), 'subaccount-empty');
		assertRefused(addSubaccount(landscape(), ' dev'), 'name-surrounding-blanks');
	});

	it('"__proto__" is free until it is added, then it is taken', () => {
		const after = changedBy(landscape(), addSubaccount, '__proto__');
		assertRefused(addSubaccount(after, '__proto__'), 'subaccount-taken');
	});
});

describe('Remove Subaccount', () => {
	it('one without service plans goes, others stay', () => {
		const before = landscape({ subaccounts: [subaccount(), subaccount([entitlement()], 'test')] });
		const after = changedBy(before, removeSubaccount, 'dev');
		assert.deepEqual([...after.subaccounts.keys()], ['test']);
	});

	it('one with service plans is refused, each plan named with its system, subaccount-in-use', () => {
		const before = landscape({
			subaccounts: [subaccount([entitlement(), entitlement({ plan: 'messaging', system: '__proto__' })])],
		});
		assertRefused(
			removeSubaccount(before, 'dev'),
			'subaccount-in-use',
			/api-access for "SAP S\/4HANA DEV System", messaging for "__proto__"/,
		);
	});

	it('a name that does not exist is refused, subaccount-unknown', () => {
		for (const name of ['Dev', '', '__proto__']) {
			assertRefused(removeSubaccount(landscape({ subaccounts: [subaccount()] }), name), 'subaccount-unknown');
		}
	});
});
