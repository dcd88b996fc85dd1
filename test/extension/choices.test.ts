import { assert } from 'chai';
import { commands, env, window } from 'vscode';
import { givenPendingSystem, S4, SYSTEM, TENANT } from './given-landscape.ts';
import { type Answer, clear, fileUri, run, succeed, textOf, until, write } from './landscape-folder.ts';

const HEAD = 'version: 1\nglobalAccount: Acme\nmode: practice\n';

const ENTITLED = `${HEAD}systems:
  DEV: { type: ${S4}, status: registered }
tenants:
  ${TENANT}:
    type: ${S4}
    extensions:
      DEV: { status: enabled }
subaccounts:
  dev:
    entitlements:
      - { service: s4-hana-cloud, plan: messaging, system: DEV, amount: 1 }
      - { service: s4-hana-cloud, plan: api-access, system: DEV, amount: 1 }
formations:
  Side by side:
    type: Side-by-Side Extensibility with Kyma
    systems:
      - QAS
      - DEV
`;

/** Runs a command as a person does, and closes whatever it asks; nothing when it was asking. */
async function asked(name: string, fields: object = {}): Promise<Answer | undefined> {
	let isOver = false;
	const answer = commands
		.executeCommand<Answer | undefined>(`systemLandscape.${name}`, { ...fields, interactive: true })
		.then((result) => {
			isOver = true;
			return result;
		});
	while (!isOver) {
		await commands.executeCommand('workbench.action.closeQuickOpen');
	}
	return answer;
}

describe('What has only one possible answer', () => {
	beforeEach(clear);

	it('isn’t asked: the token of the only pending system is copied at once', async () => {
		const token = await givenPendingSystem();
		await env.clipboard.writeText('');
		assert.deepInclude(await asked('copyToken'), { ok: true, reissued: false });
		assert.equal(await env.clipboard.readText(), token);
		await succeed('registerSystem', {
			name: 'QAS',
			type: S4,
			scenarioGroups: ['All Communication Scenarios'],
		});
		assert.isUndefined(await asked('copyToken'), 'of two systems, one has to be chosen');
	});

	it('isn’t asked: the only tenant that waits for its first extension is opened, unless it is for another one', async () => {
		await write(`${HEAD}tenants:\n  ${TENANT}:\n    type: ${S4}\n`);
		assert.deepEqual(await asked('openTenant'), { ok: true, tenant: TENANT });
		assert.isUndefined(await asked('openTenant', { landscape: fileUri().toString() }));
		await write(ENTITLED);
		assert.isUndefined(await asked('openTenant'), 'a tenant with an extension is one of many possible');
	});

	it('isn’t asked from a system, and a tenant of another type is no answer', async () => {
		const hr = '  HR: { type: SAP SuccessFactors, status: pending }\n';
		const own = '  acme.successfactors.example: { type: SAP SuccessFactors }\n';
		const other = `  ${TENANT}: { type: ${S4} }\n`;
		await write(`${HEAD}systems:\n${hr}tenants:\n${other}`);
		assert.isUndefined(await asked('openTenant', { system: 'HR' }));
		await write(`${HEAD}systems:\n${hr}tenants:\n${other}${own}`);
		assert.deepEqual(await asked('openTenant', { system: 'HR' }), {
			ok: true,
			tenant: 'acme.successfactors.example',
		});
	});

	it('is refused at once where it is not possible: a subaccount that has every plan', async () => {
		await write(ENTITLED);
		const answer = await asked('addServicePlans');
		assert.deepInclude(answer, { ok: false, code: 'entitlement-exists' });
		assert.include(answer?.message, 'all plans');
		assert.equal(await textOf(), ENTITLED);
	});

	it('has to be said by another extension all the same', async () => {
		await write(ENTITLED);
		const plans = { service: 's4-hana-cloud', system: 'DEV', plans: ['api-access'] };
		const answer = await run('addServicePlans', plans);
		assert.deepInclude(answer, { ok: false, code: 'request-malformed' });
		assert.include(answer.message, '"subaccount"');
	});
});

describe('Open Landscape File', () => {
	beforeEach(clear);

	const places: readonly [what: string, fields: object, line: RegExp][] = [
		['a system', { system: 'DEV' }, /^ {2}DEV: /],
		['a tenant', { tenant: TENANT }, /^ {2}my300001/],
		['an extension', { tenant: TENANT, system: 'DEV' }, /^ {6}DEV: /],
		['a subaccount', { subaccount: 'dev' }, /^ {2}dev:/],
		[
			'a service plan',
			{ subaccount: 'dev', service: 's4-hana-cloud', plan: 'api-access', system: 'DEV' },
			/plan: api-access/,
		],
		['a formation', { formation: 'Side by side' }, /^ {2}Side by side:/],
		['a member of a formation', { formation: 'Side by side', system: 'DEV' }, /^ {6}- DEV/],
		['a subaccount without such a plan', { subaccount: 'dev', system: 'no such' }, /^ {2}dev:/],
	];
	for (const [what, fields, line] of places) {
		it(`leads to the lines of ${what}`, async () => {
			await write(ENTITLED);
			await succeed('openLandscape', fields);
			const editor = window.activeTextEditor;
			assert.equal(editor?.document.uri.toString(), fileUri().toString());
			assert.match(editor?.document.lineAt(editor.selection.active.line).text ?? '', line);
		});
	}
});

describe('Create Landscape for a second account', () => {
	beforeEach(clear);

	it('writes the file that is named, and refuses a name that no landscape has or that is taken', async () => {
		await givenPendingSystem();
		const fields = { globalAccount: 'Europe', mode: 'practice' };
		const created = await succeed('createLandscape', { ...fields, file: 'europe.system-landscape.yaml' });
		assert.equal(created.landscape, fileUri('europe.system-landscape.yaml').toString());
		assert.include(await textOf('europe.system-landscape.yaml'), 'globalAccount: Europe');
		for (const file of ['', 'europe.yaml', '../europe.system-landscape.yaml', 'a/system-landscape.yaml']) {
			assert.deepInclude(await run('createLandscape', { ...fields, file }), {
				ok: false,
				code: 'landscape-file-invalid',
			});
		}
		const taken = await run('createLandscape', { ...fields, file: 'europe.system-landscape.yaml' });
		assert.deepInclude(taken, { code: 'landscape-exists', landscape: created.landscape });
	});
});

describe('Add System by another extension', () => {
	beforeEach(clear);

	it('R-SYS-2, DEC-2: adds the record alone; its token comes with getToken', async () => {
		await write(HEAD);
		assert.deepEqual(await run('addSystem', { name: SYSTEM, type: S4 }), { ok: true, system: SYSTEM });
		assert.equal(await textOf(), `${HEAD}systems:\n  ${SYSTEM}:\n    type: ${S4}\n    status: pending\n`);
		await succeed('getToken', { system: SYSTEM, scenarioGroups: ['All Communication Scenarios'] });
		await until(async () => ((await textOf()).includes('fingerprint') ? true : undefined));
	});
});
