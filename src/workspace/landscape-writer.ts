import * as l10n from '@vscode/l10n';
import { type TextDocument, type Uri, WorkspaceEdit, workspace } from 'vscode';
import { type Edited, edit, readingAfter, type TextEdit } from '../document/edit.ts';
import { LONGEST_TEXT, type Reading, read, readOversized } from '../document/read.ts';
import { withLineFeeds } from '../document/text-positions.ts';
import { type Answer, type Decision, type Refusal, refuse } from '../model/decision.ts';
import type { Instant } from '../model/instant.ts';
import type { Landscape } from '../model/landscape.ts';
import { withRecordedAt } from '../model/recorded-at.ts';
import { now } from './clock.ts';
import {
	isNotFound,
	LARGEST_FILE,
	type LandscapeFiles,
	openDocument,
	textOnDisk,
} from './landscape-files.ts';
import { saved } from './saved.ts';
import { addTextEdits } from './text-edits.ts';

const TRIES = 3;
const WAIT_FOR_RELOAD = 5000;

/** How long after a change on disk VS Code may show the text without knowing its time. Until then it refuses to save. */
const SETTLED_AFTER = 500;

type Writing = Omit<Edited, 'ok'>;

/** What would be written to a text, if anything. */
export interface Proposal {
	readonly before: Reading;
	readonly writing: Writing | undefined;
}

/** What to answer for a text, and what to write to it, if anything. */
type Plan<Facts extends object> = (reading: Reading) => readonly [answer: Answer<Facts>, writing?: Writing];

/**
 * Writes decisions to landscape files: through the editor, as one undo step, one operation at a time per file.
 * Documents with unsaved edits keep them and stay unsaved; others are saved. Where another window saves the file at the
 * same time, VS Code notices that one of them is older, doesn't save it, and lets the person compare the two.
 */
export class LandscapeWriter {
	readonly #files: LandscapeFiles;
	readonly #queues = new Map<string, Promise<unknown>>();
	/** When the files were last changed on disk, where that was by our own save. */
	readonly #savedAt = new Map<string, number>();

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
	): Promise<Answer<Facts>> {
		return this.#enqueue(uri, (reading) => planned(uri, reading, decide));
	}

	/**
	 * Decides like {@link change} when its turn comes, and gives what would be written instead of writing it: for a preview,
	 * which others don't wait for. Refuses like {@link change}.
	 */
	async propose<Facts extends object>(
		uri: Uri,
		decide: (landscape: Landscape, now: Instant) => Decision<Facts>,
	): Promise<Answer<Facts & Proposal>> {
		return this.#enqueue(uri, (reading) => {
			const [decision, writing] = planned(uri, reading, decide);
			return [decision.ok ? { ...decision, before: reading, writing } : decision];
		});
	}

	/**
	 * Writes edits that are made for the text as it is when their turn comes. Refuses like {@link change}, and with the
	 * codes of `plan`.
	 */
	async edit<Facts extends { readonly edits: readonly TextEdit[] }>(
		uri: Uri,
		plan: (reading: Reading) => Answer<Facts>,
	): Promise<Answer<Facts>> {
		return this.#enqueue(uri, (reading) => {
			const planned = reading.unreadable ? unreadable(uri, reading.unreadable) : plan(reading);
			return planned.ok && planned.edits.length > 0
				? [planned, { edits: planned.edits, reading: readingAfter(reading, planned.edits) }]
				: [planned];
		});
	}

	/**
	 * Replaces a whole text, also where the file can't be read now, by changing the lines that differ. Refuses like
	 * {@link change}, and with the codes of `plan`.
	 */
	async rewrite<Facts extends { readonly text: string }>(
		uri: Uri,
		plan: (text: string) => Answer<Facts>,
	): Promise<Answer<Facts>> {
		return this.#enqueue(uri, ({ text: before }) => {
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

	/** Writes when everything that was asked for before is done. */
	async #enqueue<Facts extends object>(uri: Uri, plan: Plan<Facts>): Promise<Answer<Facts>> {
		const key = uri.toString();
		const earlier = this.#queues.get(key) ?? Promise.resolve();
		const written = earlier.then(() => this.#write(uri, plan));
		const settled = written.catch(() => undefined);
		this.#queues.set(key, settled);
		void settled.then(() => {
			if (this.#queues.get(key) === settled) {
				this.#queues.delete(key);
			}
		});
		return written;
	}

	async #write<Facts extends object>(uri: Uri, plan: Plan<Facts>): Promise<Answer<Facts>> {
		const key = uri.toString();
		for (let attempt = 0; attempt < TRIES; attempt++) {
			const document = await openUpToDate(uri, this.#savedAt.get(key));
			if ('ok' in document) {
				return document;
			}
			const [answer, edited] = plan(this.#files.readingOf(document));
			if (!edited) {
				return answer;
			}
			const { isDirty } = document;
			if (!(await apply(document, edited))) {
				continue;
			}
			if (!isDirty && !(await saved(document))) {
				return refuseUnsaved(uri);
			}
			this.#files.accept(
				document,
				document.getText() === edited.reading.text ? edited.reading : read(document.getText()),
			);
			if (!isDirty) {
				await workspace.fs.stat(uri).then(
					({ mtime }) => this.#savedAt.set(key, mtime),
					() => this.#savedAt.delete(key),
				);
			}
			return answer;
		}
		return refuseChanging(uri);
	}
}

/** What a rule decides on a text, and the edits for it. */
function planned<Facts extends object>(
	uri: Uri,
	reading: Reading,
	decide: (landscape: Landscape, now: Instant) => Decision<Facts>,
): readonly [decision: Decision<Facts>, writing?: Writing] {
	if (reading.unreadable) {
		return [unreadable(uri, reading.unreadable)];
	}
	const moment = now();
	const decision = decide(reading.landscape, moment);
	if (!decision.ok || decision.changes.length === 0) {
		return [decision];
	}
	const edited = edit(reading, withRecordedAt(reading.landscape, decision.changes, moment));
	return edited.ok ? [decision, edited] : [edited];
}

/** Why nothing was written to a file that others write to: `landscape-changed`. */
export function refuseChanging(uri: Uri): Refusal {
	return refuse(
		'landscape-changed',
		l10n.t`${nameOf(uri)} keeps changing while it is edited. Nothing was written; try again.`,
	);
}

/** Why a change is in the editor, but not in the file: `landscape-not-saved`. */
export function refuseUnsaved(uri: Uri): Refusal {
	return refuse(
		'landscape-not-saved',
		l10n.t`${nameOf(uri)} couldn't be saved. The change is in the editor: save it there, or undo it.`,
	);
}

/** Why a file isn't written to, with the file's name. */
export function unreadable(uri: Uri, refusal: Refusal): Refusal {
	return { ...refusal, message: `${nameOf(uri)}: ${refusal.message}`, landscape: uri.toString() };
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

/** Applies edits; `false` if the document has changed since they were made, which VS Code knows. */
async function apply(document: TextDocument, { edits }: Writing): Promise<boolean> {
	const workspaceEdit = new WorkspaceEdit();
	addTextEdits(workspaceEdit, document.uri, document.getText(), edits);
	return workspace.applyEdit(workspaceEdit);
}

/**
 * The document of a file, with the text on disk unless it has unsaved edits. VS Code reloads other documents by itself
 * when their file changes, unless that was our own save at `savedAt`; this waits for it.
 */
async function openUpToDate(uri: Uri, savedAt: number | undefined): Promise<TextDocument | Refusal> {
	try {
		const { permissions, size, mtime } = await workspace.fs.stat(uri);
		if (permissions) {
			// An editor takes edits of such a file, and does not even show that they are not saved.
			return refuse(
				'landscape-not-saved',
				l10n.t`${nameOf(uri)} is read-only. Nothing was written; make it writable, then try again.`,
			);
		}
		const edited = openDocument(uri);
		if (edited?.isDirty) {
			return edited;
		}
		if (edited && mtime !== savedAt) {
			await untilSettled(mtime);
		}
		const text = size > LARGEST_FILE ? undefined : await textOnDisk(uri);
		if (text === undefined || text.length > LONGEST_TEXT) {
			return unreadable(uri, readOversized().unreadable);
		}
		const document = await workspace.openTextDocument(uri);
		return document.isDirty ||
			withLineFeeds(text) === withLineFeeds(document.getText()) ||
			(await waitForReload(document))
			? document
			: refuse(
					'landscape-changed',
					l10n.t`${nameOf(uri)} was changed on disk and the editor hasn't reloaded it. Reload the file, then try again.`,
				);
	} catch (error) {
		if (isNotFound(error)) {
			return refuse(
				'landscape-missing',
				l10n.t`${nameOf(uri)} doesn't exist anymore. Create a landscape, or restore the file.`,
			);
		}
		return refuse(
			'landscape-unreadable',
			l10n.t`${nameOf(uri)} can't be opened (${messageOf(error)}). Check the file and its permissions, then try again.`,
		);
	}
}

async function isOnDisk(uri: Uri, text: string): Promise<boolean> {
	return withLineFeeds(await textOnDisk(uri)) === withLineFeeds(text);
}

/** Whether the editor has shown the file as it is on disk, or has got unsaved edits, before it is too late. */
async function waitForReload(document: TextDocument): Promise<boolean> {
	const deadline = Date.now() + WAIT_FOR_RELOAD;
	for (;;) {
		const change = nextChange(document, deadline - Date.now());
		if (document.isDirty) {
			return true;
		}
		if (await isOnDisk(document.uri, document.getText())) {
			await untilSettled(Date.now());
			return true;
		}
		if (Date.now() >= deadline) {
			return false;
		}
		await change;
	}
}

/** Waits until a change on disk is so long ago that VS Code knows its time. */
async function untilSettled(mtime: number): Promise<void> {
	const left = Math.min(mtime + SETTLED_AFTER - Date.now(), SETTLED_AFTER);
	if (left > 0) {
		await new Promise((resolve) => setTimeout(resolve, left));
	}
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
