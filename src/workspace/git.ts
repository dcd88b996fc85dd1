import { Disposable, type Event, extensions, Uri } from 'vscode';
import { ContextKey } from './context-key.ts';

/** What is used of the API of VS Code's built-in Git extension. */
interface Git {
	/** Whether Git is installed, and not switched off in the settings. */
	readonly enabled: boolean;
	readonly onDidChangeEnablement: Event<boolean>;
	getAPI(version: 1): {
		getRepository(uri: Uri): Repository | null;
		openRepository?(root: Uri): Promise<Repository | null>;
		readonly onDidOpenRepository?: Event<unknown>;
	};
}
export interface Repository {
	readonly rootUri: Uri;
	/** A file's text in a commit, in the index (''), or in a stage of a conflict (':1'); rejects where there is none. */
	show(ref: string, path: string): Promise<string>;
	/** Those of the paths that Git ignores. */
	checkIgnore(paths: string[]): Promise<Set<string>>;
	/** What `git blame` writes about a file as it's on disk; rejects where Git has no history of it. */
	blame(path: string): Promise<string>;
	/** A commit by its hash, which may be shortened. */
	getCommit(ref: string): Promise<Commit>;
	/** The last commit that two have in common: one of them, where it's an ancestor of the other. */
	getMergeBase(ref1: string, ref2: string): Promise<string | undefined>;
	/** Looks at the working tree again. */
	status(): Promise<void>;
	/** Makes files what they are in the index. */
	clean(paths: readonly string[]): Promise<void>;
}

/** A commit, as far as it's told to people. */
export interface Commit {
	readonly hash: string;
	readonly message: string;
	readonly authorName?: string;
	readonly authorDate?: Date;
	readonly commitDate?: Date;
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

/**
 * Keeps the context key `systemLandscape.hasGit`: VS Code's Git extension comes when a workspace becomes trusted, isn't
 * there in a browser, and can be switched off. Doesn't wait for it.
 */
export function registerHasGit(): Disposable[] {
	const hasGit = new ContextKey<boolean>('systemLandscape.hasGit');
	const enablements: Disposable[] = [];
	let known: Git | undefined;
	const update = async () => {
		const git = await activateGit();
		if (git && git !== known) {
			enablements.push(git.onDidChangeEnablement((isEnabled) => hasGit.set(isEnabled)));
		}
		known = git;
		hasGit.set(git?.enabled ?? false);
	};
	void update();
	return [
		extensions.onDidChange(() => void update()),
		new Disposable(() => Disposable.from(...enablements).dispose()),
	];
}

async function gitApi(): Promise<ReturnType<Git['getAPI']> | undefined> {
	try {
		return (await activateGit())?.getAPI(1);
	} catch {
		// Git is switched off.
		return undefined;
	}
}

/** VS Code's Git extension; nothing where there is none, or it doesn't start. */
async function activateGit(): Promise<Git | undefined> {
	try {
		return await extensions.getExtension<Git>('vscode.git')?.activate();
	} catch {
		return undefined;
	}
}
