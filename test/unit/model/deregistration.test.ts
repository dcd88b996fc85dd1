import assert from 'node:assert/strict';
import { ALL_COMMUNICATION_SCENARIOS } from '../../../src/model/catalog/scenario-groups.ts';
import { SYSTEM_TYPES } from '../../../src/model/catalog/system-types.ts';
import {
	checkDeregister,
	deregisterSystem,
	settleDeregistration,
	unsettledSystems,
} from '../../../src/model/deregistration.ts';
import { deleteExtension, settleExtension } from '../../../src/model/extensions.ts';
import { checkLandscape } from '../../../src/model/findings/check-landscape.ts';
import { EXTENSION_STATUSES, SYSTEM_STATUSES, type SystemStatus } from '../../../src/model/landscape.ts';
import { checkExtension, createExtension } from '../../../src/model/pairing.ts';
import { getToken } from '../../../src/model/systems.ts';
import {
	assertRefused,
	changedBy,
	DEV,
	decided,
	entitlement,
	extension,
	extensionsIn,
	fingerprint,
	formation,
	HOST,
	ISSUED,
	inUse,
	LATER,
	landscape,
	listed,
	MARKETING,
	NOW,
	namesOf,
	OTHER_HOST,
	PAIRED,
	PAIRING,
	paired,
	registeredSystem,
	S4,
	SETTLED,
	subaccount,
	system,
	tenant,
	token,
} from '../factories.ts';

const AT = { tenant: HOST, system: DEV } as const;
const connected = paired();
const deregistering = landscape({
	systems: [registeredSystem({ status: 'deregistering' })],
	tenants: [tenant([extension(), extension({ system: 'Other' })])],
});

/** Each type with its component for incidents, and who may register it again. */
const TYPES: Readonly<Record<string, readonly [string, 'only the same tenant' | 'another tenant, too']>> = {
	'SAP S/4HANA Cloud': ['BC-NEO-EXT-S4C', 'only the same tenant'],
	'SAP Marketing Cloud': ['BC-NEO-EXT-S4C', 'another tenant, too'],
	'SAP SuccessFactors': ['BC-NEO-EXT-SF', 'only the same tenant'],
	'SAP Integrated Business Planning': ['BC-NEO-EXT-S4C', 'another tenant, too'],
	'SAP Commerce Cloud': ['BC-CP-MP', 'only the same tenant'],
	'SAP Cloud for Customer': ['BC-CP-MP', 'only the same tenant'],
	'SAP Field Service Management': ['BC-CP-MP', 'only the same tenant'],
};

describe('Deregister System', () => {
	it('R-SYS-9: a registered system that nothing uses is being deregistered, and nothing else changes yet', () => {
		const after = changedBy(connected, deregisterSystem, DEV);
		assert.deepEqual(after.systems.get(DEV), registeredSystem({ status: 'deregistering' }));
		assert.deepEqual(after.tenants, connected.tenants);
		assert.equal(after.facts.status, 'deregistering');
	});

	const refusals: Readonly<Record<Exclude<SystemStatus, 'registered'>, RegExp>> = {
		pending: /isn't registered yet.*remove it/,
		unregistered: /no longer registered.*remove it/,
		error: /couldn't be registered, so you can't deregister it.*new token, or remove/,
		deregistering: /is being deregistered\. Wait/,
		'deregister-error': /couldn't be deregistered.*Reset System.*incident for component BC-NEO-EXT-S4C/,
		removing: /is being removed\. Wait/,
		'remove-error': /couldn't be removed.*Try removing it again/,
	};
	for (const [status, message] of Object.entries(refusals) as [SystemStatus, RegExp][]) {
		it(`R-SYS-9: a system that is ${status} is refused and told what helps, status-forbids`, () => {
			const before = landscape({ systems: [registeredSystem({ status })] });
			assertRefused(deregisterSystem(before, DEV), 'status-forbids', message);
		});
	}

	it('R-SYS-9: every status but registered is refused', () => {
		for (const status of SYSTEM_STATUSES) {
			const before = landscape({ systems: [registeredSystem({ status })] });
			assert.equal(checkDeregister(before, DEV) === undefined, status === 'registered');
		}
	});

	it('R-SYS-12, DEC-5: a pending system is not deregistered but removed, whether it has a token or not', () => {
		for (const record of [system(), system({ token: token({ usedAt: PAIRED }) })]) {
			assertRefused(deregisterSystem(landscape({ systems: [record] }), DEV), 'status-forbids', /remove it/);
		}
	});

	for (const { label } of SYSTEM_TYPES) {
		const [component] = TYPES[label] ?? [];

		it(`R-SYS-19, R-TYPE-5, DEC-14: the incident for ${label} goes to component ${component}`, () => {
			const before = landscape({ systems: [registeredSystem({ type: label, status: 'deregister-error' })] });
			assertRefused(deregisterSystem(before, DEV), 'status-forbids', `component ${component}.`);
		});
	}

	it('R-ENT-10, R-FOR-8: refused with every service plan and every formation by name, system-in-use', () => {
		const used = landscape({
			systems: [registeredSystem(), registeredSystem({ name: 'Other' })],
			tenants: [tenant([extension()])],
			subaccounts: [
				subaccount([entitlement(), entitlement({ plan: 'messaging' })]),
				subaccount([entitlement({ system: 'Other' })], 'not this one'),
				subaccount([entitlement()], '__proto__'),
			],
			formations: [
				formation({ systems: ['Other', DEV] }),
				formation({ name: 'Second' }),
				formation({ name: 'Without it', systems: ['Other'] }),
			],
		});
		const { message } = assertRefused(deregisterSystem(used, DEV), 'system-in-use');
		for (const blocker of [
			'the service plan api-access in subaccount "dev"',
			'the service plan messaging in subaccount "dev"',
			'the service plan api-access in subaccount "__proto__"',
			'its membership in the formation "Side by side"',
			'its membership in the formation "Second"',
		]) {
			assert.ok(message.includes(blocker), message);
		}
		assert.doesNotMatch(message, /not this one|Without it/);
		assert.match(message, /First remove: the service plan .*\.$/);
	});

	it('R-ENT-10, R-FOR-8: without the last blocker it is possible', () => {
		const systems = [registeredSystem()];
		const entitled = landscape({ systems, subaccounts: [subaccount([entitlement()])] });
		const grouped = landscape({ systems, formations: [formation()] });
		for (const used of [entitled, grouped]) {
			assertRefused(
				deregisterSystem(used, DEV),
				'system-in-use',
				/First remove: (its membership in the formation|the service plan) [^,]*\.$/,
			);
		}
		const free = landscape({
			systems,
			subaccounts: [subaccount()],
			formations: [formation({ systems: [] })],
		});
		assert.equal(deregisterSystem(free, DEV).ok, true);
	});

	it('R-TYPE-2: a type without token has no registration to undo, token-not-applicable', () => {
		const joule = landscape({ systems: [listed()] });
		assertRefused(deregisterSystem(joule, 'J'), 'token-not-applicable', /remove it/);
	});

	it('R-REC-4: a recorded system is deregistered by the same rules', () => {
		const recorded = { ...connected, mode: 'recorded' } as const;
		assert.equal(changedBy(recorded, deregisterSystem, DEV).systems.get(DEV)?.status, 'deregistering');
		assertRefused(deregisterSystem({ ...inUse(), mode: 'recorded' }, DEV), 'system-in-use');
	});

	it('a name that does not exist is refused, system-unknown', () => {
		for (const name of ['Nobody', '', '__proto__', DEV.toLowerCase()]) {
			assertRefused(deregisterSystem(connected, name), 'system-unknown');
			assertRefused(settleDeregistration(connected, name, 'succeed', SETTLED), 'system-unknown');
		}
	});
});

describe('settling a deregistration', () => {
	it('R-SYS-10, DEC-4: success keeps the record, not registered any more', () => {
		const after = changedBy(deregistering, settleDeregistration, DEV, 'succeed', LATER);
		assert.deepEqual(after.systems.get(DEV), registeredSystem({ status: 'unregistered' }));
		assert.equal(after.facts.status, 'unregistered');
	});

	it('R-EXT-12: success leaves its extension disabled, and no other', () => {
		const after = changedBy(deregistering, settleDeregistration, DEV, 'succeed', LATER);
		assert.deepEqual(extensionsIn(after), [
			extension({ status: 'disabled', changedAt: LATER }),
			extension({ system: 'Other' }),
		]);
	});

	it('R-SYS-11: failure is an error, and the connection stays', () => {
		const after = changedBy(deregistering, settleDeregistration, DEV, 'fail', LATER);
		assert.deepEqual(after.systems.get(DEV), registeredSystem({ status: 'deregister-error' }));
		assert.deepEqual(after.tenants, deregistering.tenants);
		assert.equal(after.facts.status, 'deregister-error');
	});

	it('a system without extension, or with a failed one, is settled all the same', () => {
		for (const [extensions, status] of [
			[[], 'unregistered'],
			[[extension({ status: 'failed' })], 'error'],
		] as const) {
			const before = landscape({
				systems: [registeredSystem({ status: 'deregistering' })],
				tenants: [tenant(extensions)],
			});
			const after = changedBy(before, settleDeregistration, DEV, 'succeed', LATER);
			assert.equal(after.systems.get(DEV)?.status, status);
			assert.deepEqual(after.tenants, before.tenants);
		}
	});

	for (const status of SYSTEM_STATUSES.filter((candidate) => candidate !== 'deregistering')) {
		it(`a system that is ${status} already is settled once only`, () => {
			const settled = paired(registeredSystem({ status }));
			for (const outcome of ['succeed', 'fail'] as const) {
				assert.deepEqual(settleDeregistration(settled, DEV, outcome, LATER), {
					ok: true,
					changes: [],
					status,
				});
			}
		});
	}

	it('what practice has still to finish: every deregistering system, and none in a recorded landscape', () => {
		const two = landscape({
			systems: [
				registeredSystem({ status: 'deregistering' }),
				registeredSystem({ name: 'Other' }),
				registeredSystem({ name: '__proto__', status: 'deregistering' }),
			],
		});
		assert.deepEqual(namesOf(unsettledSystems(two)), [DEV, '__proto__']);
		assert.deepEqual(unsettledSystems({ ...two, mode: 'recorded' }), []);
	});
});

describe('registering again after deregistering', () => {
	const again = (type: string) => {
		const { scenarioGroups: _, ...withoutGroups } = token();
		return landscape({
			systems: [system({ type, token: withoutGroups })],
			tenants: [
				tenant([extension({ status: 'disabled' })], { type }),
				tenant([], { host: OTHER_HOST, type }),
			],
		});
	};

	it('R-SYS-10, DEC-4: a new token makes the same record pending, its disabled extension stays', () => {
		const before = paired(registeredSystem({ status: 'unregistered' }), extension({ status: 'disabled' }));
		const request = {
			system: DEV,
			scenarioGroups: ['Integration with SAP Start'],
			fingerprint: fingerprint(2),
		};
		const after = changedBy(before, getToken, request, ISSUED);
		assert.equal(after.systems.get(DEV)?.status, 'pending');
		assert.equal(after.systems.get(DEV)?.token?.usedAt, undefined);
		assert.deepEqual(after.tenants, before.tenants);
	});

	for (const { label } of SYSTEM_TYPES) {
		const [, rule] = TYPES[label] ?? [];

		it(`R-TYPE-4, DEC-16: ${label} takes over the disabled extension of the same tenant`, () => {
			const before = again(label);
			const after = changedBy(before, createExtension, PAIRING, PAIRED);
			assert.deepEqual(extensionsIn(after), [{ system: DEV, status: 'enabling', changedAt: PAIRED }]);
		});

		it(`R-TYPE-4, DEC-16: ${label} may be registered again by ${rule}`, () => {
			const before = again(label);
			const decision = createExtension(before, { tenant: OTHER_HOST, fingerprint: fingerprint() }, PAIRED);
			if (rule === 'only the same tenant') {
				const { message } = assertRefused(decision, 'tenant-not-the-same');
				assert.ok(message.includes(HOST) && message.includes('Only that tenant'), message);
			} else {
				const after = decided(before, decision);
				assert.equal(after.tenants.get(HOST)?.extensions.size, 0);
				assert.equal(after.tenants.get(OTHER_HOST)?.extensions.get(DEV)?.status, 'enabling');
			}
		});
	}

	for (const { label } of SYSTEM_TYPES) {
		const [, rule] = TYPES[label] ?? [];

		it(`R-TYPE-4, DEC-16: after its disabled extension was deleted, ${label} may be registered again by ${rule}`, () => {
			const before = changedBy(again(label), deleteExtension, { tenant: HOST, system: DEV });
			assert.equal(before.systems.get(DEV)?.pairedTenant, HOST);
			const elsewhere = { tenant: OTHER_HOST, fingerprint: fingerprint() };
			const decision = createExtension(before, elsewhere, PAIRED);
			if (rule === 'only the same tenant') {
				assertRefused(decision, 'tenant-not-the-same', HOST);
			} else {
				assert.equal(decided(before, decision).tenants.get(OTHER_HOST)?.extensions.size, 1);
			}
			const paired = changedBy(before, createExtension, PAIRING, PAIRED);
			const settled = changedBy(paired, settleExtension, { ...AT, outcome: 'succeed' }, SETTLED);
			assert.equal(settled.systems.get(DEV)?.pairedTenant, undefined);
		});
	}

	it('R-TYPE-4: the tenant is remembered, also when pairing again failed and that extension was deleted', () => {
		const pairing = changedBy(again(S4), createExtension, PAIRING, PAIRED);
		const failed = changedBy(pairing, settleExtension, { ...AT, outcome: 'fail' }, SETTLED);
		const deleted = changedBy(failed, deleteExtension, AT);
		const request = {
			system: DEV,
			scenarioGroups: [ALL_COMMUNICATION_SCENARIOS],
			fingerprint: fingerprint(2),
		};
		const ready = changedBy(deleted, getToken, request, SETTLED);
		const elsewhere = { tenant: OTHER_HOST, fingerprint: fingerprint(2) };
		assertRefused(createExtension(ready, elsewhere, LATER), 'tenant-not-the-same');
		assert.equal(createExtension(ready, { ...elsewhere, tenant: HOST }, LATER).ok, true);
	});

	it('DEC-16: another tenant of SAP Marketing Cloud is accepted with a warning, which a finding keeps', () => {
		const before = again(MARKETING);
		const elsewhere = { tenant: OTHER_HOST, fingerprint: fingerprint() };
		const checked = checkExtension(before, elsewhere, PAIRED);
		assert.match((checked.ok && checked.warning) || '', new RegExp(`previously registered by ${HOST}`));
		const sameTenant = checkExtension(before, PAIRING, PAIRED);
		assert.ok(sameTenant.ok && !('warning' in sameTenant));
		const pairing = changedBy(before, createExtension, elsewhere, PAIRED);
		assert.match(pairing.facts.warning ?? '', /SAP's documentation doesn't say/);
		const request = { tenant: OTHER_HOST, system: DEV, outcome: 'succeed' } as const;
		const settled = changedBy(pairing, settleExtension, request, SETTLED);
		assert.deepEqual(
			checkLandscape(settled, NOW).map(
				({ severity, code, path }) => `${severity} ${code} ${path.join(' > ')}`,
			),
			[`warning tenant-not-the-same systems > ${DEV} > pairedTenant`],
		);
	});

	for (const status of EXTENSION_STATUSES.filter((candidate) => candidate !== 'disabled')) {
		it(`an extension that is ${status} is not taken over, extension-exists or extension-must-be-deleted-first`, () => {
			const before = landscape({
				systems: [system()],
				tenants: [tenant([extension({ status })]), tenant([], { host: OTHER_HOST })],
			});
			const request = { fingerprint: fingerprint(), type: S4 };
			assertRefused(createExtension(before, { ...request, tenant: HOST }, PAIRED), 'extension-exists');
			assertRefused(
				createExtension(before, { ...request, tenant: OTHER_HOST }, PAIRED),
				'extension-must-be-deleted-first',
			);
		});
	}
});
