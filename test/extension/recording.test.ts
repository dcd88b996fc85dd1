import { assert } from 'chai';
import { env } from 'vscode';
import { S4 } from './given-landscape.ts';
import { clear, folder, run, succeed, textOf } from './landscape-folder.ts';

const SYSTEM = 'SAP S/4HANA Cloud PRD';
const HOST = 'my300001.s4hana.example';
const GROUPS = ['All Communication Scenarios'];
/** As SAP's may look: nobody documents it. */
const TOKEN = 'eyJpbnRlZ3JhdGlvbiI6InRva2VuIn0.from/the+cockpit==';

/** A recorded landscape without systems. */
async function givenRecord(): Promise<void> {
	await succeed('createLandscape', {
		folder: folder().toString(),
		globalAccount: 'Acme',
		mode: 'recorded',
		subdomain: 'acme',
		region: 'eu10',
	});
}

/** The time that a key has in the file. */
async function timeOf(key: string): Promise<string> {
	return new RegExp(`${key}: "([^"]+)"`).exec(await textOf())?.[1] ?? '';
}

describe('A recorded landscape', () => {
	beforeEach(clear);

	it('begins with what is known of the account', async () => {
		await givenRecord();
		assert.equal(
			await textOf(),
			'version: 1\nglobalAccount: Acme\nmode: recorded\nsubdomain: acme\nregion: eu10\n',
		);
	});

	it('R-REC-1: is recorded from the first system to its service plan, each status with its time', async () => {
		await givenRecord();
		assert.deepEqual(await run('registerSystem', { name: SYSTEM, type: S4 }), { ok: true, system: SYSTEM });
		assert.notInclude(await textOf(), 'token:');
		assert.match(await timeOf('recordedAt'), /^\d{4}-.*Z$/);
		const issuedAt = '2026-11-20T10:00:00Z';
		const token = await succeed('getToken', { system: SYSTEM, scenarioGroups: GROUPS, issuedAt });
		assert.equal(token.expiresAt, '2026-11-27T10:00:00Z');
		assert.deepEqual(await run('recordExtension', { tenant: HOST, system: SYSTEM, status: 'enabled' }), {
			ok: true,
			tenant: HOST,
			system: SYSTEM,
			status: 'enabled',
		});
		assert.include(await textOf(), 'status: pending');
		// The clock of whoever saw it may be a little ahead.
		const seen = new Date(Date.now() + 120_000).toISOString().replace(/\.\d+/, '');
		assert.deepEqual(await run('recordStatus', { system: SYSTEM, status: 'registered', recordedAt: seen }), {
			ok: true,
			status: 'registered',
		});
		assert.equal(await timeOf('recordedAt'), seen);
		await succeed('addSubaccount', { name: 'dev' });
		await succeed('addServicePlans', {
			subaccount: 'dev',
			service: 's4-hana-cloud',
			system: SYSTEM,
			plans: ['api-access'],
		});
		assert.match(await textOf(), /amount: 1\n {8}recordedAt: "/);
		assert.notInclude(await textOf(), 'fingerprint');
	});

	it('R-REC-2: says the way to a status that does not come next, and records it anyway', async () => {
		await givenRecord();
		await succeed('registerSystem', { name: SYSTEM, type: S4 });
		await succeed('recordStatus', { system: SYSTEM, status: 'registered' });
		const goal = { system: SYSTEM, status: 'unregistered' };
		assert.deepInclude(await run('recordStatus', goal), { ok: false, code: 'status-forbids' });
		assert.include(await textOf(), 'status: registered');
		await succeed('recordStatus', { ...goal, anyway: true });
		assert.include(await textOf(), 'status: unregistered');
	});

	it('R-REC-4: deregisters, and removes the record at once', async () => {
		await givenRecord();
		await succeed('registerSystem', { name: SYSTEM, type: S4 });
		await succeed('recordStatus', { system: SYSTEM, status: 'registered' });
		const outcome = await run('deregisterSystem', { system: SYSTEM, outcome: 'fail' });
		assert.deepInclude(outcome, { ok: false, code: 'recorded-by-hand' });
		assert.deepEqual(await run('deregisterSystem', { system: SYSTEM }), {
			ok: true,
			status: 'deregistering',
		});
		await succeed('recordStatus', { system: SYSTEM, status: 'unregistered' });
		await succeed('removeSystem', { system: SYSTEM });
		assert.notInclude(await textOf(), SYSTEM);
	});

	it('R-REC-5: stores a pasted token on this computer only, and gives it back until it is used', async () => {
		await givenRecord();
		await succeed('registerSystem', { name: SYSTEM, type: S4, scenarioGroups: GROUPS, token: ` ${TOKEN}\n` });
		const text = await textOf();
		assert.match(text, /fingerprint: sha256:[0-9a-f]{64}\n/);
		assert.notInclude(text, TOKEN);
		await succeed('copyToken', { system: SYSTEM });
		assert.equal(await env.clipboard.readText(), TOKEN);
		await succeed('recordExtension', { tenant: HOST, system: SYSTEM, status: 'enabling' });
		assert.deepInclude(await run('copyToken', { system: SYSTEM }), { ok: false, code: 'token-used' });
	});

	it('R-REC-5: refuses what is no token, another system’s token, and a token of which only the date is known', async () => {
		await givenRecord();
		await succeed('registerSystem', { name: SYSTEM, type: S4, scenarioGroups: GROUPS, token: TOKEN });
		await succeed('registerSystem', { name: 'QAS', type: S4 });
		const before = await textOf();
		for (const [token, code] of [
			['', 'token-missing'],
			['two words', 'token-malformed'],
			['https://cockpit.example/#token', 'token-malformed'],
			['qas', 'token-malformed'],
			[TOKEN, 'token-shared'],
		] as const) {
			const answer = await run('getToken', { system: 'QAS', scenarioGroups: GROUPS, token });
			assert.deepInclude(answer, { ok: false, code }, token);
			assert.notInclude(answer.message ?? '', TOKEN);
		}
		assert.equal(await textOf(), before);
		// The refused one is still that of the other system.
		await succeed('copyToken', { system: SYSTEM });
		await succeed('getToken', { system: 'QAS', issuedAt: '2026-11-22T10:00:00Z' });
		const unknown = await run('copyToken', { system: 'QAS' });
		assert.deepInclude(unknown, { ok: false, code: 'token-not-on-this-machine' });
		assert.include(unknown.message, 'Only the date');
	});

	it('refuses times that are malformed or still to come', async () => {
		await givenRecord();
		await succeed('registerSystem', { name: SYSTEM, type: S4 });
		const status = { system: SYSTEM, status: 'registered' };
		assert.deepInclude(await run('recordStatus', { ...status, recordedAt: 'yesterday' }), {
			ok: false,
			code: 'request-malformed',
		});
		assert.deepInclude(await run('recordStatus', { ...status, recordedAt: '2999-01-01T00:00:00Z' }), {
			ok: false,
			code: 'time-in-future',
		});
	});

	it('R-REC-3: lets the record of an extension and of its tenant go by the same rules', async () => {
		await givenRecord();
		await succeed('registerSystem', { name: SYSTEM, type: S4 });
		await succeed('recordExtension', { tenant: HOST, system: SYSTEM, status: 'enabled' });
		await succeed('recordStatus', { system: SYSTEM, status: 'registered' });
		assert.deepInclude(await run('removeTenant', { tenant: HOST }), {
			code: 'extension-must-be-deleted-first',
		});
		await succeed('deleteExtension', { tenant: HOST, system: SYSTEM });
		await succeed('removeTenant', { tenant: HOST });
		const text = await textOf();
		assert.include(text, 'status: registered');
		assert.include(text, `pairedTenant: ${HOST}`);
	});
});

describe('A practice landscape', () => {
	beforeEach(clear);

	it('takes no records, not-recorded', async () => {
		await succeed('createLandscape', {
			folder: folder().toString(),
			globalAccount: 'Acme',
			mode: 'practice',
		});
		await succeed('registerSystem', { name: SYSTEM, type: S4, scenarioGroups: GROUPS });
		const before = await textOf();
		for (const [name, fields] of [
			['recordStatus', { system: SYSTEM, status: 'registered' }],
			['recordExtension', { tenant: HOST, system: SYSTEM, status: 'enabled' }],
			['getToken', { system: SYSTEM, scenarioGroups: GROUPS, token: TOKEN }],
			['registerSystem', { name: 'QAS', type: S4, scenarioGroups: GROUPS, token: TOKEN }],
		] as const) {
			assert.deepInclude(await run(name, fields), { ok: false, code: 'not-recorded' }, name);
		}
		assert.equal(await textOf(), before);
	});
});
