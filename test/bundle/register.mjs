// Lets tests that import modules of `src/` get them from a bundle, built as the extension's is: what ships is what is
// tested. Use: node --import tsx --import ./test/bundle/register.mjs node_modules/mocha/bin/mocha.js …
import { readdirSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { extension } from '../../esbuild.mjs';

const root = join(import.meta.dirname, '..', '..');
const outfile = join(root, 'out', 'bundle', 'pure-modules.cjs');
const folders = ['src/model', 'src/document', 'src/merge', 'src/language'];

const modules = folders.flatMap((folder) =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => join(root, folder, file)),
);

await build({
	...extension,
	stdin: {
		contents: modules
			.map((file, index) => `export * as module${index} from ${JSON.stringify(file)};`)
			.join('\n'),
		resolveDir: root,
	},
	outfile,
});

const require = createRequire(import.meta.url);
const bundled = require(outfile);
for (const [index, filename] of modules.entries()) {
	const loaded = new Module(filename);
	loaded.exports = bundled[`module${index}`];
	loaded.loaded = true;
	require.cache[filename] = loaded;
}
