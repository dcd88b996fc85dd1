import { assert } from 'chai';
import { env, Uri, workspace } from 'vscode';
import { givenPendingSystem, S4, SYSTEM } from './given-landscape.ts';
import { clear, configure, fileUri, run, succeed, textOf, write } from './landscape-folder.ts';

const RECORDED = `version: 1
globalAccount: Acme
mode: recorded
systems:
  DEV:
    type: ${S4}
    status: pending
    url: https://my300001.s4hana.example
    role: test
    token:
      issuedAt: "2026-11-20T10:00:00Z"
      expiresAt: "2099-11-27T10:00:00Z"
      scenarioGroups:
        - Integration with SAP Start
      fingerprint: sha256:${'ab'.repeat(32)}
  Joule:
    type: Joule
    status: registered
`;
const UNREADABLE = 'version: 1\nglobalAccount: Acme\nsystems: [\n';
const FINGERPRINT = /sha256|(?:ab){8}/;

describe('Copy Hand-Over Note', () => {
	beforeEach(clear);

	it('puts what the tenant administrator needs on the clipboard, but not the token', async () => {
		const token = await givenPendingSystem();
		assert.deepEqual(await run('copyHandOverNote', { system: SYSTEM }), { ok: true });
		const note = await env.clipboard.readText();
		assert.include(note, `# Hand-over note: pair ${SYSTEM} with the global account Acme\n`);
		assert.include(note, `Description to enter in the tenant: \`${SYSTEM}\``);
		assert.match(note, /Token valid until: .+ \(7 days left\)/);
		assert.notInclude(note, token);
		assert.notMatch(note, /sha256|[0-9a-f]{32}/);
	});

	it('does so for a recorded landscape, and changes nothing in the file', async () => {
		await write(RECORDED);
		assert.deepEqual(await run('copyHandOverNote', { system: 'DEV' }), { ok: true });
		const note = await env.clipboard.readText();
		assert.include(note, 'Integration with SAP Start: `SAP_COM_0647`');
		assert.match(note, /Token valid until: .*2099.* (?:UTC|GMT|[A-Z]{2,5})\S* \(/);
		assert.notMatch(note, FINGERPRINT);
		assert.equal(await textOf(), RECORDED);
	});

	it('is refused for systems that are not there or have no token, and for a file that is not understood', async () => {
		await write(RECORDED);
		await env.clipboard.writeText('mine');
		assert.deepInclude(await run('copyHandOverNote', { system: 'No such' }), { code: 'system-unknown' });
		assert.deepInclude(await run('copyHandOverNote', { system: 'Joule' }), { code: 'token-not-applicable' });
		await write(UNREADABLE);
		assert.deepInclude(await run('copyHandOverNote', { system: 'DEV' }), { code: 'landscape-unreadable' });
		assert.equal(await env.clipboard.readText(), 'mine');
	});
});

describe('Export Report', () => {
	beforeEach(clear);

	it('writes the whole landscape as Markdown, in UTF-8, without any fingerprint', async () => {
		await write(RECORDED.replace('Acme', 'Acme Zürich'));
		const uri = fileUri('report.md').toString();
		assert.deepEqual(await run('exportReport', { format: 'markdown', uri }), { ok: true, uri });
		const report = await textOf('report.md');
		assert.include(report, '# System landscape of Acme Zürich\n');
		assert.include(report, '\n| Joule | Joule | Registered |');
		assert.include(report, '`https://my300001.s4hana.example`');
		assert.include(report, '```mermaid\nflowchart LR\n');
		assert.notMatch(report, FINGERPRINT);
	});

	it('writes the systems as CSV, with a byte-order mark, also in the place of an earlier one', async () => {
		await write(RECORDED);
		await write('an earlier and much longer report'.repeat(100), 'report.csv');
		const uri = fileUri('report.csv').toString();
		assert.deepEqual(await run('exportReport', { format: 'csv', uri }), { ok: true, uri });
		assert.equal(
			await textOf('report.csv'),
			'\uFEFFName,Type,Status,URL,Role,Owner,Note\r\n' +
				`DEV,${S4},pending,https://my300001.s4hana.example,test,,\r\n` +
				'Joule,Joule,registered,,,,',
		);
	});

	it('follows the terminology', async () => {
		await write(
			'version: 1\nglobalAccount: Acme\nmode: practice\nsystems:\n  A: { type: Joule, status: error }\n',
		);
		const uri = fileUri('report.md').toString();
		try {
			await configure('terminology', 'current');
			await succeed('exportReport', { format: 'markdown', uri });
			assert.include(await textOf('report.md'), '| Error while Registering |');
		} finally {
			await configure('terminology', undefined);
		}
	});

	it('never takes the place of a landscape file, report-file-invalid', async () => {
		await write(RECORDED);
		for (const name of ['system-landscape.yaml', 'other.system-landscape.yml', 'System-Landscape.YAML']) {
			const answer = await run('exportReport', { format: 'csv', uri: fileUri(name).toString() });
			assert.deepInclude(answer, { ok: false, code: 'report-file-invalid' }, name);
		}
		assert.equal(await textOf(), RECORDED);
		const names = (await workspace.fs.readDirectory(fileUri('.'))).map(([name]) => name);
		assert.notIncludeMembers(names, ['other.system-landscape.yml']);
	});

	it('is refused where the file can’t be written, report-not-saved', async () => {
		await write(RECORDED);
		await write('a file', 'folder');
		for (const uri of [fileUri('folder/report.md'), fileUri('.'), Uri.parse('no-such-scheme:/report.md')]) {
			const answer = await run('exportReport', { format: 'markdown', uri: uri.toString() });
			assert.deepInclude(answer, { ok: false, code: 'report-not-saved' }, uri.toString());
		}
		assert.equal(await textOf('folder'), 'a file');
	});

	it('is refused for other formats and what is no URI, request-malformed, and for a file that is not understood', async () => {
		await write(RECORDED);
		const uri = fileUri('report.md').toString();
		for (const [fields, named] of [
			[{ format: 'pdf', uri }, '"format"'],
			[{ format: 'csv', uri: 'report.csv' }, '"uri"'],
			[{ format: 'csv', uri: '' }, '"uri"'],
			[{ format: 'csv' }, '"uri"'],
			[{ uri }, '"format"'],
		] as const) {
			const answer = await run('exportReport', fields);
			assert.deepInclude(answer, { ok: false, code: 'request-malformed' });
			assert.include(answer.message, named);
		}
		await write(UNREADABLE);
		assert.deepInclude(await run('exportReport', { format: 'csv', uri }), { code: 'landscape-unreadable' });
	});
});
