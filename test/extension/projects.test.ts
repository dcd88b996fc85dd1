import { assert } from 'chai';
import {
	type CodeAction,
	type CompletionList,
	commands,
	type Hover,
	type Location,
	languages,
	type MarkdownString,
	Position,
	Range,
	type WorkspaceEdit,
	workspace,
} from 'vscode';
import { LANDSCAPE, MISSPELT, MTA, SYSTEM } from '../browser/orders-project.ts';
import {
	type Answer,
	clear,
	configure,
	fileUri,
	folder,
	run,
	succeed,
	textOf,
	until,
	write,
} from './landscape-folder.ts';

const RIGHT = MTA.replace(MISSPELT, SYSTEM);

/** A project in a folder of its own, and the landscape that it's compared with. */
async function givenProject(mta: string, landscape = LANDSCAPE): Promise<void> {
	await workspace.fs.createDirectory(fileUri('orders'));
	await write(mta, 'orders/mta.yaml');
	await write(landscape);
}

const problems = (name = 'orders/mta.yaml') =>
	languages
		.getDiagnostics(fileUri(name))
		.filter(({ source }) => source === 'System Landscape')
		.map(({ code, range }) => `${(code as { value: string }).value} ${range.start.line + 1}`);

async function positionOf(part: string, name = 'orders/mta.yaml'): Promise<Position> {
	const document = await workspace.openTextDocument(fileUri(name));
	return document.positionAt(document.getText().indexOf(part) + part.length);
}

async function ask<Answer>(provider: string, part: string, ...more: unknown[]): Promise<Answer> {
	return commands.executeCommand<Answer>(
		provider,
		fileUri('orders/mta.yaml'),
		await positionOf(part),
		...more,
	);
}

/** What a hover says, without what VS Code adds: unbreakable spaces, and in 1.100 backslashes before hyphens. */
function said(hover: Hover | undefined): string {
	const contents = (hover?.contents ?? []).map((content) => (content as MarkdownString).value);
	return contents.join('\n').replaceAll('&nbsp;', ' ').replaceAll('\\', '');
}

describe('A CAP project beside a landscape', () => {
	beforeEach(clear);
	afterEach(async () => {
		await configure('projects.findings', undefined);
		await configure('projects.ignore', undefined);
	});

	it('is checked once Refresh has ended, and again as it is typed', async () => {
		await givenProject(MTA);
		assert.deepEqual(problems(), ['project-system-unknown 12']);
		const document = await workspace.openTextDocument(fileUri('orders/mta.yaml'));
		const [action] = await commands.executeCommand<CodeAction[]>(
			'vscode.executeCodeActionProvider',
			document.uri,
			languages.getDiagnostics(document.uri)[0]?.range,
		);
		assert.equal(action?.title, `Change to "${SYSTEM}"`);
		await workspace.applyEdit(action?.edit as WorkspaceEdit);
		assert.equal(document.getText(), RIGHT);
		await until(() => (problems().length === 0 ? true : undefined));
	});

	it('isn’t checked without a landscape, and not where the setting says so', async () => {
		await workspace.fs.createDirectory(fileUri('orders'));
		await write(MTA, 'orders/mta.yaml');
		assert.deepEqual(problems(), []);
		await write(LANDSCAPE);
		assert.deepEqual(problems(), ['project-system-unknown 12']);
		await configure('projects.findings', false);
		await until(() => (problems().length === 0 ? true : undefined));
	});

	it('is silent where a comment or the setting says so', async () => {
		await givenProject(
			MTA.replace(/( +)systemName/, '$1# system-landscape: ignore project-system-unknown\n$1systemName'),
		);
		assert.deepEqual(problems(), []);
		await givenProject(MTA);
		assert.deepEqual(problems(), ['project-system-unknown 12']);
		await configure('projects.ignore', ['project-*-unknown']);
		await until(() => (problems().length === 0 ? true : undefined));
	});

	it('tells of the system, leads to it and back, and to all places', async () => {
		await givenProject(RIGHT);
		const [hover] = await ask<Hover[]>('vscode.executeHoverProvider', 'systemName: SAP');
		assert.match(said(hover), /Registered/);
		assert.match(said(hover), /api-access/);
		const [definition] = await ask<Location[]>('vscode.executeDefinitionProvider', 'systemName: SAP');
		assert.equal(definition?.uri.toString(), fileUri().toString());
		assert.equal(definition?.range.start.line, 4);
		const placesOf = (found: readonly Location[]) =>
			found.map(({ uri, range }) => `${uri.path.split('/').at(-1)}:${range.start.line + 1}`).sort();
		const everywhere = [12, 19, 5].map((line) => `system-landscape.yaml:${line}`);
		assert.deepEqual(placesOf(await ask<Location[]>('vscode.executeReferenceProvider', 'systemName: SAP')), [
			'mta.yaml:12',
			...everywhere,
		]);
		const fromLandscape = await commands.executeCommand<Location[]>(
			'vscode.executeReferenceProvider',
			fileUri(),
			await positionOf(`  ${SYSTEM}`, 'system-landscape.yaml'),
		);
		assert.deepEqual(placesOf(fromLandscape), ['mta.yaml:12', ...everywhere]);
		const [inLandscape] = await commands.executeCommand<Hover[]>(
			'vscode.executeHoverProvider',
			fileUri(),
			await positionOf(`  ${SYSTEM}`, 'system-landscape.yaml'),
		);
		assert.include(said(inLandscape), 'Applications: orders-api-access in orders');
	});

	it('has fixes that change the landscape, and one that silences a problem', async () => {
		await givenProject(RIGHT, LANDSCAPE.replace('plan: api-access', 'plan: messaging'));
		assert.deepEqual(problems(), ['project-not-entitled 12']);
		const document = await workspace.openTextDocument(fileUri('orders/mta.yaml'));
		const actions = await commands.executeCommand<CodeAction[]>(
			'vscode.executeCodeActionProvider',
			document.uri,
			languages.getDiagnostics(document.uri)[0]?.range,
		);
		assert.deepEqual(
			actions.map(({ title }) => title),
			['Add Service Plans', 'Ignore project-not-entitled here'],
		);
		assert.deepInclude(actions[0]?.command?.arguments?.[0], {
			landscape: fileUri().toString(),
			system: SYSTEM,
			service: 's4-hana-cloud',
			interactive: true,
		});
		await workspace.applyEdit(actions[1]?.edit as WorkspaceEdit);
		await until(() => (problems().length === 0 ? true : undefined));
	});

	it('with a syntax error says where it is', async () => {
		await givenProject(`${RIGHT}  - name: "\n`);
		assert.deepEqual(problems(), ['project-not-read 17']);
	});

	it('follows the renaming of a system from either side, and by command', async () => {
		await givenProject(RIGHT);
		const fromProject = await ask<WorkspaceEdit>(
			'vscode.executeDocumentRenameProvider',
			'systemName: SAP',
			'PRD',
		);
		const filesOf = (edit: WorkspaceEdit) =>
			edit
				.entries()
				.map(([uri, edits]) => `${uri.path.split('/').at(-1)} ${edits.length}`)
				.sort();
		assert.deepEqual(filesOf(fromProject), ['mta.yaml 1', 'system-landscape.yaml 3']);
		const fromLandscape = await commands.executeCommand<WorkspaceEdit>(
			'vscode.executeDocumentRenameProvider',
			fileUri(),
			await positionOf(`  ${SYSTEM}`, 'system-landscape.yaml'),
			'PRD',
		);
		assert.deepEqual(filesOf(fromLandscape), ['mta.yaml 1', 'system-landscape.yaml 3']);
		await succeed('renameSystem', { system: SYSTEM, name: 'PRD' });
		await until(async () =>
			(await textOf('orders/mta.yaml')) === RIGHT.replace(SYSTEM, 'PRD') ? true : undefined,
		);
		assert.equal(await textOf(), LANDSCAPE.replaceAll(SYSTEM, 'PRD'));
	});

	it('names its usages with their state', async () => {
		await givenProject(RIGHT);
		const { usages } = await succeed('showUsages', { system: SYSTEM });
		assert.deepEqual(usages, [
			{
				project: fileUri('orders').toString(),
				uri: fileUri('orders/mta.yaml').toString(),
				line: 12,
				resource: 'orders-api-access',
				instance: 'orders-api-access',
				service: 's4-hana-cloud',
				plan: 'api-access',
				system: SYSTEM,
				state: 'ready',
			},
		]);
		const refused: Answer = await run('showUsages', { system: 'Nobody' });
		assert.equal(refused.code, 'system-unknown');
	});

	it('is read again when it changes, beside another one, and is gone with its folder', async () => {
		await workspace.fs.createDirectory(fileUri('invoices'));
		await write(RIGHT.replaceAll('orders', 'invoices').replace('ORDERS', 'INVOICES'), 'invoices/mta.yaml');
		await givenProject(RIGHT);
		const users = async () => {
			const { usages } = await run('showUsages', { system: SYSTEM });
			return (usages as { resource: string }[] | undefined)?.map(({ resource }) => resource);
		};
		assert.deepEqual(await users(), ['invoices-api-access', 'orders-api-access']);
		await workspace.fs.writeFile(fileUri('orders/mta.yaml'), new TextEncoder().encode(MTA));
		await until(() => (problems().length === 1 ? true : undefined));
		assert.deepEqual(await users(), ['invoices-api-access']);
		await workspace.fs.delete(fileUri('orders'), { recursive: true });
		await until(() => (problems().length === 0 ? true : undefined));
		await workspace.fs.delete(fileUri('invoices'), { recursive: true });
		await until(async () => ((await users())?.length ? undefined : true));
	});

	it('offers what may stand there: systems, plans, scenarios and ways to log on', async () => {
		await givenProject(MTA);
		const labels = async (part: string) => {
			const { items } = await ask<CompletionList>('vscode.executeCompletionItemProvider', part);
			return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
		};
		assert.include(await labels('systemName: SAP'), SYSTEM);
		assert.includeMembers(await labels('service-plan: api'), ['api-access', 'messaging']);
		assert.include(await labels('scenarioId: SAP'), 'SAP_COM_0008');
		assert.include(await labels('service: s4'), 's4-hana-cloud');
		assert.notInclude(await labels('ID: ord'), 'orders');
	});

	it('outside the folder is not read, and code is not run', async () => {
		await workspace.fs.createDirectory(fileUri('orders'));
		await workspace.fs.writeFile(fileUri('orders/.cdsrc.js'), new TextEncoder().encode('throw new Error()'));
		await givenProject(RIGHT.replace('      config:', '      path: ../../../etc/passwd\n      config:'));
		assert.deepEqual(problems(), ['project-not-read 11']);
		assert.deepEqual(problems('orders/.cdsrc.js'), ['project-not-read 1']);
		const range = new Range(new Position(10, 0), new Position(10, 0));
		assert.isFalse(languages.getDiagnostics(fileUri('orders/mta.yaml'))[0]?.range.isEqual(range));
	});

	it('behind the link of a folder is not read', async function () {
		// A web worker has no file system but that of VS Code, which makes no links.
		const fs = await import('node:fs').catch(() => this.skip());
		const { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } = fs;
		const outside = mkdtempSync(`${folder().fsPath}-outside-`);
		try {
			mkdirSync(`${outside}/k8s`);
			writeFileSync(`${outside}/mta.yaml`, MTA);
			writeFileSync(`${outside}/k8s/parameters.json`, MTA);
			await givenProject(RIGHT.replace('      config:', '      path: ./k8s/parameters.json\n      config:'));
			symlinkSync(outside, fileUri('linked').fsPath);
			symlinkSync(`${outside}/k8s`, fileUri('orders/k8s').fsPath);
			await succeed('refresh', {});
			assert.deepEqual(problems('linked/mta.yaml'), []);
			assert.deepEqual(problems('orders/k8s/parameters.json'), ['project-not-read 1']);
			assert.deepEqual(problems(), []);
		} finally {
			rmSync(outside, { recursive: true });
		}
	});
});
