import { assert } from 'chai';
import { copiedToken, givenPendingSystem, SYSTEM, TENANT } from './given-landscape.ts';
import { clear, configure, run, succeed, textOf, untilText, write } from './landscape-folder.ts';

const ALL = ['All Communication Scenarios'];

describe('Pairing in practice', () => {
	beforeEach(clear);

	it('R-SYS-7, R-SYS-8, R-TOK-11: fails when asked to, and can be repeated after the failed extension was deleted', async () => {
		const token = await givenPendingSystem();
		await succeed('createExtension', { tenant: TENANT, token, outcome: 'fail' });
		const failed = await untilText(/status: failed/);
		assert.match(failed, /status: error\n/);
		assert.deepInclude(await run('getToken', { system: SYSTEM, scenarioGroups: ALL }), {
			code: 'extension-must-be-deleted-first',
		});
		await succeed('deleteExtension', { tenant: TENANT, system: SYSTEM });
		await succeed('getToken', { system: SYSTEM, scenarioGroups: ALL });
		await succeed('createExtension', { tenant: TENANT, token: await copiedToken() });
		const text = await untilText(/status: enabled/);
		assert.match(text, /status: registered/);
		assert.equal(text.split(`  ${SYSTEM}:`).length - 1, 2, 'one record in systems, one in the tenant');
	});

	it('is finished by the next start when the window was closed while it was enabling', async () => {
		const token = await givenPendingSystem();
		await configure('practice.processingTime', 30);
		await succeed('createExtension', { tenant: TENANT, token });
		// As another window that knows nothing of the request finds the file, an hour later.
		const other = (await textOf())
			.replaceAll(TENANT, 'other.s4hana.example')
			.replace(/changedAt: .*/, 'changedAt: "2026-01-01T00:00:00Z"');
		await write(other);
		const text = await untilText(/status: enabled/);
		assert.match(text, /status: registered/);
	});

	it('does not touch an extension whose file can not be understood', async () => {
		await givenPendingSystem();
		await write(
			`${await textOf()}tenants:\n  ${TENANT}:\n    type: SAP S/4HANA Cloud\n    extensions:\n      ${SYSTEM}: { status: enabling, changedAt: "2026-01-01T00:00:00Z" }\nbroken: [\n`,
		);
		const before = await textOf();
		await succeed('refresh', {});
		assert.deepInclude(await run('addSubaccount', { name: 'x' }), { code: 'landscape-unreadable' });
		assert.equal(await textOf(), before);
	});
});
