import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { temporaryFolder } from '../host/temporary-folder.ts';

/** What one operation of a storm gave back. */
export interface StormAnswer {
	readonly ok: boolean;
	readonly code?: string;
	readonly message?: string;
}

/** A folder of extensions with the one in it that starts many operations at once. */
export function extensionsWithStorm(): string {
	const extensions = temporaryFolder('extensions');
	cpSync(join(import.meta.dirname, '..', 'storm-extension'), join(extensions, 'tests.storm-0.0.1'), {
		recursive: true,
	});
	return extensions;
}

/** The storms of all windows on one folder. */
export class Storm {
	readonly #control: string;

	constructor(folder: string) {
		this.#control = join(folder, '.storm');
		mkdirSync(this.#control, { recursive: true });
	}

	/** Waits until so many windows are ready. */
	async ready(windows: number): Promise<void> {
		await expect.poll(() => this.#named(/^ready-/)).toHaveLength(windows);
	}

	/** The windows that are ready, by what the names of their systems begin with after a `W`. */
	windows(): string[] {
		return this.#named(/^ready-/).map((name) => name.slice('ready-'.length));
	}

	/** Has a window register so many systems at once. */
	start(window: string, count: number): void {
		const start = join(this.#control, `start-${window}`);
		writeFileSync(`${start}.part`, String(count));
		renameSync(`${start}.part`, start);
	}

	/** What all operations of a window gave back. */
	async answers(window: string): Promise<StormAnswer[]> {
		const result = `result-${window}.json`;
		await expect.poll(() => this.#named(/^result-.*\.json$/)).toContain(result);
		return JSON.parse(readFileSync(join(this.#control, result), 'utf8'));
	}

	#named(pattern: RegExp): string[] {
		return readdirSync(this.#control).filter((name) => pattern.test(name));
	}
}
