// `npm run package`: builds the extension and packs it. The tests and `npm start` install what it makes.
import { createVSIX } from '@vscode/vsce';
import { buildAll } from './esbuild.mjs';
import { vsixFile } from './test/host/vsix.mjs';

await buildAll();
await createVSIX({
	packagePath: vsixFile,
	dependencies: false,
	allowMissingRepository: true,
	// The pictures of README are beside it in the repository, not in the package.
	rewriteRelativeLinks: false,
});
