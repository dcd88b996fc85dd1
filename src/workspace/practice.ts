import { type Disposable, type LogOutputChannel, type Uri, workspace } from 'vscode';
import type { Decision } from '../model/decision.ts';
import { settleDeregistration, settleRemoval, unsettledSystems } from '../model/deregistration.ts';
import { type Outcome, settleExtension, unsettledExtensions } from '../model/extensions.ts';
import { type Instant, toMillis } from '../model/instant.ts';
import type { Landscape, SystemStatus } from '../model/landscape.ts';
import { decideInSequence } from '../model/sequence.ts';
import type { ExpectedOutcomes } from './expected-outcomes.ts';
import type { LandscapeFiles } from './landscape-files.ts';
import type { LandscapeWriter } from './landscape-writer.ts';
import { processingTime } from './settings.ts';

/** Milliseconds for which a window leaves what is under way to the window that asked for it. */
const PRECEDENCE = 10_000;

/** Other windows then wait up to this much longer, each as long as chance has it: at once, they would save at once. */
const SPREAD = 3000;

/** Milliseconds after which practice tries again what it could not write because the file was changing. */
const TRY_AGAIN = 1000;

/** Each rule of a change copies the landscape: with more at once, a file made for that would hold everything up. */
const MOST_AT_ONCE = 500;

/** Something that practice has begun and must finish. */
interface Task {
	readonly key: string;
	/** When the file says that it began, in milliseconds; only a pairing's beginning is in the file. */
	readonly begun: number | undefined;
	readonly settle: (landscape: Landscape, outcome: Outcome, now: Instant) => Decision;
}

/**
 * Plays the other side of a practice landscape: finishes what is *enabling*, *deregistering* or *removing* once its processing time
 * is over, also when the window that asked for it was closed meanwhile. What such a window left in a file is one change.
 * In a workspace that is not trusted it finishes nothing: opening a folder must not write.
 */
export class Practice implements Disposable {
	readonly #files: LandscapeFiles;
	readonly #writer: LandscapeWriter;
	readonly #patience = PRECEDENCE + Math.random() * SPREAD;
	readonly #expected: ExpectedOutcomes;
	readonly #log: LogOutputChannel;
	readonly #settling = new Set<string>();
	/** When what was asked for in this window began: the file knows whole seconds at most. */
	readonly #begunHere = new Map<string, number>();
	/** When this window first saw what has no beginning in the file. */
	readonly #firstSeen = new Map<string, number>();
	readonly #subscriptions: readonly Disposable[];
	#isReady = false;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		files: LandscapeFiles,
		writer: LandscapeWriter,
		expected: ExpectedOutcomes,
		log: LogOutputChannel,
	) {
		this.#files = files;
		this.#writer = writer;
		this.#expected = expected;
		this.#log = log;
		this.#subscriptions = [
			files.onDidChange(() => this.run()),
			workspace.onDidGrantWorkspaceTrust(() => this.run()),
		];
		void expected.loaded.then(() => {
			this.#isReady = true;
			this.run();
		});
	}

	/** Takes charge of a pairing that was asked for here: when and how it ends. */
	async expectExtension(file: Uri, tenant: string, system: string, outcome: Outcome): Promise<void> {
		await this.#expect(extensionKey(file, tenant, system), outcome);
	}

	/** Takes charge of a deregistration that was asked for here: when and how it ends. */
	async expectDeregistration(file: Uri, system: string, outcome: Outcome): Promise<void> {
		await this.#expect(systemKey(file, 'deregistering', system), outcome);
	}

	/** Takes charge of a removal that was asked for here: when and how it ends. */
	async expectRemoval(file: Uri, system: string, outcome: Outcome): Promise<void> {
		await this.#expect(systemKey(file, 'removing', system), outcome);
	}

	/** Finishes what is due now, and wakes up when the next is. */
	run(): void {
		clearTimeout(this.#timer);
		if (!this.#isReady || !workspace.isTrusted) {
			return;
		}
		const present = Date.now();
		const files = this.#files.all
			.filter(({ reading }) => !reading.unreadable)
			.map(({ uri, reading }) => ({ uri, tasks: tasksOf(uri, reading.landscape) }));
		this.#forgetAllBut(files.flatMap(({ tasks }) => tasks));
		const duration = processingTime() * 1000;
		let next = Number.POSITIVE_INFINITY;
		for (const { uri, tasks } of files) {
			// What was found under way waits for the last of it, and is one change then.
			const last = tasks.reduce((latest, task) => Math.max(latest, this.#startOf(task, present)), 0);
			const due: Task[] = [];
			for (const task of tasks.filter(({ key }) => !this.#settling.has(key))) {
				const left = (this.#begunHere.get(task.key) ?? last) + duration - present;
				if (left <= 0) {
					due.push(task);
				} else {
					next = Math.min(next, left);
				}
			}
			if (due.length > 0) {
				void this.#settle(uri, due.slice(0, MOST_AT_ONCE));
			}
		}
		if (Number.isFinite(next)) {
			this.#timer = setTimeout(() => this.run(), next);
		}
	}

	dispose(): void {
		clearTimeout(this.#timer);
		for (const subscription of this.#subscriptions) {
			subscription.dispose();
		}
	}

	async #expect(key: string, outcome: Outcome): Promise<void> {
		this.#begunHere.set(key, Date.now());
		await this.#expected.set(key, outcome);
		this.run();
	}

	/**
	 * When what was found under way is taken to have begun, in milliseconds. Something from another window, or from before
	 * a clock jumped, is left alone for no longer than it may take.
	 */
	#startOf({ key, begun }: Task, present: number): number {
		if (this.#begunHere.has(key)) {
			return 0;
		}
		const seen = this.#firstSeen.get(key) ?? present;
		this.#firstSeen.set(key, seen);
		const isMine = this.#expected.get(key) !== undefined;
		return Math.min(begun ?? seen, seen) + (isMine ? 0 : this.#patience);
	}

	#forgetAllBut(tasks: readonly Task[]): void {
		const keys = new Set(tasks.map(({ key }) => key));
		// What was undone may be asked for again, and begins anew then.
		for (const known of [this.#firstSeen, this.#begunHere]) {
			for (const key of known.keys()) {
				if (!keys.has(key)) {
					known.delete(key);
				}
			}
		}
	}

	async #settle(uri: Uri, tasks: readonly Task[]): Promise<void> {
		const keys = tasks.map(({ key }) => key);
		for (const key of keys) {
			this.#settling.add(key);
		}
		try {
			await this.#finish(uri, tasks);
		} finally {
			for (const key of keys) {
				this.#settling.delete(key);
			}
		}
	}

	async #finish(uri: Uri, tasks: readonly Task[]): Promise<void> {
		const settled = await this.#writer.change(uri, (landscape, now) =>
			decideInSequence(
				landscape,
				tasks.map(
					({ key, settle }) =>
						(current) =>
							settle(current, this.#expected.get(key) ?? 'succeed', now),
				),
			),
		);
		if (settled.ok) {
			const keys = tasks.map(({ key }) => key);
			for (const key of keys) {
				this.#begunHere.delete(key);
			}
			for (const { message } of settled.refused) {
				this.#log.warn(`Practice could not finish: ${message}`);
			}
			await this.#expected.delete(keys);
		} else if (settled.code === 'edit-unsafe' && tasks.length > 1) {
			// One that can't be written must not keep the others from being finished.
			for (const task of tasks) {
				await this.#finish(uri, [task]);
			}
		} else {
			this.#log.warn(`Practice could not finish: ${settled.message}`);
			if (settled.code === 'landscape-changed') {
				// The editor will have reloaded the file by then.
				clearTimeout(this.#timer);
				this.#timer = setTimeout(() => this.run(), TRY_AGAIN);
			}
		}
	}
}

/** What a landscape has under way. */
function tasksOf(uri: Uri, landscape: Landscape): Task[] {
	return [
		...unsettledExtensions(landscape).map(({ tenant, system, since }) => ({
			key: extensionKey(uri, tenant, system),
			begun: since === undefined ? undefined : toMillis(since),
			settle: (current: Landscape, outcome: Outcome, now: Instant) =>
				settleExtension(current, { tenant, system, outcome }, now),
		})),
		...unsettledSystems(landscape).map(({ name, status }) => ({
			key: systemKey(uri, status, name),
			begun: undefined,
			settle: (current: Landscape, outcome: Outcome, now: Instant) =>
				status === 'removing'
					? settleRemoval(current, name, outcome)
					: settleDeregistration(current, name, outcome, now),
		})),
	];
}

function extensionKey(file: Uri, tenant: string, system: string): string {
	return JSON.stringify([file.toString(), 'extension', tenant, system]);
}

function systemKey(file: Uri, status: SystemStatus, system: string): string {
	return JSON.stringify([file.toString(), status, system]);
}
