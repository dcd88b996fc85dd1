import type { Disposable, LogOutputChannel, Uri } from 'vscode';
import { type Outcome, settleExtension, unsettledExtensions } from '../model/extensions.ts';
import { addSeconds, toMillis } from '../model/instant.ts';
import type { ExpectedOutcomes } from './expected-outcomes.ts';
import type { LandscapeFiles } from './landscape-files.ts';
import type { LandscapeWriter } from './landscape-writer.ts';
import { processingTime } from './settings.ts';

/** Seconds for which a window leaves a pairing to the window that asked for it. */
const PRECEDENCE = 10;

/**
 * Plays the tenant of a practice landscape: finishes what is *enabling* once its processing time is over, also when
 * the window that asked for it was closed meanwhile.
 */
export class Practice implements Disposable {
	readonly #files: LandscapeFiles;
	readonly #writer: LandscapeWriter;
	readonly #expected: ExpectedOutcomes;
	readonly #log: LogOutputChannel;
	readonly #settling = new Set<string>();
	/** When what was asked for in this window is due, in milliseconds: the file knows whole seconds only. */
	readonly #due = new Map<string, number>();
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
	async expect(file: Uri, tenant: string, system: string, outcome: Outcome): Promise<void> {
		const key = keyOf(file, tenant, system);
		this.#due.set(key, Date.now() + processingTime() * 1000);
		await this.#expected.set(key, outcome);
		this.run();
	}

	/** Finishes what is due now, and wakes up when the next is. */
	run(): void {
		clearTimeout(this.#timer);
		if (!this.#isReady) {
			return;
		}
		const present = Date.now();
		let next = Number.POSITIVE_INFINITY;
		for (const { uri, reading } of this.#files.all) {
			if (reading.unreadable) {
				continue;
			}
			for (const { tenant, system, due } of unsettledExtensions(reading.landscape, processingTime())) {
				const key = keyOf(uri, tenant, system);
				const outcome = this.#expected.get(key);
				const mine = this.#due.get(key) ?? toMillis(outcome ? due : addSeconds(due, PRECEDENCE));
				if (this.#settling.has(key)) {
					continue;
				}
				if (mine <= present) {
					void this.#settle(uri, { tenant, system, outcome: outcome ?? 'succeed' }, key);
				} else {
					next = Math.min(next, mine - present);
				}
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

	async #settle(
		uri: Uri,
		request: { readonly tenant: string; readonly system: string; readonly outcome: Outcome },
		key: string,
	): Promise<void> {
		this.#settling.add(key);
		try {
			const settled = await this.#writer.change(uri, (landscape, present) =>
				settleExtension(landscape, request, present),
			);
			this.#due.delete(key);
			if (settled.ok) {
				await this.#expected.delete(key);
			} else {
				this.#log.warn(`${request.tenant}, ${request.system}: ${settled.message}`);
			}
		} finally {
			this.#settling.delete(key);
		}
	}
}

function keyOf(file: Uri, tenant: string, system: string): string {
	return JSON.stringify([file.toString(), tenant, system]);
}
