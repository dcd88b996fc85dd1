import { FileSystemError, Range, type TextDocument, type Uri, WorkspaceEdit, workspace } from 'vscode';
import { type Edited, edit } from '../document/edit.ts';
import { type Reading, read } from '../document/read.ts';
import { type Decision, type Refusal, refuse } from '../model/decision.ts';
import type { Instant } from '../model/instant.ts';
import type { Landscape } from '../model/landscape.ts';
import { now } from './clock.ts';
import { type LandscapeFiles, textOnDisk } from './landscape-files.ts';

const TRIES = 3;
const WAIT_FOR_RELOAD = 5000;

type Outcome<Facts extends object> = Refusal | ({ readonly ok: true } & Facts);

/**
 * Brings decisions into landscape files: through the editor, as one undo step, one operation at a time per file.
 * Documents with unsaved edits keep them and stay unsaved; clean ones are saved.
 */
export class LandscapeWriter {
	readonly #files: LandscapeFiles;
	readonly #queues = new Map<string, Promise<unknown>>();

	constructor(files: LandscapeFiles) {
		this.#files = files;
	}

	/**
	 * Lets a rule decide on the landscape as it is when its turn comes, and writes what it decided. Besides the rule's
	 * own codes it refuses with `landscape-missing`, `landscape-unreadable`, `edit-unsafe`, `landscape-changed` and
	 * `landscape-not-saved`.
	 */
	async change<Facts extends object>(
		uri: Uri,
		decide: (landscape: Landscape, now: Instant) => Decision<Facts>,
	): Promise<Outcome<Facts>> {
		const key = uri.toString();
		const earlier = this.#queues.get(key) ?? Promise.resolve();
		const turn = earlier.then(() => this.#change(uri, decide));
		const settled = turn.catch(() => undefined);
		this.#queues.set(key, settled);
		void settled.then(() => {
			if (this.#queues.get(key) === settled) {
				this.#queues.delete(key);
			}
		});
		return turn;
	}

	async #change<Facts extends object>(
		uri: Uri,
		decide: (landscape: Landscape, now: Instant) => Decision<Facts>,
	): Promise<Outcome<Facts>> {
		for (let attempt = 0; attempt < TRIES; attempt++) {
			const document = await openUpToDate(uri);
			if ('ok' in document) {
				return document;
			}
			const reading = this.#readingOf(document);
			if (reading.unreadable) {
				return unreadable(uri, reading.unreadable);
			}
			const decision = decide(reading.landscape, now());
			if (!decision.ok || decision.changes.length === 0) {
				return decision;
			}
			const edited = edit(reading, decision.changes);
			if (!edited.ok) {
				return edited;
			}
			const { version, isDirty } = document;
			if (!(await apply(document, version, edited))) {
				continue;
			}
			if (!isDirty && !(await document.save())) {
				return refuse(
					'landscape-not-saved',
					`${nameOf(uri)} could not be saved. The change is in the editor: save it there, or undo it.`,
				);
			}
			this.#files.accept(
				document,
				document.getText() === edited.reading.text ? edited.reading : read(document.getText()),
			);
			return decision;
		}
		return refuse(
			'landscape-changed',
			`${nameOf(uri)} keeps changing while it is edited. Nothing was written; try again.`,
		);
	}

	#readingOf(document: TextDocument): Reading {
		const known = this.#files.find(document.uri)?.reading;
		const text = document.getText();
		return known?.text === text ? known : read(text);
	}
}

/** The reason why a file is not written to, with the file's name. */
export function unreadable(uri: Uri, refusal: Refusal): Refusal {
	return { ...refusal, message: `${nameOf(uri)}: ${refusal.message}` };
}

async function apply(document: TextDocument, version: number, { edits }: Edited): Promise<boolean> {
	const workspaceEdit = new WorkspaceEdit();
	for (const { start, end, text } of edits) {
		const range = new Range(document.positionAt(start), document.positionAt(end));
		workspaceEdit.replace(document.uri, range, text);
	}
	return document.version === version && (await workspace.applyEdit(workspaceEdit));
}

/**
 * The document of a file, saying what the disk says unless it has unsaved edits. VS Code reloads a clean document by
 * itself when the file changes; that is waited for.
 */
async function openUpToDate(uri: Uri): Promise<TextDocument | Refusal> {
	try {
		if ((await workspace.fs.stat(uri)).permissions) {
			// An editor takes edits of such a file, and does not even show that they are not saved.
			return refuse(
				'landscape-not-saved',
				`${nameOf(uri)} is read-only. Nothing was written; make it writable, then try again.`,
			);
		}
		const document = await workspace.openTextDocument(uri);
		if (document.isDirty || (await saysWhatTheDiskSays(document))) {
			return document;
		}
		return (await reloaded(document))
			? document
			: refuse(
					'landscape-changed',
					`${nameOf(uri)} was changed on disk and the editor has not reloaded it. Reload the file, then try again.`,
				);
	} catch (error) {
		if (error instanceof FileSystemError && error.code === 'FileNotFound') {
			return refuse(
				'landscape-missing',
				`${nameOf(uri)} does not exist any more. Create a landscape, or bring the file back.`,
			);
		}
		return refuse(
			'landscape-unreadable',
			`${nameOf(uri)} can't be opened (${messageOf(error)}). Check the file and its permissions, then try again.`,
		);
	}
}

async function saysWhatTheDiskSays(document: TextDocument): Promise<boolean> {
	return linesOf(await textOnDisk(document.uri)) === linesOf(document.getText());
}

/** Files with mixed line breaks are made uniform by the editor. */
function linesOf(text: string): string {
	return text.replaceAll('\r\n', '\n');
}

async function reloaded(document: TextDocument): Promise<boolean> {
	const deadline = Date.now() + WAIT_FOR_RELOAD;
	while (Date.now() < deadline) {
		await nextChange(document, deadline - Date.now());
		if (document.isDirty || (await saysWhatTheDiskSays(document))) {
			return true;
		}
	}
	return false;
}

function nextChange(document: TextDocument, atMost: number): Promise<void> {
	return new Promise((resolve) => {
		const done = () => {
			clearTimeout(timer);
			listener.dispose();
			resolve();
		};
		const timer = setTimeout(done, atMost);
		const listener = workspace.onDidChangeTextDocument((event) => {
			if (event.document === document) {
				done();
			}
		});
	});
}

function nameOf(uri: Uri): string {
	return workspace.asRelativePath(uri);
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
