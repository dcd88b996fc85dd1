import {
	type Disposable,
	EventEmitter,
	FileType,
	type LogOutputChannel,
	RelativePattern,
	Uri,
	workspace,
} from 'vscode';
import { grouped } from '../model/grouped.ts';
import type { Project, Usage } from '../model/projects/usage.ts';
import { parameterPaths } from '../project/mta.ts';
import type { ProjectFiles } from '../project/project-files.ts';
import { readProject } from '../project/read-project.ts';
import { findRepository, onDidOpenRepository } from './git.ts';
import { isLandscapePath } from './landscape-file-name.ts';
import { type LandscapeFiles, openDocument, textOnDisk } from './landscape-files.ts';

/** The files that may say something of a project, as a glob. */
export const PROJECT_FILES = '**/{*.json,*.yaml,*.yml,*.mtaext,pom.xml,.cdsrc.js}';

/** What is generated, downloaded or packed says nothing of its own. */
const LEFT_OUT = '**/{node_modules,gen,dist,mta_archives,target}/**';

/** A folder with one of these may be a project. */
const ROOTS = '**/{mta.yaml,package.json,pom.xml}';

/** Where a project's files may be; those of user interfaces have no part in this. ripgrep takes no braces inside of braces. */
const FILES = [
	'*.{json,yaml,yml,mtaext,xml}',
	'{chart,k8s,config,srv,cap,deployment}/**/*.{json,yaml,yml,mtaext,xml}',
];
const RELEVANT = /\.(?:json|ya?ml|mtaext)$|(?:^|\/)(?:pom\.xml|\.cdsrc\.js)$/;
const IRRELEVANT =
	/(?:^|\/)(?:package-lock\.json|tsconfig[^/]*\.json|(?:\.vscode|node_modules|gen|dist|mta_archives|target)\/.*)$/;

/** More projects than these aren't looked for, nor more files of one. */
const MOST_PROJECTS = 100;
const MOST_FILES_OF_ONE = 300;

/** Bytes; nobody writes a larger file by hand. */
const LARGEST_FILE = 1024 * 1024;

const WAIT_AFTER_TYPING = 300;

/** A project and what its files say now: the editor's text where one is open. */
interface KnownProject {
	readonly folder: Uri;
	readonly files: ProjectFiles;
	readonly project: Project | undefined;
	/** Files that Git ignores, as URIs. */
	readonly ignored: ReadonlySet<string>;
}

/**
 * The CAP projects of the workspace, kept up to date with the disk and the editors. They are looked for once there is a
 * landscape to compare them with.
 */
export class Projects implements Disposable {
	readonly #landscapes: LandscapeFiles;
	readonly #log: LogOutputChannel;
	readonly #changed = new EventEmitter<void>();
	readonly #disposables: Disposable[];
	#known: readonly KnownProject[] = [];
	#bySystem: ReadonlyMap<string, readonly Usage[]> = new Map();
	#isLooking = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#reading: Promise<void> = Promise.resolve();
	/** The next reading, which has not begun yet. */
	#next: Promise<void> | undefined;

	/** Fires when a project came, went, or says something else. */
	readonly onDidChange = this.#changed.event;

	constructor(landscapes: LandscapeFiles, log: LogOutputChannel) {
		this.#landscapes = landscapes;
		this.#log = log;
		const watcher = workspace.createFileSystemWatcher(PROJECT_FILES);
		const soon = (uri: Uri) => this.#readSoon(uri);
		this.#disposables = [
			watcher,
			watcher.onDidCreate(soon),
			watcher.onDidChange(soon),
			watcher.onDidDelete(soon),
			workspace.onDidChangeTextDocument(({ document }) => soon(document.uri)),
			workspace.onDidCloseTextDocument(({ uri }) => soon(uri)),
			workspace.onDidChangeWorkspaceFolders(() => this.#isLooking && this.refresh()),
			landscapes.onDidChange(() => this.#begin()),
			this.#changed,
		];
		void landscapes.loaded.then(() => this.#begin());
	}

	get all(): readonly Project[] {
		return this.#known.flatMap(({ project }) => project ?? []);
	}

	/** The usages of all projects that ask for a system. */
	usagesOf(system: string): readonly Usage[] {
		return this.#bySystem.get(system) ?? [];
	}

	/** The text that a file of a project was read from. */
	textOf(file: string): string | undefined {
		for (const { folder, files } of this.#known) {
			const path = pathBelow(folder, Uri.parse(file));
			const text = path === undefined ? undefined : files.texts.get(path);
			if (text !== undefined) {
				return text;
			}
		}
		return undefined;
	}

	/** The project that a file belongs to, also one that was not read. */
	projectOf(file: string): Project | undefined {
		const uri = Uri.parse(file);
		return this.#known.find(({ folder, project }) => project && pathBelow(folder, uri) !== undefined)
			?.project;
	}

	/** Whether Git tracks a file; where Git can't be asked, every file counts as tracked. */
	isTracked(file: string): boolean {
		const key = Uri.parse(file).toString();
		return !this.#known.some(({ ignored }) => ignored.has(key));
	}

	/** Looks for projects again, and reads them. Resolves once that is done. */
	async refresh(): Promise<void> {
		const next =
			this.#next ??
			this.#reading.then(async () => {
				this.#next = undefined;
				await this.#read().catch((error) => this.#log.warn(String(error)));
			});
		this.#next = next;
		this.#reading = next;
		await next;
	}

	dispose(): void {
		clearTimeout(this.#timer);
		for (const disposable of this.#disposables) {
			disposable.dispose();
		}
	}

	#begin(): void {
		if (!this.#isLooking && this.#landscapes.all.length > 0) {
			this.#isLooking = true;
			void this.refresh();
			// Until then, what Git ignores isn't known.
			void onDidOpenRepository(() => void this.refresh()).then((listener) => {
				if (listener) {
					this.#disposables.push(listener);
				}
			});
		}
	}

	#readSoon(uri: Uri): void {
		if (this.#isLooking && isInWorkspace(uri) && isRelevant(workspace.asRelativePath(uri, false))) {
			clearTimeout(this.#timer);
			this.#timer = setTimeout(() => void this.refresh(), WAIT_AFTER_TYPING);
		}
	}

	async #read(): Promise<void> {
		const roots = await workspace.findFiles(ROOTS, LEFT_OUT, MOST_PROJECTS * 4);
		const folders = new Map(
			roots.map((uri) => Uri.joinPath(uri, '..')).map((uri) => [uri.toString(), uri] as const),
		);
		const withMta = roots
			.filter(({ path }) => path.endsWith('/mta.yaml'))
			.map((uri) => Uri.joinPath(uri, '..'));
		const read = (folder: Uri) =>
			readFolder(
				folder,
				withMta.filter(
					(inner) => inner.toString() !== folder.toString() && pathBelow(folder, inner) !== undefined,
				),
			).catch((error) => {
				// A folder may be deleted while it's read.
				this.#log.warn(`Project not read: ${folder.toString()}: ${String(error)}`);
				return [];
			});
		const known = (
			await Promise.all(
				[...folders.keys()]
					.sort()
					.slice(0, MOST_PROJECTS)
					.flatMap((key) => folders.get(key) ?? [])
					.map(read),
			)
		).flat();
		const isInside = (inner: KnownProject, outer: KnownProject) =>
			inner !== outer && outer.project !== undefined && pathBelow(outer.folder, inner.folder) !== undefined;
		// A module of a project, such as `srv`, has a manifest of its own and is none.
		this.#known = known.filter(
			(one) => one.files.texts.has('mta.yaml') || !known.some((other) => isInside(one, other)),
		);
		const usages = this.all.flatMap((project) => project.usages);
		this.#bySystem = grouped(
			usages.flatMap((usage) => (usage.system ? [[usage.system.value, usage] as const] : [])),
		);
		this.#changed.fire();
	}
}

/** Reads a folder, without those in it that are projects of their own. */
async function readFolder(folder: Uri, inner: readonly Uri[]): Promise<readonly KnownProject[]> {
	const find = (files: string) =>
		workspace.findFiles(new RelativePattern(folder, files), LEFT_OUT, MOST_FILES_OF_ONE);
	const found = (await Promise.all(FILES.map(find))).flat();
	const hidden = ['.cdsrc.json', '.cdsrc.yaml', '.cdsrc-private.json', '.cdsrc.js'];
	const isOurs = (uri: Uri) =>
		isRelevant(pathBelow(folder, uri) ?? '') && !inner.some((other) => pathBelow(other, uri) !== undefined);
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
	await load(ours);
	const files = { folder: folder.toString().replace(/\/$/, ''), texts, large };
	const named = parameterPaths(files).filter((path) => !texts.has(path));
	await load(named.map((path) => Uri.joinPath(folder, path)));
	const project = readProject(files);
	return [{ folder, files, project, ignored: project ? await ignoredIn(folder, project) : new Set() }];
}

/** Whether a file may say something of a project, by its path in there or in the workspace. */
function isRelevant(path: string): boolean {
	return RELEVANT.test(path) && !IRRELEVANT.test(path) && !isLandscapePath(path);
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

/** The path of a file below a folder; `undefined` where it isn't there. */
function pathBelow(folder: Uri, { scheme, authority, path }: Uri): string | undefined {
	const start = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
	return scheme === folder.scheme && authority === folder.authority && path.startsWith(start)
		? path.slice(start.length)
		: undefined;
}

function isInWorkspace(uri: Uri): boolean {
	return workspace.getWorkspaceFolder(uri) !== undefined;
}
