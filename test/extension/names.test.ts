import { assert } from 'chai';
import {
	type CodeLens,
	commands,
	type DocumentHighlight,
	type DocumentSymbol,
	env,
	type Location,
	type Position,
	type Range,
	type WorkspaceEdit,
	workspace,
} from 'vscode';
import { givenPendingSystem, SYSTEM } from './given-landscape.ts';
import { clear, fileUri, succeed, textOf, write } from './landscape-folder.ts';

const TEXT = `version: 1
globalAccount: Acme
mode: practice
systems:
  DEV:
    type: SAP S/4HANA Cloud
    status: registered
tenants:
  my300001.s4hana.example:
    type: SAP S/4HANA Cloud
    extensions:
      DEV:
        status: enabled
formations:
  Side by side:
    type: Side-by-Side Extensibility with Kyma
    systems:
      - DEV
`;

async function positionOf(part: string): Promise<Position> {
	const document = await workspace.openTextDocument(fileUri());
	return document.positionAt(document.getText().indexOf(part) + part.length - 1);
}

async function ask<Answer>(provider: string, part: string, ...more: unknown[]): Promise<Answer> {
	return commands.executeCommand<Answer>(provider, fileUri(), await positionOf(part), ...more);
}

const lines = (ranges: readonly { range: Range }[]) => ranges.map(({ range }) => range.start.line);

describe('The names in a landscape file', () => {
	beforeEach(clear);

	it('lead to the definition, to all references, and are highlighted together', async () => {
		await write(TEXT);
		assert.deepEqual(lines(await ask<Location[]>('vscode.executeDefinitionProvider', '- DEV')), [4]);
		assert.deepEqual(
			lines(await ask<Location[]>('vscode.executeReferenceProvider', '- DEV')).sort((a, b) => a - b),
			[4, 11, 17],
		);
		assert.lengthOf(await ask<DocumentHighlight[]>('vscode.executeDocumentHighlights', '- DEV'), 3);
	});

	it('are renamed across the file, and the token follows: it can still be copied', async () => {
		const token = await givenPendingSystem();
		const edit = await ask<WorkspaceEdit>('vscode.executeDocumentRenameProvider', `  ${SYSTEM}`, 'PRD');
		await workspace.applyEdit(edit);
		await (await workspace.openTextDocument(fileUri())).save();
		assert.include(await textOf(), '  PRD:\n');
		await succeed('copyToken', { system: 'PRD' });
		assert.equal(await env.clipboard.readText(), token);
	});

	it('R-NAME-2: refuse a new name with the reason, and anything else that is no name', async () => {
		await write(TEXT);
		const rename = (part: string, name: string) =>
			ask<WorkspaceEdit>('vscode.executeDocumentRenameProvider', part, name).then(
				() => '',
				(error: Error) => error.message,
			);
		assert.include(await rename('- DEV', 'Zürich'), 'ASCII');
		assert.include(await rename('status: reg', 'x'), 'can be renamed');
		const prepared = await ask<{ range: Range; placeholder: string }>('vscode.prepareRename', '- DEV');
		assert.equal(prepared.placeholder, 'DEV');
	});

	it('make the outline', async () => {
		await write(TEXT);
		const symbols = await commands.executeCommand<DocumentSymbol[]>(
			'vscode.executeDocumentSymbolProvider',
			fileUri(),
		);
		assert.deepEqual(
			symbols.map(({ name, children }) => [name, children.map((child) => child.name)]),
			[
				['systems', ['DEV']],
				['tenants', ['my300001.s4hana.example']],
				['formations', ['Side by side']],
			],
		);
	});

	it('carry what can be done next as code lenses with the fields of their commands, unless the file is unreadable', async () => {
		await write(TEXT);
		await workspace.openTextDocument(fileUri());
		const lenses = async () =>
			(await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', fileUri())).map(
				({ range, command }) => [range.start.line, command?.title, command?.arguments?.[0]],
			);
		const landscape = fileUri().toString();
		assert.deepEqual(await lenses(), [
			[4, 'Add Subaccount', { landscape, interactive: true, system: 'DEV' }],
			[8, 'Open Tenant', { landscape, interactive: true, tenant: 'my300001.s4hana.example' }],
		]);
		await write(`${TEXT}x: [\n`);
		assert.deepEqual(await lenses(), []);
	});
});
