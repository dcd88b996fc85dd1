import * as v from 'valibot';
import { Uri, workspace } from 'vscode';
import { OUTCOMES, type Outcome } from '../model/extensions.ts';

const Stored = v.record(v.string(), v.picklist(OUTCOMES));

/**
 * How the pairings that this workspace asked for are to end, for as long as they are under way. In a file of the
 * extension's storage: VS Code's own memory of a workspace may lose its last seconds when a window is closed.
 */
export class ExpectedOutcomes {
	readonly #file: Uri | undefined;
	readonly #outcomes = new Map<string, Outcome>();

	/** Resolves once what an earlier window left is known. */
	readonly loaded: Promise<void>;

	/** `storage` is the extension's folder for this workspace; there is none without a workspace. */
	constructor(storage: Uri | undefined) {
		this.#file = storage && Uri.joinPath(storage, 'expected-outcomes.json');
		this.loaded = this.#load();
	}

	get(key: string): Outcome | undefined {
		return this.#outcomes.get(key);
	}

	async set(key: string, outcome: Outcome): Promise<void> {
		this.#outcomes.set(key, outcome);
		await this.#save();
	}

	async delete(keys: readonly string[]): Promise<void> {
		// Each is deleted, and the file written once.
		if (keys.filter((key) => this.#outcomes.delete(key)).length > 0) {
			await this.#save();
		}
	}

	async #load(): Promise<void> {
		if (!this.#file) {
			return;
		}
		try {
			const text = new TextDecoder().decode(await workspace.fs.readFile(this.#file));
			const stored = v.safeParse(Stored, JSON.parse(text));
			for (const [key, outcome] of stored.success ? Object.entries(stored.output) : []) {
				this.#outcomes.set(key, outcome);
			}
		} catch {
			// Nothing was asked for yet, or the file is damaged: then a pairing succeeds, as most do.
		}
	}

	async #save(): Promise<void> {
		if (this.#file) {
			const text = JSON.stringify(Object.fromEntries(this.#outcomes));
			await workspace.fs.writeFile(this.#file, new TextEncoder().encode(text));
		}
	}
}
