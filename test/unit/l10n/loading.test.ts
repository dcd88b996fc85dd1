import { strict as assert } from 'node:assert';
import { build } from 'esbuild';
import { extension } from '../../../esbuild.mjs';

/** A stand-in for what modules only define classes and constants with while they are loaded. */
const anything: object = new Proxy(class {}, {
	get: (target, key) => Reflect.get(target, key) ?? anything,
});

/** Loads modules, as the extension's bundle does, and returns the texts that they say by that alone. */
async function saidWhileLoading(source: string): Promise<readonly unknown[]> {
	const { outputFiles = [] } = await build({
		...extension,
		external: ['vscode', '@vscode/l10n'],
		stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'ts' },
		write: false,
		outfile: 'memory.js',
	});
	const said: unknown[] = [];
	const given: Record<string, object> = {
		vscode: anything,
		'@vscode/l10n': { t: (text: unknown) => said.push(text) },
	};
	new Function('require', 'module', outputFiles[0]?.text ?? '')((name: string) => given[name], {});
	return said;
}

describe('Texts while modules are loaded', () => {
	it('are said by none, since the person’s language is not known yet', async () => {
		assert.deepEqual(
			await saidWhileLoading(
				"import '../../../src/extension.ts'; import '../../../src/guide/page/guide-page.tsx'; import '../../../src/map/page/map-page.tsx'; import '../../../src/tenant/page/tenant-page.tsx';",
			),
			[],
		);
	});

	it('are noticed', async () => {
		assert.deepEqual(await saidWhileLoading("import * as l10n from '@vscode/l10n'; l10n.t('Too early');"), [
			'Too early',
		]);
	});
});
