import { watch } from 'node:fs';
import type { Locator } from 'playwright-core';

const DEADLINE = 30_000;

/** Waits, woken by changes in a folder, until `check` is true. */
export async function untilFile(folder: string, check: () => boolean): Promise<void> {
	const watcher = watch(folder);
	try {
		await new Promise<void>((resolve, reject) => {
			const timer = setTimeout(
				() => reject(new Error('The file did not come to say what it should.')),
				DEADLINE,
			);
			const look = () => {
				if (safely(check)) {
					clearTimeout(timer);
					resolve();
				}
			};
			watcher.on('change', look);
			look();
		});
	} finally {
		watcher.close();
	}
}

/** A file may be missing, or half written, at the moment of looking. */
function safely(check: () => boolean): boolean {
	try {
		return check();
	} catch {
		return false;
	}
}

const TRIES = 5;
const PATIENCE = 6000;

/**
 * Does something, and again where it could not be done: what is redrawn under a right click, or loses the focus to another
 * part of the window, closes at once, and a person asks once more. `act` gets the milliseconds that its steps may take;
 * `undo` comes before each repetition.
 */
export async function untilDone(
	act: (timeout: number) => Promise<void>,
	undo: () => Promise<void>,
): Promise<void> {
	for (let attempt = 1; ; attempt++) {
		try {
			await act(attempt < TRIES ? PATIENCE : DEADLINE);
			return;
		} catch (error) {
			if (attempt === TRIES) {
				throw error;
			}
			await undo();
		}
	}
}

/** Does what brings something up, and again where it did not come; `undo` comes before each repetition. */
export async function untilShown(
	shown: Locator,
	act: () => Promise<void>,
	undo: () => Promise<void>,
): Promise<void> {
	await untilDone(async (timeout) => {
		await act();
		await shown.waitFor({ timeout });
	}, undo);
}
