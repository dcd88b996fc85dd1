import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { writeThirdPartyNotices } from './third-party-notices.mjs';

const isWatching = argv.includes('--watch');

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
};

/** How the extension is bundled; the tests bundle its modules in the same way. */
export const extension = { ...shared, external: ['vscode'], format: 'cjs' };

const bundles = [
	{ ...extension, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js' },
	{ ...shared, entryPoints: ['src/tenant/page/main.ts'], outfile: 'dist/tenant-page.js', format: 'iife' },
	{ ...shared, entryPoints: ['src/map/page/main.ts'], outfile: 'dist/map-page.js', format: 'iife' },
];

if (argv[1] === fileURLToPath(import.meta.url)) {
	const contexts = isWatching ? await Promise.all(bundles.map((options) => context(options))) : [];
	await Promise.all(contexts.map((watched) => watched.watch()));
	const results = isWatching ? [] : await Promise.all(bundles.map((options) => build(options)));
	await writeThirdPartyNotices(results.map(({ metafile }) => metafile));
}
