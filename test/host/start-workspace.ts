import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache.ts';

const sample = join(import.meta.dirname, '..', 'start-workspace');

/** The sample workspace of `npm start`, a copy that keeps what a person did in it. */
export function startWorkspace(): string {
	const folder = join(cacheFolder(), 'start', 'workspace');
	if (!existsSync(folder)) {
		mkdirSync(folder, { recursive: true });
		if (existsSync(sample)) {
			cpSync(sample, folder, { recursive: true });
		}
	}
	return folder;
}
