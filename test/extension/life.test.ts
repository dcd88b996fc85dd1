import { assert } from 'chai';
import { workspace } from 'vscode';
import { copiedToken, givenPendingSystem, S4, SYSTEM, TENANT } from './given-landscape.ts';
import { clear, configure, run, succeed, textOf, until, untilText, write } from './landscape-folder.ts';

const ALL = ['All Communication Scenarios'];
const PLAN = { subaccount: 'dev', service: 's4-hana-cloud', system: SYSTEM };

/** A landscape whose system is registered and entitled. */
async function givenEntitledSystem(): Promise<void> {
	const token = await givenPendingSystem();
	await succeed('createExtension', { tenant: TENANT, token });
	await untilText(/status: registered/);
	await succeed('addSubaccount', { name: 'dev' });
	await succeed('addServicePlans', { ...PLAN, plans: ['api-access', 'messaging'] });
}

describe("The rest of a system's life", () => {
	beforeEach(clear);

	it('R-SYS-9, R-ENT-10: deregistering is refused with every blocker named, and works once they are gone', async () => {
		await givenEntitledSystem();
		const before = await textOf();
		const refused = await run('deregisterSystem', { system: SYSTEM });
		assert.deepInclude(refused, { ok: false, code: 'system-in-use' });
		assert.include(refused.message, 'api-access in subaccount "dev"');
		assert.include(refused.message, 'messaging in subaccount "dev"');
		assert.deepInclude(await run('removeSubaccount', { name: 'dev' }), { code: 'subaccount-in-use' });
		assert.deepInclude(await run('removeSystem', { system: SYSTEM }), { code: 'system-in-use' });
		assert.equal(await textOf(), before);
		await succeed('removeServicePlan', { ...PLAN, plan: 'api-access' });
		await succeed('removeServicePlan', { ...PLAN, plan: 'messaging' });
		assert.deepInclude(await run('removeServicePlan', { ...PLAN, plan: 'messaging' }), {
			code: 'entitlement-unknown',
		});
		assert.deepEqual(await run('deregisterSystem', { system: SYSTEM }), {
			ok: true,
			status: 'deregistering',
		});
		const text = await untilText(/status: unregistered/);
		assert.match(text, /status: disabled/);
		await succeed('removeSubaccount', { name: 'dev' });
		assert.notInclude(await textOf(), 'dev');
	});

	it('R-SYS-10, DEC-4: a deregistered system can be registered again, by the same tenant only', async () => {
		const first = await givenPendingSystem();
		await succeed('createExtension', { tenant: TENANT, token: first });
		await untilText(/status: registered/);
		await succeed('deregisterSystem', { system: SYSTEM, outcome: 'succeed' });
		await untilText(/status: unregistered/);
		await succeed('getToken', { system: SYSTEM, scenarioGroups: ALL });
		const token = await copiedToken();
		assert.deepInclude(await run('createExtension', { tenant: 'other.example', type: S4, token }), {
			code: 'tenant-not-the-same',
		});
		await succeed('createExtension', { tenant: TENANT, token });
		await untilText(/status: registered/);
	});

	it('R-SYS-11: a failed deregistration names the component for the incident, and can be reset in practice', async () => {
		const token = await givenPendingSystem();
		await succeed('createExtension', { tenant: TENANT, token });
		await untilText(/status: registered/);
		await succeed('deregisterSystem', { system: SYSTEM, outcome: 'fail' });
		await untilText(/status: deregister-error/);
		const refused = await run('deregisterSystem', { system: SYSTEM });
		assert.deepInclude(refused, { ok: false, code: 'status-forbids' });
		assert.include(refused.message, 'BC-NEO-EXT-S4C');
		assert.deepEqual(await run('resetSystem', { system: SYSTEM }), { ok: true, status: 'unregistered' });
		assert.deepInclude(await run('resetSystem', { system: SYSTEM }), { code: 'status-forbids' });
	});

	it('R-SYS-12, DEC-5: a pending system is removed instead of deregistered, with its token', async () => {
		const token = await givenPendingSystem();
		assert.deepInclude(await run('deregisterSystem', { system: SYSTEM }), { code: 'status-forbids' });
		await succeed('removeSystem', { system: SYSTEM });
		assert.notInclude(await textOf(), 'token:');
		await until(async () => ((await textOf()).includes(SYSTEM) ? undefined : true));
		assert.deepInclude(await run('createExtension', { tenant: TENANT, type: S4, token }), {
			code: 'token-unknown',
		});
	});

	it('R-SYS-17, R-SYS-18: a removal that fails leaves an error, and removing again leads out of it', async () => {
		await givenPendingSystem();
		await succeed('removeSystem', { system: SYSTEM, outcome: 'fail' });
		await untilText(/status: remove-error/);
		await succeed('removeSystem', { system: SYSTEM });
		await until(async () => ((await textOf()).includes(SYSTEM) ? undefined : true));
	});

	it('DEC-36, R-TYPE-4: an entitled system whose extension is deleted is not registered, and remembers its tenant', async () => {
		await givenEntitledSystem();
		await succeed('deleteExtension', { tenant: TENANT, system: SYSTEM });
		const text = await textOf();
		assert.match(text, new RegExp(`status: unregistered\\n    pairedTenant: ${TENANT}\\n    token:`));
		assert.include(text, 'plan: api-access');
		await succeed('getToken', { system: SYSTEM, scenarioGroups: ALL });
		const token = await copiedToken();
		assert.deepInclude(await run('createExtension', { tenant: 'other.example', type: S4, token }), {
			code: 'tenant-not-the-same',
		});
		await succeed('createExtension', { tenant: TENANT, token });
		assert.notInclude(await untilText(/status: registered/), 'pairedTenant');
	});

	it('R-SYS-18, R-TOK-5: what a person wrote down does not stick, but a pairing that contradicts its token is left alone', async () => {
		await configure('practice.processingTime', 0);
		const head = 'version: 1\nglobalAccount: Acme\nmode: practice\nsystems:\n';
		const pending = `  WAITING: { type: ${S4}, status: pending }\n`;
		const enabling = `tenants:\n  ${TENANT}:\n    type: ${S4}\n    extensions:\n      WAITING: { status: enabling }\n`;
		await write(`${head}${pending}  GOING: { type: ${S4}, status: removing }\n${enabling}`);
		const text = await until(async () => {
			const now = await textOf();
			return now.includes('GOING') ? undefined : now;
		});
		assert.equal(text, `${head}${pending}${enabling}`);
		await succeed('deleteExtension', { tenant: TENANT, system: 'WAITING' });
	});

	it('R-NAME-3, DEC-35: an extension that is left in a tenant keeps the name taken until it is deleted', async () => {
		const token = await givenPendingSystem();
		await succeed('createExtension', { tenant: TENANT, token, outcome: 'fail' });
		await untilText(/status: error/);
		await succeed('removeSystem', { system: SYSTEM });
		await until(async () => (/status: removing/.test(await textOf()) ? undefined : true));
		const again = { name: SYSTEM, type: S4, scenarioGroups: ALL };
		assert.deepInclude(await run('registerSystem', again), { code: 'name-taken' });
		await succeed('deleteExtension', { tenant: TENANT, system: SYSTEM });
		await succeed('registerSystem', again);
	});

	it('R-TOK-4: the token of a Customer Experience type lives for ten minutes, and is not reissued', async () => {
		await givenPendingSystem();
		await succeed('registerSystem', { name: 'SHOP', type: 'SAP Commerce Cloud' });
		const text = await textOf();
		const shop = text.slice(text.indexOf('SHOP:'));
		const [issued = 0, expires = 0] = [/issuedAt: "(.*)"/, /expiresAt: "(.*)"/].map((pattern) =>
			Date.parse(pattern.exec(shop)?.[1] ?? ''),
		);
		assert.equal(expires - issued, 10 * 60 * 1000);
		await write(text.slice(0, text.indexOf('SHOP:')) + shop.replace(/"\d{4}/g, '"2020'));
		assert.deepInclude(await run('copyToken', { system: 'SHOP' }), { code: 'token-expired' });
	});

	it('what a window finds under way of several systems is finished by one save, also when the clock has jumped back since it began', async () => {
		await givenPendingSystem();
		const used = (await textOf()).replace(/( *)fingerprint.*\n/, '$&$1usedAt: "2090-01-01T00:00:00Z"\n');
		const extension = (system: string, begun: string) =>
			`      ${system}:\n        status: enabling\n        changedAt: "${begun}"\n`;
		const saved: string[] = [];
		const listener = workspace.onDidSaveTextDocument((document) => saved.push(document.getText()));
		await write(
			`${used}  QAS:\n    type: ${S4}\n    status: pending\n    token: { expiresAt: "2090-01-01T00:00:00Z", usedAt: "2020-01-01T00:00:00Z" }\n  OLD:\n    type: ${S4}\n    status: deregistering\n  OLDER: { type: ${S4}, status: deregistering }\ntenants:\n  ${TENANT}:\n    type: ${S4}\n    extensions:\n${extension(SYSTEM, '2090-01-01T00:00:00Z')}${extension('QAS', '2020-01-01T00:00:00Z')}`,
		);
		const text = await until(async () => {
			const now = await textOf();
			return /status: (enabling|deregistering)/.test(now) ? undefined : now;
		});
		listener.dispose();
		assert.lengthOf(text.match(/status: enabled/g) ?? [], 2);
		assert.lengthOf(text.match(/status: registered/g) ?? [], 2);
		assert.lengthOf(text.match(/status: unregistered/g) ?? [], 2);
		assert.lengthOf(text.match(/changedAt/g) ?? [], 2);
		assert.deepEqual(saved, [text]);
	});

	it('what is under way and can not be written keeps nothing else from being finished', async () => {
		await configure('practice.processingTime', 0);
		const token = '{ expiresAt: "2090-01-01T00:00:00Z", usedAt: "2020-01-01T00:00:00Z" }';
		const shared = `  A: &shared { type: ${S4}, status: pending, token: ${token} }\n  B: *shared\n`;
		const enabling = `tenants:\n  ${TENANT}:\n    type: ${S4}\n    extensions:\n      A: { status: enabling }\n`;
		const head = 'version: 1\nglobalAccount: Acme\nmode: practice\nsystems:\n';
		await write(`${head}  OLD: { type: ${S4}, status: deregistering }\n${shared}${enabling}`);
		const text = await untilText(/OLD: .* unregistered/);
		assert.equal(text, `${head}  OLD: { type: ${S4}, status: unregistered }\n${shared}${enabling}`);
	});
});
