import { assert } from 'chai';
import { type Disposable, window } from 'vscode';
import { clear, succeed } from './landscape-folder.ts';

/** Waits until a tab whose label matches is the active one. */
async function untilActive(label: RegExp): Promise<void> {
	const listeners: Disposable[] = [];
	await new Promise<void>((resolve) => {
		const look = () => {
			if (label.test(window.tabGroups.activeTabGroup.activeTab?.label ?? '')) {
				resolve();
			}
		};
		listeners.push(window.tabGroups.onDidChangeTabs(look), window.tabGroups.onDidChangeTabGroups(look));
		look();
	});
	for (const listener of listeners) {
		listener.dispose();
	}
}

describe('Open Troubleshooting', () => {
	beforeEach(clear);
	afterEach(clear);

	for (const fields of [{}, { topic: 'token-expired' }, { topic: 'no-such-code' }]) {
		it(`shows the page as a preview, with ${JSON.stringify(fields)}`, async () => {
			assert.deepEqual(await succeed('openTroubleshooting', fields), { ok: true });
			await untilActive(/troubleshooting\.md$/);
		});
	}
});
