import assert from 'node:assert/strict';
import { addSubaccount, checkNewSubaccountName } from '../../../src/model/subaccounts.ts';
import { assertRefused, decided, landscape, subaccount } from '../factories.ts';

describe('Add Subaccount', () => {
	it('a new subaccount has no entitlements', () => {
		const after = decided(landscape(), addSubaccount(landscape(), 'dev'));
		assert.deepEqual(after.subaccounts.get('dev'), subaccount());
	});

	it('a name that exists is refused, subaccount-taken; names are compared exactly', () => {
		const before = landscape({ subaccounts: [subaccount()] });
		assertRefused(addSubaccount(before, 'dev'), 'subaccount-taken');
		assert.equal(checkNewSubaccountName(before, 'Dev'), undefined);
	});

	it('an empty name is refused, subaccount-empty; surrounding blanks, name-surrounding-blanks', () => {
		assertRefused(addSubaccount(landscape(), ''), 'subaccount-empty');
		assertRefused(addSubaccount(landscape(), ' dev'), 'name-surrounding-blanks');
	});

	it('"__proto__" is free until it is added, then it is taken', () => {
		const after = decided(landscape(), addSubaccount(landscape(), '__proto__'));
		assertRefused(addSubaccount(after, '__proto__'), 'subaccount-taken');
	});
});
