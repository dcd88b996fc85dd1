import assert from 'node:assert/strict';
import { SERVICES, serviceNamed } from '../../../src/model/catalog/services.ts';
import { systemType } from '../../../src/model/catalog/system-types.ts';
import { addServicePlans, availableServices } from '../../../src/model/entitlements.ts';
import { checkLandscape } from '../../../src/model/findings/check-landscape.ts';
import {
	assertRefused,
	changedBy,
	DEV,
	entitlement,
	landscape,
	listed,
	NOW,
	registeredSystem,
	subaccount,
} from '../factories.ts';

const SUCCESSFACTORS = 'sap-successfactors-extensibility';

describe('services and their plans', () => {
	it('R-ENT-13: are two, each for types that pair through a token, and with its source', () => {
		assert.deepEqual(
			SERVICES.map(({ name, plans }) => [name, ...plans.map((plan) => plan.name)]),
			[
				['s4-hana-cloud', 'api-access', 'messaging'],
				[SUCCESSFACTORS, 'api-access', 'sso-configuration'],
			],
		);
		for (const { source, systemTypes } of SERVICES) {
			assert.ok(source.length > 0);
			assert.ok(systemTypes.every((type) => systemType(type)));
		}
	});

	for (const [plan, instead] of [
		['sap_com_0008', 'api-access'],
		['sap_com_0009', 'api-access'],
		['sap_com_0109', 'api-access'],
		['sap_com_0092', 'messaging'],
	] as const) {
		it(`R-ENT-13: ${plan} is not selected any more, and the refusal says to use ${instead}, plan-unknown`, () => {
			const before = landscape({ systems: [registeredSystem()], subaccounts: [subaccount()] });
			const request = { subaccount: 'dev', service: 's4-hana-cloud', system: DEV, plans: [plan] };
			assertRefused(addServicePlans(before, request), 'plan-unknown', `Use ${instead} instead`);
		});

		it(`R-ENT-13: ${plan} in a file is warned of with the same words`, () => {
			const before = landscape({
				mode: 'recorded',
				systems: [registeredSystem()],
				subaccounts: [subaccount([entitlement({ plan })])],
			});
			const [found] = checkLandscape(before, NOW);
			assert.equal(found?.code, 'plan-unknown');
			assert.ok(found.message.includes(`Use ${instead} instead`), found.message);
		});
	}

	it('R-ENT-1, R-ENT-12: SAP SuccessFactors has a service of its own, and only that', () => {
		const record = listed('SF', 'SAP SuccessFactors');
		const before = landscape({ systems: [record], subaccounts: [subaccount()] });
		assert.deepEqual(availableServices(before), [serviceNamed(SUCCESSFACTORS)]);
		const request = { subaccount: 'dev', service: SUCCESSFACTORS, system: 'SF' };
		const plans = ['api-access', 'sso-configuration'];
		const after = changedBy(before, addServicePlans, { ...request, plans });
		assert.deepEqual(
			after.subaccounts.get('dev')?.entitlements.map(({ plan }) => plan),
			plans,
		);
		assertRefused(
			addServicePlans(before, { ...request, service: 's4-hana-cloud', plans }),
			'service-unavailable',
		);
		assertRefused(addServicePlans(before, { ...request, plans: ['messaging'] }), 'plan-unknown');
	});
});
