import type { Memento, SecretStorage } from 'vscode';
import type { HeldToken } from '../model/held-tokens.ts';

/** An integration token's text, for as long as it must be handed on, and its fingerprint. */
export interface MintedToken {
	readonly text: string;
	readonly fingerprint: string;
}

const TOKEN_BYTES = 32;
const HELD = 'systemLandscape.heldTokens';
const SUPERSEDED = 'systemLandscape.superseded';
const SUPERSEDED_AT_MOST = 200;

function hex(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** `sha256:` and 64 hex digits of a token's text; white space around it, as they come with pasting, do not count. */
export async function fingerprintOf(text: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text.trim()));
	return `sha256:${hex(new Uint8Array(digest))}`;
}

/** The only place that touches the texts of tokens: they are in VS Code's SecretStorage, under their fingerprints. */
export class TokenVault {
	readonly #secrets: SecretStorage;
	readonly #memory: Memento;

	/**
	 * `memory` keeps what is held, which SecretStorage can't list, and the fingerprints of superseded tokens; they tell
	 * nothing about the texts. It is shared with other windows, so it is read whenever it is needed.
	 */
	constructor(secrets: SecretStorage, memory: Memento) {
		this.#secrets = secrets;
		this.#memory = memory;
	}

	/**
	 * A new practice token for a system, stored on this machine. It's remembered first, so that its text can be deleted
	 * whatever happens next. Rejects when VS Code doesn't store it.
	 */
	async mint(token: Omit<HeldToken, 'fingerprint'>): Promise<MintedToken> {
		const text = hex(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES)));
		const fingerprint = await fingerprintOf(text);
		await this.keep(text, { ...token, fingerprint });
		return { text, fingerprint };
	}

	/** Stores the text of a token, and remembers that first. Rejects when VS Code can't. */
	async keep(text: string, token: HeldToken): Promise<void> {
		const others = this.held.filter(({ fingerprint }) => fingerprint !== token.fingerprint);
		await this.#memory.update(HELD, [...others, token]);
		await this.#secrets.store(keyOf(token.fingerprint), text.trim());
	}

	/** What this machine remembers of the tokens whose texts it holds. */
	get held(): readonly HeldToken[] {
		return this.#memory.get<readonly HeldToken[]>(HELD, []);
	}

	/** The text of a token, or `undefined` when this machine does not hold it. */
	async textOf(fingerprint: string): Promise<string | undefined> {
		return this.#secrets.get(keyOf(fingerprint));
	}

	/** Deletes the text of a token that a newer one replaces (DEC-7), and remembers that it was replaced. */
	async supersede(fingerprint: string | undefined): Promise<void> {
		if (fingerprint !== undefined) {
			const others = this.#superseded().filter((known) => known !== fingerprint);
			await Promise.all([
				this.#memory.update(SUPERSEDED, [...others, fingerprint].slice(-SUPERSEDED_AT_MOST)),
				this.forget(fingerprint),
			]);
		}
	}

	/** Whether this machine knows that a newer token has replaced one. */
	wasSuperseded(fingerprint: string): boolean {
		return this.#superseded().includes(fingerprint);
	}

	#superseded(): readonly string[] {
		return this.#memory.get<readonly string[]>(SUPERSEDED, []);
	}

	/** Deletes the text of a token that was used or removed, or has expired. Where that rejects, the token stays remembered. */
	async forget(fingerprint: string | undefined): Promise<void> {
		if (fingerprint !== undefined) {
			await this.#secrets.delete(keyOf(fingerprint));
			await this.#memory.update(
				HELD,
				this.held.filter((token) => token.fingerprint !== fingerprint),
			);
		}
	}
}

function keyOf(fingerprint: string): string {
	return `systemLandscape.token.${fingerprint}`;
}
