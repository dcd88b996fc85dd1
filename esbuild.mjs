import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { writeThirdPartyNotices } from './third-party-notices.mjs';

const isWatching = argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const shared = {
	bundle: true,
	minify: !isWatching,
	sourcemap: isWatching,
	metafile: true,
	charset: 'utf8',
	logLevel: isWatching ? 'info' : 'warning',
	target: 'es2023',
	// One bundle for both extension hosts: it uses nothing that only Node has.
	platform: 'browser',
	// An extension host may have an AMD loader, to which packages would give themselves instead of to the bundle.
	define: { define: 'undefined' },
};

/**
 * How the extension is bundled; the tests bundle its modules in the same way. Functions keep their names, so that a stack
 * trace in a log shows which command failed.
 *
 * @type {import('esbuild').BuildOptions}
 */
export const extension = { ...shared, external: ['vscode'], format: 'cjs', keepNames: true };

/**
 * All that is built.
 *
 * @type {import('esbuild').BuildOptions[]}
 */
export const bundles = [
	{ ...extension, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js' },
	{ ...shared, entryPoints: ['src/tenant/page/main.tsx'], outfile: 'dist/tenant-page.js', format: 'iife' },
	{ ...shared, entryPoints: ['src/guide/page/main.tsx'], outfile: 'dist/guide-page.js', format: 'iife' },
	{ ...shared, entryPoints: ['src/map/page/main.tsx'], outfile: 'dist/map-page.js', format: 'iife' },
];

/** Builds all, with the licence texts of what is bundled, into `dist/`. */
export async function buildAll() {
	const results = await Promise.all(bundles.map((options) => build(options)));
	await writeThirdPartyNotices(results, 'dist/THIRD-PARTY-NOTICES.txt');
}

if (isWatching) {
	await Promise.all(bundles.map(async (options) => (await context(options)).watch()));
} else if (argv[1] === fileURLToPath(import.meta.url)) {
	await buildAll();
}
