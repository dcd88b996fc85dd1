import { extensions, Uri, workspace } from 'vscode';
import type { Stages } from '../merge/merge-texts.ts';
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
	try {
		const git = (await extensions.getExtension<Git>('vscode.git')?.activate())?.getAPI(1);
		const repository = git?.getRepository(uri) ?? (await git?.openRepository?.(Uri.joinPath(uri, '..')));
		if (repository) {
			const [base, ours, theirs] = await Promise.all(
				[1, 2, 3].map((stage) => repository.show(`:${stage}`, uri.fsPath).catch(() => undefined)),
			);
			// Git writes MERGE_HEAD after the files: what is younger was edited by hand, and counts as it is.
			const places = [uri, Uri.joinPath(repository.rootUri, '.git', 'MERGE_HEAD')];
			const untouched = await Promise.all(places.map((place) => workspace.fs.stat(place))).then(
				([file, merge]) => (file && merge && file.mtime <= merge.mtime ? textOnDisk(uri) : undefined),
				() => undefined,
			);
			return (text) => (text === untouched ? { base, ours, theirs } : { base });
		}
	} catch {
		// Without Git, or where it is switched off, the text is all there is.
	}
	return () => ({});
}
