import { assert } from 'chai';
import { env, type Tab, TabInputWebview, window } from 'vscode';
import { givenPendingSystem, HAND_WRITTEN, SYSTEM, TENANT } from './given-landscape.ts';
import { clear, configure, fileUri, run, succeed, untilText, write } from './landscape-folder.ts';

/** The maps that are open. */
function maps(): readonly Tab[] {
	return window.tabGroups.all
		.flatMap(({ tabs }) => tabs)
		.filter(
			({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('systemLandscape.map'),
		);
}

/** The titles of the open maps, once there are so many. */
async function mapTitles(count: number): Promise<readonly string[]> {
	while (maps().length !== count) {
		await new Promise<void>((resolve) => {
			const listener = window.tabGroups.onDidChangeTabs(() => {
				listener.dispose();
				resolve();
			});
		});
	}
	return maps().map(({ label }) => label);
}

describe('The map', () => {
	beforeEach(clear);

	it('opens once for a landscape, with the name of its global account', async () => {
		await write(HAND_WRITTEN);
		assert.deepEqual(await run('showMap', {}), { ok: true });
		assert.deepEqual(await mapTitles(1), ['Map of Acme']);
		await succeed('showMap', { landscape: fileUri().toString() });
		assert.deepEqual(await mapTitles(1), ['Map of Acme']);
	});

	it('opens once for each of several landscapes', async () => {
		const other = 'europe.system-landscape.yml';
		await write(HAND_WRITTEN);
		await write(HAND_WRITTEN.replace('Acme', 'Europe'), other);
		await succeed('showMap', { landscape: fileUri().toString() });
		await succeed('showMap', { landscape: fileUri(other).toString() });
		assert.sameMembers([...(await mapTitles(2))], ['Map of Acme', 'Map of Europe']);
	});

	it('opens also for a file that is not understood, which it says', async () => {
		await write('version: 1\nglobalAccount: Acme\nsystems: [\n');
		assert.deepEqual(await run('showMap', {}), { ok: true });
	});

	it('is refused where there is no landscape, landscape-missing', async () => {
		for (const name of ['showMap', 'copyAsMermaid']) {
			assert.deepInclude(await run(name, {}), { ok: false, code: 'landscape-missing' }, name);
			const gone = await run(name, { landscape: fileUri('gone.system-landscape.yaml').toString() });
			assert.deepInclude(gone, { ok: false, code: 'landscape-missing' }, name);
			assert.deepInclude(await run(name, { landscape: 1 }), { ok: false, code: 'request-malformed' }, name);
		}
	});
});

describe('Copy as Mermaid', () => {
	beforeEach(clear);

	it('puts the whole picture on the clipboard, without any token', async () => {
		const token = await givenPendingSystem();
		await succeed('createExtension', { tenant: TENANT, token });
		await untilText(/status: registered/);
		await succeed('addSubaccount', { name: 'dev' });
		await succeed('addServicePlans', {
			subaccount: 'dev',
			service: 's4-hana-cloud',
			system: SYSTEM,
			plans: ['api-access'],
		});
		assert.deepEqual(await run('copyAsMermaid', {}), { ok: true });
		assert.equal(
			await env.clipboard.readText(),
			[
				'flowchart LR',
				`    n1["${TENANT}<br>SAP S/4HANA Cloud"]`,
				`    n2(["${SYSTEM}<br>Registered"])`,
				'    n3[["dev"]]',
				'    n1 -->|"Enabled"| n2',
				'    n2 -->|"api-access"| n3',
				'',
			].join('\n'),
		);
	});

	it('follows the terminology', async () => {
		await write(
			'version: 1\nglobalAccount: Acme\nmode: practice\nsystems:\n  A:\n    type: Joule\n    status: error\n',
		);
		try {
			await configure('terminology', 'current');
			await succeed('copyAsMermaid', {});
			assert.include(await env.clipboard.readText(), '<br>Error while Registering"');
		} finally {
			await configure('terminology', undefined);
		}
		await succeed('copyAsMermaid', {});
		assert.include(await env.clipboard.readText(), '<br>Error"');
	});

	it('is refused for a file that is not understood, landscape-unreadable, and leaves the clipboard alone', async () => {
		await env.clipboard.writeText('mine');
		await write('version: 1\nglobalAccount: Acme\nsystems: [\n');
		assert.deepInclude(await run('copyAsMermaid', {}), { ok: false, code: 'landscape-unreadable' });
		assert.equal(await env.clipboard.readText(), 'mine');
	});
});
