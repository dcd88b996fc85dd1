import type { ExtensionContext, LogOutputChannel, Uri } from 'vscode';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';
import type { LandscapeWriter } from '../workspace/landscape-writer.ts';
import type { Practice } from '../workspace/practice.ts';
import type { Projects } from '../workspace/projects.ts';
import type { TokenVault } from '../workspace/token-vault.ts';

/** Pages of one kind, which open in an editor. */
interface Pages<Identity> {
	open(identity: Identity): void;
}

/** The tree, as far as commands know it. */
interface Tree {
	/** The fields of the row that is selected, if it's one. */
	selected(): object | undefined;
	/** Selects what was added to a file, by its names, where the tree is in view. */
	showAdded(file: Uri, names: readonly string[]): Promise<void>;
}

/** What commands work with. */
export interface Services {
	readonly context: ExtensionContext;
	readonly log: LogOutputChannel;
	readonly files: LandscapeFiles;
	readonly projects: Projects;
	readonly writer: LandscapeWriter;
	readonly vault: TokenVault;
	readonly practice: Practice;
	readonly tree: Tree;
	/** By the URI of the landscape file and the tenant's host name in lower case. */
	readonly tenants: Pages<{ readonly landscape: string; readonly tenant: string }>;
	/** By the URI of the landscape file. */
	readonly maps: Pages<{ readonly landscape: string }>;
	/** By the URI of the landscape file and the name of the system. */
	readonly guides: Pages<{ readonly landscape: string; readonly system: string }>;
}
