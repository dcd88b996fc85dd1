import { assert } from 'chai';
import { commands, type Disposable, languages, type TextDocument, window, workspace } from 'vscode';
import { FailingDisk, type Failure } from './failing-disk.ts';
import { HAND_WRITTEN } from './given-landscape.ts';
import { type Answer, configure, run } from './landscape-folder.ts';

const ADDED = 'subaccounts:\n  dev:\n';

describe('A landscape file on a disk that fails', () => {
	let disk: FailingDisk;
	let registration: Disposable;

	const addSubaccount = (name = 'dev'): Promise<Answer> =>
		run('addSubaccount', { landscape: disk.file.toString(), name });
	const documentOf = (): TextDocument | undefined =>
		workspace.textDocuments.find(({ uri }) => uri.toString() === disk.file.toString());

	beforeEach(async () => {
		disk = new FailingDisk();
		// Starts the extension, which nothing in the workspace has done yet.
		await run('refresh', {});
		registration = workspace.registerFileSystemProvider(FailingDisk.scheme, disk);
		await changeFolders(() => workspace.updateWorkspaceFolders(1, 0, { uri: disk.folder }));
		const known = untilKnown(disk);
		disk.put(`${HAND_WRITTEN}x-unknown: 1\n`);
		await known;
	});

	afterEach(async () => {
		disk.failure = 'nothing';
		if (documentOf()) {
			await window.showTextDocument(disk.file);
			await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		}
		if (workspace.getWorkspaceFolder(disk.folder)) {
			await changeFolders(() => workspace.updateWorkspaceFolders(1, 1));
		}
		registration.dispose();
	});

	it('that does not fail is written to', async () => {
		assert.deepInclude(await addSubaccount(), { ok: true });
		assert.include(disk.text, ADDED);
	});

	const failures: readonly Failure[] = [
		'write is not permitted',
		'disk goes away',
		'disk is full after half',
		'unknown error',
	];
	for (const failure of failures) {
		it(`(${failure}) refuses with landscape-not-saved, and what was asked for is in the editor`, async () => {
			const before = disk.text;
			disk.failure = failure;
			const answer = await addSubaccount();
			assert.deepInclude(answer, { ok: false, code: 'landscape-not-saved' });
			assert.match(
				String(answer.message),
				/system-landscape\.yaml couldn't be saved.*save it there, or undo it/,
			);
			const document = documentOf();
			assert.isTrue(document?.isDirty);
			assert.include(document?.getText(), ADDED);
			if (failure === 'disk is full after half') {
				// What the disk has now is not what the editor began with: VS Code asks the person which of both to keep.
				return;
			}
			assert.equal(disk.text, before);
			disk.failure = 'nothing';
			assert.isTrue(await document?.save());
			assert.include(disk.text, ADDED);
			assert.include(disk.text, '# the end');
		});
	}

	it('R-SYS-11: the result that a person chose counts although what it is the result of could not be saved', async () => {
		await configure('practice.processingTime', 0);
		const known = untilKnown(disk, 'x-other');
		disk.put(
			'version: 1\nglobalAccount: Acme\nmode: practice\nsystems:\n  DEV:\n    type: SAP S/4HANA Cloud\n    status: registered\nx-other: 1\n',
		);
		await known;
		disk.failure = 'unknown error';
		const fields = { landscape: disk.file.toString(), system: 'DEV', outcome: 'fail' };
		assert.deepInclude(await run('deregisterSystem', fields), { code: 'landscape-not-saved' });
		disk.failure = 'nothing';
		await until(() => documentOf()?.getText().includes('status: deregister-error') === true);
	});

	it('(read-only) refuses with landscape-not-saved, and changes neither the disk nor the editor', async () => {
		const before = disk.text;
		disk.failure = 'read-only';
		const answer = await addSubaccount();
		assert.deepInclude(answer, { ok: false, code: 'landscape-not-saved' });
		assert.match(String(answer.message), /system-landscape\.yaml is read-only.*make it writable/);
		assert.equal(disk.text, before);
		assert.notInclude(documentOf()?.getText() ?? '', ADDED);
	});

	it('(read is not permitted) refuses with landscape-unreadable, and is shown in Problems', async () => {
		const text = disk.text;
		disk.failure = 'read is not permitted';
		await run('refresh', {});
		const answer = await addSubaccount();
		assert.deepInclude(answer, { ok: false, code: 'landscape-unreadable' });
		assert.match(String(answer.message), /system-landscape\.yaml can't be read .*permissions/);
		assert.include(problemCodes(disk), 'landscape-unreadable');
		// VS Code shows an editor that says why there is nothing to see.
		assert.deepInclude(await run('openLandscape', { landscape: disk.file.toString() }), { ok: true });
		assert.equal(disk.writes, 0);
		assert.equal(disk.text, text);
	});

	it('that VS Code has not reloaded is landscape-changed, and *Reload* fixes it', async () => {
		await window.showTextDocument(disk.file);
		const changed = String(disk.text).replace('# the end', '# new end');
		disk.putUnseen(changed);
		const fields = { landscape: disk.file.toString(), name: 'dev', interactive: true };
		assert.deepInclude(await run('addSubaccount', fields), { ok: false, code: 'landscape-changed' });
		assert.equal(disk.text, changed);
		const reloaded = new Promise<void>((resolve) => {
			const listener = workspace.onDidChangeTextDocument(({ document }) => {
				if (document === documentOf() && document.getText() === changed) {
					listener.dispose();
					resolve();
				}
			});
		});
		await commands.executeCommand('notification.acceptPrimaryAction');
		await reloaded;
		assert.deepInclude(await addSubaccount(), { ok: true });
		assert.include(disk.text, '# new end');
		assert.include(disk.text, ADDED);
	});

	it('that can be opened and not read any more is landscape-unreadable, and says what to check', async () => {
		await window.showTextDocument(disk.file);
		disk.failure = 'read is not permitted';
		const answer = await addSubaccount();
		assert.deepInclude(answer, { ok: false, code: 'landscape-unreadable' });
		assert.match(String(answer.message), /system-landscape\.yaml can't be opened .*permissions/);
		assert.equal(disk.writes, 0);
	});

	it('whose folder is removed while an operation writes and another one waits answers both', async () => {
		let open = () => {};
		disk.gate = new Promise((resolve) => {
			open = resolve;
		});
		const answers = [addSubaccount('one'), addSubaccount('two')];
		await until(() => disk.writes > 0);
		await changeFolders(() => workspace.updateWorkspaceFolders(1, 1));
		open();
		for (const answer of await Promise.all(answers)) {
			assert.isTrue(answer.ok || typeof answer.message === 'string');
		}
		assert.match(String(disk.text), /subaccounts:\n {2}one:\n/);
		assert.include(disk.text, '# the end');
	});

	it('that is deleted while its document has unsaved edits is landscape-missing, and keeps the edits', async () => {
		disk.failure = 'write is not permitted';
		await addSubaccount();
		disk.failure = 'nothing';
		disk.put(undefined);
		const answer = await addSubaccount('other');
		assert.deepInclude(answer, { ok: false, code: 'landscape-missing' });
		assert.include(documentOf()?.getText(), ADDED);
		assert.isUndefined(disk.text);
	});
});

function problemCodes(disk: FailingDisk): unknown[] {
	return languages.getDiagnostics(disk.file).map(({ code }) => code);
}

/** The file has a finding of its own, about an unknown key, so that Problems tells when the extension knows it. */
function untilKnown(disk: FailingDisk, key = 'x-unknown'): Promise<void> {
	return new Promise((resolve) => {
		const listener = languages.onDidChangeDiagnostics(() => {
			if (languages.getDiagnostics(disk.file).some(({ message }) => message.includes(key))) {
				listener.dispose();
				resolve();
			}
		});
	});
}

function changeFolders(change: () => boolean): Promise<void> {
	return new Promise((resolve, reject) => {
		const listener = workspace.onDidChangeWorkspaceFolders(() => {
			listener.dispose();
			resolve();
		});
		if (!change()) {
			reject(new Error('VS Code did not change the folders.'));
		}
	});
}

async function until(check: () => boolean): Promise<void> {
	while (!check()) {
		await new Promise((resolve) => setImmediate(resolve));
	}
}
