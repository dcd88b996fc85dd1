import {
	Disposable,
	EventEmitter,
	type FileChangeEvent,
	FileChangeType,
	FilePermission,
	type FileStat,
	FileSystemError,
	type FileSystemProvider,
	FileType,
	Uri,
} from 'vscode';
import { FILE } from './landscape-folder.ts';

/** What goes wrong when a file is read or written. */
export type Failure =
	| 'nothing'
	| 'write is not permitted'
	| 'disk goes away'
	| 'disk is full after half'
	| 'unknown error'
	| 'read-only'
	| 'read is not permitted';

/** A disk with one landscape file, which fails as it is told to. */
export class FailingDisk implements FileSystemProvider {
	static readonly scheme = 'failing-disk';
	static #count = 0;
	/** One of its own for each disk: VS Code keeps documents for a while. */
	readonly folder = Uri.from({ scheme: FailingDisk.scheme, path: `/disk-${FailingDisk.#count++}` });
	readonly file = Uri.joinPath(this.folder, FILE);
	readonly #changed = new EventEmitter<FileChangeEvent[]>();
	readonly onDidChangeFile = this.#changed.event;
	failure: Failure = 'nothing';
	/** Writing waits for it. */
	gate: Promise<void> = Promise.resolve();
	writes = 0;
	#content: Uint8Array | undefined;
	#time = 1;

	get text(): string | undefined {
		return this.#content && new TextDecoder().decode(this.#content);
	}

	/** Puts a file there, or takes it away, as somebody else would, and says so. */
	put(text: string | undefined): void {
		const type = !text
			? FileChangeType.Deleted
			: this.#content
				? FileChangeType.Changed
				: FileChangeType.Created;
		this.#set(text === undefined ? undefined : new TextEncoder().encode(text));
		this.#changed.fire([{ type, uri: this.file }]);
	}

	/** Changes the file, by a text as long, so that VS Code does not see that it has changed. */
	putUnseen(text: string): void {
		this.#content = new TextEncoder().encode(text);
	}

	watch(): Disposable {
		return new Disposable(() => undefined);
	}

	stat(uri: Uri): FileStat {
		if (uri.path === this.folder.path) {
			return { type: FileType.Directory, ctime: 1, mtime: 1, size: 0 };
		}
		const content = this.#at(uri);
		return {
			type: FileType.File,
			ctime: 1,
			mtime: this.#time,
			size: content.length,
			...(this.failure === 'read-only' ? { permissions: FilePermission.Readonly } : {}),
		};
	}

	readDirectory(): [string, FileType][] {
		return this.#content ? [[FILE, FileType.File]] : [];
	}

	readFile(uri: Uri): Uint8Array {
		const content = this.#at(uri);
		if (this.failure === 'read is not permitted') {
			throw FileSystemError.NoPermissions(uri);
		}
		return content;
	}

	async writeFile(uri: Uri, content: Uint8Array): Promise<void> {
		this.writes++;
		await this.gate;
		switch (this.failure) {
			case 'read-only':
			case 'write is not permitted':
				throw FileSystemError.NoPermissions(uri);
			case 'disk goes away':
				throw FileSystemError.Unavailable(uri);
			case 'unknown error':
				throw new Error('Something happened.');
			case 'disk is full after half':
				this.#set(content.slice(0, content.length / 2));
				throw new FileSystemError('No space left on device');
			default:
				this.#set(content);
				this.#changed.fire([{ type: FileChangeType.Changed, uri }]);
		}
	}

	createDirectory(uri: Uri): void {
		throw FileSystemError.NoPermissions(uri);
	}

	delete(): void {
		this.put(undefined);
	}

	rename(uri: Uri): void {
		throw FileSystemError.NoPermissions(uri);
	}

	#set(content: Uint8Array | undefined): void {
		this.#content = content;
		this.#time++;
	}

	#at(uri: Uri): Uint8Array {
		if (uri.path !== this.file.path || !this.#content) {
			throw FileSystemError.FileNotFound(uri);
		}
		return this.#content;
	}
}
