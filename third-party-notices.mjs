import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes the licence texts of the packages whose files are in the bundles, from esbuild's account of them.
 *
 * @param {readonly import('esbuild').BuildResult[]} results
 * @param {string} file
 */
export async function writeThirdPartyNotices(results, file) {
	const inputs = results.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}));
	const names = inputs.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
	const notices = await Promise.all([...[...new Set(names)].sort().map(noticeOf), noticeOfIcons()]);
	await writeFile(file, `This extension contains:\n\n${notices.join('\n')}`);
}

/** Of the icons whose path data is in our sources. */
async function noticeOfIcons() {
	return `--- @vscode/codicons 0.0.45 (CC-BY-4.0) ---\n\n${await readFile('licenses/@vscode/codicons.txt', 'utf8')}`;
}

/** @param {string} name */
async function noticeOf(name) {
	const folder = join('node_modules', name);
	const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
	const own = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
	// Packages that were published without the licence text of their repository have it in `licenses/`.
	const text = await readFile(own ? join(folder, own) : join('licenses', `${name}.txt`), 'utf8');
	return `--- ${name} ${version} (${license}) ---\n\n${text}`;
}
