import * as l10n from '@vscode/l10n';
import { FileSystemError, Range, type TextDocument, type Uri, WorkspaceEdit, workspace } from 'vscode';
import { type Edited, edit, type TextEdit } from '../document/edit.ts';
import { type Reading, read } from '../document/read.ts';
import { type Decision, type Refusal, refuse } from '../model/decision.ts';
import type { Instant } from '../model/instant.ts';
import type { Landscape } from '../model/landscape.ts';
import { now } from './clock.ts';
import { type LandscapeFiles, textOnDisk } from './landscape-files.ts';
import type { Turn } from './turn.ts';

const TRIES = 3;
const WAIT_FOR_RELOAD = 5000;

type Outcome<Facts extends object> = Refusal | ({ readonly ok: true } & Facts);

type Writing = Omit<Edited, 'ok'>;

/** What to answer for a text, and what to write to it, if anything. */
type Plan<Answer extends object> = (
	reading: Reading,
) => readonly [answer: Answer | Refusal, writing?: Writing];

/**
 * Brings decisions into landscape files: through the editor, as one undo step, one operation at a time per file.
 * Documents with unsaved edits keep them and stay unsaved; clean ones are saved.
 */
export class LandscapeWriter {
	readonly #files: LandscapeFiles;
	readonly #turn: Turn;
	readonly #queues = new Map<string, Promise<unknown>>();

	/** `turn` lets this window write while no other does. */
	constructor(files: LandscapeFiles, turn: Turn) {
		this.#files = files;
		this.#turn = turn;
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
		return this.#inTurn(uri, (reading) => {
			if (reading.unreadable) {
				return [unreadable(uri, reading.unreadable)];
			}
			const decision = decide(reading.landscape, now());
			if (!decision.ok || decision.changes.length === 0) {
				return [decision];
			}
			const edited = edit(reading, decision.changes);
			return edited.ok ? [decision, edited] : [edited];
		});
	}

	/**
	 * Writes a whole text anew, also where the file can't be read now, as a change of the lines that differ. Refuses
	 * like {@link change}, and with the codes of `plan`.
	 */
	async rewrite<Facts extends { readonly text: string }>(
		uri: Uri,
		plan: (text: string) => Outcome<Facts>,
	): Promise<Outcome<Facts>> {
		return this.#inTurn<Outcome<Facts>>(uri, ({ text: before }) => {
			const planned = plan(before);
			if (!planned.ok) {
				return [{ ...planned, message: `${nameOf(uri)}: ${planned.message}` }];
			}
			const { text } = planned;
			return text === before
				? [planned]
				: [planned, { edits: [differenceOf(before, text)], reading: read(text) }];
		});
	}

	async #inTurn<Answer extends object>(uri: Uri, plan: Plan<Answer>): Promise<Answer | Refusal> {
		const key = uri.toString();
		const earlier = this.#queues.get(key) ?? Promise.resolve();
		const turn = earlier.then(() => this.#turn.run(() => this.#write(uri, plan)));
		const settled = turn.catch(() => undefined);
		this.#queues.set(key, settled);
		void settled.then(() => {
			if (this.#queues.get(key) === settled) {
				this.#queues.delete(key);
			}
		});
		return turn;
	}

	async #write<Answer extends object>(uri: Uri, plan: Plan<Answer>): Promise<Answer | Refusal> {
		for (let attempt = 0; attempt < TRIES; attempt++) {
			const document = await openUpToDate(uri);
			if ('ok' in document) {
				return document;
			}
			const [answer, edited] = plan(this.#files.readingOf(document));
			if (!edited) {
				return answer;
			}
			const { version, isDirty } = document;
			if (!(await apply(document, version, edited))) {
				continue;
			}
			if (!isDirty) {
				await this.#turn.remember(uri, document.getText());
			}
			if (!isDirty && !(await document.save())) {
				return refuse(
					'landscape-not-saved',
					l10n.t`${nameOf(uri)} could not be saved. The change is in the editor: save it there, or undo it.`,
				);
			}
			this.#files.accept(
				document,
				document.getText() === edited.reading.text ? edited.reading : read(document.getText()),
			);
			return answer;
		}
		return refuse(
			'landscape-changed',
			l10n.t`${nameOf(uri)} keeps changing while it is edited. Nothing was written; try again.`,
		);
	}
}

/** The reason why a file is not written to, with the file's name. */
export function unreadable(uri: Uri, refusal: Refusal): Refusal {
	return { ...refusal, message: `${nameOf(uri)}: ${refusal.message}` };
}

/** The one edit from a text to another: what is between the lines that both begin and end with. */
function differenceOf(before: string, after: string): TextEdit {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before[start] === after[start]) {
		start++;
	}
	start = before.lastIndexOf('\n', start - 1) + 1;
	let tail = 0;
	while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) {
		tail++;
	}
	// Never between the two halves of a line break.
	if (before.at(-tail) === '\n') {
		tail--;
	}
	return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

async function apply(document: TextDocument, version: number, { edits }: Writing): Promise<boolean> {
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
				l10n.t`${nameOf(uri)} is read-only. Nothing was written; make it writable, then try again.`,
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
					l10n.t`${nameOf(uri)} was changed on disk and the editor has not reloaded it. Reload the file, then try again.`,
				);
	} catch (error) {
		if (error instanceof FileSystemError && error.code === 'FileNotFound') {
			return refuse(
				'landscape-missing',
				l10n.t`${nameOf(uri)} does not exist any more. Create a landscape, or bring the file back.`,
			);
		}
		return refuse(
			'landscape-unreadable',
			l10n.t`${nameOf(uri)} can't be opened (${messageOf(error)}). Check the file and its permissions, then try again.`,
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
