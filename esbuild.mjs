import { basename } from 'node:path';
import { build, context } from 'esbuild';

/** The bundles: the extension, and the scripts of the pages. */
const shared = {
	bundle: true,
	minify: !process.argv.includes('--watch'),
	sourcemap: process.argv.includes('--watch'),
	legalComments: 'none',
	charset: 'utf8',
	logLevel: 'warning',
	target: 'es2023',
};
const exoticType = (name) =>
	`export const ${name} = { tag: 'tag:yaml.org,2002:${name}', identify: () => false, resolve: () => null };`;

/**
 * Parts of `yaml` that no landscape needs, out of the bundle for its budget: types of YAML 1.1 (a file that names one
 * with a tag is not understood, and so is never written to), the JSON schema, revivers, and visitors of syntax trees.
 */
const NOT_NEEDED = {
	'yaml-1.1/binary': exoticType('binary'),
	'yaml-1.1/omap': exoticType('omap'),
	'yaml-1.1/pairs': exoticType('pairs'),
	'yaml-1.1/set': exoticType('set'),
	'json/schema': 'export const schema = [];',
	'doc/applyReviver': 'export const applyReviver = (reviver, owner, key, value) => value;',
	'parse/cst-visit': 'export const visit = () => undefined;',
};

const withoutUnneededParts = {
	name: 'without-unneeded-parts',
	setup({ onLoad }) {
		onLoad({ filter: /[\\/]yaml[\\/]browser[\\/]dist[\\/]/ }, ({ path }) => {
			const [folder, file] = path.split(/[\\/]/).slice(-2);
			const contents = NOT_NEEDED[`${folder}/${basename(file, '.js')}`];
			return contents === undefined ? undefined : { contents };
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
		plugins: [withoutUnneededParts],
		format: 'cjs',
	},
	...['tenant', 'map'].map((page) => ({
		...shared,
		entryPoints: [`src/${page}/page/main.ts`],
		outfile: `dist/${page}-page.js`,
		platform: 'browser',
		format: 'iife',
	})),
];

if (process.argv.includes('--watch')) {
	for (const options of bundles) {
		await (await context({ ...options, logLevel: 'info' })).watch();
	}
} else {
	await Promise.all(bundles.map((options) => build(options)));
}
