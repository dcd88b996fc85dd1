import { Uri, workspace } from 'vscode';
import type { Stages } from '../merge/merge-texts.ts';
import { openRepository } from './git.ts';
import { textOnDisk } from './landscape-files.ts';

/**
 * What Git's index has of a file in conflict, for the text that the file has by then: the base, and the whole sides
 * where the file wasn't touched since the merge. Nothing without a repository, or where Git knows of no conflict; no
 * base for a file that both sides added.
 */
export async function mergeStages(uri: Uri): Promise<(text: string) => Stages> {
	const repository = await openRepository(uri);
	if (!repository) {
		return () => ({});
	}
	const [base, ours, theirs] = await Promise.all(
		[':1', ':2', ':3'].map((stage) => repository.show(stage, uri.fsPath).catch(() => undefined)),
	);
	// Git writes MERGE_HEAD after the files: what is younger was edited by hand, and counts as it is.
	const places = [uri, Uri.joinPath(repository.rootUri, '.git', 'MERGE_HEAD')];
	const untouched = await Promise.all(places.map((place) => workspace.fs.stat(place)))
		.then(([file, merge]) => (file && merge && file.mtime <= merge.mtime ? textOnDisk(uri) : undefined))
		.catch(() => undefined);
	return (text) => (text === untouched ? { base, ours, theirs } : { base });
}
