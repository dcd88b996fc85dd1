// Only Node's own modules here: this is what runs on a fresh clone, before anything is installed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Where the packaged extension is put. */
export const vsixFile = join(root, 'dist', `${manifest.name}-${manifest.version}.vsix`);
