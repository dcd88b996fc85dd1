import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();

process.on('exit', () => {
	for (const folder of folders) {
		removeNow(folder);
	}
});

/** Makes a folder that is gone when this process ends, at the latest. */
export function temporaryFolder(purpose: string): string {
	const folder = mkdtempSync(join(realpathSync(tmpdir()), `system-landscape-${purpose}-`));
	folders.add(folder);
	return folder;
}

/** Removes a folder made by `temporaryFolder` before this process ends. */
export function removeTemporaryFolder(folder: string): void {
	removeNow(folder);
	folders.delete(folder);
}

function removeNow(folder: string): void {
	// A process that has just been told to end may still write its last log line into the folder.
	rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}
