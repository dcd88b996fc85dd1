import { assert } from 'chai';
import { type Tab, TabInputWebview, window } from 'vscode';
import { HAND_WRITTEN, S4 } from './given-landscape.ts';
import { clear, fileUri, run, succeed, write } from './landscape-folder.ts';

const RECORDED = `version: 1
globalAccount: Acme
mode: recorded
systems:
  DEV:
    type: ${S4}
    status: pending
  QAS:
    type: ${S4}
    status: registered
`;

/** The guides that are open. */
function guides(): readonly Tab[] {
	return window.tabGroups.all
		.flatMap(({ tabs }) => tabs)
		.filter(
			({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('systemLandscape.guide'),
		);
}

/** The titles of the open guides, once there are so many. */
async function guideTitles(count: number): Promise<readonly string[]> {
	while (guides().length !== count) {
		await new Promise<void>((resolve) => {
			const listener = window.tabGroups.onDidChangeTabs(() => {
				listener.dispose();
				resolve();
			});
		});
	}
	return guides().map(({ label }) => label);
}

describe('The registration guide', () => {
	beforeEach(clear);

	it('opens once for a system of a recorded landscape', async () => {
		await write(RECORDED);
		assert.deepEqual(await run('openGuide', { system: 'DEV' }), { ok: true });
		assert.deepEqual(await guideTitles(1), ['Registration of DEV']);
		await succeed('continueRegistration', { system: 'DEV', landscape: fileUri().toString() });
		assert.deepEqual(await guideTitles(1), ['Registration of DEV']);
		await succeed('openGuide', { system: 'QAS' });
		assert.sameMembers([...(await guideTitles(2))], ['Registration of DEV', 'Registration of QAS']);
	});

	it('is refused in practice, not-recorded, and for a system that is not there, system-unknown', async () => {
		await write(HAND_WRITTEN);
		assert.deepInclude(await run('openGuide', { system: 'QAS' }), { ok: false, code: 'not-recorded' });
		await write(RECORDED);
		assert.deepInclude(await run('openGuide', { system: 'gone' }), { ok: false, code: 'system-unknown' });
		assert.deepInclude(await run('openGuide', { interactive: false }), {
			ok: false,
			code: 'request-malformed',
		});
		assert.lengthOf(guides(), 0);
	});

	it('does not open by itself when another extension adds a system', async () => {
		await write(RECORDED);
		await succeed('registerSystem', { name: 'NEW', type: S4 });
		assert.lengthOf(guides(), 0);
	});
});
