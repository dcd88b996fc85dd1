import { assert } from 'chai';
import { languages, type Uri, window, workspace } from 'vscode';
import { HAND_WRITTEN, S4, TENANT } from './given-landscape.ts';
import { append, clear, fileUri, folder, run, succeed, textOf, until, write } from './landscape-folder.ts';

/** One operation of every kind: on the landscape, on a system, on a tenant, in practice. */
const WRITING: readonly [string, object][] = [
	['addSubaccount', { name: 'dev' }],
	['registerSystem', { name: 'X', type: S4, scenarioGroups: ['All Communication Scenarios'] }],
	['getToken', { system: 'Old', scenarioGroups: ['All Communication Scenarios'] }],
	['openTenant', { tenant: TENANT, type: S4 }],
	['createExtension', { tenant: TENANT, token: 'ab'.repeat(32) }],
];
const OPERATIONS: readonly [string, object][] = [...WRITING, ['openLandscape', {}]];

/** Runs all operations on a file that none of them can work with; gives the codes that they are refused with. */
async function codesOfAll(landscape: Uri, operations = OPERATIONS): Promise<Set<string | undefined>> {
	const codes = new Set<string | undefined>();
	for (const [name, fields] of operations) {
		const answer = await run(name, { ...fields, landscape: landscape.toString() });
		assert.isFalse(answer.ok, name);
		assert.include(answer.message, 'system-landscape.yaml');
		codes.add(answer.code);
	}
	return codes;
}

function hasOwnProblem(): true | undefined {
	const problems = languages.getDiagnostics(fileUri());
	return problems.some(({ source }) => source === 'System Landscape') || undefined;
}

const text = (content: string) => new TextEncoder().encode(content);

function utf16(content: string, littleEndian: boolean): Uint8Array {
	const view = new DataView(new ArrayBuffer(content.length * 2));
	for (let index = 0; index < content.length; index++) {
		view.setUint16(index * 2, content.charCodeAt(index), littleEndian);
	}
	return new Uint8Array(view.buffer);
}

describe('A hostile landscape file', () => {
	beforeEach(clear);

	const refused: Readonly<Record<string, () => Uint8Array>> = {
		'a text that ends inside a character': () => new Uint8Array([...text(HAND_WRITTEN), 0x23, 0xe2, 0x82]),
		'50 MB': () => text(HAND_WRITTEN + '# nothing but a comment\n'.repeat(50_000_000 / 24)),
		'one line of 20 million characters': () => text(`${HAND_WRITTEN}x: ${'y'.repeat(20_000_000)}\n`),
		'100,000 levels of lists': () => text(`${HAND_WRITTEN}x: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`),
		'100,000 levels of maps': () =>
			text(`${HAND_WRITTEN}x: ${'{a: '.repeat(100_000)}${'}'.repeat(100_000)}\n`),
		'3,000 levels of indentation': () =>
			text(
				`${HAND_WRITTEN}x:\n${Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth + 1)}a:\n`).join('')}`,
			),
		'a merge key in place of what a system must say': () =>
			text(`${HAND_WRITTEN}formations:\n  One: &one { type: X, systems: [] }\n  Two: { <<: *one }\n`),
		'a set for the systems': () => text('version: 1\nglobalAccount: A\nmode: practice\nsystems: !!set [A]\n'),
		'an alias of itself': () => text(`${HAND_WRITTEN}tenants: &a { b.example: *a }\n`),
		'a version that is binary': () => text(HAND_WRITTEN.replace('version: 1', 'version: !!binary AQ==')),
		'a binary of its own': () => text(`${HAND_WRITTEN}x-picture: !!binary |\n  R0lGODlhDAAMAIQAAP//\n`),
		'a set of its own': () => text(`${HAND_WRITTEN}x-set: !!set { a, b }\n`),
		'a tag of its own': () => text(`${HAND_WRITTEN}x-tag: !owner { a: b }\n`),
		'another YAML version': () => text(`%YAML 1.1\n---\n${HAND_WRITTEN}`),
		'a long list that 10,000 systems share': () =>
			text(
				`version: 1\nglobalAccount: A\nmode: practice\nx: &x {type: T, status: registered, b: [${'y,'.repeat(99_000)}]}\nsystems:\n${Array.from({ length: 10_000 }, (_, index) => `  S${index}: *x\n`).join('')}`,
			),
		'two million closing brackets': () => text(HAND_WRITTEN + ']'.repeat(2_000_000)),
		'tabs for blanks': () => text(HAND_WRITTEN.replaceAll('      ', '\t\t')),
	};
	for (const [what, bytes] of Object.entries(refused)) {
		it(`(${what}) is refused by every operation, shown in Problems, and keeps every byte`, async () => {
			const content = bytes();
			await write(content);
			for (const [name, fields] of WRITING) {
				const answer = await run(name, { ...fields, landscape: fileUri().toString() });
				assert.deepInclude(answer, { ok: false, code: 'landscape-unreadable' }, name);
				assert.include(answer.message, 'system-landscape.yaml');
				assert.isBelow(String(answer.message).length, 500);
			}
			await until(hasOwnProblem);
			assert.isTrue(isSame(await workspace.fs.readFile(fileUri()), content));
		});
	}

	const worked: Readonly<Record<string, string>> = {
		'the key __proto__': `${HAND_WRITTEN}__proto__: { polluted: true }\n`,
		'a system named __proto__': HAND_WRITTEN.replace('  QAS:', '  __proto__:'),
		'a system named constructor': HAND_WRITTEN.replace('  QAS:', '  constructor:'),
		'a system with the key __proto__': HAND_WRITTEN.replace(
			'status: pending }',
			'status: pending, __proto__: 1 }',
		),
		'a merge key that adds nothing': `${HAND_WRITTEN}x-all: &all { owner: a }\nx-one: { <<: *all, b: c }\n`,
		'tabs before comments': HAND_WRITTEN.replace('mode: practice', 'mode: practice\t\t# tabs'),
		'characters of all kinds': `${HAND_WRITTEN}x: "\u202e\u2028\u0085\u{1f468}\u200d\u{1f469}"\n`,
	};
	for (const [what, content] of Object.entries(worked)) {
		it(`(${what}) is understood, and keeps every byte but the new lines`, async () => {
			await write(content);
			await succeed('addSubaccount', { name: 'dev' });
			const after = await textOf();
			assert.equal(after.replace('subaccounts:\n  dev:\n', ''), content);
			assert.notEqual(after, content);
			assert.isUndefined(({} as Record<string, unknown>).polluted);
		});
	}

	for (const encoding of ['utf-16le', 'utf-16be'] as const) {
		it(`in ${encoding} with its mark is understood, and stays ${encoding}`, async () => {
			const decode = (bytes: Uint8Array) => new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
			const content = `\uFEFF${HAND_WRITTEN}`;
			await write(utf16(content, encoding === 'utf-16le'));
			await succeed('addSubaccount', { name: 'dev' });
			const after = decode(await workspace.fs.readFile(fileUri()));
			assert.equal(after.replace('subaccounts:\n  dev:\n', ''), content);
			assert.notEqual(after, content);
		});
	}
});

describe('What has the name of a landscape file and is none', () => {
	beforeEach(clear);

	it('is no landscape when it is a directory, and nothing is put in its place', async () => {
		await workspace.fs.createDirectory(fileUri());
		await succeed('refresh', {});
		assert.deepEqual([...(await codesOfAll(fileUri()))], ['landscape-missing']);
		const fields = { folder: folder().toString(), globalAccount: 'Acme', mode: 'practice' };
		assert.deepInclude(await run('createLandscape', fields), { ok: false, code: 'landscape-exists' });
		assert.deepEqual(await workspace.fs.readDirectory(fileUri()), []);
	});

	for (const isDirty of [false, true]) {
		it(`is refused when a directory replaces the file that is open${isDirty ? ' with unsaved edits, which stay' : ''}`, async () => {
			await write(HAND_WRITTEN);
			const document = await window.showTextDocument(fileUri());
			if (isDirty) {
				await append('# not saved\n');
			}
			await workspace.fs.delete(fileUri());
			await workspace.fs.createDirectory(fileUri());
			await succeed('refresh', {});
			assert.deepEqual([...(await codesOfAll(fileUri()))], ['landscape-missing']);
			assert.deepEqual(await workspace.fs.readDirectory(fileUri()), []);
			if (isDirty) {
				assert.include(document.document.getText(), '# not saved');
			}
		});
	}

	it('that was deleted while its document has unsaved edits is landscape-missing, and the edits stay', async () => {
		await write(HAND_WRITTEN);
		const { document } = await window.showTextDocument(fileUri());
		await append('# not saved\n');
		await workspace.fs.delete(fileUri());
		await succeed('refresh', {});
		assert.deepEqual([...(await codesOfAll(fileUri()))], ['landscape-missing']);
		assert.include(document.getText(), '# not saved');
		assert.notInclude(
			(await workspace.fs.readDirectory(folder())).map(([name]) => name),
			'system-landscape.yaml',
		);
	});

	describe('and only another program can make', () => {
		let fs: typeof import('node:fs');

		before(async function () {
			try {
				fs = await import('node:fs');
			} catch {
				// The web worker has no file system but that of VS Code, which makes no links.
				this.skip();
			}
		});

		// VS Code does not delete what it can't follow.
		afterEach(() => fs?.rmSync(fileUri().fsPath, { force: true }));

		it('is refused when it is a link to itself', async () => {
			fs.symlinkSync('system-landscape.yaml', fileUri().fsPath);
			await succeed('refresh', {});
			// Searching the workspace does not find it; only a watcher may have told of it.
			for (const code of await codesOfAll(fileUri(), WRITING)) {
				assert.include(['landscape-missing', 'landscape-unreadable'], code);
			}
			const fields = { folder: folder().toString(), globalAccount: 'Acme', mode: 'practice' };
			const answer = await run('createLandscape', fields);
			assert.isFalse(answer.ok);
			assert.isTrue(fs.lstatSync(fileUri().fsPath).isSymbolicLink());
		});

		it('is refused when it is a link to what does not exist', async () => {
			fs.symlinkSync('nowhere.yaml', fileUri().fsPath);
			await succeed('refresh', {});
			assert.deepEqual([...(await codesOfAll(fileUri()))], ['landscape-missing']);
			assert.isFalse(fs.existsSync(fileUri('nowhere.yaml').fsPath));
		});

		it('is refused when it is a link to a directory', async () => {
			fs.mkdirSync(fileUri('somewhere').fsPath);
			fs.symlinkSync('somewhere', fileUri().fsPath);
			await succeed('refresh', {});
			assert.deepEqual([...(await codesOfAll(fileUri()))], ['landscape-missing']);
		});

		it('is a landscape when it is a link to one, and stays a link', async () => {
			fs.writeFileSync(fileUri('target.yaml').fsPath, HAND_WRITTEN);
			fs.symlinkSync('target.yaml', fileUri().fsPath);
			await succeed('refresh', {});
			await succeed('addSubaccount', { name: 'dev' });
			assert.isTrue(fs.lstatSync(fileUri().fsPath).isSymbolicLink());
			const after = fs.readFileSync(fileUri('target.yaml').fsPath, 'utf8');
			assert.equal(after.replace('subaccounts:\n  dev:\n', ''), HAND_WRITTEN);
			assert.notEqual(after, HAND_WRITTEN);
		});
	});
});

function isSame(one: Uint8Array, other: Uint8Array): boolean {
	return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
