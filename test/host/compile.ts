import { readFile } from 'node:fs/promises';
import { build, type Plugin } from 'esbuild';

/** How a suite is compiled. */
export interface CompileOptions {
	/** For the web worker extension host, which knows nothing of Node. */
	readonly worker?: boolean;
	/** Runs only the tests whose full title contains this text. */
	readonly grep?: string;
}

/** Bundles a suite, mocha included, into one CommonJS file that imports `vscode` and, where it asks for it, `node:fs`. */
export async function compileSuite(
	entry: string,
	outfile: string,
	options: CompileOptions = {},
): Promise<void> {
	await build({
		entryPoints: [entry],
		outfile,
		bundle: true,
		format: 'cjs',
		platform: options.worker ? 'browser' : 'node',
		// As in the extension: what `main` of jsonc-parser names can't be bundled.
		mainFields: ['module', 'main'],
		target: options.worker ? 'es2022' : 'node20',
		external: ['vscode', 'node:fs'],
		define: { 'process.env.TEST_GREP': JSON.stringify(options.grep ?? '') },
		plugins: [mochaAsGlobal],
		logLevel: 'warning',
	});
}

/** Mocha's browser build assigns `module.exports` where it finds one, which here would be that of the suite. */
const mochaAsGlobal: Plugin = {
	name: 'mocha-as-global',
	setup({ onLoad }) {
		onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
			contents: `(function (exports, module, define) {${await readFile(path, 'utf8')}\n}).call(globalThis);`,
			loader: 'js',
		}));
	},
};
