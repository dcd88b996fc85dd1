import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runToEnd } from './child-process.ts';
import { installOnce } from './install-once.ts';
import { nodeIn, nodePackageName } from './node-package.ts';
import { npmInstall } from './npm.ts';
import { recipes, ripgrepVersion, type VsCodeChoice, type VsCodeRecipe } from './versions.ts';

const loggerSource = join(import.meta.dirname, 'spdlog-in-javascript.cjs');

/** A VS Code server on this machine. */
export interface VsCode {
	readonly version: string;
	/** The Node binary that runs the server. */
	readonly node: string;
	readonly serverMain: string;
}

/** Returns the VS Code server of that choice, installing it into the cache where it is not there yet. */
export async function ensureVsCode(choice: VsCodeChoice): Promise<VsCode> {
	const recipe = recipes[choice];
	const folder = await installOnce({
		name: `VS Code ${recipe.version}`,
		key: cacheKey(recipe),
		gigabytes: 1.5,
		install: (unfinished) => install(recipe, unfinished),
	});
	return vsCodeIn(folder, recipe);
}

async function install(recipe: VsCodeRecipe, folder: string): Promise<void> {
	writeFileSync(join(folder, 'package.json'), packageJson(recipe));
	console.log('  1/2 server and its Node …');
	await npmInstall(folder);
	console.log('  2/2 modules of the server …');
	// With the optional ones: the file watcher's binary is among them.
	await npmInstall(serverFolder(folder), ['--omit=dev', '--include=optional']);
	placeRipgrep(folder);
	placeLogger(folder);
	await checkAnswers(vsCodeIn(folder, recipe));
}

async function checkAnswers(vscode: VsCode): Promise<void> {
	const output = await runToEnd(vscode.node, [vscode.serverMain, '--version'], {
		what: 'Asking the VS Code server for its version',
		deadlineMs: 60_000,
	});
	if (!output.includes(vscode.version)) {
		throw new Error(`The VS Code server says "${output.trim()}" instead of version ${vscode.version}.`);
	}
}

/** Servers before 1.120 or so look for a ripgrep that an install script would have downloaded; without it `findFiles` finds nothing. */
function placeRipgrep(folder: string): void {
	const expectedBy = join(serverFolder(folder), 'node_modules', '@vscode', 'ripgrep');
	if (!existsSync(expectedBy)) {
		return;
	}
	const name = process.platform === 'win32' ? 'rg.exe' : 'rg';
	const binary = join(
		folder,
		'node_modules',
		'@vscode',
		`ripgrep-${process.platform}-${process.arch}`,
		'bin',
		name,
	);
	const target = join(expectedBy, 'bin', name);
	mkdirSync(join(expectedBy, 'bin'), { recursive: true });
	copyFileSync(binary, target);
	chmodSync(target, 0o755);
}

function placeLogger(folder: string): void {
	copyFileSync(loggerSource, join(serverFolder(folder), 'node_modules', '@vscode', 'spdlog', 'index.js'));
}

function vsCodeIn(folder: string, recipe: VsCodeRecipe): VsCode {
	return {
		version: recipe.version,
		node: nodeIn(folder),
		serverMain: join(serverFolder(folder), 'out', 'server-main.js'),
	};
}

function serverFolder(folder: string): string {
	return join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

function packageJson(recipe: VsCodeRecipe): string {
	const dependencies = {
		'code-server': recipe.codeServer,
		[nodePackageName()]: recipe.node,
		'@vscode/ripgrep': ripgrepVersion,
	};
	return `${JSON.stringify({ private: true, dependencies }, undefined, 2)}\n`;
}

function cacheKey(recipe: VsCodeRecipe): string {
	const recipeHash = createHash('sha256')
		.update(packageJson(recipe))
		.update(readFileSync(loggerSource))
		.digest('hex')
		.slice(0, 8);
	return `vscode-${recipe.version}-${process.platform}-${process.arch}-${recipeHash}`;
}
