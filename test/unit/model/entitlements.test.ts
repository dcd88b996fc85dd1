import assert from 'node:assert/strict';
import { SERVICES, serviceNamed } from '../../../src/model/catalog/services.ts';
import {
	addServicePlans,
	availablePlans,
	availableServices,
	checkEntitlement,
	entitleableSystems,
	findSubaccount,
	removeServicePlan,
} from '../../../src/model/entitlements.ts';
import { entitlementsOf, SYSTEM_STATUSES } from '../../../src/model/landscape.ts';
import {
	assertRefused,
	changedBy,
	DEV,
	entitlement,
	landscape,
	listed,
	MARKETING,
	namesOf,
	registeredSystem,
	subaccount,
	system,
} from '../factories.ts';

const [SERVICE] = SERVICES;
assert.ok(SERVICE);
const service = 's4-hana-cloud';
const ready = landscape({ systems: [registeredSystem()], subaccounts: [subaccount()] });
const request = { subaccount: 'dev', service, system: DEV, plans: ['api-access'] };

describe('what Add Service Plans offers', () => {
	it('R-ENT-13: SAP S/4HANA Cloud Extensibility with api-access and messaging, each with its purpose', () => {
		assert.equal(SERVICE.label, 'SAP S/4HANA Cloud Extensibility');
		assert.equal(SERVICE.name, service);
		assert.deepEqual(namesOf(SERVICE.plans), ['api-access', 'messaging']);
		assert.ok(SERVICE.plans.every(({ purpose }) => purpose().length > 10));
	});

	it('R-ENT-1, R-ENT-12: without a registered system no service is offered', () => {
		assert.deepEqual(availableServices(landscape()), []);
		for (const status of SYSTEM_STATUSES.filter((candidate) => candidate !== 'registered')) {
			assert.deepEqual(availableServices(landscape({ systems: [system({ status })] })), []);
		}
	});

	it('R-ENT-1: one registered system of S/4HANA Cloud or Marketing Cloud is enough', () => {
		for (const record of [registeredSystem(), registeredSystem({ type: MARKETING })]) {
			assert.deepEqual(availableServices(landscape({ systems: [record] })), [SERVICE]);
		}
	});

	it('R-ENT-1: a registered system of another type is not enough', () => {
		assert.deepEqual(availableServices(landscape({ systems: [listed()] })), []);
	});

	it('R-ENT-2, R-ENT-5: only registered systems of the service can be chosen', () => {
		const before = landscape({
			systems: [
				registeredSystem(),
				system({ name: 'Pending' }),
				registeredSystem({ name: 'Marketing', type: MARKETING }),
				listed('Joule', 'Joule'),
			],
		});
		assert.deepEqual(namesOf(entitleableSystems(before, SERVICE)), [DEV, 'Marketing']);
	});

	it('R-ENT-3: plans that the subaccount has for the same system are not offered again', () => {
		const dev = subaccount([entitlement()]);
		assert.deepEqual(namesOf(availablePlans(dev, SERVICE, DEV)), ['messaging']);
		assert.equal(availablePlans(dev, SERVICE, 'Another').length, 2);
	});
});

describe('Add Service Plans', () => {
	it('R-ENT-4, DEC-10: each plan is added with one unit, at the end', () => {
		const before = landscape({
			systems: [registeredSystem(), registeredSystem({ name: 'Other' })],
			subaccounts: [subaccount([entitlement({ system: 'Other', amount: 3 })])],
		});
		const after = changedBy(before, addServicePlans, { ...request, plans: ['api-access', 'messaging'] });
		assert.deepEqual(after.subaccounts.get('dev')?.entitlements, [
			entitlement({ system: 'Other', amount: 3 }),
			entitlement(),
			entitlement({ plan: 'messaging' }),
		]);
		assert.deepEqual(entitlementsOf(after, DEV), [
			{ subaccount: 'dev', entitlement: entitlement() },
			{ subaccount: 'dev', entitlement: entitlement({ plan: 'messaging' }) },
		]);
	});

	it('R-ENT-9: a request is for one subaccount, and leaves the others as they are', () => {
		const before = landscape({
			systems: [registeredSystem()],
			subaccounts: [subaccount([], 'test'), subaccount(), subaccount([entitlement()], 'Dev')],
		});
		const after = changedBy(before, addServicePlans, request);
		for (const name of ['test', 'Dev']) {
			assert.deepEqual(after.subaccounts.get(name), before.subaccounts.get(name));
		}
	});

	it('R-ENT-3: the same plan twice in one request is one entitlement', () => {
		const after = changedBy(ready, addServicePlans, { ...request, plans: ['api-access', 'api-access'] });
		assert.deepEqual(after.subaccounts.get('dev')?.entitlements, [entitlement()]);
	});

	it('R-ENT-3: a plan that the subaccount has for the system is refused, entitlement-exists', () => {
		const before = landscape({ systems: [registeredSystem()], subaccounts: [subaccount([entitlement()])] });
		assertRefused(addServicePlans(before, request), 'entitlement-exists');
		assertRefused(
			addServicePlans(before, { ...request, plans: ['messaging', 'api-access'] }),
			'entitlement-exists',
		);
		assert.equal(addServicePlans(before, { ...request, plans: ['messaging'] }).ok, true);
	});

	it('R-ENT-3: the same plan for another system or in another subaccount is another entitlement', () => {
		const before = landscape({
			systems: [registeredSystem(), registeredSystem({ name: 'Other' })],
			subaccounts: [subaccount([entitlement()]), subaccount([], 'test')],
		});
		assert.equal(addServicePlans(before, { ...request, system: 'Other' }).ok, true);
		assert.equal(addServicePlans(before, { ...request, subaccount: 'test' }).ok, true);
	});

	it('a subaccount that does not exist is refused, subaccount-unknown', () => {
		for (const name of ['test', '', '__proto__']) {
			assertRefused(addServicePlans(ready, { ...request, subaccount: name }), 'subaccount-unknown');
			assertRefused(findSubaccount(ready, name) as { ok: false }, 'subaccount-unknown');
			assertRefused(checkEntitlement(ready, { subaccount: name }), 'subaccount-unknown');
		}
	});

	it('without any subaccount, a request that names none is refused, subaccount-unknown, and leads to adding one', () => {
		const refused = checkEntitlement(landscape({ systems: [registeredSystem()] }), { service });
		assertRefused(refused, 'subaccount-unknown');
		assert.deepEqual(refused?.remedies, [{ command: 'addSubaccount' }]);
	});

	it('a service that does not exist is refused, service-unknown', () => {
		for (const name of ['SAP S/4HANA Cloud Extensibility', '', 'constructor']) {
			assertRefused(addServicePlans(ready, { ...request, service: name }), 'service-unknown');
			assert.equal(serviceNamed(name), undefined);
		}
	});

	it('a system that does not exist is refused, system-unknown', () => {
		for (const name of ['Nobody', '', '__proto__']) {
			assertRefused(addServicePlans(ready, { ...request, system: name }), 'system-unknown');
		}
	});

	for (const status of SYSTEM_STATUSES.filter((candidate) => candidate !== 'registered')) {
		it(`R-ENT-5: a system that is ${status} is refused, system-not-registered`, () => {
			const before = landscape({ systems: [system({ status })], subaccounts: [subaccount()] });
			assertRefused(addServicePlans(before, request), 'system-not-registered');
		});
	}

	it('R-ENT-1: no registered system of the type at all is refused, service-unavailable', () => {
		const before = landscape({
			systems: [listed()],
			subaccounts: [subaccount()],
		});
		assertRefused(addServicePlans(before, { ...request, system: 'J' }), 'service-unavailable');
		assertRefused(checkEntitlement(before, { service }), 'service-unavailable');
		assertRefused(checkEntitlement(landscape(), {}), 'service-unavailable');
	});

	it('R-ENT-2: a registered system that the service is not for is refused, service-unavailable', () => {
		const before = landscape({
			systems: [registeredSystem(), listed()],
			subaccounts: [subaccount()],
		});
		assertRefused(addServicePlans(before, { ...request, system: 'J' }), 'service-unavailable');
	});

	it('what is known of a request so far is checked by the same rules', () => {
		assert.equal(checkEntitlement(ready, {}), undefined);
		assert.equal(checkEntitlement(ready, { subaccount: 'dev', service, system: DEV }), undefined);
		assertRefused(checkEntitlement(ready, { service: 'x' }), 'service-unknown');
		assertRefused(checkEntitlement(ready, { system: 'Nobody' }), 'system-unknown');
	});

	it('no plan is refused, plan-missing', () => {
		assertRefused(addServicePlans(ready, { ...request, plans: [] }), 'plan-missing');
	});

	it('a plan that does not exist is refused and nothing added, plan-unknown', () => {
		for (const plan of ['sap_com_0008', 'API-access', '', '__proto__']) {
			assertRefused(addServicePlans(ready, { ...request, plans: ['messaging', plan] }), 'plan-unknown');
		}
	});
});

describe('Remove Service Plan', () => {
	const key = { subaccount: 'dev', service, system: DEV, plan: 'api-access' };
	const entitled = landscape({
		systems: [registeredSystem()],
		subaccounts: [
			subaccount([
				entitlement({ plan: 'messaging' }),
				entitlement({ amount: 3 }),
				entitlement({ system: 'Other' }),
			]),
			subaccount([entitlement()], 'test'),
		],
	});

	it('R-ENT-3: takes the plan for the system from the subaccount, with all its units, and no other', () => {
		const after = changedBy(entitled, removeServicePlan, key);
		assert.deepEqual(after.subaccounts.get('dev')?.entitlements, [
			entitlement({ plan: 'messaging' }),
			entitlement({ system: 'Other' }),
		]);
		assert.deepEqual(after.subaccounts.get('test'), entitled.subaccounts.get('test'));
	});

	it('what is in the file can be removed, whatever became of its system, service or plan', () => {
		const odd = entitlement({ service: 'gone', plan: 'sap_com_0008', system: 'Nobody' });
		const before = landscape({ subaccounts: [subaccount([odd])] });
		const after = changedBy(before, removeServicePlan, {
			subaccount: 'dev',
			service: 'gone',
			system: 'Nobody',
			plan: 'sap_com_0008',
		});
		assert.deepEqual(after.subaccounts.get('dev'), subaccount());
	});

	it('what the subaccount does not have is refused, entitlement-unknown', () => {
		for (const other of [
			{ service: 'other' },
			{ system: 'Nobody' },
			{ plan: 'sso-configuration' },
			{ plan: '__proto__' },
		]) {
			assertRefused(removeServicePlan(entitled, { ...key, ...other }), 'entitlement-unknown');
		}
	});

	it('a subaccount that does not exist is refused, subaccount-unknown', () => {
		for (const name of ['Dev', '', '__proto__']) {
			assertRefused(removeServicePlan(entitled, { ...key, subaccount: name }), 'subaccount-unknown');
		}
	});
});
