// Command line: speed as ratios within one run, and sizes, each beside its budget.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { parseDocument } from 'yaml';
import { edit } from '../../src/document/edit.ts';
import { read } from '../../src/document/read.ts';
import { checkLandscape } from '../../src/model/findings/check-landscape.ts';
import { addSubaccount } from '../../src/model/subaccounts.ts';
import { manySystems } from '../browser/landscapes.ts';
import { reportHostile } from './hostile.ts';
import { landscapeText } from './landscape-text.ts';
import { projectReading } from './projects.ts';

const root = join(import.meta.dirname, '..', '..');
const NOW = '2026-11-21T10:00:00Z';
const WARM_UP = 3;
const ROUNDS = 15;

/**
 * The times of some runs in milliseconds of the processor, sorted: what else the machine does hardly counts. They take
 * turns, so that its mood hits all alike.
 */
function timesOf(...runs: readonly (() => unknown)[]): number[][] {
	const times = runs.map((): number[] => []);
	for (let round = 0; round < WARM_UP + ROUNDS; round++) {
		for (const [index, run] of runs.entries()) {
			const start = process.cpuUsage();
			run();
			const { user, system } = process.cpuUsage(start);
			if (round >= WARM_UP) {
				times[index]?.push((user + system) / 1000);
			}
		}
	}
	return times.map((list) => list.sort((one, other) => one - other));
}

function medians(...runs: readonly (() => unknown)[]): number[] {
	return timesOf(...runs).map((times) => times[Math.floor(ROUNDS / 2)] ?? 0);
}

function report(what: string, value: string, budget: string, isKept: boolean): void {
	console.log(`${isKept ? 'ok  ' : 'OVER'}  ${what}: ${value} (budget ${budget})`);
	if (!isKept) {
		process.exitCode = 1;
	}
}

function speed(systems: number): void {
	const text = landscapeText(systems);
	const known = read(text);
	const [parsing = 1, reading = 0, command = 0] = medians(
		() => parseDocument(text),
		() => checkLandscape(read(text).landscape, NOW),
		() => {
			const decision = addSubaccount(known.landscape, 'another');
			return decision.ok && edit(known, decision.changes);
		},
	);
	const ratio = reading / parsing;
	report(
		`reading ${systems} systems, ${Math.round(text.length / 1024)} KB`,
		`${ratio.toFixed(2)} × parseDocument (${reading.toFixed(0)} ms, ${parsing.toFixed(0)} ms)`,
		'1.2',
		ratio <= 1.2,
	);
	console.log(
		`      a command on them: ${(command / parsing).toFixed(2)} × parseDocument (${command.toFixed(0)} ms)`,
	);
}

/** JSON is read without `yaml`, and each YAML file once or twice. */
function projects(): void {
	const { count, size: length, read: readAll, parse } = projectReading();
	const [parsing = 1, reading = 0] = medians(parse, readAll);
	report(
		`reading and checking ${count} projects, ${Math.round(length / 1024)} KB`,
		`${(reading / parsing).toFixed(2)} × their files with yaml (${reading.toFixed(0)} ms, ${parsing.toFixed(0)} ms)`,
		'1.5',
		reading / parsing <= 1.5,
	);
}

function size(what: string, path: string, budget: number): void {
	const bytes = statSync(path).size;
	report(what, `${(bytes / 1024).toFixed(1)} KB`, `${budget} KB`, bytes <= budget * 1024);
}

/** Ten times the items may cost about ten times the time: a view that looks at all for each would cost a hundred times. */
async function views(): Promise<void> {
	const outfile = join(root, 'out', 'bench', 'views.mjs');
	await build({
		entryPoints: [join(import.meta.dirname, 'views.ts')],
		outfile,
		bundle: true,
		platform: 'browser',
		format: 'esm',
		alias: { vscode: join(import.meta.dirname, 'vscode-stub.cjs') },
	});
	const { mapMessages, viewsOf }: typeof import('./views.ts') = await import(pathToFileURL(outfile).href);
	const large = manySystems(10_000);
	const few = viewsOf(manySystems(1000));
	const many = viewsOf(large);
	for (const view of Object.keys(few)) {
		const [one = 1, ten = 0] = medians(
			() => few[view]?.(),
			() => many[view]?.(),
		);
		report(
			`${view} of 10,000 systems`,
			`${(ten / one).toFixed(1)} × that of 1,000 (${ten.toFixed(0)} ms, ${one.toFixed(1)} ms)`,
			'20',
			ten / one <= 20,
		);
	}
	const { all, change } = mapMessages(large);
	report(
		'message to the map of 10,000 systems for one status',
		`${change} of ${all} bytes`,
		'1000',
		change <= 1000,
	);
}

speed(100);
speed(2000);
await views();
projects();
size('extension bundle', join(root, 'dist', 'extension.js'), 400);
size('script of the tenant page', join(root, 'dist', 'tenant-page.js'), 60);
size('script of the guide', join(root, 'dist', 'guide-page.js'), 60);
size('script of the map', join(root, 'dist', 'map-page.js'), 60);
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
for (const name of readdirSync(join(root, 'dist')).filter((file) =>
	file.endsWith(`${manifest.version}.vsix`),
)) {
	size(`VSIX ${name}`, join(root, 'dist', name), 600);
}
if (!reportHostile()) {
	process.exitCode = 1;
}
