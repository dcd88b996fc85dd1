import { type Disposable, EventEmitter, type LogOutputChannel, Uri, workspace } from 'vscode';
import { grouped } from '../model/grouped.ts';
import type { Project, Usage } from '../model/projects/usage.ts';
import type { ProjectFiles } from '../project/project-files.ts';
import { onDidOpenRepository } from './git.ts';
import type { LandscapeFiles } from './landscape-files.ts';
import {
	findProjectFolders,
	folderKey,
	isBelow,
	isLeftOut,
	isRelevant,
	isRootOfProject,
	type KnownProject,
	PROJECT_FILES,
	type ProjectFolder,
	pathBelow,
	readProjectFolder,
} from './project-folders.ts';

const WAIT_AFTER_TYPING = 300;

/**
 * The CAP projects of the workspace, kept up to date with the disk and the editors. They are looked for once there is a
 * landscape to compare them with.
 */
export class Projects implements Disposable {
	readonly #landscapes: LandscapeFiles;
	readonly #log: LogOutputChannel;
	readonly #changed = new EventEmitter<void>();
	readonly #disposables: Disposable[];
	#folders: readonly ProjectFolder[] = [];
	/** What was read of the folders, by URI; nothing of one that couldn't be read. */
	#readings: ReadonlyMap<string, KnownProject> = new Map();
	#known: readonly KnownProject[] = [];
	#bySystem: ReadonlyMap<string, readonly Usage[]> = new Map();
	#isLooking = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Files that have changed since they were read; `all` where folders have to be looked for again. */
	#stale: 'all' | readonly Uri[] = [];
	#reading: Promise<void> = Promise.resolve();
	/** The next reading, which has not begun yet. */
	#next: Promise<void> | undefined;

	/** Fires when a project came, went, or says something else. */
	readonly onDidChange = this.#changed.event;

	constructor(landscapes: LandscapeFiles, log: LogOutputChannel) {
		this.#landscapes = landscapes;
		this.#log = log;
		const watcher = workspace.createFileSystemWatcher(PROJECT_FILES, false, false, true);
		// A folder that is deleted is told alone, without what was in it.
		const deletions = workspace.createFileSystemWatcher('**', true, true, false);
		const ignoring = workspace.createFileSystemWatcher('**/.gitignore');
		const soon = (uri: Uri) => this.#readSoon(uri);
		const allSoon = (uri: Uri) => this.#readSoon(uri, true);
		this.#disposables = [
			watcher,
			watcher.onDidCreate((uri) => this.#readSoon(uri, isRootOfProject(uri))),
			watcher.onDidChange(soon),
			deletions,
			deletions.onDidDelete((uri) => {
				const isFolder = !/\.[^/]+$/.test(uri.path);
				this.#readSoon(uri, isRootOfProject(uri) || this.#hasProjectIn(uri), isFolder);
			}),
			ignoring,
			ignoring.onDidCreate(allSoon),
			ignoring.onDidChange(allSoon),
			ignoring.onDidDelete(allSoon),
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

	/** The files of a project as they were read, by the URI of its folder. */
	filesOf(folder: string): ProjectFiles | undefined {
		const key = folder === '' ? '' : folderKey(folder);
		return this.#known.find(({ files, project }) => project && files.folder === key)?.files;
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
		return this.#known.find(({ folder, project }) => project && isBelow(folder, uri))?.project;
	}

	/** Whether Git tracks a file; where Git can't be asked, every file counts as tracked. */
	isTracked(file: string): boolean {
		const key = Uri.parse(file).toString();
		return !this.#known.some(({ ignored }) => ignored.has(key));
	}

	/** Looks for projects again, and reads them. Resolves once that is done. */
	async refresh(): Promise<void> {
		this.#stale = 'all';
		await this.#readStale();
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

	#hasProjectIn(folder: Uri): boolean {
		const path = folder.toString();
		return this.#folders.some(({ uri }) => uri.toString() === path || isBelow(folder, uri));
	}

	#readSoon(uri: Uri, areAllStale = false, isFolder = false): void {
		const path = workspace.asRelativePath(uri, false);
		const matters = !isLeftOut(path) && (areAllStale || isFolder || isRelevant(path));
		if (this.#isLooking && matters && workspace.getWorkspaceFolder(uri)) {
			this.#stale = areAllStale || this.#stale === 'all' ? 'all' : [...this.#stale, uri];
			clearTimeout(this.#timer);
			this.#timer = setTimeout(() => void this.#readStale(), WAIT_AFTER_TYPING);
		}
	}

	/** Reads what is stale once what is being read has been, for all who ask until then. */
	async #readStale(): Promise<void> {
		this.#next ??= this.#reading.then(async () => {
			this.#next = undefined;
			const stale = this.#stale;
			this.#stale = [];
			await this.#read(stale).catch((error) => {
				this.#log.warn(`Projects not read: ${String(error)}`);
				this.#stale = 'all';
			});
		});
		this.#reading = this.#next;
		await this.#next;
	}

	async #read(stale: 'all' | readonly Uri[]): Promise<void> {
		if (stale === 'all') {
			this.#folders = await findProjectFolders();
		}
		const read = async (folder: ProjectFolder): Promise<readonly (readonly [string, KnownProject])[]> => {
			const key = folder.uri.toString();
			const known = this.#readings.get(key);
			if (known && stale !== 'all' && !stale.some((uri) => isBelow(folder.uri, uri))) {
				return [[key, known]];
			}
			try {
				return [[key, await readProjectFolder(folder, known)]];
			} catch (error) {
				// A folder may be deleted while it's read.
				this.#log.warn(`Project not read: ${key}: ${String(error)}`);
				return [];
			}
		};
		this.#readings = new Map((await Promise.all(this.#folders.map(read))).flat());
		const all = [...this.#readings.values()];
		// A module of a project, such as `srv`, has a manifest of its own and is none.
		const known = all.filter(
			(one) =>
				one.files.texts.has('mta.yaml') ||
				!all.some((other) => other.project && isBelow(other.folder, one.folder)),
		);
		if (known.length === this.#known.length && known.every((one, index) => one === this.#known[index])) {
			return;
		}
		this.#known = known;
		const usages = this.all.flatMap((project) => project.usages);
		this.#bySystem = grouped(
			usages.flatMap((usage) => (usage.system ? [[usage.system.value, usage] as const] : [])),
		);
		this.#changed.fire();
	}
}
