import { runToEnd } from './child-process.ts';

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
	const cli = process.env.npm_execpath;
	const viaNode = cli !== undefined && /npm-cli\.c?js$/.test(cli);
	await runToEnd(viaNode ? process.execPath : 'npm', viaNode ? [cli, ...args] : args, {
		what: `npm install in ${folder}`,
		deadlineMs: installDeadlineMs,
		cwd: folder,
		env: outsideNpmRun(),
		shell: !viaNode && process.platform === 'win32',
	});
}

/** Under `npm test` npm describes the outer package in the environment; an inner npm must not take that for its own. */
function outsideNpmRun(): NodeJS.ProcessEnv {
	const env = { ...process.env };
	for (const name of Object.keys(env)) {
		if (/^npm_(package|lifecycle|config_local_prefix|config_prefix)/.test(name)) {
			delete env[name];
		}
	}
	return env;
}
