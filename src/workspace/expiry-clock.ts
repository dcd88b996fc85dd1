import { type Disposable, EventEmitter } from 'vscode';
import { toMillis } from '../model/instant.ts';
import { now } from './clock.ts';
import type { LandscapeFiles } from './landscape-files.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Time alone changes what is shown of open tokens: fires when the words for the time left may differ. */
export class ExpiryClock implements Disposable {
	readonly #files: LandscapeFiles;
	readonly #ticked = new EventEmitter<void>();
	readonly #subscription: Disposable;
	#timer: ReturnType<typeof setTimeout> | undefined;

	readonly onDidTick = this.#ticked.event;

	constructor(files: LandscapeFiles) {
		this.#files = files;
		this.#subscription = files.onDidChange(() => this.#arm());
		this.#arm();
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#subscription.dispose();
		this.#ticked.dispose();
	}

	#arm(): void {
		clearTimeout(this.#timer);
		const present = toMillis(now());
		let next = Number.POSITIVE_INFINITY;
		for (const { reading } of this.#files.all) {
			for (const { status, token } of reading.landscape.systems.values()) {
				const left = token && !token.usedAt && status === 'pending' ? toMillis(token.expiresAt) - present : 0;
				if (left > 0) {
					const unit = left > HOUR ? HOUR : MINUTE;
					next = Math.min(next, left % unit || unit);
				}
			}
		}
		if (Number.isFinite(next)) {
			this.#timer = setTimeout(() => {
				this.#ticked.fire();
				this.#arm();
			}, next + 1000);
		}
	}
}
