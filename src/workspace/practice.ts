import type { Disposable, LogOutputChannel, Uri } from 'vscode';
import type { Refusal } from '../model/decision.ts';
import { deregisteringSystems, settleDeregistration } from '../model/deregistration.ts';
import { type Outcome, settleExtension, unsettledExtensions } from '../model/extensions.ts';
import { toMillis } from '../model/instant.ts';
import type { Landscape } from '../model/landscape.ts';
import type { ExpectedOutcomes } from './expected-outcomes.ts';
import type { LandscapeFiles } from './landscape-files.ts';
import type { LandscapeWriter } from './landscape-writer.ts';
import { processingTime } from './settings.ts';

/** Milliseconds for which a window leaves what is under way to the window that asked for it. */
const PRECEDENCE = 10_000;

/** Something that practice has begun and must finish. */
interface Task {
	readonly key: string;
	/** When the file says that it began, in milliseconds; a deregistration's beginning is not in the file. */
	readonly begun: number | undefined;
	readonly settle: (outcome: Outcome) => Promise<Refusal | { readonly ok: true }>;
}

/**
 * Plays the other side of a practice landscape: finishes what is *enabling* or *deregistering* once its processing time
 * is over, also when the window that asked for it was closed meanwhile.
 */
export class Practice implements Disposable {
	readonly #files: LandscapeFiles;
	readonly #writer: LandscapeWriter;
	readonly #expected: ExpectedOutcomes;
	readonly #log: LogOutputChannel;
	readonly #settling = new Set<string>();
	/** When what was asked for in this window began: the file knows whole seconds at most. */
	readonly #begunHere = new Map<string, number>();
	/** When this window first saw what has no beginning in the file. */
	readonly #firstSeen = new Map<string, number>();
	readonly #subscription: Disposable;
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
		this.#subscription = files.onDidChange(() => this.run());
		void expected.loaded.then(() => {
			this.#isReady = true;
			this.run();
		});
	}

	/** Takes charge of a pairing that was asked for here: when and how it shall end. */
	async expectExtension(file: Uri, tenant: string, system: string, outcome: Outcome): Promise<void> {
		await this.#expect(extensionKey(file, tenant, system), outcome);
	}

	/** Takes charge of a deregistration that was asked for here: when and how it shall end. */
	async expectDeregistration(file: Uri, system: string, outcome: Outcome): Promise<void> {
		await this.#expect(deregistrationKey(file, system), outcome);
	}

	/** Finishes what is due now, and wakes up when the next is. */
	run(): void {
		clearTimeout(this.#timer);
		if (!this.#isReady) {
			return;
		}
		const present = Date.now();
		const tasks = this.#files.all
			.filter(({ reading }) => !reading.unreadable)
			.flatMap(({ uri, reading }) => this.#tasksOf(uri, reading.landscape));
		this.#forgetAllBut(tasks);
		let next = Number.POSITIVE_INFINITY;
		for (const task of tasks) {
			const left = this.#settling.has(task.key)
				? Number.POSITIVE_INFINITY
				: this.#dueOf(task, present) - present;
			if (left <= 0) {
				void this.#settle(task);
			} else {
				next = Math.min(next, left);
			}
		}
		if (Number.isFinite(next)) {
			this.#timer = setTimeout(() => this.run(), next);
		}
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#subscription.dispose();
	}

	async #expect(key: string, outcome: Outcome): Promise<void> {
		this.#begunHere.set(key, Date.now());
		await this.#expected.set(key, outcome);
		this.run();
	}

	#tasksOf(uri: Uri, landscape: Landscape): Task[] {
		const change = (decide: Parameters<LandscapeWriter['change']>[1]) => this.#writer.change(uri, decide);
		return [
			...unsettledExtensions(landscape).map(({ tenant, system, since }) => ({
				key: extensionKey(uri, tenant, system),
				begun: since === undefined ? undefined : toMillis(since),
				settle: (outcome: Outcome) =>
					change((current, now) => settleExtension(current, { tenant, system, outcome }, now)),
			})),
			...deregisteringSystems(landscape).map((system) => ({
				key: deregistrationKey(uri, system),
				begun: undefined,
				settle: (outcome: Outcome) =>
					change((current, now) => settleDeregistration(current, system, outcome, now)),
			})),
		];
	}

	/** Something from another window, or from before a clock jumped, is left alone for no longer than it may take. */
	#dueOf({ key, begun }: Task, present: number): number {
		const duration = processingTime() * 1000;
		const here = this.#begunHere.get(key);
		if (here !== undefined) {
			return here + duration;
		}
		const seen = this.#firstSeen.get(key) ?? present;
		this.#firstSeen.set(key, seen);
		const isMine = this.#expected.get(key) !== undefined;
		return Math.min(begun ?? seen, seen) + duration + (isMine ? 0 : PRECEDENCE);
	}

	#forgetAllBut(tasks: readonly Task[]): void {
		const keys = new Set(tasks.map(({ key }) => key));
		for (const key of this.#firstSeen.keys()) {
			if (!keys.has(key)) {
				this.#firstSeen.delete(key);
			}
		}
	}

	async #settle({ key, settle }: Task): Promise<void> {
		this.#settling.add(key);
		try {
			const settled = await settle(this.#expected.get(key) ?? 'succeed');
			if (settled.ok) {
				this.#begunHere.delete(key);
				await this.#expected.delete(key);
			} else {
				this.#log.warn(`Practice could not finish: ${settled.message}`);
			}
		} finally {
			this.#settling.delete(key);
		}
	}
}

function extensionKey(file: Uri, tenant: string, system: string): string {
	return JSON.stringify([file.toString(), 'extension', tenant, system]);
}

function deregistrationKey(file: Uri, system: string): string {
	return JSON.stringify([file.toString(), 'deregistration', system]);
}
