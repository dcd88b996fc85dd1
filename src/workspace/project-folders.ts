import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { Project } from '../model/projects/usage.ts';
import { parameterPaths } from '../project/mta.ts';
import { isOthersFile, type ProjectFiles } from '../project/project-files.ts';
import { readProject } from '../project/read-project.ts';
import { findRepository } from './git.ts';
import { isLandscapePath } from './landscape-file-name.ts';
import { openDocument, textOnDisk } from './landscape-files.ts';
import { LinkedFolders } from './linked-folders.ts';

/** The files that may say something of a project, as a glob. */
export const PROJECT_FILES = '**/{*.json,*.yaml,*.yml,*.mtaext,pom.xml,.cdsrc.js}';

/** What is generated, downloaded or packed says nothing of its own. */
const LEFT_OUT = ['node_modules', 'gen', 'dist', 'mta_archives', 'target'];
const LEFT_OUT_GLOB = `**/{${LEFT_OUT.join(',')}}/**`;
const LEFT_OUT_PATH = new RegExp(`(?:^|/)(?:\\.vscode|\\.git|${LEFT_OUT.join('|')})(?:/|$)`);

/** A folder with one of these may be a project. */
const ROOTS = '**/{mta.yaml,package.json,pom.xml}';
const ROOT = /(?:^|\/)(?:mta\.yaml|package\.json|pom\.xml)$/;

/** Where a project's files may be; those of user interfaces have no part in this. ripgrep takes no braces inside of braces. */
const FILES = [
	'*.{json,yaml,yml,mtaext,xml}',
	'{chart,k8s,config,srv,cap,deployment}/**/*.{json,yaml,yml,mtaext,xml}',
];
const RELEVANT = /\.(?:json|ya?ml|mtaext)$|(?:^|\/)(?:pom\.xml|\.cdsrc\.js)$/;

/** More projects than these aren't looked for, nor more files of one. */
const MOST_PROJECTS = 100;
const MOST_FILES_OF_ONE = 300;

/** Bytes; nobody writes a larger file by hand. */
const LARGEST_FILE = 1024 * 1024;

/** A project and what its files say now: the editor's text where one is open. */
export interface KnownProject {
	readonly folder: Uri;
	readonly files: ProjectFiles;
	readonly project: Project | undefined;
	/** Files that Git ignores, as URIs. */
	readonly ignored: ReadonlySet<string>;
}

/** A folder that may be a project. */
export interface ProjectFolder {
	readonly uri: Uri;
	/** Folders in it that are projects of their own. */
	readonly inner: readonly Uri[];
}

/** The folders of the workspace that may be projects, by path. */
export async function findProjectFolders(): Promise<readonly ProjectFolder[]> {
	const links = new LinkedFolders();
	const found = await workspace.findFiles(ROOTS, LEFT_OUT_GLOB, MOST_PROJECTS * 4);
	const roots = await links.without(found);
	const folderOf = (uri: Uri) => Uri.joinPath(uri, '..');
	const folders = new Map(roots.map(folderOf).map((uri) => [uri.toString(), uri] as const));
	const withMta = roots.filter(({ path }) => path.endsWith('/mta.yaml')).map(folderOf);
	return [...folders.keys()]
		.sort()
		.slice(0, MOST_PROJECTS)
		.flatMap((key) => folders.get(key) ?? [])
		.map((uri) => ({ uri, inner: withMta.filter((other) => isBelow(uri, other)) }));
}

/**
 * Reads a folder, without those in it that are projects of their own, and nothing behind links. Gives what was known
 * `before` where nothing has changed since.
 */
export async function readProjectFolder(
	{ uri: folder, inner }: ProjectFolder,
	before?: KnownProject,
): Promise<KnownProject> {
	const links = new LinkedFolders();
	const find = (files: string) =>
		workspace.findFiles(new RelativePattern(folder, files), LEFT_OUT_GLOB, MOST_FILES_OF_ONE);
	const found = (await Promise.all(FILES.map(find))).flat();
	const hidden = ['.cdsrc.json', '.cdsrc.yaml', '.cdsrc-private.json', '.cdsrc.js'];
	const isOurs = (uri: Uri) =>
		isRelevant(pathBelow(folder, uri) ?? '') && !inner.some((other) => isBelow(other, uri));
	const ours = [...found, ...hidden.map((name) => Uri.joinPath(folder, name))]
		.filter(isOurs)
		.sort((one, other) => (one.path < other.path ? -1 : 1));
	const texts = new Map<string, string>();
	const large: string[] = [];
	const load = async (uris: readonly Uri[]) => {
		const loaded = await Promise.all(uris.map((uri) => textOf(uri).catch(() => undefined)));
		for (const [index, text] of loaded.entries()) {
			const path = pathBelow(folder, uris[index] ?? folder) ?? '';
			if (text === 'unread') {
				large.push(path);
			} else if (text) {
				texts.set(path, text.text);
			}
		}
	};
	await load(await links.without(ours));
	const files = { folder: folderKey(folder.toString()), texts, large };
	const named = parameterPaths(files)
		.filter((path) => !texts.has(path))
		.map((path) => Uri.joinPath(folder, path));
	const unlinked = await links.without(named);
	large.push(
		...named.filter((uri) => !unlinked.includes(uri)).flatMap((uri) => pathBelow(folder, uri) ?? []),
	);
	await load(unlinked);
	const isSame = before !== undefined && saySame(before.files, files);
	const project = isSame ? before.project : readProject(files);
	const ignored = project ? await ignoredIn(folder, project) : new Set<string>();
	const isAllSame = isSame && [...ignored].join() === [...before.ignored].join();
	return isAllSame ? before : { folder, files, project, ignored };
}

/** The URI of a folder as projects are known by it: written in one way, without a slash at its end. */
export function folderKey(folder: string): string {
	return Uri.parse(folder).toString().replace(/\/$/, '');
}

function saySame(one: ProjectFiles, other: ProjectFiles): boolean {
	return (
		one.texts.size === other.texts.size &&
		[...one.texts].every(([path, text]) => other.texts.get(path) === text) &&
		one.large.join() === other.large.join()
	);
}

/** Whether a folder may become a project, or be none any more, when this file comes or goes. */
export function isRootOfProject({ path }: Uri): boolean {
	return ROOT.test(path);
}

/** Whether a file may say something of a project, by its path in there or in the workspace. */
export function isRelevant(path: string): boolean {
	return RELEVANT.test(path) && !isOthersFile(path) && !isLeftOut(path) && !isLandscapePath(path);
}

/** Whether a file or folder is generated, downloaded, packed or hidden, by its path in the workspace. */
export function isLeftOut(path: string): boolean {
	return LEFT_OUT_PATH.test(path);
}

/** A file's text, of an editor or of the disk; nothing of a link, or beyond {@link LARGEST_FILE}. */
async function textOf(uri: Uri): Promise<{ readonly text: string } | 'unread'> {
	const document = openDocument(uri);
	if (document) {
		return { text: document.getText() };
	}
	const { type, size } = await workspace.fs.stat(uri);
	const isLink = (type & FileType.SymbolicLink) !== 0;
	return isLink || size > LARGEST_FILE ? 'unread' : { text: await textOnDisk(uri) };
}

/** The files with secrets that Git ignores. */
async function ignoredIn(folder: Uri, { secrets }: Project): Promise<ReadonlySet<string>> {
	const files = [...new Set(secrets.map(({ at }) => at.file))].map((file) => Uri.parse(file));
	const repository = files.length > 0 ? await findRepository(folder) : undefined;
	const paths = await repository?.checkIgnore(files.map(({ fsPath }) => fsPath)).catch(() => undefined);
	return new Set(files.filter(({ fsPath }) => paths?.has(fsPath)).map(String));
}

/** Whether a file or folder is somewhere in a folder. */
export function isBelow(folder: Uri, uri: Uri): boolean {
	return pathBelow(folder, uri) !== undefined;
}

/** The path of a file below a folder; `undefined` where it isn't there. */
export function pathBelow(folder: Uri, { scheme, authority, path }: Uri): string | undefined {
	const start = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
	return scheme === folder.scheme && authority === folder.authority && path.startsWith(start)
		? path.slice(start.length)
		: undefined;
}
