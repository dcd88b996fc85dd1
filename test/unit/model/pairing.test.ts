import assert from 'node:assert/strict';
import { SYSTEM_STATUSES } from '../../../src/model/landscape.ts';
import { checkExtension, createExtension } from '../../../src/model/pairing.ts';
import { tokenState } from '../../../src/model/tokens.ts';
import {
	assertRefused,
	BEFORE_EXPIRY,
	changedBy,
	DEV,
	EXPIRES,
	extension,
	fingerprint,
	HOST,
	landscape,
	MARKETING,
	OTHER_HOST,
	PAIRED,
	PAIRING,
	paired,
	registeredSystem,
	S4,
	system,
	tenant,
	token,
} from '../factories.ts';

const waiting = landscape({ systems: [system()], tenants: [tenant()] });

describe('Create New Extension', () => {
	it('R-EXT-3: the approval dialog is told system and tenant, and nothing changes yet', () => {
		assert.deepEqual(checkExtension(waiting, PAIRING, PAIRED), {
			ok: true,
			system: system(),
			tenant: tenant(),
			isNew: false,
		});
	});

	it('R-SYS-5, R-EXT-4: after Yes the extension is enabling, the token used, the system still pending', () => {
		const after = changedBy(waiting, createExtension, { ...PAIRING, description: DEV }, PAIRED);
		assert.deepEqual(after.tenants.get(HOST)?.extensions.get(DEV), {
			system: DEV,
			status: 'enabling',
			description: DEV,
			changedAt: PAIRED,
		});
		assert.deepEqual(after.systems.get(DEV), system({ token: token({ usedAt: PAIRED }) }));
		assert.equal(tokenState(after.systems.get(DEV)?.token, PAIRED), 'used');
		assert.deepEqual(
			{ system: after.facts.system, status: after.facts.status },
			{ system: DEV, status: 'enabling' },
		);
	});

	it('R-EXT-2, R-EXT-5: Cancel and Back change nothing, as only Yes decides', () => {
		checkExtension(waiting, PAIRING, PAIRED);
		assert.deepEqual(waiting, landscape({ systems: [system()], tenants: [tenant()] }));
	});

	it('DEC-30: the description is optional, and an empty one is none', () => {
		for (const description of [undefined, '']) {
			const after = changedBy(
				waiting,
				createExtension,
				{ ...PAIRING, ...(description === undefined ? {} : { description }) },
				PAIRED,
			);
			assert.equal('description' in (after.tenants.get(HOST)?.extensions.get(DEV) ?? {}), false);
		}
	});

	it('a tenant that is new is written down together with the extension', () => {
		const before = landscape({ systems: [system()] });
		const checked = checkExtension(before, { ...PAIRING, type: S4 }, PAIRED);
		assert.equal(checked.ok && checked.isNew, true);
		const after = changedBy(before, createExtension, { ...PAIRING, type: S4 }, PAIRED);
		assert.equal(after.tenants.get(HOST)?.extensions.get(DEV)?.status, 'enabling');
	});

	it('other extensions of the tenant stay', () => {
		const before = landscape({
			systems: [
				system(),
				registeredSystem({ name: 'Other', token: token({ fingerprint: fingerprint(2), usedAt: PAIRED }) }),
			],
			tenants: [tenant([extension({ system: 'Other' })])],
		});
		const after = changedBy(before, createExtension, PAIRING, PAIRED);
		assert.deepEqual([...(after.tenants.get(HOST)?.extensions.keys() ?? [])], ['Other', DEV]);
	});

	it('R-TOK-14: a second before its expiry the token pairs', () => {
		assert.equal(createExtension(waiting, PAIRING, BEFORE_EXPIRY).ok, true);
	});
});

describe('tenant-side errors (R-EXT-14)', () => {
	it('an unknown or mistyped token is refused, token-unknown, and the system stays pending', () => {
		assertRefused(
			createExtension(waiting, { ...PAIRING, fingerprint: fingerprint(9) }, PAIRED),
			'token-unknown',
		);
		assert.equal(waiting.systems.get(DEV)?.status, 'pending');
	});

	it('a token of which only the date is recorded is not found by an empty fingerprint, token-unknown', () => {
		const dateOnly = landscape({ systems: [system({ token: { expiresAt: EXPIRES } })], tenants: [tenant()] });
		assertRefused(createExtension(dateOnly, { ...PAIRING, fingerprint: '' }, PAIRED), 'token-unknown');
	});

	it('DEC-8: an expired token is refused at expiresAt exactly, token-expired, pointing to Copy Token', () => {
		assertRefused(createExtension(waiting, PAIRING, EXPIRES), 'token-expired', /Copy Token/);
	});

	it('R-TOK-5: a used token is refused, naming the extension that used it, token-used', () => {
		const used = paired();
		for (const now of [PAIRED, EXPIRES]) {
			assertRefused(createExtension(used, PAIRING, now), 'token-used', /my300001\.s4hana\.example/);
		}
	});

	it('R-TOK-5: a used token is refused also after its extension is gone, token-used', () => {
		const used = landscape({ systems: [registeredSystem()], tenants: [tenant()] });
		assertRefused(createExtension(used, PAIRING, PAIRED), 'token-used');
	});

	it('R-TOK-5: the same token cannot be used twice in a row, token-used', () => {
		const after = changedBy(waiting, createExtension, PAIRING, PAIRED);
		assertRefused(createExtension(after, PAIRING, PAIRED), 'token-used');
		assertRefused(createExtension(after, { ...PAIRING, tenant: OTHER_HOST, type: S4 }, PAIRED), 'token-used');
	});

	it('a token of another system type is refused, token-wrong-type', () => {
		const other = landscape({ systems: [system({ type: MARKETING })], tenants: [tenant()] });
		assertRefused(createExtension(other, PAIRING, PAIRED), 'token-wrong-type');
	});

	it('an extension for that name in the same tenant is refused, extension-exists', () => {
		const before = paired(system(), extension({ status: 'failed' }));
		assertRefused(createExtension(before, PAIRING, PAIRED), 'extension-exists');
	});

	it('an extension for that name in another tenant is refused, extension-must-be-deleted-first', () => {
		const before = landscape({
			systems: [system()],
			tenants: [tenant(), tenant([extension()], { host: OTHER_HOST })],
		});
		assertRefused(createExtension(before, PAIRING, PAIRED), 'extension-must-be-deleted-first', /my300002/);
	});

	for (const status of SYSTEM_STATUSES.filter((candidate) => candidate !== 'pending')) {
		it(`a system that is ${status} is not paired even with an open token, status-forbids`, () => {
			const before = landscape({ systems: [system({ status })], tenants: [tenant()] });
			assertRefused(createExtension(before, PAIRING, PAIRED), 'status-forbids');
		});
	}

	it('a tenant name that is no host name is refused, tenant-invalid', () => {
		assertRefused(createExtension(waiting, { ...PAIRING, tenant: 'no host' }, PAIRED), 'tenant-invalid');
	});

	it("a new tenant whose type nobody said has the token's type", () => {
		const after = changedBy(waiting, createExtension, { ...PAIRING, tenant: OTHER_HOST }, PAIRED);
		assert.equal(after.tenants.get(OTHER_HOST)?.type, S4);
	});

	it('a new tenant with an empty type is refused, type-empty', () => {
		assertRefused(
			createExtension(waiting, { ...PAIRING, tenant: OTHER_HOST, type: '' }, PAIRED),
			'type-empty',
		);
	});

	it('a known tenant is not given another type, tenant-type-differs', () => {
		assertRefused(createExtension(waiting, { ...PAIRING, type: MARKETING }, PAIRED), 'tenant-type-differs');
	});

	it('a recorded account is paired in the real tenant, recorded-by-hand', () => {
		const recorded = landscape({ mode: 'recorded', systems: [system()], tenants: [tenant()] });
		assertRefused(createExtension(recorded, PAIRING, PAIRED), 'recorded-by-hand');
	});
});
