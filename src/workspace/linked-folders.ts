import { FileType, Uri, workspace } from 'vscode';

/**
 * Knows which folders of the workspace are links, or lie behind one: they may lead out of it. VS Code's search follows
 * them. Asks for each folder once.
 */
export class LinkedFolders {
	readonly #known = new Map<string, Promise<boolean>>();

	/** Those of the files and folders that don't lie in a folder that is a link. */
	async without(uris: readonly Uri[]): Promise<readonly Uri[]> {
		const areBehind = await Promise.all(uris.map((uri) => this.#isBehindLink(Uri.joinPath(uri, '..'))));
		return uris.filter((_, index) => !areBehind[index]);
	}

	#isBehindLink(folder: Uri): Promise<boolean> {
		const root = workspace.getWorkspaceFolder(folder)?.uri;
		if (!root || folder.path.length <= root.path.length) {
			return Promise.resolve(false);
		}
		const key = folder.toString();
		const known =
			this.#known.get(key) ??
			this.#isBehindLink(Uri.joinPath(folder, '..')).then(
				async (isBehind) => isBehind || (await isLink(folder)),
			);
		this.#known.set(key, known);
		return known;
	}
}

async function isLink(folder: Uri): Promise<boolean> {
	return workspace.fs.stat(folder).then(
		({ type }) => (type & FileType.SymbolicLink) !== 0,
		// What isn't there is no link.
		() => false,
	);
}
