import assert from 'node:assert/strict';
import { join } from 'node:path';
import { MTA_FILE } from '../../src/project/mta.ts';
import { assertConnected, connect, filesOf, makeCapProject, usualConnection } from './cap-project.ts';
import { type CapTools, ensureCapTools } from './cap-tools.ts';

// `cds init --java` isn't here: it runs Maven, which gets its archetype from a registry of its own.
describe('A CAP project for Cloud Foundry, made by cds', function () {
	this.timeout('15m');
	let tools: CapTools;

	before(async () => {
		tools = await ensureCapTools();
	});

	it('builds for production when it is connected, and reads an imported API from our destination', async () => {
		const project = await makeCapProject(tools, 'mta', 'destination', 'xsuaa');
		await project.cds('import', join(import.meta.dirname, 'API_BUSINESS_PARTNER.edmx'));
		const before = filesOf(project).texts;

		const plan = connect(project, usualConnection('cloud-foundry'));

		await project.cds('build', '--production');
		const requires = ['env', 'requires.API_BUSINESS_PARTNER', '--json'];
		const required = JSON.parse(await project.cds(...requires, '--profile', 'production'));
		assert.deepEqual(required.credentials, {
			destination: 'orders-api-access',
			path: '/sap/opu/odata/sap/API_BUSINESS_PARTNER',
		});
		assert.equal(required.kind, 'odata-v2');
		assert.equal(required.model, 'srv/external/API_BUSINESS_PARTNER');
		const inDevelopment = JSON.parse(await project.cds(...requires));
		assert.equal(inDevelopment.credentials, undefined);

		assertConnected(project, plan, before);
	});

	it('gets a destination service that cds knows for its own', async () => {
		const project = await makeCapProject(tools, 'mta', 'xsuaa');
		connect(project, usualConnection('cloud-foundry'));
		const connected = filesOf(project).texts.get(MTA_FILE);

		await project.cds('add', 'destination');

		assert.equal(filesOf(project).texts.get(MTA_FILE), connected);
		await project.cds('build', '--production');
	});
});
