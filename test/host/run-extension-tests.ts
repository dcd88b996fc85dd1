// Command line: run-extension-tests.ts newest|oldest [--worker [--full]] [--folders] [--untrusted]; reads what `test/run.mjs` sets in the environment.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileSuite } from './compile.ts';
import { runExtensionTests } from './extension-tests.ts';
import { recipes, type VsCodeChoice } from './versions.ts';

const root = join(import.meta.dirname, '..', '..');
const { positionals, values } = parseArgs({
	allowPositionals: true,
	options: {
		worker: { type: 'boolean', default: false },
		full: { type: 'boolean', default: false },
		folders: { type: 'boolean', default: false },
		untrusted: { type: 'boolean', default: false },
		grep: { type: 'string', default: '' },
	},
});
const vscode = positionals[0];
if (!isChoice(vscode)) {
	throw new Error(
		'Usage: run-extension-tests.ts newest|oldest [--worker [--full]] [--folders] [--untrusted] [--grep TEXT]',
	);
}

const isShort = values.worker && !values.full;
const kind = values.untrusted ? 'untrusted' : values.folders ? 'folders' : isShort ? 'worker' : 'index';
const host = values.worker ? 'worker' : 'node';
const suite = join(root, 'out', 'extension-tests', `${kind}-${host}-${vscode}.cjs`);
await compileSuite(join(root, 'test', 'extension', `${kind}.ts`), suite, values);
const counts = await runExtensionTests({
	vscode,
	extension: root,
	suite,
	workspace: join(root, 'test', 'extension', 'workspace'),
	worker: values.worker,
	severalFolders: values.folders,
	untrusted: values.untrusted,
	// As on a desktop. In a browser, VS Code saves a second after the last edit, which tests may not meet: some delete the file.
	settings: { 'files.autoSave': 'off' },
});
const resultFile = process.env.TEST_RESULT_FILE;
if (resultFile) {
	writeFileSync(resultFile, JSON.stringify(counts));
}
process.exitCode = counts.failed > 0 ? 1 : 0;

function isChoice(name: string | undefined): name is VsCodeChoice {
	return name !== undefined && name in recipes;
}
