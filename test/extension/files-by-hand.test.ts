import { assert } from 'chai';
import { commands, window, workspace } from 'vscode';
import { givenHandWritten, givenPendingSystem, HAND_WRITTEN, S4, TENANT } from './given-landscape.ts';
import { append, clear, fileUri, run, succeed, textOf, until, write } from './landscape-folder.ts';

/** The lines of `after` that `before` does not have, when all of `before` is still there in its order. */
function addedLines(before: string, after: string): string[] {
	const kept = before.split('\n');
	const added: string[] = [];
	for (const line of after.split('\n')) {
		if (kept[0] === line) {
			kept.shift();
		} else {
			added.push(line);
		}
	}
	assert.deepEqual(kept, [], 'lines were lost or changed');
	return added;
}

describe('A landscape file that people write by hand', () => {
	beforeEach(clear);

	it('keeps every byte but the new lines when something is added', async () => {
		await givenHandWritten();
		await succeed('addSubaccount', { name: 'dev' });
		assert.deepEqual(addedLines(HAND_WRITTEN, await textOf()), ['subaccounts:', '  dev:']);
		const before = await textOf();
		await succeed('registerSystem', {
			name: 'New',
			type: S4,
			scenarioGroups: ['All Communication Scenarios'],
		});
		const added = addedLines(before, await textOf());
		assert.deepEqual(added.slice(0, 3), ['  New:', `    type: ${S4}`, '    status: pending']);
		assert.lengthOf(added, 9);
	});

	it('keeps CRLF, a byte-order mark, and a missing final line break', async () => {
		const text = '\uFEFFversion: 1\r\nglobalAccount: Acme\r\nmode: practice # last';
		await write(text);
		await succeed('addSubaccount', { name: 'dev' });
		assert.equal(await textOf(), `${text}\r\nsubaccounts:\r\n  dev:`);
	});

	it('with unsaved edits keeps them, gets the change, and is not saved', async () => {
		await givenHandWritten();
		await append('# not saved yet\n');
		await succeed('addSubaccount', { name: 'dev' });
		assert.equal(await textOf(), HAND_WRITTEN);
		const document = await workspace.openTextDocument(fileUri());
		assert.isTrue(document.isDirty);
		assert.include(document.getText(), '# not saved yet\n');
		assert.include(document.getText(), 'subaccounts:\n  dev:');
		assert.deepInclude(await run('addSubaccount', { name: 'dev' }), { code: 'subaccount-taken' });
	});

	it('gets each operation as one undo step', async () => {
		await givenHandWritten();
		const document = await workspace.openTextDocument(fileUri());
		await window.showTextDocument(document);
		await succeed('addSubaccount', { name: 'dev' });
		await succeed('openTenant', { tenant: TENANT, type: S4 });
		await window.showTextDocument(document);
		await commands.executeCommand('undo');
		assert.include(document.getText(), 'subaccounts:');
		assert.notInclude(document.getText(), 'tenants:');
		await commands.executeCommand('undo');
		assert.equal(document.getText(), HAND_WRITTEN);
	});

	it('that was changed on disk a moment ago keeps that change', async () => {
		await givenHandWritten();
		await workspace.openTextDocument(fileUri());
		const changed = HAND_WRITTEN.replace('# the end', '# changed by git');
		await workspace.fs.writeFile(fileUri(), new TextEncoder().encode(changed));
		await succeed('addSubaccount', { name: 'dev' });
		assert.deepEqual(addedLines(changed, await textOf()), ['subaccounts:', '  dev:']);
	});

	it('that was deleted is landscape-missing, and does not come back', async () => {
		await givenPendingSystem();
		await workspace.openTextDocument(fileUri());
		await workspace.fs.delete(fileUri());
		const answer = await run('addSubaccount', { landscape: fileUri().toString(), name: 'dev' });
		assert.deepInclude(answer, { ok: false, code: 'landscape-missing' });
		const gone = await until(async () =>
			workspace.fs.stat(fileUri()).then(
				() => undefined,
				() => true,
			),
		);
		assert.isTrue(gone);
	});

	it('takes fifty operations that are started at once, and loses none', async () => {
		await givenHandWritten();
		const names = Array.from({ length: 50 }, (_, index) => `team-${index}`);
		const answers = await Promise.all(names.map((name) => run('addSubaccount', { name })));
		assert.deepEqual(
			answers.map(({ ok }) => ok),
			names.map(() => true),
		);
		assert.deepEqual(addedLines(HAND_WRITTEN, await textOf()), [
			'subaccounts:',
			...names.map((name) => `  ${name}:`),
		]);
	});
});
