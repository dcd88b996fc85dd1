import { environmentWithout, runToEnd } from './child-process.ts';
import { npmCommand } from './dependencies.mjs';

const installDeadlineMs = 15 * 60_000;

/** Installs the dependencies of the package in a folder, without running their install scripts. */
export async function npmInstall(folder: string, extraArgs: readonly string[] = []): Promise<void> {
	const args = [
		'install',
		'--ignore-scripts',
		'--no-audit',
		'--no-fund',
		'--no-engine-strict',
		'--loglevel=error',
		...extraArgs,
	];
	const { command, before, shell } = npmCommand();
	await runToEnd(command, [...before, ...args], {
		what: `npm install in ${folder}`,
		deadlineMs: installDeadlineMs,
		cwd: folder,
		env: outsideNpmRun(),
		shell,
	});
}

/** Under `npm test` npm describes the outer package in the environment; an inner npm must not take that for its own. */
function outsideNpmRun(): NodeJS.ProcessEnv {
	return environmentWithout(/^npm_(package|lifecycle|config_local_prefix|config_prefix)/);
}
