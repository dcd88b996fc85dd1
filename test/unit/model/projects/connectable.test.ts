import assert from 'node:assert/strict';
import { checkUnusedPlans } from '../../../../src/model/projects/check-unused-plans.ts';
import {
	checkConnectable,
	connectablePlans,
	connectableSystems,
} from '../../../../src/model/projects/connectable.ts';
import { type Connection, checkConnection } from '../../../../src/model/projects/connection.ts';
import { readProject } from '../../../../src/project/read-project.ts';
import { DEV, entitlement, inUse, listed, registeredSystem, subaccount, system } from '../../factories.ts';

const LANDSCAPE = inUse({
	systems: [
		system({ name: 'NEW' }),
		registeredSystem({ name: 'QAS' }),
		registeredSystem(),
		listed('HR', 'SAP SuccessFactors'),
	],
	subaccounts: [subaccount([entitlement({ plan: 'messaging' })])],
});

const CONNECTION: Connection = {
	deployer: 'cloud-foundry',
	system: DEV,
	plan: 'api-access',
	scenario: 'SAP_COM_0008',
	arrangementName: 'ORDERS_0008',
	resource: 'orders-api-access',
	service: undefined,
	servicePath: undefined,
	inboundAuthentication: undefined,
	emClientId: undefined,
	stages: [],
};

const refusedWith = (change: Partial<Connection>) => checkConnection({ ...CONNECTION, ...change })?.code;

describe('what a project can be connected to', () => {
	it('are systems of the types of the service, those first that nothing is missing for', () => {
		assert.deepEqual(
			connectableSystems(LANDSCAPE).map(({ system: { name }, readiness }) => [name, readiness]),
			[
				[DEV, 'entitled'],
				['QAS', 'registered'],
				['NEW', 'not-registered'],
			],
		);
	});

	it('are the plans of the service, those first that a subaccount is entitled to', () => {
		assert.deepEqual(
			connectablePlans(LANDSCAPE, DEV).map(({ plan: { name }, isEntitled }) => [name, isEntitled]),
			[
				['messaging', true],
				['api-access', false],
			],
		);
	});

	it('is refused where it is unknown, not registered, of another type, or the plan is retired', () => {
		const codeOf = (name: string, plan?: string) => checkConnectable(LANDSCAPE, name, plan)?.code;
		assert.equal(codeOf(DEV, 'api-access'), undefined);
		assert.equal(codeOf('QAS'), undefined);
		assert.equal(codeOf('Nobody'), 'system-unknown');
		assert.equal(codeOf('NEW'), 'system-not-registered');
		assert.equal(codeOf('HR'), 'service-unavailable');
		assert.equal(codeOf(DEV, 'sap_com_0008'), 'plan-unknown');
	});
});

describe('what is to be connected', () => {
	it('R-CAP-6: has what its plan needs, in the form that it has', () => {
		assert.equal(refusedWith({}), undefined);
		assert.equal(refusedWith({ scenario: undefined }), 'scenario-malformed');
		assert.equal(refusedWith({ scenario: 'sap_com_0008' }), 'scenario-malformed');
		assert.equal(refusedWith({ arrangementName: undefined }), 'arrangement-malformed');
		assert.equal(refusedWith({ arrangementName: 'A'.repeat(81) }), 'arrangement-malformed');
		assert.equal(refusedWith({ plan: 'messaging' }), 'client-id-malformed');
		assert.equal(refusedWith({ plan: 'messaging', emClientId: 'a1B2' }), undefined);
	});

	it('R-CAP-14: has no name that the deployer takes for a placeholder', () => {
		assert.equal(refusedWith({ system: `${'$'}{space}` }), 'system-not-deployable');
		assert.equal(
			refusedWith({ stages: [{ file: 'dev.mtaext', system: '~{x/y}' }] }),
			'system-not-deployable',
		);
		assert.equal(refusedWith({ system: '{{ .Release.Name }}' }), undefined);
		assert.equal(
			refusedWith({ deployer: 'kyma', resource: 's4', system: '{{ .Release.Name }}' }),
			'system-not-deployable',
		);
	});
});

describe('a plan that no project uses', () => {
	const project = (mta: string) =>
		readProject({ folder: 'file:///p', texts: new Map([['mta.yaml', mta]]), large: [] });
	const unusedBeside = (mta: string) => {
		const read = project(mta);
		assert(read);
		return checkUnusedPlans(LANDSCAPE, [read]).map(({ system: name, plan, path }) => [
			name,
			plan,
			path.join('/'),
		]);
	};
	const using = (plan: string, config = `config: { systemName: ${DEV} }`) =>
		`_schema-version: "3.3"\nID: p\nresources:\n  - name: a\n    type: org.cloudfoundry.managed-service\n    parameters: { service: s4-hana-cloud, service-plan: ${plan}, ${config} }\n`;

	it('is told where the workspace has projects, at the plan in the landscape', () => {
		assert.deepEqual(checkUnusedPlans(LANDSCAPE, []), []);
		const hint = [[DEV, 'messaging', 'subaccounts/dev/entitlements/0/plan']];
		assert.deepEqual(unusedBeside('_schema-version: "3.3"\nID: p\n'), hint);
		assert.deepEqual(unusedBeside(using('api-access')), hint);
		assert.deepEqual(unusedBeside(using('messaging')), []);
	});

	it("isn't told where a project may use it: its system is named elsewhere, or it can't be read", () => {
		assert.deepEqual(unusedBeside(using('api-access', 'path: s4.json')), []);
		assert.deepEqual(unusedBeside('_schema-version: "3.3"\nID: p\nresources: [\n'), []);
	});
});

describe('the instance of a chart', () => {
	it('R-CAP-15: is called as its values say, or after release and alias', () => {
		const nameWith = (values: string) =>
			readProject({
				folder: 'file:///p',
				texts: new Map([
					['package.json', '{ "cds": {} }'],
					['chart/Chart.yaml', 'name: orders\ndependencies: [{ name: service-instance, alias: s4 }]\n'],
					['chart/values.yaml', `s4: { serviceOfferingName: s4-hana-cloud, ${values} }\n`],
				]),
				large: [],
			})?.usages[0]?.instance.value;
		assert.equal(nameWith('servicePlanName: api-access'), 'orders-s4');
		assert.equal(nameWith('nameOverride: x'), 'orders-x');
		assert.equal(nameWith('fullnameOverride: y'), 'y');
		assert.equal(nameWith('fullnameOverride: y, externalName: z'), 'z');
	});
});
