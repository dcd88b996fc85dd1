import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments, parseDocument } from 'yaml';
import { CHART_FILE, VALUES_FILE } from '../../src/project/helm.ts';
import {
	assertConnected,
	type CapProject,
	connect,
	filesOf,
	makeCapProject,
	usagesIn,
	usualConnection,
} from './cap-project.ts';
import { type CapTools, ensureCapTools } from './cap-tools.ts';
import { assertNothingLost } from './nothing-lost.ts';

/** What a person fills in after `cds add kyma`; the chart refuses what stands there instead. */
const FILLED_IN = ['--set', 'global.domain=cluster.example,global.image.registry=registry.example'];

/** Names that some YAML reader, Helm or a shell takes for something else. */
const ODD_NAMES = [
	...['S/4: "x" #1', "- 'a' \\n", '{ a } $(b) %s', '#', '? x', '&a', '---', '<<', '~', 'null', 'yes', 'N'],
	...['0x10', '0b11', '017', '1_000', '12:30:45', '2026-01-01', '.inf'],
];

/** What tests look at in what Kyma gets. */
interface Specification {
	readonly serviceInstanceName?: string;
	readonly parameters?: {
		readonly systemName?: string;
		readonly communicationArrangement?: Readonly<Record<string, unknown>>;
	};
}

/**
 * What a line that deploys would create: the specifications by kind and name. The release is rendered only, since there is
 * no cluster.
 */
async function renderedBy(
	helm: NonNullable<CapTools['helm']>,
	{ folder }: CapProject,
	line = '',
): Promise<ReadonlyMap<string, Specification>> {
	const [upgrade, args] = line.split(' --install ');
	assert.equal(upgrade, 'helm upgrade');
	const text = await helm(folder, 'template', ...(args ?? '').split(' '), ...FILLED_IN);
	return new Map(
		parseAllDocuments(text)
			.map((document) => document.toJS())
			.map(({ kind, metadata, spec }) => [`${kind} ${metadata.name}`, spec]),
	);
}

// The chart of service instances comes from the real `cds build`, and a real `helm` renders it with the command line that
// we propose. Only where npm has no Helm for the machine, what needs it is skipped.
describe('A CAP project for Kyma, made by cds', function () {
	this.timeout('15m');
	let tools: CapTools;

	before(async () => {
		tools = await ensureCapTools();
	});

	it('builds for production when it is connected, and reads from our destination', async () => {
		const project = await makeCapProject(tools, 'kyma', 'destination', 'xsuaa');
		const before = filesOf(project).texts;

		const plan = connect(project, usualConnection('kyma'));

		await project.cds('build', '--production');
		const required = await project.cds(
			...['env', 'requires.API_BUSINESS_PARTNER.credentials', '--json', '--profile', 'production'],
		);
		assert.deepEqual(JSON.parse(required), {
			destination: 'orders-api-access',
			path: '/sap/opu/odata/sap/API_BUSINESS_PARTNER',
		});
		assertConnected(project, plan, before);
	});

	it('gets the service instance that was promised, by the line that deploys it', async function () {
		const helm = tools.helm ?? this.skip();
		const project = await makeCapProject(tools, 'kyma', 'destination', 'xsuaa');
		const plan = connect(project, usualConnection('kyma'));
		await project.cds('build', '--production');

		const rendered = await renderedBy(helm, project, plan.remaining.deployments[0]);

		const { texts } = filesOf(project);
		assert.deepEqual(rendered.get('ServiceInstance orders-api-access'), {
			serviceOfferingName: 's4-hana-cloud',
			servicePlanName: 'api-access',
			parameters: {
				systemName: 'SAP S/4HANA DEV System',
				...JSON.parse(texts.get('api-access.json') ?? ''),
			},
		});
		assert.equal(plan.remaining.destination, 'orders-api-access');
		assert.equal(
			rendered.get('ServiceBinding orders-srv-destination')?.serviceInstanceName,
			'orders-destination',
		);
		// What the line doesn't bring along, an upgrade takes away.
		const authorization = rendered.get('ServiceInstance orders-xsuaa')?.parameters;
		assertNothingLost(JSON.parse(texts.get('xs-security.json') ?? ''), authorization);
	});

	it('gets the instance that the extension reads, also where its values say more', async function () {
		const helm = tools.helm ?? this.skip();
		const project = await makeCapProject(tools, 'kyma', 'destination', 'xsuaa');
		const { resource } = usualConnection('kyma');
		connect(project, usualConnection('kyma'));
		const path = join(project.folder, VALUES_FILE);
		const values = parseDocument(readFileSync(path, 'utf8'));
		values.setIn([resource, 'nameOverride'], 'bupa');
		values.setIn([resource, 'jsonParameters'], readFileSync(join(project.folder, 'api-access.json'), 'utf8'));
		values.setIn(
			[resource, 'parameters', 'communicationArrangement', 'communicationArrangementName'],
			'BUPA',
		);
		writeFileSync(path, values.toString());
		await project.cds('build', '--production');

		const rendered = await renderedBy(helm, project, 'helm upgrade --install orders ./gen/chart');

		const [usage] = usagesIn(project);
		assert.equal(usage?.instance.value, 'orders-bupa');
		const arrangement = rendered.get('ServiceInstance orders-bupa')?.parameters?.communicationArrangement;
		assert.equal(arrangement?.communicationArrangementName, 'BUPA');
		assert.equal(usage.arrangement?.value, 'BUPA');
		assert.equal(arrangement?.scenarioId, 'SAP_COM_0008');
		assert.equal(usage.scenario?.value, 'SAP_COM_0008');
	});

	it('names a system as it is called, also where YAML and Helm would see something else in it', async function () {
		const helm = tools.helm ?? this.skip();
		const project = await makeCapProject(tools, 'kyma', 'destination', 'xsuaa');
		connect(project, usualConnection('kyma'));
		await project.cds('build', '--production');
		for (const system of ODD_NAMES) {
			const { remaining } = connect(project, usualConnection('kyma', system));
			const line = `${remaining.deployments[0]} --values ${VALUES_FILE}`;
			const rendered = await renderedBy(helm, project, line);
			assert.equal(rendered.get('ServiceInstance orders-api-access')?.parameters?.systemName, system);
		}
	});

	it('gets a destination service that cds knows for its own', async () => {
		const project = await makeCapProject(tools, 'kyma', 'xsuaa');
		connect(project, usualConnection('kyma'));
		const chart = () => [CHART_FILE, VALUES_FILE].map((path) => filesOf(project).texts.get(path));
		const connected = chart();

		await project.cds('add', 'destination');

		assert.deepEqual(chart(), connected);
	});
});
