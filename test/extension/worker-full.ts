import { run } from './index.ts';

// The same tests inside the web worker, where an extension has nothing of Node.
export { run };
