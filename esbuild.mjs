import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
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
const tag = (name, more = '') =>
	`export const ${name} = { tag: 'tag:yaml.org,2002:${name}', identify: () => false, resolve: () => null };${more}`;

/**
 * Parts of `yaml` that no landscape needs, out of the bundle for its budget: types of YAML 1.1 (a file that names one
 * with a tag is not understood, and so is never written to), JavaScript values and JSON of nodes, folding of long
 * lines, comments and directives of new documents, and visitors.
 */
const NOT_NEEDED = {
	'yaml-1.1/binary': tag('binary'),
	'yaml-1.1/merge': tag('merge', 'export const isMergeKey = () => false, addMergeToJSMap = () => {};'),
	'yaml-1.1/omap': tag('omap'),
	'yaml-1.1/pairs': tag('pairs'),
	'yaml-1.1/set': tag('set'),
	'yaml-1.1/timestamp': tag('timestamp', 'export const intTime = timestamp, floatTime = timestamp;'),
	'yaml-1.1/schema': "export { schema } from '../core/schema.js';",
	'json/schema': 'export const schema = [];',
	'doc/applyReviver': 'export const applyReviver = () => {};',
	'nodes/addPairToJSMap': 'export const addPairToJSMap = () => {};',
	'nodes/toJS': 'export const toJS = () => {};',
	'parse/cst-visit': 'export const visit = () => {};',
	'parse/line-counter': 'export class LineCounter {}',
	'stringify/foldFlowLines':
		'export const foldFlowLines = (text) => text, FOLD_FLOW = "flow", FOLD_BLOCK = "block", FOLD_QUOTED = "quoted";',
	'stringify/stringifyDocument': `import { createStringifyContext, stringify } from './stringify.js';
		export const stringifyDocument = (doc, options) => stringify(doc.contents, createStringifyContext(doc, options));`,
};

/** Methods of its classes that nobody calls: nodes are read by position, and never changed in place. */
const METHODS_NOT_NEEDED = {
	'doc/Document':
		'clone add addIn createAlias createPair delete deleteIn get getIn has hasIn set setIn toJS toJSON',
	'doc/directives': 'clone toString',
	'nodes/Alias': 'resolve toJSON',
	'nodes/Collection': 'clone addIn deleteIn getIn hasIn setIn',
	'nodes/Node': 'clone toJS',
	'nodes/Pair': 'clone toJSON',
	'nodes/Scalar': 'toJSON',
	'nodes/YAMLMap': 'delete get has toJSON',
	'nodes/YAMLSeq': 'delete get has toJSON',
};

function withoutMethods(source, names, file) {
	return names.split(' ').reduce((rest, name) => {
		const method = new RegExp(`^ {4}${name}\\(.*\\{\\n(?:(?: {5}.*)?\\n)*? {4}\\}\\n`, 'm');
		if (!method.test(rest)) {
			throw new Error(`yaml has no method ${name} in ${file} any more: mend METHODS_NOT_NEEDED.`);
		}
		return rest.replace(method, '');
	}, source);
}

const withoutUnneededParts = {
	name: 'without-unneeded-parts',
	setup({ onLoad }) {
		onLoad({ filter: /[\\/]yaml[\\/]browser[\\/]dist[\\/]/ }, async ({ path }) => {
			const [folder, file] = path.split(/[\\/]/).slice(-2);
			const part = `${folder}/${basename(file, '.js')}`;
			const methods = METHODS_NOT_NEEDED[part];
			const contents =
				NOT_NEEDED[part] ?? (methods && withoutMethods(await readFile(path, 'utf8'), methods, part));
			return contents === undefined ? undefined : { contents, resolveDir: dirname(path) };
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
