// Command line: speed as ratios within one run, and sizes, each beside its budget (design 8).
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { edit } from '../../src/document/edit.ts';
import { read } from '../../src/document/read.ts';
import { findingsOf } from '../../src/model/findings.ts';
import { addSubaccount } from '../../src/model/subaccounts.ts';
import { reportHostile } from './hostile.ts';
import { landscapeText } from './landscape-text.ts';

const root = join(import.meta.dirname, '..', '..');
const NOW = '2026-11-21T10:00:00Z';
const WARM_UP = 3;
const ROUNDS = 15;

/** The median times of some runs, in milliseconds; they take turns, so that the machine's mood hits all alike. */
function medians(...runs: readonly (() => unknown)[]): number[] {
	const times = runs.map((): number[] => []);
	for (let round = 0; round < WARM_UP + ROUNDS; round++) {
		for (const [index, run] of runs.entries()) {
			const start = performance.now();
			run();
			if (round >= WARM_UP) {
				times[index]?.push(performance.now() - start);
			}
		}
	}
	return times.map((list) => list.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0);
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
		() => findingsOf(read(text).landscape, NOW),
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

function size(what: string, path: string, budget: number): void {
	const bytes = statSync(path).size;
	report(what, `${(bytes / 1024).toFixed(1)} KB`, `${budget} KB`, bytes <= budget * 1024);
}

speed(100);
speed(2000);
size('extension bundle', join(root, 'dist', 'extension.js'), 220);
size('script of the tenant page', join(root, 'dist', 'tenant-page.js'), 30);
size('script of the map', join(root, 'dist', 'map-page.js'), 30);
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
for (const name of readdirSync(join(root, 'dist')).filter((file) =>
	file.endsWith(`${manifest.version}.vsix`),
)) {
	size(`VSIX ${name}`, join(root, 'dist', name), 400);
}
if (!reportHostile()) {
	process.exitCode = 1;
}
