import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The root of the repository. */
export const ROOT = join(import.meta.dirname, '..', '..');

/** The text of a file of the repository. */
export const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** The files below a folder, by their paths in it. */
export const filesIn = (folder: string) =>
	readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
		file.replaceAll('\\', '/'),
	);
