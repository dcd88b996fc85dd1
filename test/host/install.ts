import { createHash } from 'node:crypto';
import {
	chmodSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache.ts';
import { runToEnd } from './child-process.ts';
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

/**
 * Returns the VS Code server of that choice, installing it into the cache where it is not there yet.
 * An install becomes visible only when it is complete, so an interrupted one or one beside it does no harm.
 */
export async function ensureVsCode(choice: VsCodeChoice): Promise<VsCode> {
	const recipe = recipes[choice];
	const target = join(cacheFolder(), cacheKey(recipe));
	if (!existsSync(target)) {
		await install(recipe, target);
	}
	return vsCodeIn(target, recipe);
}

async function install(recipe: VsCodeRecipe, target: string): Promise<void> {
	mkdirSync(cacheFolder(), { recursive: true });
	const unfinished = mkdtempSync(join(cacheFolder(), 'installing-'));
	const removeUnfinished = () => rmSync(unfinished, { recursive: true, force: true });
	process.once('exit', removeUnfinished);
	try {
		console.log(`Installing VS Code ${recipe.version} for tests, once, into ${target}`);
		writeFileSync(join(unfinished, 'package.json'), packageJson(recipe));
		console.log('  1/2 server and its Node …');
		await npmInstall(unfinished);
		console.log('  2/2 modules of the server …');
		// With the optional ones: the file watcher's binary is among them.
		await npmInstall(serverFolder(unfinished), ['--omit=dev', '--include=optional']);
		placeRipgrep(unfinished);
		placeLogger(unfinished);
		await checkAnswers(vsCodeIn(unfinished, recipe));
		takeIntoUse(unfinished, target);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(
			`VS Code ${recipe.version} could not be installed. Check that npm reaches its registry (npm ping) and that the disk has 1.5 GB free, then run the command again; nothing unfinished was kept.\n${reason}`,
		);
	} finally {
		removeUnfinished();
		process.removeListener('exit', removeUnfinished);
	}
}

function takeIntoUse(unfinished: string, target: string): void {
	try {
		renameSync(unfinished, target);
	} catch (error) {
		// Another process has finished the same install first.
		if (!existsSync(target)) {
			throw error;
		}
	}
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
	const nodePackage = join(folder, 'node_modules', nodePackageName());
	return {
		version: recipe.version,
		node: join(nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
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

function nodePackageName(): string {
	return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}

function cacheKey(recipe: VsCodeRecipe): string {
	const recipeHash = createHash('sha256')
		.update(packageJson(recipe))
		.update(readFileSync(loggerSource))
		.digest('hex')
		.slice(0, 8);
	return `vscode-${recipe.version}-${process.platform}-${process.arch}-${recipeHash}`;
}
