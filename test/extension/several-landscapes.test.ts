import { assert } from 'chai';
import { window, workspace } from 'vscode';
import { messageOf } from '../../src/tree/register.ts';
import { LandscapeFiles } from '../../src/workspace/landscape-files.ts';
import { HAND_WRITTEN } from './given-landscape.ts';
import { append, clear, fileUri, run, succeed, textOf, until, write } from './landscape-folder.ts';

describe('Several landscape files', () => {
	beforeEach(clear);

	it('are told apart by the field landscape', async () => {
		await write(HAND_WRITTEN);
		await write(HAND_WRITTEN, 'europe.system-landscape.yml');
		await succeed('addSubaccount', {
			landscape: fileUri('europe.system-landscape.yml').toString(),
			name: 'dev',
		});
		assert.equal(await textOf(), HAND_WRITTEN);
		assert.include(await textOf('europe.system-landscape.yml'), '  dev:');
	});

	it('in deeper folders are found, too', async () => {
		await write(HAND_WRITTEN, 'teams/one/system-landscape.yaml');
		await succeed('addSubaccount', { name: 'dev' });
		assert.include(await textOf('teams/one/system-landscape.yaml'), '  dev:');
	});

	it('with other names are not taken for landscapes', async () => {
		await write(HAND_WRITTEN, 'my-system-landscape.yaml');
		assert.deepInclude(await run('addSubaccount', { name: 'dev' }), { code: 'landscape-missing' });
	});

	it('are shown up to 200, with a message that there are more and what to do, unless files.exclude leaves them out', async () => {
		const names = Array.from({ length: 203 }, (_, index) => `many/${index}/system-landscape.yaml`);
		for (const name of names) {
			await workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(HAND_WRITTEN));
		}
		await succeed('refresh', {});
		const answers = await Promise.all(
			names.map((name) => run('copyAsMermaid', { landscape: fileUri(name).toString() })),
		);
		assert.deepEqual(
			answers.filter(({ ok }) => !ok).map(({ code }) => code),
			Array.from({ length: 3 }, () => 'landscape-missing'),
		);
		const log = window.createOutputChannel('Test', { log: true });
		const found = async () => {
			const files = new LandscapeFiles(log);
			await files.loaded;
			files.dispose();
			return files;
		};
		const all = await found();
		assert.lengthOf(all.all, 200);
		assert.match(
			messageOf(all),
			/^This workspace has more than 200 landscape files, so some aren't shown\. .*files\.exclude/,
		);
		// A file that somebody works with is known, all the same.
		const beyond = names[answers.findIndex(({ ok }) => !ok)] ?? '';
		await append('# typed\n', beyond);
		await (await workspace.openTextDocument(fileUri(beyond))).save();
		await until(async () => {
			const { ok } = await run('addSubaccount', { landscape: fileUri(beyond).toString(), name: 'dev' });
			return ok || undefined;
		});

		await workspace.getConfiguration('files').update('exclude', { 'many/1*': true });
		const few = await found();
		assert.isBelow(few.all.length, 200);
		assert.equal(messageOf(few), '');
		await workspace.getConfiguration('files').update('exclude', undefined);
		log.dispose();
	});
});
