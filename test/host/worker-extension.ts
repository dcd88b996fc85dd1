import { copyFileSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const leftOut = new Set(['node_modules', '.git', 'out', 'src', 'test']);

/** Copies an extension into a folder so that VS Code runs it in the browser's worker extension host only. */
export function stageWorkerExtension(extension: string, folder: string): void {
	const manifest = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
	const browser: unknown = manifest.browser ?? manifest.main;
	if (typeof browser !== 'string') {
		throw new Error(`${join(extension, 'package.json')} names neither a browser nor a main module.`);
	}
	cpSync(extension, folder, {
		recursive: true,
		filter: (source) => !leftOut.has(source.slice(extension.length + 1)),
	});
	// VS Code 1.100 decides by `main` and `type` alone whether a module is an ES module, which no worker can load.
	const { main: _main, type: _type, ...rest } = manifest;
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...rest, browser }, undefined, 2));
	withWorkerName(join(folder, browser));
}

/** Puts a copy of a module where the worker extension host looks for it: it appends `.js` to every other name. */
export function withWorkerName(module: string): void {
	if (!module.endsWith('.js') && existsSync(module)) {
		copyFileSync(module, `${module}.js`);
	}
}
