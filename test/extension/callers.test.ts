import { assert } from 'chai';
import { type CodeLens, commands, extensions } from 'vscode';
import { read } from '../../src/document/read.ts';
import { childrenOf, rootsOf } from '../../src/tree/children.ts';
import type { Element } from '../../src/tree/elements.ts';
import type { LandscapeFile } from '../../src/workspace/landscape-files.ts';
import { givenPendingSystem, HAND_WRITTEN, S4, SYSTEM, TENANT } from './given-landscape.ts';
import { type Answer, clear, fileUri, run, textOf, until, write } from './landscape-folder.ts';

/** The commands that need fields, with the first one of them; the others need none. */
const FIRST_FIELD: Readonly<Record<string, string>> = {
	createLandscape: 'mode',
	registerSystem: 'name',
	addSystem: 'name',
	getToken: 'system',
	copyToken: 'system',
	copyHandOverNote: 'system',
	displayToken: 'system',
	openTenant: 'tenant',
	openGuide: 'system',
	continueRegistration: 'system',
	createExtension: 'tenant',
	recordStatus: 'system',
	recordExtension: 'tenant',
	deleteExtension: 'system',
	addSubaccount: 'name',
	removeSubaccount: 'name',
	addServicePlans: 'subaccount',
	removeServicePlan: 'subaccount',
	deregisterSystem: 'system',
	removeSystem: 'system',
	resetSystem: 'system',
	renameSystem: 'system',
	mergeSystems: 'systems',
	showRecordAuthor: 'system',
	removeTenant: 'tenant',
	copyName: 'system',
	connectProject: 'project',
	importSystems: 'uri',
	convertLandscape: 'mode',
	showUsages: 'system',
	createFormation: 'name',
	includeSystem: 'formation',
	excludeSystem: 'formation',
	deleteFormation: 'formation',
	exportReport: 'format',
};

const KYMA = 'Side-by-Side Extensibility with Kyma';

/** A landscape in which something can be done with every command. */
const TEAM = `version: 1
globalAccount: Acme
mode: practice
systems:
  DEV: { type: ${S4}, status: pending }
  MKT: { type: SAP Marketing Cloud, status: pending }
  PRD: { type: ${S4}, status: registered }
  QAS: { type: ${S4}, status: registered }
tenants:
  ${TENANT}:
    type: ${S4}
    extensions:
      PRD: { status: enabled }
subaccounts:
  dev:
    entitlements:
      - { service: s4-hana-cloud, plan: api-access, system: PRD, amount: 1 }
formations:
  Side by side: { type: ${KYMA}, systems: [PRD] }
`;

function contributedCommands(): string[] {
	const manifest = extensions.getExtension('system-landscape.btp-system-landscape')?.packageJSON;
	return manifest.contributes.commands.map(({ command }: { command: string }) => command.split('.')[1]);
}

/** Runs a command with these arguments, closes whatever it asks, and gives its answer: none when it was asking. */
async function cancelling(name: string, ...args: unknown[]): Promise<Answer | undefined> {
	let isOver = false;
	const over = () => {
		isOver = true;
	};
	const answer = commands.executeCommand<Answer | undefined>(`systemLandscape.${name}`, ...args);
	answer.then(over, over);
	while (!isOver) {
		await commands.executeCommand('workbench.action.closeQuickOpen');
	}
	return answer;
}

describe('A command that another extension calls', () => {
	beforeEach(clear);

	it('without any field does what it needs none for, or names the first that it needs, with a landscape and without', async () => {
		for (const given of [clear, givenPendingSystem]) {
			await given();
			for (const name of contributedCommands()) {
				const answer = await run(name, {});
				const field = FIRST_FIELD[name];
				if (field) {
					assert.deepInclude(answer, { ok: false, code: 'request-malformed' }, name);
					assert.include(answer.message, `"${field}"`, name);
				} else {
					assert.notEqual(answer.code, 'request-malformed', name);
				}
			}
		}
	});

	const partial: readonly [name: string, fields: object, missing: string][] = [
		['registerSystem', { name: 'X' }, 'type'],
		['registerSystem', { name: 'X', type: S4 }, 'scenarioGroups'],
		['getToken', { system: 'DEV' }, 'scenarioGroups'],
		['openTenant', { tenant: 'new.example' }, 'type'],
		['openTenant', { system: 'MKT' }, 'tenant'],
		['createExtension', { tenant: TENANT }, 'token'],
		['createExtension', { token: 'ab' }, 'tenant'],
		['addServicePlans', { subaccount: 'dev', service: 's4-hana-cloud', system: 'PRD' }, 'plans'],
		['removeServicePlan', { subaccount: 'dev', service: 's4-hana-cloud', system: 'PRD' }, 'plan'],
		['removeServicePlan', { subaccount: 'dev', service: 's4-hana-cloud', plan: 'api-access' }, 'system'],
		['createFormation', { name: 'Other', type: KYMA }, 'systems'],
		['includeSystem', { formation: 'Side by side' }, 'system'],
		['excludeSystem', { formation: 'Side by side' }, 'system'],
		['renameSystem', { system: 'DEV' }, 'name'],
		['registerSystem', { name: 'X', type: S4, interactive: false }, 'scenarioGroups'],
		['exportReport', { format: 'csv' }, 'uri'],
		['exportReport', { uri: 'file:///report.md' }, 'format'],
	];
	for (const [name, fields, missing] of partial) {
		it(`(${name} with ${JSON.stringify(fields)}) is refused with request-malformed, which names ${missing}`, async () => {
			await write(TEAM);
			const before = await textOf();
			const answer = await run(name, fields);
			assert.deepInclude(answer, { ok: false, code: 'request-malformed' });
			assert.include(answer.message, `"${missing}"`);
			assert.equal(await textOf(), before);
		});
	}

	it('to create a landscape names its global account, and its mode', async () => {
		for (const [fields, missing] of [
			[{ mode: 'practice' }, 'globalAccount'],
			[{ globalAccount: 'Acme' }, 'mode'],
		] as const) {
			const answer = await run('createLandscape', fields);
			assert.deepInclude(answer, { ok: false, code: 'request-malformed' });
			assert.include(answer.message, `"${missing}"`);
		}
	});

	it('where there are several landscapes has to name one', async () => {
		await write(HAND_WRITTEN);
		await write(HAND_WRITTEN, 'europe.system-landscape.yaml');
		for (const [name, fields] of [
			['addSubaccount', { name: 'dev' }],
			['copyToken', { system: 'Old' }],
			['showMap', {}],
		] as const) {
			const answer = await run(name, fields);
			assert.deepInclude(answer, { ok: false, code: 'request-malformed' }, name);
			assert.include(answer.message, '"landscape"', name);
		}
	});

	it('has its empty fields used as they are, and its nonsense refused', async () => {
		await givenPendingSystem();
		assert.deepInclude(await run('addSubaccount', { name: '' }), { code: 'subaccount-empty' });
		const nonsense = await run('addSubaccount', { name: 'dev', interactive: 'yes' });
		assert.deepInclude(nonsense, { code: 'request-malformed' });
		assert.include(nonsense.message, 'interactive');
	});

	it('applies at once what a person is asked to confirm', async () => {
		await givenPendingSystem();
		assert.deepEqual(await run('removeSystem', { system: SYSTEM }), { ok: true });
		await until(async () => ((await textOf()).includes(SYSTEM) ? undefined : true));
	});
});

describe('A command that a person calls', () => {
	beforeEach(clear);

	const calls: Readonly<Record<string, readonly unknown[]>> = {
		'without an argument': [],
		'with undefined, as a title of the view does': [undefined],
		'with null': [null],
		'with a list': [[{ name: 'dev' }]],
		'with an object of a class, which is none of ours': [
			new (class {
				readonly name = 'dev';
			})(),
		],
		'with interactive': [{ interactive: true }],
		'with selection, as a key of the tree does where no row is selected': [{ selection: true }],
		'with the elements that are selected behind it, as a menu of the tree does': [
			{ interactive: true },
			[{ interactive: false, name: 'dev' }],
		],
	};
	for (const [how, args] of Object.entries(calls)) {
		it(`${how} asks for what is missing`, async () => {
			await write(HAND_WRITTEN);
			assert.isUndefined(await cancelling('addSubaccount', ...args));
			assert.equal(await textOf(), HAND_WRITTEN);
		});
	}

	it('asks for confirmation', async () => {
		await write('version: 1\nglobalAccount: Acme\nmode: practice\nsubaccounts:\n  dev:\n');
		const before = await textOf();
		// VS Code opens no dialog while it runs tests, and says so.
		const refused = await cancelling('removeSubaccount', { name: 'dev', interactive: true }).then(
			() => '',
			(error: Error) => error.message,
		);
		assert.include(refused, 'Remove the subaccount "dev"');
		assert.equal(await textOf(), before);
	});

	it('is about the file of the editor whose title it is called from', async () => {
		await write(HAND_WRITTEN);
		await write(HAND_WRITTEN, 'europe.system-landscape.yaml');
		const answer = await cancelling('resolveMerge', fileUri('europe.system-landscape.yaml'), { groupId: 0 });
		assert.deepInclude(answer, { code: 'merge-not-needed' });
		assert.match(answer?.message ?? '', /^europe\.system-landscape\.yaml: /);
	});

	it('from any entry of the tree says that it is one', () => {
		const text = `${TEAM}<<<<<<< HEAD\n`;
		const file = { uri: fileUri(), reading: read(text), isDirty: false };
		const others = ['globalAccount: [', 'version: 1\nglobalAccount: Acme\nmode: practice\n'].map(
			(content, index) => ({
				...file,
				uri: fileUri(`${index}.system-landscape.yaml`),
				reading: read(content),
			}),
		);
		const below = (elements: readonly Element[], of: LandscapeFile): readonly Element[] =>
			elements.flatMap((element) => [element, ...below(childrenOf(element, of), of)]);
		const all = [file, ...others].flatMap((of) => below(rootsOf([of]), of));
		assert.sameMembers(
			[...new Set(all.map(({ kind }) => kind))],
			[
				'landscape',
				'conflict',
				'unreadable',
				'step',
				'group',
				'system',
				'token',
				'tenant',
				'extension',
				'subaccount',
				'entitlement',
				'formation',
				'member',
			],
		);
		assert.isTrue(all.every(({ interactive }) => interactive));
	});

	it('from a code lens says that it is one', async () => {
		await write(HAND_WRITTEN);
		const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', fileUri());
		assert.isNotEmpty(lenses);
		for (const { command } of lenses) {
			assert.propertyVal(command?.arguments?.[0], 'interactive', true);
		}
	});
});
