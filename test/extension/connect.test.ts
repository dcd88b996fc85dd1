import { assert } from 'chai';
import { type CodeAction, commands, languages, Position, Range, type Uri, workspace } from 'vscode';
import { CHART, MANIFEST, MTA, VALUES } from '../browser/incidents-project.ts';
import { LANDSCAPE, MISSPELT, MTA as ORDERS, SYSTEM } from '../browser/orders-project.ts';
import { append, clear, fileUri, run, succeed, textOf, until, write } from './landscape-folder.ts';

const PROJECT = 'incidents';
const NAME = 'incidents-api-access';

/** What a caller has to say for an instance of the plan `api-access`. */
function asked(more: object = {}) {
	return {
		project: fileUri(PROJECT).toString(),
		deployer: 'cloud-foundry',
		system: SYSTEM,
		plan: 'api-access',
		scenario: 'SAP_COM_0008',
		service: 'API_BUSINESS_PARTNER',
		servicePath: '/sap/opu/odata/sap/API_BUSINESS_PARTNER',
		...more,
	};
}

const file = (path: string) => `${PROJECT}/${path}`;

async function given(files: Readonly<Record<string, string>>, landscape = LANDSCAPE): Promise<void> {
	await workspace.fs.createDirectory(fileUri(PROJECT));
	for (const [path, text] of Object.entries(files)) {
		await write(text, file(path));
	}
	await write(landscape);
}

/** Connects, and gives the paths of the files that changed, below the project. */
async function connect(fields: object): Promise<string[]> {
	const { files } = await succeed('connectProject', fields);
	const start = `${fileUri(PROJECT).toString()}/`;
	return (files as string[]).map((uri) => uri.slice(start.length));
}

async function states(): Promise<unknown[]> {
	const { usages } = await succeed('showUsages', { system: SYSTEM });
	return (usages as { instance: string; state: string }[]).map(
		({ instance, state }) => `${instance} ${state}`,
	);
}

describe('Connecting a CAP project', () => {
	beforeEach(clear);

	it('writes and saves what Cloud Foundry needs, which is ready then, and nothing the second time', async () => {
		await given({ 'mta.yaml': MTA, 'package.json': MANIFEST });
		const expected = ['mta.yaml', `${NAME}.json`, 'package.json'];
		assert.sameMembers(await connect(asked()), expected);
		const mta = await textOf(file('mta.yaml'));
		assert.include(mta, `        systemName: ${SYSTEM}\n`);
		assert.include(mta, 'description: "Incidents"   # ours\n');
		assert.include(await textOf(file('package.json')), `"destination": "${NAME}"`);
		assert.equal(
			JSON.parse(await textOf(file(`${NAME}.json`))).communicationArrangement.outboundServices.length,
			9,
		);
		assert.deepEqual(
			workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.path),
			[],
		);
		assert.deepEqual(await states(), [`${NAME} ready`]);
		assert.deepEqual(await connect(asked()), []);
		assert.equal(await textOf(file('mta.yaml')), mta);
	});

	it('writes what Kyma needs', async () => {
		await given({ 'chart/Chart.yaml': CHART, 'chart/values.yaml': VALUES, 'package.json': MANIFEST });
		const fields = asked({ deployer: 'kyma' });
		assert.sameMembers(await connect(fields), [
			'chart/Chart.yaml',
			'chart/values.yaml',
			'api-access.json',
			'package.json',
		]);
		assert.include(await textOf(file('package.json')), '"destination": "incidents-api-access"');
		assert.deepEqual(await states(), ['incidents-api-access ready']);
		assert.deepEqual(await connect(fields), []);
	});

	it('writes an extension of mta.yaml for each landscape, and no system into mta.yaml', async () => {
		const prod = 'prod.system-landscape.yaml';
		await given({ 'mta.yaml': MTA, 'package.json': MANIFEST });
		await write(LANDSCAPE.replaceAll(SYSTEM, 'PRD'), prod);
		const stages = { [fileUri().toString()]: 'dev.mtaext', [fileUri(prod).toString()]: 'prod.mtaext' };
		const fields = asked({ landscape: fileUri().toString(), stages });
		assert.includeMembers(await connect(fields), ['dev.mtaext', 'prod.mtaext']);
		assert.notInclude(await textOf(file('mta.yaml')), 'systemName');
		assert.include(await textOf(file('dev.mtaext')), `systemName: ${SYSTEM}\n`);
		assert.include(await textOf(file('prod.mtaext')), 'systemName: PRD\n');
		assert.deepEqual(await connect(fields), []);
	});

	it('keeps unsaved edits, which stay unsaved', async () => {
		await given({ 'mta.yaml': MTA, 'package.json': MANIFEST });
		await append('# to do\n', file('mta.yaml'));
		await connect(asked());
		const document = await workspace.openTextDocument(fileUri(file('mta.yaml')));
		assert.isTrue(document.isDirty);
		assert.include(document.getText(), '# to do\n');
		assert.include(document.getText(), `systemName: ${SYSTEM}\n`);
		assert.equal(await textOf(file('mta.yaml')), MTA);
		assert.include(await textOf(file('package.json')), `"destination": "${NAME}"`);
		assert.deepEqual(await states(), [`${NAME} ready`]);
	});

	it('creates files with the line breaks of their neighbours', async () => {
		const crlf = (text: string) => text.replaceAll('\n', '\r\n');
		await given({ 'mta.yaml': crlf(MTA), 'package.json': crlf(MANIFEST) });
		await connect(asked());
		for (const path of ['mta.yaml', 'package.json', `${NAME}.json`]) {
			assert.match(await textOf(file(path)), /^(?:[^\r\n]*\r\n)*$/, path);
		}
	});

	const pending = LANDSCAPE.replace('status: registered', 'status: pending');
	const refused: readonly [code: string, more: object, files?: object, landscape?: string][] = [
		['project-unknown', { project: 'file:///nowhere' }],
		['system-unknown', { system: 'Nobody' }],
		['system-not-registered', {}, {}, pending],
		['plan-unknown', { plan: 'sap_com_0008' }],
		['scenario-malformed', { scenario: 'bupa' }],
		['arrangement-malformed', { arrangementName: 'Ä' }],
		['client-id-malformed', { plan: 'messaging', emClientId: '12345' }],
		['resource-malformed', { resource: 'a b' }],
		['required-service-malformed', { service: 'a b' }],
		['service-path-malformed', { servicePath: 'https://my300001.s4hana.example/sap' }],
		['stage-malformed', { stages: { [fileUri().toString()]: '../dev.mtaext' } }],
		['landscape-missing', { stages: { 'file:///nowhere/system-landscape.yaml': 'dev.mtaext' } }],
		['resource-taken', { resource: 'incidents-auth' }],
		['project-not-deployable', { deployer: 'kyma' }],
		['project-unreadable', {}, { 'mta.yaml': `${MTA}  - name: [\n` }],
		['project-unreadable', {}, { 'package.json': '{' }],
		['project-requires-missing', {}, { 'package.json': undefined }],
	];
	for (const [code, more, files, landscape] of refused) {
		it(`is refused with ${code}, and changes nothing: ${JSON.stringify({ ...more, ...files }).slice(0, 60)}`, async () => {
			const all = Object.entries({ 'mta.yaml': MTA, 'package.json': MANIFEST, ...files });
			const texts = Object.fromEntries(all.filter(([, text]) => text !== undefined));
			await given(texts as Record<string, string>, landscape);
			const answer = await run('connectProject', asked(more));
			assert.deepInclude(answer, { ok: false, code });
			for (const [path, text] of Object.entries(texts)) {
				assert.equal(await textOf(file(path)), text, path);
			}
			const names = (await workspace.fs.readDirectory(fileUri(PROJECT))).map(([name]) => name);
			assert.sameMembers(names, Object.keys(texts));
		});
	}

	it("R-CAP-7: doesn't take the name of an arrangement, or the emClientId, of another project for the system", async () => {
		await given({ 'mta.yaml': MTA, 'package.json': MANIFEST });
		await workspace.fs.createDirectory(fileUri('orders'));
		await write(ORDERS.replace(MISSPELT, SYSTEM), 'orders/mta.yaml');
		const answer = await run('connectProject', asked({ arrangementName: 'ORDERS' }));
		assert.deepInclude(answer, { ok: false, code: 'arrangement-taken' });
		assert.equal(await textOf(file('mta.yaml')), MTA);
	});

	it('is offered in mta.yaml, and where the landscape has a plan that no project uses', async () => {
		await given({ 'mta.yaml': MTA, 'package.json': MANIFEST });
		const actionsAt = async (uri: Uri, range: Range) => {
			await workspace.openTextDocument(uri);
			return (await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range))
				.filter(({ command }) => command?.command === 'systemLandscape.connectProject')
				.map(({ command }) => command?.arguments?.[0]);
		};
		const start = new Range(new Position(0, 0), new Position(0, 0));
		assert.deepEqual(await actionsAt(fileUri(file('mta.yaml')), start), [
			{ project: fileUri(PROJECT).toString(), deployer: 'cloud-foundry', interactive: true },
		]);
		const unused = () =>
			languages
				.getDiagnostics(fileUri())
				.find(({ code }) => typeof code === 'object' && code.value === 'project-usage-missing');
		const hint = await until(unused);
		assert.deepEqual(await actionsAt(fileUri(), hint.range), [
			{ landscape: fileUri().toString(), system: SYSTEM, plan: 'api-access', interactive: true },
		]);
		await connect(asked());
		await until(() => (unused() ? undefined : true));
	});
});
