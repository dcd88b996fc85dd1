import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
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

	/** Has every ready window register so many systems at once. */
	start(count: number): void {
		const start = join(this.#control, 'start');
		if (existsSync(start)) {
			throw new Error('A storm can be started once.');
		}
		writeFileSync(`${start}.part`, String(count));
		renameSync(`${start}.part`, start);
	}

	/** Makes ready for another storm, of other windows. */
	forget(): void {
		rmSync(this.#control, { recursive: true, force: true });
		mkdirSync(this.#control, { recursive: true });
	}

	/** What all operations of so many windows gave back. */
	async answers(windows: number): Promise<StormAnswer[]> {
		await expect.poll(() => this.#named(/^result-.*\.json$/)).toHaveLength(windows);
		return this.#named(/^result-.*\.json$/).flatMap((name) =>
			JSON.parse(readFileSync(join(this.#control, name), 'utf8')),
		);
	}

	#named(pattern: RegExp): string[] {
		return readdirSync(this.#control).filter((name) => pattern.test(name));
	}
}
