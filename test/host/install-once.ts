import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache.ts';

/** Something that tests need and that isn't a dependency of the project. */
export interface Installation {
	/** What people call it. */
	readonly name: string;
	/** Its folder in the cache, which says what it is made of. */
	readonly key: string;
	/** How much of the disk it takes while it is installed. */
	readonly gigabytes: number;
	/** Fills a folder. */
	install(folder: string): Promise<void>;
}

/**
 * Returns the folder of an installation, made in the cache where it is not there yet. An install becomes visible only when
 * it is complete, so an interrupted one or one beside it does no harm.
 */
export async function installOnce(installation: Installation): Promise<string> {
	const { name, key, gigabytes } = installation;
	const target = join(cacheFolder(), key);
	if (existsSync(target)) {
		return target;
	}
	mkdirSync(cacheFolder(), { recursive: true });
	const unfinished = mkdtempSync(join(cacheFolder(), 'installing-'));
	const removeUnfinished = () => rmSync(unfinished, { recursive: true, force: true });
	process.once('exit', removeUnfinished);
	try {
		console.log(`Installing ${name} for tests, once, into ${target}`);
		await installation.install(unfinished);
		takeIntoUse(unfinished, target);
		return target;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(
			`${name} could not be installed. Check that npm reaches its registry (npm ping) and that the disk has ${gigabytes} GB free, then run the command again; nothing unfinished was kept.\n${reason}`,
		);
	} finally {
		removeUnfinished();
		process.removeListener('exit', removeUnfinished);
	}
}

function takeIntoUse(unfinished: string, target: string): void {
	try {
		renameSync(unfinished, target);
	} catch (error) {
		// Another process has finished the same install first.
		if (!existsSync(target)) {
			throw error;
		}
	}
}
