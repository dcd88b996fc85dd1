import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { parse } from 'acorn';
import { simple } from 'acorn-walk';
import { build, context, transform } from 'esbuild';

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
 * with a tag is not understood, and so is never written to), JavaScript values and JSON of nodes, visitors, and of
 * writing all but single texts: `src/document/render.ts` puts those into lines.
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
	'doc/anchors': `export const anchorIsValid = () => true, anchorNames = () => new Set(), findNewAnchor = () => '',
		createNodeAnchors = () => ({ setAnchors() {} });`,
	'doc/applyReviver': 'export const applyReviver = () => {};',
	'doc/createNode': 'export const createNode = (node) => node;',
	'nodes/addPairToJSMap': 'export const addPairToJSMap = () => {};',
	'nodes/toJS': 'export const toJS = () => {};',
	'dist/visit': 'export const visit = () => {}, visitAsync = visit;',
	'parse/cst-visit': 'export const visit = () => {};',
	'parse/line-counter': 'export class LineCounter {}',
	'stringify/foldFlowLines':
		'export const foldFlowLines = (text) => text, FOLD_FLOW = "flow", FOLD_BLOCK = "block", FOLD_QUOTED = "quoted";',
	'stringify/stringifyCollection': 'export const stringifyCollection = () => "";',
	'stringify/stringifyPair': 'export const stringifyPair = () => "";',
	'stringify/stringifyComment':
		'export const stringifyComment = () => "", indentComment = stringifyComment, lineComment = stringifyComment;',
	'stringify/stringifyDocument': `import { createStringifyContext, stringify } from './stringify.js';
		export const stringifyDocument = (doc, options) => stringify(doc.contents, createStringifyContext(doc, options)) + '\\n';`,
};

/** Methods of its classes that nobody calls: nodes are read by position, and never changed in place. */
const METHODS_NOT_NEEDED = {
	'doc/Document':
		'clone add addIn createAlias createPair delete deleteIn get getIn has hasIn set setIn toJS toJSON',
	'doc/directives': 'clone toString',
	'nodes/Alias': 'resolve toJSON toString',
	'nodes/Collection': 'clone addIn deleteIn getIn hasAllNullValues hasIn setIn',
	'nodes/Node': 'clone toJS',
	'nodes/Pair': 'clone toJSON toString',
	'nodes/Scalar': 'toJSON',
	'nodes/YAMLMap': 'delete get has set toJSON toString',
	'nodes/YAMLSeq': 'delete get has set toJSON toString',
};

/** Long names that only `yaml` has, for its own use: they become short ones. */
const YAMLS_OWN_NAMES = `
	actualString afterEmptyLine aliasDuplicateObjects allNullValues atDirectives atIndentedComment atNewLine atNextDocument
	blockItemPrefix blockQuote blockScalarIndent blockScalarKeep blockSequence commentBefore commentString composeEmptyNode
	composeNode continueScalar defaultKeyType defaultStringType defaultTags defaultYaml directives docStart
	doubleQuotedAsJSON doubleQuotedMinMultiLineLength explicitKey flowChars flowCollection flowCollectionPadding flowKey
	flowLevel flowScalar forceBlockIndent hasAllNullValues hasNewline implicitKey indentAtStart indentNext indentStep
	indentValue itemIndent keepSourceTokens keepUndefined knownTags lineEndPos lineWidth minContentWidth minFractionDigits
	newlineAfterProp nodeClass onChompKeep onKeyLine onNewLine onTagObj parentIndent parseBlockScalar parseBlockScalarHeader
	parseBlockStart parseFlowCollection parseLineStart parsePlainScalar parseQuotedScalar prettyErrors pushCount
	pushIndicators pushNewline pushSpaces pushToIndex pushUntil resolveKnownTags resolvedAliases setNext singleQuote
	sortMapEntries sourceObjects sourceToken spaceBefore srcToken startBlockValue startOnNewline stringKeys tagString
	toStringOptions trailingComma uniqueKeys verifyAliasOrder`;

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
/** What the catalog tells its readers, and the tests, but no code asks for. */
const NOT_AT_RUN_TIME = /(?<=[{,\s])(?:source|appears): "[^"\n]*",?/g;

/** The English texts that were taken out of the bundles, each with its number. */
const texts = new Map();

function numberOf(text) {
	if (!texts.has(text)) {
		texts.set(text, texts.size);
	}
	return texts.get(text);
}

/** A source whose calls of `t` and `inTable` (see `src/model/language.ts`) have numbers in the place of English texts. */
async function withNumberedTexts(typescript) {
	const { code: all } = await transform(typescript, { loader: 'ts', target: 'esnext' });
	const code = all.replace(NOT_AT_RUN_TIME, '');
	const edits = [];
	const isSpeaker = ({ type, name }) => type === 'Identifier' && (name === 't' || name === 'inTable');
	simple(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), {
		CallExpression({ callee, arguments: [first] }) {
			if (isSpeaker(callee) && first?.type === 'Literal') {
				edits.push([first.start, first.end, String(numberOf(first.value))]);
			}
		},
		TaggedTemplateExpression({ tag, quasi: { start, end, quasis, expressions } }) {
			if (isSpeaker(tag)) {
				const parts = quasis.map(({ value }) => value.cooked);
				const number = numberOf(parts.reduce((whole, part, index) => `${whole}{${index - 1}}${part}`));
				const ends = [...expressions.map((expression) => expression.start), end];
				ends.forEach((to, index) => {
					const from = index === 0 ? start : expressions[index - 1].end;
					const before = index === 0 ? `(${number}` : '';
					edits.push([from, to, before + (index < expressions.length ? ',' : ')')]);
				});
			}
		},
	});
	edits.sort(([one], [other]) => other - one);
	return edits.reduce((rest, [from, to, text]) => rest.slice(0, from) + text + rest.slice(to), code);
}

/** Takes the texts out of the bundles, for their budget: they are read from a file beside them. */
const numberedTexts = {
	name: 'numbered-texts',
	setup({ onLoad }) {
		onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
			const source = await readFile(path, 'utf8');
			return { contents: await withNumberedTexts(source) };
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
		mangleProps: new RegExp(`^(?:${YAMLS_OWN_NAMES.trim().split(/\s+/).join('|')})$`),
		plugins: [withoutUnneededParts, numberedTexts],
		format: 'cjs',
	},
	...['tenant', 'map'].map((page) => ({
		...shared,
		entryPoints: [`src/${page}/page/main.ts`],
		outfile: `dist/${page}-page.js`,
		platform: 'browser',
		plugins: [numberedTexts],
		format: 'iife',
	})),
];

if (process.argv.includes('--watch')) {
	for (const options of bundles) {
		await (
			await context({
				...options,
				plugins: options.plugins.filter((plugin) => plugin !== numberedTexts),
				logLevel: 'info',
			})
		).watch();
	}
} else {
	for (const options of bundles) {
		await build(options);
	}
}
await writeFile('dist/texts.json', JSON.stringify([...texts.keys()], undefined, '\t'));
