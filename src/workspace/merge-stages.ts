import { extensions, Uri, workspace } from 'vscode';
import type { Stages } from '../document/merge.ts';
import { textOnDisk } from './landscape-files.ts';

/** What is used of the API of VS Code's built-in Git extension. */
interface Git {
	getAPI(version: 1): {
		getRepository(uri: Uri): Repository | null;
		openRepository?(root: Uri): Promise<Repository | null>;
	};
}
interface Repository {
	readonly rootUri: Uri;
	show(ref: string, path: string): Promise<string>;
}

/**
 * What git's index has of a file in conflict, for the text that the file has by then: the base, and the whole sides
 * where the file was not touched since the merge. Nothing without the Git extension (as in the browser), without a
 * repository, or where git knows of no conflict; no base for a file that both sides added.
 */
export async function mergeStages(uri: Uri): Promise<(text: string) => Stages> {
	const attempt = async <Value>(get: () => PromiseLike<Value> | undefined): Promise<Value | undefined> => {
		try {
			return await get();
		} catch {
			return undefined;
		}
	};
	const repository = await attempt(async () => {
		const git = (await extensions.getExtension<Git>('vscode.git')?.activate())?.getAPI(1);
		return git?.getRepository(uri) ?? (await git?.openRepository?.(Uri.joinPath(uri, '..')));
	});
	if (!repository) {
		return () => ({});
	}
	const [base, ours, theirs] = await Promise.all(
		[1, 2, 3].map((stage) => attempt(() => repository.show(`:${stage}`, uri.fsPath))),
	);
	// Git writes MERGE_HEAD after the files: what is younger was edited by hand, and counts as it is.
	const [file, merge] = await Promise.all(
		[uri, Uri.joinPath(repository.rootUri, '.git', 'MERGE_HEAD')].map((place) =>
			attempt(() => workspace.fs.stat(place)),
		),
	);
	const isUntouched = file && merge && file.mtime <= merge.mtime;
	const untouched = isUntouched ? await attempt(() => textOnDisk(uri)) : undefined;
	return (text) => (text === untouched ? { base, ours, theirs } : { base });
}
