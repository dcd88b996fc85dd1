import { assert } from 'chai';
import { commands, window, workspace } from 'vscode';
import { S4, TENANT } from './given-landscape.ts';
import {
	type Answer,
	append,
	clear,
	FILE,
	fileUri,
	run,
	succeed,
	textOf,
	write,
} from './landscape-folder.ts';

const CSV = 'systems.csv';
const HEAD = 'version: 1\nglobalAccount: Acme\nmode: recorded # since May\n';
const KNOWN = `${HEAD}systems:\n  OLD: { type: Joule, status: registered } # from the start\n`;
const ROWS = `Name;Typ;Status;Verantwortlich\r\nPRD;${S4};Registered;Jürgen\r\nOLD;${S4};;\r\nZürich;Joule;;\r\nQAS;${S4};;\r\n`;

const imported = (name = CSV) => succeed('importSystems', { uri: fileUri(name).toString() });

/** Imports as a person who does this as soon as VS Code's preview is there; `before` is done each time before that's tried. */
async function importing(
	action: 'apply' | 'discard',
	before = async (): Promise<void> => undefined,
): Promise<Answer | undefined> {
	let isOver = false;
	const over = () => {
		isOver = true;
	};
	const answer = commands.executeCommand<Answer | undefined>('systemLandscape.importSystems', {
		uri: fileUri(CSV).toString(),
		interactive: true,
	});
	answer.then(over, over);
	while (!isOver) {
		await before();
		await commands.executeCommand(`refactorPreview.${action}`);
	}
	return answer;
}

describe('Importing systems', () => {
	beforeEach(clear);

	it('adds what a file has and the landscape doesn’t, and gives the rows that it left out', async () => {
		await write(KNOWN);
		await write(ROWS, CSV);
		const { systems, skipped, warnings, ignoredColumns } = await imported();
		assert.deepEqual([systems, warnings, ignoredColumns], [['PRD', 'QAS'], [], []]);
		assert.deepEqual(
			(skipped as { row: number; system: string }[]).map(({ row, system }) => `${row} ${system}`),
			['3 OLD', '4 Zürich'],
		);
		const text = await textOf();
		assert.isTrue(text.startsWith(KNOWN), text);
		assert.include(text, `  PRD:\n    type: ${S4}\n    status: registered\n    recordedAt: "20`);
		assert.include(text, '    owner: Jürgen\n');
		assert.deepInclude(await imported(), { systems: [] });
		assert.equal(await textOf(), text);
	});

	it('reads UTF-16 as Excel saves it', async () => {
		await write(HEAD);
		const units = Array.from(`\ufeff${ROWS.replaceAll(';', '\t')}`, (letter) => letter.charCodeAt(0));
		await write(new Uint8Array(units.flatMap((unit) => [unit & 0xff, unit >> 8])), CSV);
		assert.deepEqual((await imported()).systems, ['PRD', 'OLD', 'QAS']);
		assert.include(await textOf(), '    owner: Jürgen\n');
	});

	it('keeps unsaved edits, which stay unsaved', async () => {
		await write(KNOWN);
		await write(ROWS, CSV);
		await append('# to do\n');
		await imported();
		const document = await workspace.openTextDocument(fileUri());
		assert.isTrue(document.isDirty);
		assert.include(document.getText(), '# to do\n');
		assert.include(document.getText(), '  QAS:\n');
		assert.equal(await textOf(), KNOWN);
	});

	it('refuses a file that isn’t there, isn’t CSV, or lacks a column', async () => {
		await write(KNOWN);
		await write('Name\nDEV\n', CSV);
		await write(new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0]), 'systems.xlsx');
		const refused: readonly (readonly [uri: string, code: string])[] = [
			[fileUri('none.csv').toString(), 'import-unreadable'],
			['', 'request-malformed'],
			['systems.csv', 'request-malformed'],
			['file:///%', 'import-unreadable'],
			['a b:c', 'request-malformed'],
			['C:\\systems.csv', 'import-unreadable'],
			[fileUri('systems.xlsx').toString(), 'import-unreadable'],
			[fileUri().toString(), 'import-columns-missing'],
			[fileUri(CSV).toString(), 'import-columns-missing'],
		];
		for (const [uri, code] of refused) {
			assert.deepInclude(await run('importSystems', { uri }), { ok: false, code }, uri);
		}
		assert.equal(await textOf(), KNOWN);
	});

	it('writes for a person what the preview shows, once that is applied', async () => {
		await write(KNOWN);
		await write(ROWS, CSV);
		const answer = await importing('apply');
		assert.deepInclude(answer, { ok: true, systems: ['PRD', 'QAS'] });
		const text = await textOf();
		assert.isTrue(text.startsWith(KNOWN), text);
		assert.match(text, /\n {2}QAS:\n.*\n {4}status: pending\n {4}recordedAt: "20/);
		assert.isFalse((await workspace.openTextDocument(fileUri())).isDirty);
	});

	it('writes nothing when a person discards the preview', async () => {
		await write(HEAD);
		await write(ROWS, CSV);
		assert.isUndefined(await importing('discard'));
		assert.equal((await workspace.openTextDocument(fileUri())).getText(), HEAD);
		assert.equal(await textOf(), HEAD);
	});

	it('says nothing when a person discards the preview of a file that changed meanwhile', async () => {
		await write(KNOWN);
		await write(ROWS, CSV);
		assert.isUndefined(await importing('discard', () => append('# to do\n')));
		const text = (await workspace.openTextDocument(fileUri())).getText();
		assert.isTrue(text.startsWith(`${KNOWN}# to do\n`), text);
		assert.notInclude(text, 'PRD');
		assert.equal(await textOf(), KNOWN);
	});

	it('needs no preview where there is nothing to add', async () => {
		await write(KNOWN);
		await write('Name,Type\nOLD,Joule\n', CSV);
		const uri = fileUri(CSV).toString();
		assert.deepInclude(await run('importSystems', { uri, interactive: true }), { ok: true, systems: [] });
	});
});

const SIMULATED = `version: 1
globalAccount: Acme
mode: practice # for now
systems:
  DEV: { type: ${S4}, status: registered }
  QAS: { type: ${S4}, status: pending }
tenants:
  ${TENANT}:
    type: ${S4}
    extensions:
      DEV: { status: enabled }
`;

describe('Converting a landscape', () => {
	beforeEach(clear);

	it('changes the mode in the file and nothing else, there and back', async () => {
		const text = `# ours\r\n${HEAD.replaceAll('\n', '\r\n')}systems:\r\n  QAS: { type: ${S4}, status: pending }\r\n`;
		await write(text);
		const landscape = fileUri().toString();
		assert.deepEqual(await run('convertLandscape', { mode: 'practice' }), { ok: true, landscape });
		assert.equal(await textOf(), text.replace('mode: recorded', 'mode: practice'));
		await succeed('convertLandscape', { mode: 'recorded' });
		assert.equal(await textOf(), text);
		await succeed('convertLandscape', { mode: 'recorded' });
		assert.equal(await textOf(), text);
	});

	it('is refused with what stands against it, in both directions', async () => {
		await write(SIMULATED);
		const simulated = await run('convertLandscape', { mode: 'recorded' });
		assert.deepInclude(simulated, { ok: false, code: 'mode-simulated' });
		assert.include(simulated.message, `"DEV" is registered; "DEV" has an extension in ${TENANT}`);
		assert.equal(await textOf(), SIMULATED);
		const recorded = SIMULATED.replace('practice', 'recorded');
		await write(recorded);
		assert.deepInclude(await run('convertLandscape', { mode: 'practice' }), { code: 'mode-recorded' });
		assert.equal(await textOf(), recorded);
		assert.deepInclude(await run('convertLandscape', { mode: 'both' }), { code: 'request-malformed' });
	});

	it('asks a person first', async () => {
		await write(HEAD);
		// VS Code opens no dialog while it runs tests, and says so.
		const asked = await run('convertLandscape', { interactive: true }).then(
			() => '',
			(error: Error) => error.message,
		);
		assert.include(asked, 'Convert Acme to a practice landscape?');
		assert.equal(await textOf(), HEAD);
	});
});

describe('Copying a landscape to practice with', () => {
	beforeEach(clear);

	it('makes a file beside it with the same systems, again under another name, and leaves the landscape as it is', async () => {
		const recorded = SIMULATED.replace('practice', 'recorded');
		await write(recorded, `teams/acme.${FILE}`);
		const names = [`teams/acme-practice.${FILE}`, `teams/acme-practice-2.${FILE}`];
		for (const name of names) {
			const { landscape } = await succeed('copyAsPractice', {
				landscape: fileUri(`teams/acme.${FILE}`).toString(),
			});
			assert.equal(landscape, fileUri(name).toString());
			assert.equal(await textOf(name), SIMULATED);
		}
		assert.equal(await textOf(`teams/acme.${FILE}`), recorded);
		// It's a landscape like any other at once.
		await succeed('addSubaccount', { landscape: fileUri(names[0]).toString(), name: 'dev' });
	});

	it('of the usual file has a name of its own, forgets tokens, and is opened for a person', async () => {
		const token = `\n    token:\n      expiresAt: "2026-11-27T10:00:00Z"\n      fingerprint: sha256:${'0'.repeat(64)}\n`;
		const start = `${HEAD}systems:\n  QAS:\n    type: ${S4}\n    status: pending # waits`;
		await write(`${start}${token}`);
		await succeed('copyAsPractice', { interactive: true });
		const name = `practice.${FILE}`;
		assert.equal(await textOf(name), `${start.replace('recorded', 'practice')}\n`);
		await new Promise<void>((resolve) => {
			const look = () => {
				if (window.activeTextEditor?.document.uri.toString() === fileUri(name).toString()) {
					listener.dispose();
					resolve();
				}
			};
			const listener = window.onDidChangeActiveTextEditor(look);
			look();
		});
	});
});
