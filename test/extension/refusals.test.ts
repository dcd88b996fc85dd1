import { assert } from 'chai';
import { commands } from 'vscode';
import { givenPendingSystem, S4, SYSTEM, TENANT } from './given-landscape.ts';
import { clear, folder, run, succeed, textOf, untilText } from './landscape-folder.ts';

const ALL = ['All Communication Scenarios'];

describe('A refusal', () => {
	beforeEach(clear);

	const cases: readonly [name: string, fields: object, code: string][] = [
		['registerSystem', { name: '', type: S4, scenarioGroups: ALL }, 'name-empty'],
		['registerSystem', { name: '  ', type: S4, scenarioGroups: ALL }, 'name-empty'],
		['registerSystem', { name: ' X', type: S4, scenarioGroups: ALL }, 'name-surrounding-blanks'],
		['registerSystem', { name: 'Zürich', type: S4, scenarioGroups: ALL }, 'name-not-printable-ascii'],
		['registerSystem', { name: SYSTEM, type: S4, scenarioGroups: ALL }, 'name-taken'],
		['registerSystem', { name: 'x'.repeat(10_000), type: S4, scenarioGroups: ALL }, 'name-too-long'],
		['registerSystem', { name: 'X', type: '', scenarioGroups: ALL }, 'type-empty'],
		['registerSystem', { name: 'X', type: S4, scenarioGroups: [] }, 'scenario-group-required'],
		['registerSystem', { name: 'X', type: S4, scenarioGroups: ['No such'] }, 'scenario-group-unknown'],
		[
			'registerSystem',
			{ name: 'X', type: 'SAP Marketing Cloud', scenarioGroups: ALL },
			'scenario-group-not-applicable',
		],
		['registerSystem', { name: 1 }, 'request-malformed'],
		['getToken', { system: 'No such', scenarioGroups: ALL }, 'system-unknown'],
		['copyToken', { system: 'No such' }, 'system-unknown'],
		['displayToken', { system: 'No such' }, 'system-unknown'],
		['openTenant', { tenant: 'no host name', type: S4 }, 'tenant-invalid'],
		['openTenant', { tenant: '', type: S4 }, 'tenant-invalid'],
		['openTenant', { tenant: TENANT, type: '' }, 'type-empty'],
		['createExtension', { tenant: TENANT, token: '' }, 'token-missing'],
		['createExtension', { tenant: TENANT, token: 'two words' }, 'token-malformed'],
		['createExtension', { tenant: TENANT, token: 'ab'.repeat(32) }, 'token-unknown'],
		['createExtension', { tenant: TENANT, token: 'ab'.repeat(31) }, 'token-malformed'],
		['createExtension', { tenant: '-.example', token: 'ab' }, 'tenant-invalid'],
		['deleteExtension', { tenant: TENANT, system: SYSTEM }, 'tenant-unknown'],
		['addSubaccount', { name: '' }, 'subaccount-empty'],
		['addServicePlans', { subaccount: 'no such' }, 'subaccount-unknown'],
		['addServicePlans', { plans: ['api-access'] }, 'service-unavailable'],
		['createLandscape', { globalAccount: 'Other', mode: 'practice' }, 'landscape-exists'],
		['createLandscape', { globalAccount: '', mode: 'practice' }, 'global-account-empty'],
		['createLandscape', { globalAccount: 'Other', mode: 'both' }, 'mode-unknown'],
		['addSubaccount', { landscape: 'file:///no/such.yaml', name: 'dev' }, 'landscape-missing'],
	];
	for (const [name, fields, code] of cases) {
		it(`of ${name} is ${code} for ${JSON.stringify(fields).slice(0, 90)}, says what to do, and leaves the file as it was`, async () => {
			await givenPendingSystem();
			const before = await textOf();
			const answer = await run(name, fields);
			assert.deepInclude(answer, { ok: false, code });
			assert.match(String(answer.message), /\w.*\.$|: \S+$/);
			assert.equal(await textOf(), before);
		});
	}

	it('is landscape-missing where there is no file yet', async () => {
		const answer = await run('registerSystem', { name: 'X', type: S4, scenarioGroups: ALL });
		assert.deepInclude(answer, { ok: false, code: 'landscape-missing' });
	});

	it('R-ENT-1, R-ENT-5: of addServicePlans tells what is missing before a system is registered', async () => {
		const token = await givenPendingSystem();
		await succeed('addSubaccount', { name: 'dev' });
		const plans = { subaccount: 'dev', service: 's4-hana-cloud', system: SYSTEM, plans: ['api-access'] };
		assert.deepInclude(await run('addServicePlans', plans), { ok: false, code: 'system-not-registered' });
		await succeed('createExtension', { tenant: TENANT, type: S4, token });
		await untilText(/status: registered/);
		assert.deepInclude(await run('addServicePlans', { ...plans, service: 'no-such' }), {
			code: 'service-unknown',
		});
		assert.deepInclude(await run('addServicePlans', { ...plans, plans: ['no-such'] }), {
			code: 'plan-unknown',
		});
		assert.deepInclude(await run('addServicePlans', { ...plans, plans: [] }), { code: 'plan-missing' });
		assert.deepInclude(await run('addSubaccount', { name: 'dev' }), { code: 'subaccount-taken' });
		await succeed('addServicePlans', plans);
		assert.deepInclude(await run('addServicePlans', plans), { code: 'entitlement-exists' });
	});

	it('of what only a practice landscape simulates is recorded-by-hand in a recorded one', async () => {
		await succeed('createLandscape', {
			folder: folder().toString(),
			globalAccount: 'Acme',
			mode: 'recorded',
		});
		await succeed('registerSystem', { name: 'X', type: S4 });
		const before = await textOf();
		for (const [name, fields] of [
			['resetSystem', { system: 'X' }],
			['createExtension', { tenant: TENANT, token: 'ab'.repeat(32) }],
		] as const) {
			assert.deepInclude(await run(name, fields), { ok: false, code: 'recorded-by-hand' });
		}
		assert.equal(await textOf(), before);
	});

	it('is never an exception: nonsense as argument is refused or asked about', async () => {
		await givenPendingSystem();
		assert.deepInclude(await run('copyToken', { system: 5 }), { ok: false, code: 'request-malformed' });
		assert.include(await commands.getCommands(true), 'systemLandscape.copyToken');
	});
});
