import { assert } from 'chai';
import { type CodeAction, commands, DiagnosticSeverity, languages, window, workspace } from 'vscode';
import { copiedToken, S4, TENANT } from './given-landscape.ts';
import { append, clear, fileUri, run, succeed, textOf, until, write } from './landscape-folder.ts';

const PLAN = 'service: s4-hana-cloud, plan: api-access';

/** A recorded landscape in which the cockpit has discovered a system again, with a style of its own. */
const RECORDED = `# Our account
version: 1
globalAccount: Acme
mode: recorded
systems:
  DEV: # ours
    type: ${S4}
    status: registered # since May
    url: https://my300001.s4hana.example
  0LX4: # found by the cockpit
    type: ${S4}
    status: pending
    url: https://My300001.s4hana.example/
    role: development
    discovery: auto
  QAS: { type: ${S4}, status: pending }
tenants:
  ${TENANT}: { type: ${S4}, extensions: { DEV: { status: enabled } } }
subaccounts:
  dev:
    entitlements:
      - { ${PLAN}, system: 0LX4, amount: 2, recordedAt: "2026-11-20T10:00:00Z" } # for the team
formations:
  Side by side: { type: Side-by-Side Extensibility with Kyma, systems: [0LX4] }
`;

const MERGED = RECORDED.replace(/ {2}0LX4: # found[\s\S]*? {2}QAS/, '    role: development\n  QAS')
	.replace('system: 0LX4', 'system: DEV')
	.replace('[0LX4]', '[DEV]');

/** Runs a command as a person does until it asks for confirmation, and says what it asks: in tests VS Code opens no dialog. */
async function questionOf(name: string, fields: object): Promise<string> {
	return commands.executeCommand(`systemLandscape.${name}`, { ...fields, interactive: true }).then(
		(answer) => JSON.stringify(answer),
		(error: Error) => error.message,
	);
}

describe('Merge Systems', () => {
	beforeEach(clear);

	it('R-MRG-5: makes one record of two as one undo step, and changes no other byte', async () => {
		await write(RECORDED);
		const document = await workspace.openTextDocument(fileUri());
		await window.showTextDocument(document);
		assert.deepEqual(await succeed('mergeSystems', { systems: ['DEV', '0LX4'] }), {
			ok: true,
			system: 'DEV',
		});
		assert.equal(await textOf(), MERGED);
		await commands.executeCommand('undo');
		assert.equal(document.getText(), RECORDED);
		await commands.executeCommand('redo');
		assert.equal(document.getText(), MERGED);
		await document.save();
	});

	it('R-TOK-1: the token of the system that disappears pairs nothing any more', async () => {
		await write('version: 1\nglobalAccount: Acme\nmode: practice\n');
		const groups = { scenarioGroups: ['All Communication Scenarios'] };
		await succeed('registerSystem', { name: 'DEV', type: S4, ...groups });
		await succeed('registerSystem', { name: 'AGAIN', type: S4, ...groups });
		const gone = await copiedToken('AGAIN');
		const kept = await copiedToken('DEV');
		await succeed('mergeSystems', { systems: ['DEV', 'AGAIN'] });
		assert.deepInclude(await run('createExtension', { tenant: TENANT, type: S4, token: gone }), {
			code: 'token-unknown',
		});
		assert.equal(await copiedToken('DEV'), kept);
	});

	it('R-MRG-2, R-MRG-4: refuses the other order, other systems, and anything but two names, and writes nothing', async () => {
		await write(RECORDED);
		for (const [fields, code] of [
			[{ systems: ['0LX4', 'DEV'] }, 'status-forbids'],
			[{ systems: ['DEV', 'DEV'] }, 'system-not-duplicate'],
			[{ systems: ['DEV', 'No such'] }, 'system-unknown'],
			[{ systems: ['DEV'] }, 'request-malformed'],
			[{ systems: ['DEV', '0LX4', 'QAS'] }, 'request-malformed'],
			[{ systems: 'DEV' }, 'request-malformed'],
			[{ system: '0LX4' }, 'request-malformed'],
		] as const) {
			assert.deepInclude(await run('mergeSystems', fields), { ok: false, code }, JSON.stringify(fields));
		}
		assert.equal(await textOf(), RECORDED);
	});

	it('keeps unsaved edits unsaved', async () => {
		await write(RECORDED);
		await append('# typed\n');
		await succeed('mergeSystems', { systems: ['DEV', '0LX4'] });
		const document = await workspace.openTextDocument(fileUri());
		assert.isTrue(document.isDirty);
		assert.equal(document.getText(), `${MERGED}# typed\n`);
	});

	it('asks from a row for nothing but confirmation where there is only one duplicate, and says what moves', async () => {
		await write(RECORDED);
		for (const system of ['0LX4', 'DEV']) {
			assert.include(await questionOf('mergeSystems', { system }), 'Merge "0LX4" into "DEV"?');
		}
		assert.include(await questionOf('mergeSystems', { system: 'No such' }), 'system-unknown');
		assert.equal(await textOf(), RECORDED);
	});

	it('R-MRG-3: says from a row why its duplicate can’t be merged', async () => {
		await write(RECORDED.replace('status: pending\n    url', 'status: registered\n    url'));
		const answer = await questionOf('mergeSystems', { system: '0LX4' });
		assert.include(answer, 'status-forbids');
		assert.include(answer, 'both registered');
	});

	it('R-MRG-4: is a quick fix of a URL that two systems share', async () => {
		await write(RECORDED);
		const found = await until(() =>
			languages.getDiagnostics(fileUri()).find(({ code }) => code === 'url-shared'),
		);
		assert.equal(found.severity, DiagnosticSeverity.Warning);
		const document = await workspace.openTextDocument(fileUri());
		assert.equal(document.getText(found.range), 'https://My300001.s4hana.example/');
		const [fix] = await commands.executeCommand<CodeAction[]>(
			'vscode.executeCodeActionProvider',
			fileUri(),
			found.range,
		);
		assert.deepInclude(fix?.command, { title: 'Merge Systems', command: 'systemLandscape.mergeSystems' });
		const [fields] = fix?.command?.arguments ?? [];
		assert.deepEqual(fields, {
			systems: ['DEV', '0LX4'],
			landscape: fileUri().toString(),
			interactive: true,
		});
		await succeed('mergeSystems', { ...fields, interactive: false });
		await until(() =>
			languages.getDiagnostics(fileUri()).some(({ code }) => code === 'url-shared') ? undefined : true,
		);
	});
});

describe('A system that was discovered', () => {
	beforeEach(clear);

	it('R-DIS-4: can’t be removed', async () => {
		await write(RECORDED);
		const answer = await run('removeSystem', { system: '0LX4' });
		assert.deepInclude(answer, { ok: false, code: 'status-forbids' });
		assert.include(answer.message, 'discovered automatically');
		assert.equal(await textOf(), RECORDED);
	});
});
