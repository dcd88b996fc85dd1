// `npm run bench`: packages the extension and measures it, first in Node and then in VS Code.
import { runWithPackage } from '../host/run-with-package.mjs';

await runWithPackage(
	['--import', 'tsx', 'test/bench/bench.ts'],
	['node_modules/@playwright/test/cli.js', 'test', '--config', 'test/bench'],
);
