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
const bundles = [
	{
		...shared,
		entryPoints: ['src/extension.ts'],
		outfile: 'dist/extension.js',
		// One bundle for both extension hosts: it uses nothing that only Node has.
		platform: 'browser',
		external: ['vscode'],
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
