import assert from 'node:assert/strict';
import { openTenant } from '../../../src/model/extensions.ts';
import {
	accepted,
	assertRefused,
	changedBy,
	extension,
	HOST,
	landscape,
	MARKETING,
	S4,
	tenant,
} from '../factories.ts';

describe('Open Tenant', () => {
	it('a new tenant is written down with its type and without extensions', () => {
		const after = changedBy(landscape(), openTenant, { tenant: HOST, type: S4 });
		assert.deepEqual(after.tenants.get(HOST), tenant());
		assert.deepEqual(after.facts.tenant, tenant());
	});

	it('a known tenant needs no type and changes nothing', () => {
		const known = landscape({ tenants: [tenant([extension()])] });
		const decision = accepted(openTenant(known, { tenant: HOST }));
		assert.deepEqual(decision.changes, []);
		assert.equal(decision.tenant, known.tenants.get(HOST));
		assert.deepEqual(openTenant(known, { tenant: HOST, type: S4 }), decision);
	});

	it('capitals mean the same tenant, and a new one is stored in lower case', () => {
		const known = landscape({ tenants: [tenant()] });
		const again = accepted(openTenant(known, { tenant: HOST.toUpperCase() }));
		assert.deepEqual(again.changes, []);
		const after = changedBy(landscape(), openTenant, { tenant: HOST.toUpperCase(), type: S4 });
		assert.deepEqual([...after.tenants.keys()], [HOST]);
	});

	it('what is no host name is refused, tenant-invalid', () => {
		for (const host of ['', 'my 300001', `https://${HOST}`, '__proto__']) {
			assertRefused(openTenant(landscape(), { tenant: host, type: S4 }), 'tenant-invalid');
		}
	});

	it('"constructor" is a host name like any other', () => {
		const after = changedBy(landscape(), openTenant, { tenant: 'constructor', type: S4 });
		assert.equal(after.tenants.get('constructor')?.host, 'constructor');
	});

	it('a new tenant without type is refused, type-empty', () => {
		assertRefused(openTenant(landscape(), { tenant: HOST }), 'type-empty');
		assertRefused(openTenant(landscape(), { tenant: HOST, type: ' ' }), 'type-empty');
	});

	it('a known tenant with another type is refused, tenant-type-differs', () => {
		const known = landscape({ tenants: [tenant()] });
		assertRefused(openTenant(known, { tenant: HOST, type: MARKETING }), 'tenant-type-differs');
	});

	it('also a recorded landscape can note a tenant', () => {
		assert.equal(openTenant(landscape({ mode: 'recorded' }), { tenant: HOST, type: S4 }).ok, true);
	});
});
