// Only Node's own modules here: this is what runs on a fresh clone, before anything is installed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.mjs';

const root = join(import.meta.dirname, '..', '..');
const stamp = join(root, 'node_modules', '.system-landscape-lock');

/** Installs what package-lock.json asks for, unless it is there. */
export async function ensureDependencies() {
	const wanted = createHash('sha256')
		.update(readFileSync(join(root, 'package-lock.json')))
		.digest('hex');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
		return;
	}
	if (!isInstalled()) {
		console.log('Installing the dependencies of the project (npm ci) …');
		const { command, before, shell } = npmCommand();
		const args = [...before, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=warn'];
		const { code } = await runCommand(command, args, { deadlineMs: 10 * 60_000, shell });
		if (code !== 0) {
			throw new Error(
				'npm ci failed; see its message above. Check that npm reaches its registry (npm ping).',
			);
		}
	}
	writeFileSync(stamp, wanted);
}

/** Whether node_modules is what the lock file describes; npm keeps its own account of what it installed. */
function isInstalled() {
	const installedFile = join(root, 'node_modules', '.package-lock.json');
	if (!existsSync(installedFile)) {
		return false;
	}
	const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
	const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
	return Object.entries(wanted).every(
		([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
	);
}

/** How npm is called, the one that runs this included: its program, what comes before the arguments, and whether by a shell. */
export function npmCommand() {
	const cli = process.env.npm_execpath;
	return cli && /npm-cli\.c?js$/.test(cli)
		? { command: process.execPath, before: [cli], shell: false }
		: { command: 'npm', before: [], shell: process.platform === 'win32' };
}
