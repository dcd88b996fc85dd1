import { assert } from 'chai';
import { env, workspace } from 'vscode';
import { givenHandWritten, givenPendingSystem, HAND_WRITTEN, SYSTEM, TENANT } from './given-landscape.ts';
import { append, clear, fileUri, run, succeed, textOf, write } from './landscape-folder.ts';

const PAIRED = `version: 1
globalAccount: Acme
mode: practice
systems:
  DEV: { type: SAP S/4HANA Cloud, status: registered } # ours
tenants:
  ${TENANT}:
    type: SAP S/4HANA Cloud
    extensions:
      DEV: { status: enabled, description: DEV }
  empty.example: # nobody knows why
    type: SAP Marketing Cloud
subaccounts:
  dev:
    entitlements:
      - { service: s4-hana-cloud, plan: api-access, system: DEV, amount: 1 }
formations:
  Side by side: { type: Side-by-Side Extensibility with Kyma, systems: [DEV] }
`;

describe('Rename System', () => {
	beforeEach(clear);

	it('renames a system wherever the file names it, as one undo step, and changes no other byte', async () => {
		await write(PAIRED);
		const answer = await run('renameSystem', { system: 'DEV', name: 'PRD 1' });
		assert.deepEqual(answer, { ok: true, system: 'PRD 1' });
		assert.equal(await textOf(), PAIRED.replaceAll(/\bDEV\b/g, 'PRD 1'));
	});

	it('R-NAME-1, R-NAME-2, R-NAME-3: refuses what can’t be the name of a new system, and systems that are not there', async () => {
		await givenHandWritten();
		for (const [fields, code] of [
			[{ system: 'QAS', name: 'Old' }, 'name-taken'],
			[{ system: 'QAS', name: '' }, 'name-empty'],
			[{ system: 'QAS', name: 'Zürich' }, 'name-not-printable-ascii'],
			[{ system: 'No such', name: 'DEV' }, 'system-unknown'],
		] as const) {
			assert.deepInclude(await run('renameSystem', fields), { ok: false, code });
		}
		assert.deepEqual(await run('renameSystem', { system: 'QAS', name: 'QAS' }), { ok: true, system: 'QAS' });
		assert.equal(await textOf(), HAND_WRITTEN);
	});

	it('keeps the token that can be copied', async () => {
		const token = await givenPendingSystem();
		await succeed('renameSystem', { system: SYSTEM, name: 'PRD' });
		await env.clipboard.writeText('');
		await succeed('copyToken', { system: 'PRD' });
		assert.equal(await env.clipboard.readText(), token);
	});

	it('writes nothing to a file that can’t be read, and keeps unsaved edits unsaved', async () => {
		await write(`${PAIRED}tenants: [\n`);
		assert.deepInclude(await run('renameSystem', { system: 'DEV', name: 'PRD' }), {
			code: 'landscape-unreadable',
		});
		await write(PAIRED);
		await append('# typed\n');
		await succeed('renameSystem', { system: 'DEV', name: 'PRD' });
		assert.equal(await textOf(), PAIRED);
		const document = await workspace.openTextDocument(fileUri());
		assert.equal(document.getText(), `${PAIRED.replaceAll(/\bDEV\b/g, 'PRD')}# typed\n`);
	});
});

describe('Copy Name', () => {
	beforeEach(clear);

	it('puts the name of a system, tenant, subaccount or formation on the clipboard', async () => {
		await write(PAIRED);
		for (const [fields, name] of [
			[{ system: 'DEV' }, 'DEV'],
			[{ tenant: TENANT }, TENANT],
			[{ subaccount: 'dev' }, 'dev'],
			[{ formation: 'Side by side' }, 'Side by side'],
			[{ formation: 'Side by side', system: 'DEV' }, 'DEV'],
		] as const) {
			assert.deepEqual(await run('copyName', fields), { ok: true });
			assert.equal(await env.clipboard.readText(), name);
		}
		assert.equal(await textOf(), PAIRED);
	});
});

describe('Remove Tenant', () => {
	beforeEach(clear);

	it('takes a tenant without extensions out of the file, and no other line', async () => {
		await write(PAIRED);
		assert.deepEqual(await run('removeTenant', { tenant: 'empty.example' }), { ok: true });
		assert.equal(
			await textOf(),
			PAIRED.replace('  empty.example: # nobody knows why\n    type: SAP Marketing Cloud\n', ''),
		);
	});

	it('is refused while the tenant has extensions', async () => {
		await write(PAIRED);
		const answer = await run('removeTenant', { tenant: TENANT });
		assert.deepInclude(answer, { ok: false, code: 'extension-must-be-deleted-first' });
		assert.include(answer.message, '"DEV"');
		assert.deepInclude(await run('removeTenant', { tenant: 'no.such' }), { code: 'tenant-unknown' });
		assert.equal(await textOf(), PAIRED);
	});
});
