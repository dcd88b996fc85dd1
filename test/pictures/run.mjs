// `npm run pictures`: packages the extension and makes pictures of it with `make-pictures.ts`, to which arguments go.
import { runWithPackage } from '../host/run-with-package.mjs';

await runWithPackage(['--import', 'tsx', 'test/pictures/make-pictures.ts', ...process.argv.slice(2)]);
