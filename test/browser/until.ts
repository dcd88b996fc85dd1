import { watch } from 'node:fs';

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
