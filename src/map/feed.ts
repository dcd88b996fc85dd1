import { apply, diff } from './changes.ts';
import type { MapMessage, MapState } from './messages.ts';

/** Sends a page what the map shows: everything when the page asks for it, and from then on what changes. */
export class MapFeed {
	readonly #stateNow: () => MapState;
	readonly #post: (message: MapMessage) => void;
	#sent: MapState | undefined;
	#number = 0;

	constructor(stateNow: () => MapState, post: (message: MapMessage) => void) {
		this.#stateNow = stateNow;
		this.#post = post;
	}

	/** Sends everything, to a page that has just begun, or has missed a change. */
	sendState(): void {
		this.#sent = this.#stateNow();
		this.#number = 0;
		this.#post({ kind: 'state', state: this.#sent });
	}

	/** Sends what has changed, if anything; nothing to a page that hasn't asked yet. */
	sendChange(): void {
		const state = this.#sent && this.#stateNow();
		const change = this.#sent && state && diff(this.#sent, state);
		if (change) {
			this.#sent = state;
			this.#number++;
			this.#post({ kind: 'change', number: this.#number, change });
		}
	}
}

/** What a page has received. */
export interface Received {
	readonly state: MapState;
	/** Of the last change; 0 where there was none yet. */
	readonly number: number;
}

/** What a page knows with one more message; `undefined` where it has missed something, and has to ask for everything. */
export function receive(before: Received | undefined, message: MapMessage): Received | undefined {
	if (message.kind === 'state') {
		return { state: message.state, number: 0 };
	}
	return before && message.number === before.number + 1
		? { state: apply(before.state, message.change), number: message.number }
		: undefined;
}
