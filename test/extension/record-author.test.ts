import { assert } from 'chai';
import { commands, extensions, type Uri } from 'vscode';
import { append, clear, fileUri, folder, run, succeed, textOf, write } from './landscape-folder.ts';

/** What the tests use of the built-in Git extension. */
interface Git {
	getAPI(version: 1): { init(root: Uri): Promise<Repository | null> };
}
interface Repository {
	setConfig(key: string, value: string): Promise<string>;
	add(paths: string[]): Promise<void>;
	commit(message: string): Promise<void>;
	getCommit(ref: string): Promise<{ readonly hash: string }>;
}

const BEGIN = `# Who recorded what
version: 1
globalAccount: Acme
mode: recorded
systems:
  DEV:
    type: SAP Marketing Cloud
    status: pending
    recordedAt: "2026-11-20T10:00:00Z"
  PRD: { type: SAP Marketing Cloud, status: registered }
`;
const REGISTERED = BEGIN.replace('status: pending', 'status: registered');
const SEEN_AGAIN = REGISTERED.replace('2026-11-20', '2026-11-23');

/** A repository in which the texts were committed, each by somebody else; nothing in a browser's VS Code, which has no Git. */
async function committed(...texts: readonly (readonly [author: string, subject: string, text: string])[]) {
	const git = await extensions.getExtension<Git>('vscode.git')?.activate();
	const repository = await git?.getAPI(1).init(folder());
	if (!repository) {
		return undefined;
	}
	await repository.setConfig('user.email', 'test@example.com');
	for (const [author, subject, text] of texts) {
		await repository.setConfig('user.name', author);
		await write(text);
		await repository.add([fileUri().fsPath]);
		await repository.commit(subject);
	}
	return repository;
}

describe('Show Who Recorded This', () => {
	beforeEach(clear);

	it('tells who committed the status of a system, when, and with which commit', async function () {
		const repository = await committed(
			['Platform Team', 'Our systems', BEGIN],
			['Tenant Team (deadbeef) 1', 'DEV is registered\n\nAs the cockpit says.', REGISTERED],
		);
		if (!repository) {
			this.skip();
		}
		const { hash } = await repository.getCommit('HEAD');
		const answer = await succeed('showRecordAuthor', { system: 'DEV' });
		assert.deepInclude(answer, {
			author: 'Tenant Team (deadbeef) 1',
			subject: 'DEV is registered',
			commit: hash,
		});
		assert.match(String(answer.date), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
		assert.deepInclude(await succeed('showRecordAuthor', { system: 'PRD' }), {
			author: 'Platform Team',
			subject: 'Our systems',
		});
		assert.include(await commands.getCommands(), 'git.viewCommit');
		await commands.executeCommand('git.viewCommit', fileUri(), hash);
	});

	it('tells who saw the status last, also where it is the same', async function () {
		if (!(await committed(['Platform Team', 'One', REGISTERED], ['Tenant Team', 'Two', SEEN_AGAIN]))) {
			this.skip();
		}
		assert.deepInclude(await succeed('showRecordAuthor', { system: 'DEV' }), { author: 'Tenant Team' });
	});

	it('keeps to lines that moved, and to CRLF', async function () {
		const text = BEGIN.replaceAll('\n', '\r\n');
		const moved = text.replace('version: 1', '# a new line\r\nversion: 1');
		if (!(await committed(['Platform Team', 'One', text], ['Tenant Team', 'Two', moved]))) {
			this.skip();
		}
		assert.deepInclude(await succeed('showRecordAuthor', { system: 'DEV' }), { author: 'Platform Team' });
	});

	it('refuses what isn’t committed, saved or not, with record-not-committed', async function () {
		if (!(await committed(['Platform Team', 'One', BEGIN]))) {
			this.skip();
		}
		await write(REGISTERED);
		assert.deepInclude(await run('showRecordAuthor', { system: 'DEV' }), { code: 'record-not-committed' });
		assert.deepInclude(await succeed('showRecordAuthor', { system: 'PRD' }), { author: 'Platform Team' });
		await append('  NEW: { type: SAP Marketing Cloud, status: pending }\n');
		assert.deepInclude(await run('showRecordAuthor', { system: 'NEW' }), { code: 'record-not-committed' });
		assert.equal(await textOf(), REGISTERED);
	});

	it('refuses a file that Git doesn’t have, and VS Code without Git, with history-unavailable', async () => {
		const repository = await committed();
		await write(BEGIN);
		const answer = await run('showRecordAuthor', { system: 'DEV' });
		assert.deepInclude(answer, { ok: false, code: 'history-unavailable' });
		assert.include(answer.message, repository ? 'Commit the file first' : 'Git repository');
	});

	it('refuses a file that is in no repository, with history-unavailable, and systems that aren’t there', async () => {
		await write(BEGIN);
		assert.deepInclude(await run('showRecordAuthor', { system: 'DEV' }), { code: 'history-unavailable' });
		assert.deepInclude(await run('showRecordAuthor', { system: 'No such' }), { code: 'system-unknown' });
	});
});
