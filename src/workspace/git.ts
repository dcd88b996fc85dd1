import { type Disposable, type Event, extensions, Uri } from 'vscode';

/** What is used of the API of VS Code's built-in Git extension. */
interface Git {
	getAPI(version: 1): {
		getRepository(uri: Uri): Repository | null;
		openRepository?(root: Uri): Promise<Repository | null>;
		readonly onDidOpenRepository?: Event<unknown>;
	};
}
interface Repository {
	readonly rootUri: Uri;
	/** A file's text in a commit, in the index (''), or in a stage of a conflict (':1'); rejects where there is none. */
	show(ref: string, path: string): Promise<string>;
	/** Those of the paths that Git ignores. */
	checkIgnore(paths: string[]): Promise<Set<string>>;
	/** Looks at the working tree again. */
	status(): Promise<void>;
	/** Makes files what they are in the index. */
	clean(paths: readonly string[]): Promise<void>;
}

/** The repository of a file among those that VS Code has open; nothing in a browser's VS Code or without Git. */
export async function findRepository(uri: Uri): Promise<Repository | undefined> {
	return (await gitApi())?.getRepository(uri) ?? undefined;
}

/** Calls back when VS Code has found another repository, which takes it a while after a start. */
export async function onDidOpenRepository(listener: () => void): Promise<Disposable | undefined> {
	return (await gitApi())?.onDidOpenRepository?.(listener);
}

/** The repository of a file. One that VS Code hasn't found yet is opened, and then appears in Source Control. */
export async function openRepository(uri: Uri): Promise<Repository | undefined> {
	const git = await gitApi();
	const opened = async () => git?.openRepository?.(Uri.joinPath(uri, '..')).catch(() => null);
	return git?.getRepository(uri) ?? (await opened()) ?? undefined;
}

async function gitApi(): Promise<ReturnType<Git['getAPI']> | undefined> {
	try {
		return (await extensions.getExtension<Git>('vscode.git')?.activate())?.getAPI(1);
	} catch {
		// Git is switched off.
		return undefined;
	}
}
