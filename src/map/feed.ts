import { apply, diff } from './changes.ts';
import type { MapMessage, MapState } from './messages.ts';

/** Tells a page what the map shows: everything when the page asks for it, and from then on what changes. */
export class MapFeed {
	readonly #stateNow: () => MapState;
	readonly #post: (message: MapMessage) => void;
	#told: MapState | undefined;
	#number = 0;

	constructor(stateNow: () => MapState, post: (message: MapMessage) => void) {
		this.#stateNow = stateNow;
		this.#post = post;
	}

	/** For a page that has just begun, or has missed a change. */
	tellEverything(): void {
		this.#told = this.#stateNow();
		this.#number = 0;
		this.#post({ kind: 'state', state: this.#told });
	}

	/** Tells what has changed, if anything; nothing to a page that has not asked yet. */
	tellChange(): void {
		const state = this.#told && this.#stateNow();
		const change = this.#told && state && diff(this.#told, state);
		if (change) {
			this.#told = state;
			this.#number++;
			this.#post({ kind: 'change', number: this.#number, change });
		}
	}
}

/** What a page was told. */
export interface Told {
	readonly state: MapState;
	/** Of the last change; 0 where there was none yet. */
	readonly number: number;
}

/** What a page knows with one more message; `undefined` where it has missed something, and has to ask for everything. */
export function hear(told: Told | undefined, message: MapMessage): Told | undefined {
	if (message.kind === 'state') {
		return { state: message.state, number: 0 };
	}
	return told && message.number === told.number + 1
		? { state: apply(told.state, message.change), number: message.number }
		: undefined;
}
