import { assert } from 'chai';
import {
	type CompletionItem,
	type CompletionList,
	commands,
	type Hover,
	type MarkdownString,
	type Position,
	SnippetString,
	type TextDocument,
	workspace,
} from 'vscode';
import { clear, fileUri, write } from './landscape-folder.ts';

const SYSTEMS = `version: 1
globalAccount: Acme
mode: practice
systems:
  DEV:
    type: SAP S/4HANA Cloud
    status: registered
  "[x](command:quit)":
    type: SAP Marketing Cloud
    status: pending
tenants:
  my300001.s4hana.example:
    type: SAP S/4HANA Cloud
    extensions:
      DEV:
        status: enabled
`;

/** A file with a cursor at `|` in it. */
async function at(marked: string): Promise<{ document: TextDocument; position: Position }> {
	await write(marked.replace('|', ''));
	const document = await workspace.openTextDocument(fileUri());
	return { document, position: document.positionAt(marked.indexOf('|')) };
}

async function completions(marked: string): Promise<CompletionItem[]> {
	const { position } = await at(marked);
	const { items } = await commands.executeCommand<CompletionList>(
		'vscode.executeCompletionItemProvider',
		fileUri(),
		position,
	);
	// Words of the document are VS Code's own.
	return items.filter(({ sortText }) => /^[01]\d{5}$/.test(sortText ?? ''));
}

async function hover(marked: string): Promise<{ text: string; contents: readonly MarkdownString[] }> {
	const { position } = await at(marked);
	const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', fileUri(), position);
	const contents = hovers.flatMap((found) => found.contents as MarkdownString[]);
	return { text: contents.map(({ value }) => value).join('\n'), contents };
}

describe('Writing a landscape file by hand', () => {
	beforeEach(clear);

	it('completes the keys that are missing, with what follows them', async () => {
		const items = await completions('systems:\n  DEV:\n    type: SAP S/4HANA Cloud\n    |\n');
		assert.deepEqual(
			items.map(({ label }) => label),
			[
				...['status', 'recordedAt', 'url', 'role', 'discovery', 'owner', 'note'],
				...['pairedTenant', 'token'],
			],
		);
		const [status] = items;
		assert.instanceOf(status?.insertText, SnippetString);
		assert.include(
			(status?.documentation as MarkdownString | undefined)?.value,
			'How far the system is connected',
		);
	});

	it('completes values, and tells what each means', async () => {
		const items = await completions('version: 1\nmode: |\n');
		assert.deepEqual(
			items.map(({ label }) => label),
			['practice', 'recorded'],
		);
	});

	it('completes the names of systems with type and status, those that are allowed first', async () => {
		const items = await completions(
			`${SYSTEMS}subaccounts:\n  dev:\n    entitlements:\n      - service: s4-hana-cloud\n        system: |\n`,
		);
		assert.deepEqual(
			items.map(({ label, detail }) => [label, detail]),
			[
				['DEV', 'SAP S/4HANA Cloud, Registered'],
				['[x](command:quit)', 'SAP Marketing Cloud, Pending'],
			],
		);
		assert.equal(items[1]?.insertText, '"[x](command:quit)"');
	});

	it('hovers over a key and a value with the link to its source', async () => {
		const { text } = await hover('systems:\n  DEV:\n    type: SAP S/4HANA Cloud\n    status: pen|ding\n');
		assert.include(text, 'Send its integration token to the tenant administrator');
		assert.include(text, 'https://help.sap.com/');
	});

	it('hovers over a system with its status, its extension, its uses and what to do next', async () => {
		const { text } = await hover(
			`${SYSTEMS}formations:\n  Side by side:\n    type: Side-by-Side Extensibility with Kyma\n    systems:\n      - D|EV\n`,
		);
		for (const part of ['Registered', 'my300001', 'Enabled', 'Side', 'Next']) {
			assert.include(text, part);
		}
	});

	it('hovers over a name that is written like a link with text only', async () => {
		const { contents } = await hover(SYSTEMS.replace('[x](', '[|x]('));
		assert.isNotEmpty(contents);
		for (const { value, isTrusted, supportHtml } of contents) {
			assert.notMatch(value, /(?<!\\)\[x(?<!\\)\]/);
			assert.isNotOk(isTrusted);
			assert.isNotOk(supportHtml);
		}
	});

	it('says nothing in comments', async () => {
		assert.deepEqual(await completions('version: 1\n# |\n'), []);
		assert.deepEqual((await hover('version: 1\n# com|ment\n')).contents, []);
	});
});
