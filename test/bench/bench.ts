// Command line: speed as ratios within one run, and sizes, each beside its budget (design 8).
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { edit } from '../../src/document/edit.ts';
import { read } from '../../src/document/read.ts';
import { findingsOf } from '../../src/model/findings.ts';
import { addSubaccount } from '../../src/model/subaccounts.ts';
import { landscapeText } from './landscape-text.ts';

const root = join(import.meta.dirname, '..', '..');
const NOW = '2026-11-21T10:00:00Z';
const ROUNDS = 9;

/** The median time of some runs, in milliseconds. */
function median(run: () => unknown): number {
	const times = Array.from({ length: ROUNDS }, () => {
		const start = performance.now();
		run();
		return performance.now() - start;
	});
	return times.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
}

function report(what: string, value: string, budget: string, isKept: boolean): void {
	console.log(`${isKept ? 'ok  ' : 'OVER'}  ${what}: ${value} (budget ${budget})`);
	if (!isKept) {
		process.exitCode = 1;
	}
}

function speed(systems: number): void {
	const text = landscapeText(systems);
	const parse = () => parseDocument(text);
	const readAll = () => {
		const reading = read(text);
		return findingsOf(reading.landscape, NOW);
	};
	readAll();
	parse();
	const parsing = median(parse);
	const reading = median(readAll);
	const ratio = reading / parsing;
	report(
		`reading ${systems} systems, ${Math.round(text.length / 1024)} KB`,
		`${ratio.toFixed(2)} × parseDocument (${reading.toFixed(0)} ms, ${parsing.toFixed(0)} ms)`,
		'1.2',
		ratio <= 1.2,
	);
	const known = read(text);
	const command = median(() => {
		const decision = addSubaccount(known.landscape, 'another');
		return decision.ok && edit(known, decision.changes);
	});
	console.log(
		`      a command on them: ${(command / parsing).toFixed(2)} × parseDocument (${command.toFixed(0)} ms)`,
	);
}

function size(what: string, path: string, budget: number): void {
	const bytes = statSync(path).size;
	report(what, `${(bytes / 1000).toFixed(1)} KB`, `${budget} KB`, bytes <= budget * 1000);
}

speed(100);
speed(2000);
size('extension bundle', join(root, 'dist', 'extension.js'), 220);
size('script of the tenant page', join(root, 'dist', 'tenant-page.js'), 30);
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
for (const name of readdirSync(join(root, 'dist')).filter((file) =>
	file.endsWith(`${manifest.version}.vsix`),
)) {
	size(`VSIX ${name}`, join(root, 'dist', name), 400);
}
