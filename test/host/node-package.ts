import { join } from 'node:path';

/** The npm package that has Node's binary for this machine. */
export function nodePackageName(): string {
	return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}

/** The binary of Node where its package is installed in a folder. */
export function nodeIn(folder: string): string {
	const binary = process.platform === 'win32' ? 'node.exe' : 'node';
	return join(folder, 'node_modules', nodePackageName(), 'bin', binary);
}
