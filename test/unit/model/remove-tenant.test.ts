import assert from 'node:assert/strict';
import { removeTenant } from '../../../src/model/tenants.ts';
import {
	assertRefused,
	changedBy,
	DEV,
	extension,
	HOST,
	inUse,
	landscape,
	NOW,
	paired,
	registeredSystem,
	tenant,
} from '../factories.ts';
import { followRemedies } from './remedies.ts';

describe('Remove Tenant', () => {
	it('takes a tenant without extensions off the list, however its host name is written', () => {
		const known = landscape({ tenants: [tenant(), tenant([], { host: 'other.example' })] });
		for (const host of [HOST, HOST.toUpperCase()]) {
			assert.deepEqual([...changedBy(known, removeTenant, host).tenants.keys()], ['other.example']);
		}
	});

	it('is refused while the tenant has extensions, and names each: extension-must-be-deleted-first', () => {
		assertRefused(removeTenant(paired(), HOST), 'extension-must-be-deleted-first', `"${DEV}"`);
		const two = landscape({ tenants: [tenant([extension({ system: 'A' }), extension({ system: 'B' })])] });
		const refused = assertRefused(removeTenant(two, HOST), 'extension-must-be-deleted-first');
		assert.match(refused.message, /the extension for "A", the extension for "B"/);
	});

	it('names a way out that is not refused next: an extension to delete, or what is in the way of that', () => {
		for (const [known, command] of [
			[paired(), 'deleteExtension'],
			[inUse(), 'deleteExtension'],
			[paired(registeredSystem({ status: 'deregister-error' })), 'resetSystem'],
		] as const) {
			const refused = assertRefused(removeTenant(known, HOST), 'extension-must-be-deleted-first');
			assert.equal(refused.remedies?.[0]?.command, command);
			followRemedies(known, refused, NOW);
		}
	});

	it('follows the same rules in a recorded landscape', () => {
		const recorded = landscape({ mode: 'recorded', tenants: [tenant([extension()])] });
		assertRefused(removeTenant(recorded, HOST), 'extension-must-be-deleted-first');
		const without = landscape({ mode: 'recorded', tenants: [tenant()] });
		assert.equal(changedBy(without, removeTenant, HOST).tenants.size, 0);
	});

	it('of a tenant that is not there is refused, tenant-unknown', () => {
		for (const host of ['other.example', '__proto__', '']) {
			assertRefused(removeTenant(landscape(), host), 'tenant-unknown');
		}
	});
});
