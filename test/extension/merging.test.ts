import { assert } from 'chai';
import { commands, extensions, languages, type Uri, window, workspace } from 'vscode';
import {
	append,
	clear,
	FILE,
	fileUri,
	folder,
	run,
	succeed,
	textOf,
	until,
	write,
} from './landscape-folder.ts';

/** What the tests use of the built-in Git extension. */
interface Git {
	getAPI(version: 1): { init(root: Uri): Promise<Repository | null> };
}
interface Repository {
	readonly state: { readonly HEAD: { readonly name?: string } | undefined };
	setConfig(key: string, value: string): Promise<string>;
	add(paths: string[]): Promise<void>;
	commit(message: string): Promise<void>;
	createBranch(name: string, checkout: boolean): Promise<void>;
	checkout(name: string): Promise<void>;
	merge(ref: string): Promise<void>;
}

const HEAD = '# Our landscape\nversion: 1\nglobalAccount: Acme\nmode: practice\nsystems:\n';
const system = (name: string, status = 'pending') =>
	`  # about ${name}\n  ${name}:\n    type: SAP Marketing Cloud\n    status: ${status} # of ${name}\n`;
const conflict = (ours: string, theirs: string, base?: string) =>
	`<<<<<<< HEAD\n${ours}${base === undefined ? '' : `||||||| 1234567\n${base}`}=======\n${theirs}>>>>>>> feature\n`;
const CONFLICT = `${HEAD}${system('OLD')}${conflict(system('MINE'), system('YOURS'))}`;
const MERGED = `${HEAD}${system('OLD')}${system('MINE')}${system('YOURS')}`;

describe('Resolve Landscape Merge', () => {
	beforeEach(clear);

	it('merges both sides as one undoable edit, and saves', async () => {
		await write(CONFLICT);
		const document = await workspace.openTextDocument(fileUri());
		await window.showTextDocument(document);
		assert.deepEqual(await succeed('resolveMerge', { landscape: fileUri().toString() }), {
			ok: true,
			landscape: fileUri().toString(),
			resolved: 2,
			conflicts: [],
		});
		assert.equal(await textOf(), MERGED);
		assert.isFalse(document.isDirty);
		await commands.executeCommand('undo');
		assert.equal(document.getText(), CONFLICT);
		await commands.executeCommand('redo');
		assert.equal(document.getText(), MERGED);
		await document.save();
		await succeed('addSubaccount', { name: 'dev' });
	});

	it('leaves what contradicts between markers, lists it, and lets nothing else write', async () => {
		const text = `${HEAD}${conflict(
			system('OLD', 'error') + system('MINE'),
			system('OLD', 'registered'),
			system('OLD'),
		)}`;
		await write(text);
		const answer = await succeed('resolveMerge', {});
		assert.deepEqual(answer.conflicts, [
			{ path: ['systems', 'OLD', 'status'], ours: 'error', theirs: 'registered', base: 'pending' },
		]);
		const line = (status: string) => `    status: ${status} # of OLD\n`;
		const left = conflict(line('error'), line('registered'), line('pending'));
		assert.equal(await textOf(), `${HEAD}${system('OLD').replace(line('pending'), left)}${system('MINE')}`);
		assert.deepInclude(await run('addSubaccount', { name: 'dev' }), { code: 'landscape-unreadable' });
		await until(() => languages.getDiagnostics(fileUri()).find(({ code }) => code === 'merge-conflict'));
	});

	it('keeps a file with unsaved edits unsaved, and merges them, too', async () => {
		await write(CONFLICT);
		await append('# typed\n');
		await succeed('resolveMerge', {});
		const document = await workspace.openTextDocument(fileUri());
		assert.isTrue(document.isDirty);
		assert.equal(document.getText(), `${MERGED}# typed\n`);
		assert.equal(await textOf(), CONFLICT);
	});

	it('keeps CRLF', async () => {
		await write(CONFLICT.replaceAll('\n', '\r\n'));
		await succeed('resolveMerge', {});
		assert.equal(await textOf(), MERGED.replaceAll('\n', '\r\n'));
	});

	it('takes the one file that is in conflict among several', async () => {
		await write(CONFLICT, 'europe.system-landscape.yaml');
		await write(MERGED);
		await succeed('resolveMerge', {});
		assert.equal(await textOf('europe.system-landscape.yaml'), MERGED);
	});

	it('is refused where there is nothing to merge, nothing to read, or no file, and writes nothing', async () => {
		assert.deepInclude(await run('resolveMerge', {}), { code: 'landscape-missing' });
		await write(MERGED);
		assert.deepInclude(await run('resolveMerge', {}), { ok: false, code: 'merge-not-needed' });
		const broken = CONFLICT.replace('>>>>>>> feature\n', '');
		await write(broken);
		const answer = await run('resolveMerge', {});
		assert.deepInclude(answer, { ok: false, code: 'merge-unreadable' });
		assert.match(answer.message ?? '', /^system-landscape\.yaml: Line 10: /);
		assert.equal(await textOf(), broken);
	});

	describe('in a git repository', () => {
		const inConflict = async (base: string, ours: string, theirs: string) => {
			const git = await extensions.getExtension<Git>('vscode.git')?.activate();
			const repository = await git?.getAPI(1).init(folder());
			if (!repository) {
				return false;
			}
			await repository.setConfig('user.name', 'Test');
			await repository.setConfig('user.email', 'test@example.com');
			const commit = async (text: string) => {
				await write(text);
				await repository.add([fileUri().fsPath]);
				await repository.commit('change');
			};
			await commit(base);
			const main = repository.state.HEAD?.name ?? '';
			await repository.createBranch('feature', true);
			await commit(theirs);
			await repository.checkout(main);
			await commit(ours);
			await repository.merge('feature').catch(() => undefined);
			await until(async () => ((await textOf()).includes('<<<<<<<') ? true : undefined));
			await succeed('refresh', {});
			return true;
		};

		it('with a base in its index, both sides of one entry are merged field by field', async function () {
			const base = `${HEAD}${system('OLD')}`;
			const ours = base.replace('Marketing', 'S/4HANA');
			if (!(await inConflict(base, ours, base.replace('pending', 'error')))) {
				// The browser's extension host has no Git.
				this.skip();
			}
			const answer = await succeed('resolveMerge', {});
			assert.deepEqual(answer.conflicts, []);
			assert.equal(await textOf(FILE), ours.replace('pending', 'error'));
		});

		it('what one branch edited and the other removed stays in conflict, although git mixed it with another entry', async function () {
			const base = `${HEAD}${system('GONE')}`;
			const ours = `${HEAD}${system('NEW')}`;
			if (!(await inConflict(base, ours, base.replace('pending', 'error')))) {
				this.skip();
			}
			const answer = await succeed('resolveMerge', {});
			assert.deepEqual(
				(answer.conflicts as { path: string[] }[]).map(({ path }) => path),
				[['systems', 'GONE']],
			);
			assert.equal(await textOf(), `${HEAD}${system('NEW')}${conflict('', system('GONE', 'error'))}`);
		});
	});
});
