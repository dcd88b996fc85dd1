import assert from 'node:assert/strict';
import type { Landscape } from '../../../src/model/landscape.ts';
import { firstOpenStep, MILESTONES, progress, STEPS } from '../../../src/model/progress.ts';
import {
	entitlement,
	extension,
	landscape,
	paired,
	registeredSystem,
	subaccount,
	system,
	systemWithoutToken,
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
			landscape({ systems: [systemWithoutToken()] }),
			landscape({ systems: [system()] }),
			landscape({ systems: [system()], tenants: [tenant()] }),
			paired(system(), extension({ status: 'enabling' })),
			landscape({ systems, tenants }),
			landscape({ systems, tenants, subaccounts: [subaccount()] }),
			landscape({ systems, tenants, subaccounts: [subaccount([entitlement()])] }),
		];
		for (const [index, step] of steps.entries()) {
			const last = index === steps.length - 1 ? MILESTONES.length : index + 1;
			assert.deepEqual(reached(step), MILESTONES.slice(0, last));
		}
	});

	it('the last one is reached only by one system that is both enabled and entitled', () => {
		const other = registeredSystem({ name: 'Other' });
		const connected = (entitledSystem: string) =>
			reached(
				landscape({
					systems: [registeredSystem(), other],
					tenants: [tenant([extension()])],
					subaccounts: [subaccount([entitlement({ system: entitledSystem })])],
				}),
			);
		assert.deepEqual(connected('Other'), MILESTONES.slice(0, -1));
		assert.deepEqual(connected(registeredSystem().name), [...MILESTONES]);
	});

	it('the first open step of the walkthrough is the one whose milestone is missing', () => {
		assert.equal(firstOpenStep([]), 'prerequisites');
		assert.equal(firstOpenStep([landscape()]), 'addSystem');
		assert.equal(firstOpenStep([landscape({ systems: [systemWithoutToken()] })]), 'getToken');
		assert.equal(firstOpenStep([landscape({ systems: [system()] })]), 'copyToken');
		assert.equal(firstOpenStep([landscape({ systems: [system()] })], ['copyToken']), 'openTenant');
		assert.equal(
			firstOpenStep([landscape({ systems: [registeredSystem()], tenants: [tenant([extension()])] })]),
			'addSubaccount',
		);
		assert.equal(
			firstOpenStep([
				landscape({
					systems: [registeredSystem()],
					tenants: [tenant([extension()])],
					subaccounts: [subaccount([entitlement()])],
				}),
			]),
			STEPS.at(-1)?.[0],
		);
	});

	it('landscapes add up', () => {
		assert.deepEqual(
			reached(landscape({ systems: [system()] }), landscape({ subaccounts: [subaccount()] })),
			['landscapeCreated', 'systemAdded', 'tokenIssued', 'subaccountAdded'],
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
