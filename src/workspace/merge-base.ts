import { extensions, Uri } from 'vscode';

/** What is used of the API of VS Code's built-in Git extension. */
interface Git {
	getAPI(version: 1): {
		getRepository(uri: Uri): Repository | null;
		openRepository?(root: Uri): Promise<Repository | null>;
	};
}
interface Repository {
	show(ref: string, path: string): Promise<string>;
}

/**
 * The text that both sides of a file's merge began with: stage 1 in git's index. `undefined` without the Git extension
 * (as in the browser), without a repository, or where git knows of none, as for a file that both sides added.
 */
export async function mergeBase(uri: Uri): Promise<string | undefined> {
	try {
		const git = (await extensions.getExtension<Git>('vscode.git')?.activate())?.getAPI(1);
		const repository = git?.getRepository(uri) ?? (await git?.openRepository?.(Uri.joinPath(uri, '..')));
		return await repository?.show(':1', uri.fsPath);
	} catch {
		return undefined;
	}
}
