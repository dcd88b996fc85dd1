import {
	commands,
	type Disposable,
	languages,
	RelativePattern,
	Uri,
	WorkspaceEdit,
	window,
	workspace,
} from 'vscode';

/** What a command of ours gives back. */
export interface Answer {
	readonly ok: boolean;
	readonly code?: string;
	readonly message?: string;
	readonly [fact: string]: unknown;
}

export const FILE = 'system-landscape.yaml';

/** The folder that the tests work in. */
export function folder(): Uri {
	const [first] = workspace.workspaceFolders ?? [];
	if (!first) {
		throw new Error('The tests need an open folder.');
	}
	return first.uri;
}

export function fileUri(name = FILE): Uri {
	return Uri.joinPath(folder(), name);
}

/** What tests wait for at this moment. */
const waits = new Set<string>();

async function waited<Value>(what: string, promise: PromiseLike<Value>): Promise<Value> {
	waits.add(what);
	try {
		return await promise;
	} finally {
		waits.delete(what);
	}
}

/** What is waited for, and what files and documents say, for whoever looks into a test that failed. */
export async function explain(): Promise<string> {
	const waitedFor = [...waits];
	const documents = workspace.textDocuments
		.filter(({ uri }) => workspace.getWorkspaceFolder(uri))
		.map((document) => ({
			path: document.uri.path,
			isDirty: document.isDirty,
			version: document.version,
			text: document.getText().slice(0, 2000),
		}));
	const disk = await textOf().then(
		(text) => text.slice(0, 2000),
		(error: unknown) => String(error),
	);
	return JSON.stringify({ waitedFor, documents, disk });
}

/** Runs one of our commands as another extension would. */
export async function run(name: string, fields: object): Promise<Answer> {
	const answer = await waited(
		`${name} ${JSON.stringify(fields)}`,
		commands.executeCommand<Answer | undefined>(`systemLandscape.${name}`, fields),
	);
	if (!answer) {
		throw new Error(`${name} asked something and was cancelled.`);
	}
	return answer;
}

/** Runs one of our commands and throws when it is refused. */
export async function succeed(name: string, fields: object): Promise<Answer> {
	const answer = await run(name, fields);
	if (!answer.ok) {
		throw new Error(`${name}: ${answer.code}: ${answer.message}`);
	}
	return answer;
}

/** Writes a file to disk and has the extension read it. */
export async function write(text: string | Uint8Array, name = FILE): Promise<void> {
	const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
	const document =
		typeof text === 'string'
			? workspace.textDocuments.find(({ uri }) => uri.toString() === fileUri(name).toString())
			: undefined;
	if (document) {
		// VS Code takes what is written while it saves for its own, and never shows it.
		await until(() => document.isClosed || !document.isDirty || undefined);
	}
	await workspace.fs.writeFile(fileUri(name), bytes);
	if (document) {
		const shown = new TextDecoder().decode(bytes);
		// VS Code may close a document that no editor shows, which then keeps its text.
		await until(() => document.isClosed || document.getText() === shown || undefined);
	}
	await succeed('refresh', {});
}

/** The text on disk. */
export async function textOf(name = FILE): Promise<string> {
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await workspace.fs.readFile(fileUri(name)));
}

/** Removes all landscape files, also from editors, so that the next test begins with an empty folder. */
export async function clear(): Promise<void> {
	for (const document of workspace.textDocuments) {
		// VS Code itself may be writing its settings.
		if (document.isDirty && workspace.getWorkspaceFolder(document.uri)) {
			// Not saved: right after the file was written, VS Code may not know its time yet, and refuses.
			await window.showTextDocument(document);
			await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		}
	}
	await commands.executeCommand('workbench.action.closeAllEditors');
	for (const [name] of await workspace.fs.readDirectory(folder())) {
		if (name !== 'README.md') {
			await workspace.fs.delete(fileUri(name), { recursive: true });
		}
	}
	await succeed('refresh', {});
}

/** Waits for events (of files, documents and problems) until `check` gives something. */
export async function until<Value>(
	check: () => Value | undefined | Promise<Value | undefined>,
): Promise<Value> {
	const listeners: Disposable[] = [];
	try {
		const found = new Promise<Value>((resolve, reject) => {
			const look = () => {
				Promise.resolve(check()).then((value) => value !== undefined && resolve(value), reject);
			};
			const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder(), '**/*'));
			listeners.push(
				watcher,
				watcher.onDidChange(look),
				watcher.onDidCreate(look),
				watcher.onDidDelete(look),
				workspace.onDidChangeTextDocument(look),
				workspace.onDidSaveTextDocument(look),
				workspace.onDidCloseTextDocument(look),
				languages.onDidChangeDiagnostics(look),
			);
			look();
		});
		return await waited(check.toString(), found);
	} finally {
		for (const listener of listeners) {
			listener.dispose();
		}
	}
}

/** Waits until the text on disk matches. */
export function untilText(pattern: RegExp, name = FILE): Promise<string> {
	return until(async () => {
		const text = await textOf(name);
		return pattern.test(text) ? text : undefined;
	});
}

/** Types into a document as a person would, without saving. */
export async function append(text: string, name = FILE): Promise<void> {
	const document = await workspace.openTextDocument(fileUri(name));
	const edit = new WorkspaceEdit();
	edit.insert(document.uri, document.positionAt(document.getText().length), text);
	await workspace.applyEdit(edit);
}

/** Sets one of our settings for the folder. */
export async function configure(name: string, value: unknown): Promise<void> {
	await workspace.getConfiguration('systemLandscape').update(name, value);
}
