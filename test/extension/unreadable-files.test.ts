import { assert } from 'chai';
import { languages } from 'vscode';
import { HAND_WRITTEN, S4, TENANT } from './given-landscape.ts';
import { clear, fileUri, run, textOf, until, write } from './landscape-folder.ts';

const CONFLICT = HAND_WRITTEN.replace(
	'# the end\n',
	'<<<<<<< HEAD\nsubaccounts:\n  one:\n=======\nsubaccounts:\n  two:\n>>>>>>> branch\n',
);

const FILES: Readonly<Record<string, string>> = {
	'a syntax error': `${HAND_WRITTEN}broken: [\n`,
	'a duplicate key': HAND_WRITTEN.replace('  Old:', '  QAS:'),
	'conflict markers': CONFLICT,
	'a newer version': HAND_WRITTEN.replace('version: 1', 'version: 2'),
	'an unknown status': HAND_WRITTEN.replace('status: pending    #', 'status: waiting    #'),
	'no version': HAND_WRITTEN.replace('version: 1\n', ''),
	'several documents': `${HAND_WRITTEN}---\nversion: 1\n`,
	'a tab': `${HAND_WRITTEN}subaccounts:\n\tdev:\n`,
	'nothing in it': '',
	'bytes that are no text': '\0\0\0',
	'an alias bomb': `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nversion: *e\n`,
	'100,000 levels': `version: ${'['.repeat(100_000)}`,
};

describe('A file that is not fully understood', () => {
	beforeEach(clear);

	for (const [what, text] of Object.entries(FILES)) {
		it(`because of ${what} is landscape-unreadable for every operation, shown in Problems, and never written to`, async () => {
			await write(text);
			const operations: readonly [string, object][] = [
				['addSubaccount', { name: 'dev' }],
				['registerSystem', { name: 'X', type: S4, scenarioGroups: ['All Communication Scenarios'] }],
				['getToken', { system: 'Old', scenarioGroups: ['All Communication Scenarios'] }],
				['openTenant', { tenant: TENANT, type: S4 }],
				['createExtension', { tenant: TENANT, token: 'ab'.repeat(32) }],
			];
			for (const [name, fields] of operations) {
				const answer = await run(name, fields);
				assert.deepInclude(answer, { ok: false, code: 'landscape-unreadable' });
				assert.include(answer.message, 'system-landscape.yaml');
			}
			assert.equal(await textOf(), text);
			const [problem] = await until(() => {
				const found = languages
					.getDiagnostics(fileUri())
					.filter(({ source }) => source === 'System Landscape');
				return found.length > 0 ? found : undefined;
			});
			assert.isString(problem?.code);
		});
	}

	it('because its bytes are no UTF-8 is not written to, either', async () => {
		const bytes = new Uint8Array([...new TextEncoder().encode(HAND_WRITTEN), 0x23, 0xc3, 0x28, 0x0a]);
		await write(bytes);
		assert.deepInclude(await run('addSubaccount', { name: 'dev' }), { code: 'landscape-unreadable' });
	});
});
