// Command line: the extension-host tests in a desktop VS Code, which this downloads. Needs internet.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { compileSuite } from './compile.ts';
import { temporaryFolder } from './temporary-folder.ts';

const root = join(import.meta.dirname, '..', '..');
const suite = join(root, 'out', 'extension-tests', 'index-desktop.cjs');
const workspace = join(temporaryFolder('desktop-tests'), 'workspace');

cpSync(join(root, 'test', 'extension', 'workspace'), workspace, { recursive: true });
await compileSuite(join(root, 'test', 'extension', 'index.ts'), suite);
await runTests({
	version: process.argv[2] ?? 'stable',
	extensionDevelopmentPath: root,
	extensionTestsPath: suite,
	launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
});
