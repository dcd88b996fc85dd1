// Only Node's own modules here: this is what runs on a fresh clone, before anything is installed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Where the packaged extension is put. */
export const vsixFile = join(root, 'dist', `${manifest.name}-${manifest.version}.vsix`);

/** What `node` has to be called with to build the extension. */
export const buildArguments = ['esbuild.mjs'];

/** What `node` has to be called with to package the built extension. */
export const packageArguments = [
	join(root, 'node_modules', '@vscode', 'vsce', 'vsce'),
	'package',
	'--no-dependencies',
	'--allow-missing-repository',
	// The pictures of README are beside it in the repository, not in the package.
	'--no-rewrite-relative-links',
	'--out',
	vsixFile,
];
