import * as l10n from '@vscode/l10n';
import {
	type Disposable,
	EventEmitter,
	FileSystemError,
	FileType,
	type LogOutputChannel,
	type TextDocument,
	type Uri,
	workspace,
} from 'vscode';
import { LONGEST_TEXT, type Reading, read, readOversized } from '../document/read.ts';
import { type Refusal, refuse } from '../model/decision.ts';
import type { Landscape } from '../model/landscape.ts';
import { isLandscapePath, LANDSCAPE_FILES } from './landscape-file-name.ts';

/** Bytes; a larger file has more than {@link LONGEST_TEXT} UTF-16 units in every encoding, so it need not be opened. */
export const LARGEST_FILE = LONGEST_TEXT * 3;

/** A landscape file of the workspace and what its text says now: the editor's text where it is open. */
export interface LandscapeFile {
	readonly uri: Uri;
	readonly reading: Reading;
	/** Whether the editor holds edits that were not saved. */
	readonly isDirty: boolean;
}

const WAIT_AFTER_TYPING = 150;

/** No more landscape files than these are looked for: each is read, kept and shown. */
export const MOST_FILES = 200;

/** All landscape files of the workspace, kept up to date with the disk and the editors. */
export class LandscapeFiles implements Disposable {
	readonly #files = new Map<string, LandscapeFile>();
	readonly #changed = new EventEmitter<void>();
	readonly #disposables: Disposable[];
	readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();
	readonly #log: LogOutputChannel;
	#all: readonly LandscapeFile[] = [];
	#hasMore = false;
	#isFull = false;

	/** Fires when a file came, went, or says something else. */
	readonly onDidChange = this.#changed.event;
	/** Resolves once the workspace was searched for the first time. */
	readonly loaded: Promise<void>;

	constructor(log: LogOutputChannel) {
		this.#log = log;
		const watcher = workspace.createFileSystemWatcher(LANDSCAPE_FILES);
		this.#disposables = [
			watcher,
			watcher.onDidCreate((uri) => this.#watched(uri)),
			watcher.onDidChange((uri) => this.#watched(uri)),
			watcher.onDidDelete((uri) => (this.#hasMore ? this.refresh() : this.#watched(uri))),
			workspace.onDidChangeTextDocument(({ document }) => this.#rereadSoon(document)),
			workspace.onDidSaveTextDocument((document) => this.#rereadSoon(document)),
			workspace.onDidCloseTextDocument((document) => this.#rereadSoon(document)),
			workspace.onDidChangeWorkspaceFolders(() => this.refresh()),
			this.#changed,
		];
		this.loaded = this.refresh();
	}

	/** Every landscape file, by path. */
	get all(): readonly LandscapeFile[] {
		return this.#all;
	}

	/** What all of them say. */
	get landscapes(): readonly Landscape[] {
		return this.#all.map(({ reading }) => reading.landscape);
	}

	/** Those that have a system of this name. */
	withSystem(name: string): readonly LandscapeFile[] {
		return this.#all.filter(({ reading }) => reading.landscape.systems.has(name));
	}

	/** Whether the workspace has more than {@link MOST_FILES}, so that some are not in `all`. */
	get hasMore(): boolean {
		return this.#hasMore;
	}

	/** One landscape file, with what its editor says at this moment. */
	find(uri: Uri): LandscapeFile | undefined {
		const key = uri.toString();
		const isOutdated = this.#waiting.has(key) && this.#files.has(key);
		const document = isOutdated ? openDocument(uri) : undefined;
		if (document) {
			this.#put({ uri, reading: read(document.getText()), isDirty: document.isDirty });
		}
		return this.#files.get(key);
	}

	/** What a document says: the reading that is there already, if its text is still the document's. */
	readingOf(document: TextDocument): Reading {
		const known = this.#files.get(document.uri.toString())?.reading;
		const text = document.getText();
		return known?.text === text ? known : read(text);
	}

	/** Searches the workspace again, and reads every file that is known or found, {@link MOST_FILES} at most. */
	async refresh(): Promise<void> {
		const found = await workspace.findFiles(LANDSCAPE_FILES, '**/node_modules/**', MOST_FILES + 1);
		this.#isFull = false;
		const keys = new Set(found.map((uri) => uri.toString()));
		const gone = this.#all.filter(({ uri }) => !keys.has(uri.toString()));
		await Promise.all([...found, ...gone.map(({ uri }) => uri)].map((uri) => this.#load(uri)));
		this.#publish();
	}

	/** Reads one file again, also one beyond {@link MOST_FILES}: somebody works with it. */
	async reread(uri: Uri): Promise<void> {
		await this.#load(uri, true);
		this.#publish();
	}

	/** Takes over a reading of the text that the file's document has now, so that it is not parsed again. */
	accept(document: TextDocument, reading: Reading): void {
		this.#put({ uri: document.uri, reading, isDirty: document.isDirty });
		this.#publish();
	}

	dispose(): void {
		for (const timer of this.#waiting.values()) {
			clearTimeout(timer);
		}
		for (const disposable of this.#disposables) {
			disposable.dispose();
		}
	}

	async #watched(uri: Uri): Promise<void> {
		await this.#load(uri);
		this.#publish();
	}

	#rereadSoon(document: TextDocument): void {
		const { uri } = document;
		if (!isLandscapePath(uri.path) || !workspace.getWorkspaceFolder(uri)) {
			return;
		}
		const key = uri.toString();
		clearTimeout(this.#waiting.get(key));
		this.#waiting.set(
			key,
			setTimeout(() => {
				this.#waiting.delete(key);
				void this.reread(uri);
			}, WAIT_AFTER_TYPING),
		);
	}

	async #load(uri: Uri, isWanted = false): Promise<void> {
		const key = uri.toString();
		const file = await this.#read(uri);
		if (!file) {
			this.#files.delete(key);
		} else if (isWanted || this.#files.has(key) || this.#files.size < MOST_FILES) {
			this.#put(file);
		} else {
			this.#isFull = true;
		}
	}

	/** A file as it is now, also one that can't be read; `undefined` where there is none. */
	async #read(uri: Uri): Promise<LandscapeFile | undefined> {
		const before = this.#files.get(uri.toString())?.reading;
		try {
			const stat = await workspace.fs.stat(uri);
			if (!(stat.type & FileType.File)) {
				return undefined;
			}
			const document = openDocument(uri);
			if (!document && stat.size > LARGEST_FILE) {
				return { uri, reading: readOversized(), isDirty: false };
			}
			const text = document ? document.getText() : await textOnDisk(uri);
			const reading = before?.text === text ? before : read(text);
			return { uri, reading, isDirty: document?.isDirty ?? false };
		} catch (error) {
			const refusal = unreadableOnDisk(uri, error);
			if (!refusal) {
				return undefined;
			}
			const { code, message } = refusal;
			const finding = { code, message, severity: 'error', start: 0, end: 0 } as const;
			this.#log.warn(message);
			return {
				uri,
				reading: { ...readOversized(), findings: [finding], unreadable: refusal },
				isDirty: false,
			};
		}
	}

	#put(file: LandscapeFile): void {
		this.#files.set(file.uri.toString(), file);
	}

	#publish(): void {
		const all = [...this.#files.values()].sort((one, other) =>
			one.uri.path < other.uri.path ? -1 : one.uri.path > other.uri.path ? 1 : 0,
		);
		const isSame =
			this.#hasMore === this.#isFull &&
			all.length === this.#all.length &&
			all.every((file, index) => {
				const old = this.#all[index];
				return (
					old?.reading === file.reading && old.isDirty === file.isDirty && old.uri.path === file.uri.path
				);
			});
		this.#all = all;
		this.#hasMore = this.#isFull;
		if (!isSame) {
			this.#changed.fire();
		}
	}
}

/** How many merge conflicts a file has. */
export function conflictsIn({ reading }: LandscapeFile): number {
	return reading.findings.filter(({ code }) => code === 'merge-conflict').length;
}

/** What a failed access to a file is refused with: `landscape-unreadable`; `undefined` where the file does not exist. */
export function unreadableOnDisk({ path }: Uri, error: unknown): Refusal | undefined {
	return isNotFound(error)
		? undefined
		: refuse(
				'landscape-unreadable',
				l10n.t`${path} can't be read (${String(error)}). Check the file and its permissions, then refresh.`,
			);
}

/** Whether an access to a file failed because the file doesn't exist. */
export function isNotFound(error: unknown): boolean {
	return error instanceof FileSystemError && error.code === 'FileNotFound';
}

/** The document that an editor holds of a file, if any. */
export function openDocument(uri: Uri): TextDocument | undefined {
	const key = uri.toString();
	return workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === key);
}

/**
 * A file's text as it is on disk, without a byte-order mark, in the encoding in which an editor opens it. Rejects when
 * the file can't be read.
 */
export async function textOnDisk(uri: Uri): Promise<string> {
	const bytes = await workspace.fs.readFile(uri);
	// What VS Code takes for no text at all is told by what it is as UTF-8.
	return workspace.decode(bytes, { uri }).then(undefined, () => new TextDecoder().decode(bytes));
}
