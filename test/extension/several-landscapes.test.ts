import { assert } from 'chai';
import { HAND_WRITTEN } from './given-landscape.ts';
import { clear, fileUri, run, succeed, textOf, write } from './landscape-folder.ts';

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
});
