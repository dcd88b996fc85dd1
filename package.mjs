// `npm run package`: builds the extension and packs it. The tests and `npm start` install what it makes.
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { buildAll } from './esbuild.mjs';
import { vsixFile } from './test/host/vsix.mjs';

const { values } = parseArgs({
	options: {
		/** The `https:` address of this repository's files: with it, the page of the extension is README with its pictures. */
		baseImagesUrl: { type: 'string' },
		/** The file to make. */
		out: { type: 'string', default: vsixFile },
	},
});

await buildAll();
await createVSIX({
	packagePath: values.out,
	dependencies: false,
	allowMissingRepository: true,
	// VS Code shows pictures from `https:` only on the page of an extension.
	...(values.baseImagesUrl
		? { baseImagesUrl: values.baseImagesUrl }
		: { readmePath: 'docs/marketplace.md', rewriteRelativeLinks: false }),
});
