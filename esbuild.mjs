import { basename } from 'node:path';
import { build, context } from 'esbuild';

/** The two bundles: the extension, and the script of the tenant page. */
const shared = {
	bundle: true,
	minify: !process.argv.includes('--watch'),
	sourcemap: process.argv.includes('--watch'),
	legalComments: 'none',
	charset: 'utf8',
	logLevel: 'warning',
	target: 'es2023',
};
/**
 * Types of YAML 1.1 that no landscape has, out of the bundle for its budget. A file that names one with a tag is not
 * understood, and so is never written to.
 */
const withoutExoticTypes = {
	name: 'without-exotic-types',
	setup({ onLoad }) {
		onLoad({ filter: /[\\/]yaml-1\.1[\\/](?:binary|omap|pairs|set)\.js$/ }, ({ path }) => {
			const name = basename(path, '.js');
			return {
				contents: `export const ${name} = { tag: 'tag:yaml.org,2002:${name}', identify: () => false, resolve: () => null };`,
			};
		});
	},
};
const bundles = [
	{
		...shared,
		entryPoints: ['src/extension.ts'],
		outfile: 'dist/extension.js',
		// One bundle for both extension hosts: it uses nothing that only Node has.
		platform: 'browser',
		external: ['vscode'],
		plugins: [withoutExoticTypes],
		format: 'cjs',
	},
	{
		...shared,
		entryPoints: ['src/tenant/page/main.ts'],
		outfile: 'dist/tenant-page.js',
		platform: 'browser',
		format: 'iife',
	},
];

if (process.argv.includes('--watch')) {
	for (const options of bundles) {
		await (await context({ ...options, logLevel: 'info' })).watch();
	}
} else {
	await Promise.all(bundles.map((options) => build(options)));
}
