import type { SecretStorage } from 'vscode';

/** An integration token's text, for as long as it must be handed on, and its fingerprint. */
export interface MintedToken {
	readonly text: string;
	readonly fingerprint: string;
}

const TOKEN_BYTES = 32;

function hex(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** `sha256:` and 64 hex digits of a token's text; blanks around it, as they come with pasting, do not count. */
export async function fingerprintOf(text: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text.trim()));
	return `sha256:${hex(new Uint8Array(digest))}`;
}

/** The only place that touches the texts of tokens: they are in VS Code's SecretStorage, under their fingerprints (design 5). */
export class TokenVault {
	readonly #secrets: SecretStorage;

	constructor(secrets: SecretStorage) {
		this.#secrets = secrets;
	}

	/** A new practice token, stored on this machine. Rejects when the secret storage does not take it. */
	async mint(): Promise<MintedToken> {
		const text = hex(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES)));
		const fingerprint = await fingerprintOf(text);
		await this.#secrets.store(keyOf(fingerprint), text);
		return { text, fingerprint };
	}

	/** The text of a token, or `undefined` when this machine does not hold it. */
	async textOf(fingerprint: string): Promise<string | undefined> {
		return this.#secrets.get(keyOf(fingerprint));
	}

	/** Deletes the text of a token that was used, superseded or removed. */
	async forget(fingerprint: string | undefined): Promise<void> {
		if (fingerprint !== undefined) {
			await this.#secrets.delete(keyOf(fingerprint));
		}
	}
}

function keyOf(fingerprint: string): string {
	return `systemLandscape.token.${fingerprint}`;
}
