import { assert } from 'chai';
import { env } from 'vscode';
import { clear, configure, folder, succeed, textOf, untilText } from './landscape-folder.ts';

const TENANT = 'my300001.s4hana.example';
const SYSTEM = 'SAP S/4HANA DEV System';
const TIME = '"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"';

describe('The tutorial by commands alone', () => {
	beforeEach(clear);

	it('leads from an empty folder to an entitled system, and the file is the one of the design', async () => {
		await configure('practice.processingTime', 1);
		const created = await succeed('createLandscape', {
			folder: folder().toString(),
			globalAccount: 'Acme',
			mode: 'practice',
		});
		assert.match(String(created.landscape), /\/system-landscape\.yaml$/);
		assert.equal(await textOf(), 'version: 1\nglobalAccount: Acme\nmode: practice\n');

		const registered = await succeed('registerSystem', {
			name: SYSTEM,
			type: 'SAP S/4HANA Cloud',
			scenarioGroups: ['All Communication Scenarios'],
		});
		assert.equal(registered.system, SYSTEM);
		assert.match(String(registered.expiresAt), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

		const copied = await succeed('copyToken', { system: SYSTEM });
		assert.deepEqual(copied, { ok: true, expiresAt: registered.expiresAt, reissued: false });
		const token = await env.clipboard.readText();
		assert.match(token, /^[0-9a-f]{64}$/);

		const opened = await succeed('openTenant', { tenant: TENANT, type: 'SAP S/4HANA Cloud' });
		assert.equal(opened.tenant, TENANT);
		const extension = await succeed('createExtension', { tenant: TENANT, token, description: SYSTEM });
		assert.deepEqual(extension, { ok: true, system: SYSTEM, status: 'enabling' });
		assert.match(await textOf(), /status: enabling/);
		await untilText(/status: enabled/);

		await succeed('addSubaccount', { name: 'dev' });
		await succeed('addServicePlans', {
			subaccount: 'dev',
			service: 's4-hana-cloud',
			system: SYSTEM,
			plans: ['api-access'],
		});
		const expected = [
			'version: 1',
			'globalAccount: Acme',
			'mode: practice',
			'systems:',
			'  SAP S/4HANA DEV System:',
			'    type: SAP S/4HANA Cloud',
			'    status: registered',
			'    token:',
			`      issuedAt: ${TIME}`,
			`      expiresAt: ${TIME}`,
			'      scenarioGroups:',
			'        - All Communication Scenarios',
			'      fingerprint: sha256:[0-9a-f]{64}',
			`      usedAt: ${TIME}`,
			'tenants:',
			'  my300001\\.s4hana\\.example:',
			'    type: SAP S/4HANA Cloud',
			'    extensions:',
			'      SAP S/4HANA DEV System:',
			'        status: enabled',
			'        description: SAP S/4HANA DEV System',
			`        changedAt: ${TIME}`,
			'subaccounts:',
			'  dev:',
			'    entitlements:',
			'      - service: s4-hana-cloud',
			'        plan: api-access',
			'        system: SAP S/4HANA DEV System',
			'        amount: 1',
			'',
		];
		assert.match(await textOf(), new RegExp(`^${expected.join('\n')}$`));
		assert.notInclude(await textOf(), token);
	});
});
