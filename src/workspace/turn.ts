import { FileSystemError, type LogOutputChannel, Uri, workspace } from 'vscode';
import { read } from '../document/read.ts';
import { textOnDisk } from './landscape-files.ts';

/** How often a window that waits looks whether it is its turn. */
const LOOK_EVERY = 40;

/** How long windows that find no file of turns, and create it, may be apart. */
const FIRST_TIME = 300;

/** After how many looks without a file of turns there is none. */
const SURELY_MISSING = 4;

/** How long a window keeps its turn while it has more to do. */
const LONGEST_TURN = 2000;

/** How long VS Code may take to notice what another window saved, and to know the file's new time as well. */
const SETTLED_AFTER = 1000;

/** How long nothing may have happened in another window's turn until it counts as lost, as when that was killed. */
const LOST_AFTER = 10_000;

/**
 * Lets the windows of one machine write one after the other: VS Code itself notices another window's save only some time
 * later. Whose turn it is says the name of one empty file in the extension's storage: renaming a file succeeds for one
 * window only. Where there is no such storage, every window writes at once, as without this.
 */
export class Turn {
	readonly #free: Uri;
	readonly #taken: Uri;
	readonly #log: LogOutputChannel;
	#given: Promise<void> = Promise.resolve();
	#users = 0;
	#since = 0;
	/** The time of the file when this window gave its turn. */
	#own: number | undefined;
	#holding: Promise<boolean> | undefined;
	#release: ReturnType<typeof setTimeout> | undefined;

	/** `storage` is the extension's folder for all workspaces. */
	constructor(storage: Uri, log: LogOutputChannel) {
		this.#free = Uri.joinPath(storage, 'turn.free');
		this.#taken = Uri.joinPath(storage, 'turn.taken');
		this.#log = log;
	}

	/**
	 * Remembers what a file shall say until the turn is given away: VS Code empties a file before it writes it, and a crash
	 * in between would leave nothing.
	 */
	async remember(uri: Uri, text: string): Promise<void> {
		if (await this.#holding) {
			await workspace.fs.writeFile(
				this.#taken,
				new TextEncoder().encode(JSON.stringify([String(uri), text])),
			);
		}
	}

	/** Brings back a text of which an earlier window has left only the beginning, or nothing. */
	async restore(): Promise<void> {
		try {
			const [file, text] = JSON.parse(await textOnDisk(this.#taken));
			const uri = Uri.parse(file);
			const found = await textOnDisk(uri);
			if (found !== text && text.startsWith(found) && read(found).unreadable) {
				await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
				this.#log.info(`${uri.path} was brought back: VS Code had ended while it was saved.`);
			}
		} catch {
			// Nothing was being written.
		}
	}

	/** Runs what writes when it is this window's turn. Tasks that follow each other at once share a turn. */
	async run<Result>(task: () => Promise<Result>): Promise<Result> {
		clearTimeout(this.#release);
		this.#users++;
		this.#holding ??= this.#take();
		await this.#holding;
		try {
			return await task();
		} finally {
			this.#users--;
			if (this.#users === 0) {
				if (Date.now() - this.#since > LONGEST_TURN) {
					this.#give(2 * LOOK_EVERY);
				} else {
					this.#release = setTimeout(() => this.#give(0), 0);
				}
			}
		}
	}

	/** Gives the turn away; this window asks for the next one only after those who wait have had time to look. */
	#give(pause: number): void {
		const given = this.#holding?.then(async (isHeld) => {
			if (isHeld) {
				this.#own = await this.#timeOf(this.#taken);
				await this.#rename(this.#taken, this.#free);
			}
		});
		this.#holding = undefined;
		this.#given = Promise.resolve(given).then(
			() => sleep(pause),
			(error) => this.#log.warn(`Can't give the turn to other windows: ${String(error)}`),
		);
	}

	/** Waits for the turn: `true` where it is held, `false` where there are no turns. */
	async #take(): Promise<boolean> {
		await this.#given;
		let missing = 0;
		let seen = { mtime: 0, at: Date.now() };
		for (;;) {
			try {
				if (await this.#rename(this.#free, this.#taken)) {
					await this.#settle();
					// Its time tells others that something happens.
					await workspace.fs.writeFile(this.#taken, new Uint8Array());
					this.#since = Date.now();
					return true;
				}
				const mtime = await this.#timeOf(this.#taken);
				// A file that changes its name between two looks seems to be missing, too.
				missing = mtime === undefined && (await this.#timeOf(this.#free)) === undefined ? missing + 1 : 0;
				if (missing === SURELY_MISSING) {
					await workspace.fs.writeFile(this.#free, new Uint8Array());
					// Another window may be about to do the same: nobody takes the turn before both have done it.
					await sleep(FIRST_TIME);
					continue;
				}
				if (mtime !== seen.mtime) {
					seen = { mtime: mtime ?? 0, at: Date.now() };
				} else if (Date.now() - seen.at > LOST_AFTER) {
					await workspace.fs.delete(this.#taken);
				}
			} catch (error) {
				this.#log.warn(`Can't take turns with other windows: ${String(error)}`);
				this.#since = Date.now();
				return false;
			}
			await sleep(LOOK_EVERY);
		}
	}

	/** Waits, where another window had the turn before, until VS Code knows what that wrote. */
	async #settle(): Promise<void> {
		const time = await this.#timeOf(this.#taken);
		if (time !== undefined && time !== this.#own && Date.now() - time < LOST_AFTER) {
			await sleep(SETTLED_AFTER);
		}
	}

	/** Whether a file had the one name, and now has the other. */
	async #rename(from: Uri, to: Uri): Promise<boolean> {
		try {
			// Not overwriting: VS Code would delete the other name first, and with it another window's turn.
			await workspace.fs.rename(from, to);
			return true;
		} catch (error) {
			if (
				error instanceof FileSystemError &&
				(error.code === 'FileNotFound' || error.code === 'FileExists')
			) {
				return false;
			}
			throw error;
		}
	}

	async #timeOf(file: Uri): Promise<number | undefined> {
		try {
			return (await workspace.fs.stat(file)).mtime;
		} catch {
			return undefined;
		}
	}
}

function sleep(millis: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, millis));
}
