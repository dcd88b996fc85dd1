import assert from 'node:assert/strict';
import type { Landscape } from '../../../src/model/landscape.ts';
import { MILESTONES, progress } from '../../../src/model/progress.ts';
import {
	entitlement,
	extension,
	landscape,
	paired,
	registeredSystem,
	subaccount,
	system,
	tenant,
} from '../factories.ts';

function reached(...landscapes: Landscape[]): string[] {
	return MILESTONES.filter((milestone) => progress(landscapes).has(milestone));
}

describe('R-TUT-1: milestones of the tutorial', () => {
	it('without any landscape none is reached', () => {
		assert.deepEqual(reached(), []);
	});

	it('every step of the tutorial reaches the next milestone and keeps those before', () => {
		const systems = [registeredSystem()];
		const tenants = [tenant([extension()])];
		const steps = [
			landscape(),
			landscape({ systems: [system()] }),
			landscape({ systems: [system()], tenants: [tenant()] }),
			paired(system(), extension({ status: 'enabling' })),
			landscape({ systems, tenants }),
			landscape({ systems, tenants, subaccounts: [subaccount()] }),
			landscape({ systems, tenants, subaccounts: [subaccount([entitlement()])] }),
		];
		for (const [index, step] of steps.entries()) {
			assert.deepEqual(reached(step), MILESTONES.slice(0, index + 1));
		}
	});

	it('landscapes add up', () => {
		assert.deepEqual(
			reached(landscape({ systems: [system()] }), landscape({ subaccounts: [subaccount()] })),
			['landscapeCreated', 'systemAdded', 'subaccountAdded'],
		);
	});

	it('a registered system without an enabled extension is not paired', () => {
		for (const tenants of [
			[],
			[tenant([extension({ status: 'failed' })])],
			[tenant([extension({ system: 'Other' })])],
		]) {
			assert.equal(
				reached(landscape({ systems: [registeredSystem()], tenants })).includes('systemRegistered'),
				false,
			);
		}
	});

	it('an enabled extension of a system that is not registered is not paired', () => {
		assert.equal(reached(paired(system())).includes('systemRegistered'), false);
	});

	it('the tutorial ends with api-access for a registered system, nothing less', () => {
		const entitled = (systems: Landscape, plan: string) =>
			reached({ ...systems, subaccounts: new Map([['dev', subaccount([entitlement({ plan })])]]) }).includes(
				'systemEntitled',
			);
		assert.equal(entitled(landscape({ systems: [registeredSystem()] }), 'api-access'), true);
		assert.equal(entitled(landscape({ systems: [registeredSystem()] }), 'messaging'), false);
		assert.equal(entitled(landscape({ systems: [system()] }), 'api-access'), false);
		assert.equal(entitled(landscape(), 'api-access'), false);
	});
});
