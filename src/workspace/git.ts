import { extensions, Uri } from 'vscode';

/** What is used of the API of VS Code's built-in Git extension. */
interface Git {
	getAPI(version: 1): {
		getRepository(uri: Uri): Repository | null;
		openRepository?(root: Uri): Promise<Repository | null>;
	};
}
interface Repository {
	readonly rootUri: Uri;
	/** A file's text in a commit, in the index (''), or in a stage of a conflict (':1'); rejects where there is none. */
	show(ref: string, path: string): Promise<string>;
	/** Looks at the working tree again. */
	status(): Promise<void>;
	/** Makes files what they are in the index. */
	clean(paths: readonly string[]): Promise<void>;
}

/** The repository of a file; nothing in a browser's VS Code, without Git, or where Git is switched off. */
export async function repositoryOf(uri: Uri): Promise<Repository | undefined> {
	try {
		const git = (await extensions.getExtension<Git>('vscode.git')?.activate())?.getAPI(1);
		return git?.getRepository(uri) ?? (await git?.openRepository?.(Uri.joinPath(uri, '..'))) ?? undefined;
	} catch {
		return undefined;
	}
}
