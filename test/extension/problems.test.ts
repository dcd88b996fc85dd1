import { assert } from 'chai';
import { type CodeAction, commands, Diagnostic, DiagnosticSeverity, languages, workspace } from 'vscode';
import { HAND_WRITTEN } from './given-landscape.ts';
import { append, clear, fileUri, until, write } from './landscape-folder.ts';

function problems(): Diagnostic[] {
	return languages.getDiagnostics(fileUri()).filter(({ source }) => source === 'System Landscape');
}

function problem(code: string): Promise<Diagnostic> {
	return until(() => problems().find((found) => found.code === code));
}

describe('Problems', () => {
	beforeEach(clear);

	it('lists references to systems that do not exist, at their place', async () => {
		await write(
			`${HAND_WRITTEN}subaccounts:\n  dev:\n    entitlements:\n      - service: s4-hana-cloud\n        plan: api-access\n        system: Gone\n`,
		);
		const found = await problem('system-unknown');
		const document = await workspace.openTextDocument(fileUri());
		assert.equal(document.getText(found.range), 'Gone');
	});

	it('follows edits that are not saved', async () => {
		await write(HAND_WRITTEN);
		await append('note: kept\n');
		const found = await problem('key-unknown');
		const document = await workspace.openTextDocument(fileUri());
		assert.equal(document.getText(found.range), 'note');
	});

	it('goes away with the file', async () => {
		await write(`${HAND_WRITTEN}note: kept\n`);
		await problem('key-unknown');
		await workspace.fs.delete(fileUri());
		await until(() => (problems().length === 0 ? true : undefined));
	});

	it('flags a text that looks like a token, and the preferred quick fix removes it', async () => {
		const token = '9d'.repeat(32);
		await write(HAND_WRITTEN.replace('# no token yet', `# token: ${token}`));
		const found = await problem('token-in-file');
		const document = await workspace.openTextDocument(fileUri());
		assert.equal(document.getText(found.range), token);
		assert.notInclude(found.message, token);
		const actions = await commands.executeCommand<CodeAction[]>(
			'vscode.executeCodeActionProvider',
			fileUri(),
			found.range,
		);
		const fix = actions.find(({ isPreferred }) => isPreferred);
		assert.isDefined(fix?.edit);
		if (fix?.edit) {
			await workspace.applyEdit(fix.edit);
		}
		assert.notInclude(document.getText(), token);
	});

	async function fixesAt(found: Diagnostic): Promise<CodeAction[]> {
		return commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', fileUri(), found.range);
	}

	it('offers the nearest known type, and is content once that is taken', async () => {
		await write(HAND_WRITTEN.replace('SAP Marketing Cloud', 'SAP Marketng Cloud'));
		const found = await problem('type-unknown');
		assert.equal(found.severity, DiagnosticSeverity.Warning);
		const document = await workspace.openTextDocument(fileUri());
		assert.equal(document.getText(found.range), 'SAP Marketng Cloud');
		const fixes = (await fixesAt(found)).filter(({ edit }) => edit);
		assert.deepEqual(
			fixes.map(({ title }) => title),
			['Change to "SAP Marketing Cloud"'],
		);
		await workspace.applyEdit(fixes[0]?.edit ?? assert.fail());
		assert.equal(document.getText(), HAND_WRITTEN);
		await until(() => (problems().length === 0 ? true : undefined));
	});

	it('leaves out what Red Hat YAML reports on the file, for as long as it does', async () => {
		const other = languages.createDiagnosticCollection('yaml');
		try {
			const document = `${HAND_WRITTEN}tenants:\n  my.example: {}\nnote: kept\n`;
			await write(document);
			const missing = await problem('key-missing');
			const reported = new Diagnostic(missing.range, 'Missing property "type".', DiagnosticSeverity.Warning);
			reported.source = 'yaml-schema: Tenant';
			other.set(fileUri(), [reported]);
			await until(() => (problems().some(({ code }) => code === 'key-missing') ? undefined : true));
			assert.isTrue(problems().some(({ code }) => code === 'key-unknown'));
			other.clear();
			await problem('key-missing');
			await write(`${HAND_WRITTEN}mode: practice\n`);
			await problem('key-duplicate');
			const syntax = new Diagnostic(missing.range, 'Map keys must be unique', DiagnosticSeverity.Error);
			syntax.source = 'YAML';
			other.set(fileUri(), [syntax]);
			await until(() => (problems().some(({ code }) => code === 'key-duplicate') ? undefined : true));
		} finally {
			other.dispose();
		}
	});

	it('lists a subaccount without service plans as a hint, whose fix is the command with its fields', async () => {
		await write(`${HAND_WRITTEN.replace('status: pending }', 'status: registered }')}subaccounts:\n  dev:\n`);
		const found = await problem('subaccount-unused');
		assert.equal(found.severity, DiagnosticSeverity.Hint);
		await workspace.openTextDocument(fileUri());
		const [fix] = await fixesAt(found);
		assert.equal(fix?.command?.command, 'systemLandscape.addServicePlans');
		assert.deepEqual(fix?.command?.arguments, [
			{ subaccount: 'dev', landscape: fileUri().toString(), interactive: true },
		]);
	});
});
