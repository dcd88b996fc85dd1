// `npm test`: sets up what is missing, runs every kind of test, and ends with the line `N passed, N failed`.
// Only Node's own modules here: this is what runs on a fresh clone, before anything is installed.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './host/dependencies.mjs';
import { requireNodeVersion } from './host/node-version.mjs';
import { runCommand, stopCommands } from './host/run-command.mjs';
import { buildArguments, packageArguments, vsixFile } from './host/vsix.mjs';

const root = join(import.meta.dirname, '..');
const bin = (path) => join(root, 'node_modules', path);
const minutes = (count) => count * 60_000;
const resultFolder = join(root, 'out', 'results');

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} area What `--only` calls it.
 * @property {readonly string[]} args Of `node`.
 * @property {number} deadlineMs
 * @property {'itself' | 'its tests' | 'when it fails'} counts
 * @property {readonly string[]} [needs] Names of steps that have to pass before.
 * @property {NodeJS.ProcessEnv} [env]
 */

/** @returns {Step[]} */
function allSteps(grep) {
	const mochaRun = (files) => [
		...[
			'--import',
			'tsx',
			bin('mocha/bin/mocha.js'),
			'--reporter',
			join(root, 'test/host/counting-reporter.cjs'),
		],
		...(grep ? ['--fgrep', grep] : []),
		files,
	];
	const extensionRun = (...args) => [
		...['--import', 'tsx', 'test/host/run-extension-tests.ts'],
		...args,
		...(grep ? ['--grep', grep] : []),
	];
	const extensionStep = (name, ...args) => ({
		name,
		area: 'extension',
		args: extensionRun(...args),
		deadlineMs: minutes(8),
		counts: 'its tests',
		needs: ['build', 'set-up'],
	});
	const worker = existsSync(join(root, 'test/extension/worker.ts'))
		? [
				extensionStep('extension, newest VS Code, web worker', 'newest', '--worker'),
				extensionStep('extension, oldest VS Code, web worker', 'oldest', '--worker'),
			]
		: [];
	return [
		{
			name: 'lint',
			area: 'lint',
			args: [bin('@biomejs/biome/bin/biome'), 'check', '.'],
			deadlineMs: minutes(3),
			counts: 'itself',
		},
		{
			name: 'types',
			area: 'types',
			args: [bin('typescript/bin/tsc'), '--noEmit', '-p', '.'],
			deadlineMs: minutes(5),
			counts: 'itself',
		},
		{ name: 'build', area: 'build', args: buildArguments, deadlineMs: minutes(3), counts: 'itself' },
		{
			name: 'unit',
			area: 'unit',
			args: mochaRun('test/unit/**/*.test.ts'),
			deadlineMs: minutes(10),
			counts: 'its tests',
		},
		{
			name: 'package',
			area: 'package',
			args: packageArguments,
			deadlineMs: minutes(5),
			counts: 'itself',
			needs: ['build'],
		},
		{
			name: 'set-up',
			area: 'set-up',
			args: ['--import', 'tsx', 'test/host/set-up.ts'],
			deadlineMs: minutes(40),
			counts: 'when it fails',
		},
		extensionStep('extension, newest VS Code', 'newest'),
		extensionStep('extension, oldest VS Code', 'oldest'),
		extensionStep('extension, newest VS Code, several folders', 'newest', '--folders'),
		extensionStep('extension, newest VS Code, not trusted', 'newest', '--untrusted'),
		...worker,
		{
			name: 'browser',
			area: 'browser',
			args: mochaRun('test/browser/**/*.test.ts'),
			deadlineMs: minutes(40),
			counts: 'its tests',
			needs: ['package', 'set-up'],
			env: { SYSTEM_LANDSCAPE_VSIX: vsixFile },
		},
	];
}

/** @param {Step} step */
async function runStep(step, grep) {
	mkdirSync(resultFolder, { recursive: true });
	const resultFile = join(resultFolder, `${step.name.replaceAll(/[^a-z]+/gi, '-')}.json`);
	rmSync(resultFile, { force: true });
	const { code, late } = await runCommand(process.execPath, step.args, {
		deadlineMs: step.deadlineMs,
		env: { ...step.env, TEST_RESULT_FILE: resultFile },
	});
	if (late) {
		console.log(`${step.name} did not end within ${step.deadlineMs / 60_000} minutes.`);
	}
	if (step.counts !== 'its tests') {
		return { passed: code === 0 && step.counts === 'itself' ? 1 : 0, failed: code === 0 ? 0 : 1 };
	}
	if (!existsSync(resultFile)) {
		console.log(`${step.name} ended with exit code ${code} without a result.`);
		return { passed: 0, failed: 1 };
	}
	const counts = JSON.parse(readFileSync(resultFile, 'utf8'));
	if (counts.passed + counts.failed === 0 && !grep) {
		console.log(`${step.name} ran no test.`);
		return { passed: 0, failed: 1 };
	}
	return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** The chosen steps and all that they need, in order. */
function chooseSteps(only, grep) {
	const steps = allSteps(grep);
	if (only === undefined) {
		return steps;
	}
	const areas = only.split(',').map((area) => area.trim());
	const known = [...new Set(steps.map((step) => step.area))];
	const unknown = areas.filter((area) => !known.includes(area));
	if (unknown.length > 0) {
		throw new Error(`--only knows ${known.join(', ')}, not ${unknown.join(', ')}.`);
	}
	const chosen = new Set();
	const choose = (step) => {
		chosen.add(step);
		for (const name of step.needs ?? []) {
			choose(steps.find((candidate) => candidate.name === name));
		}
	};
	for (const step of steps.filter((candidate) => areas.includes(candidate.area))) {
		choose(step);
	}
	return steps.filter((step) => chosen.has(step));
}

async function runAll() {
	const { values } = parseArgs({ options: { only: { type: 'string' }, grep: { type: 'string' } } });
	requireNodeVersion();
	const steps = chooseSteps(values.only, values.grep);
	await ensureDependencies();
	const total = { passed: 0, failed: 0 };
	const summary = [];
	const good = new Set();
	for (const step of steps) {
		console.log(`\n── ${step.name} ──`);
		const started = Date.now();
		const missing = (step.needs ?? []).filter((name) => !good.has(name));
		if (missing.length > 0) {
			console.log(`Not run: it needs ${missing.join(' and ')}, which failed.`);
		}
		const counts = missing.length > 0 ? { passed: 0, failed: 1 } : await runStep(step, values.grep);
		const seconds = ((Date.now() - started) / 1000).toFixed(1);
		if (counts.failed === 0) {
			good.add(step.name);
		}
		total.passed += counts.passed;
		total.failed += counts.failed;
		summary.push(`${step.name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
		console.log(`── ${summary.at(-1)} ──`);
	}
	console.log(`\n${summary.join('\n')}`);
	if (total.passed + total.failed === 0) {
		console.log('No test ran.');
		return { passed: 0, failed: 1 };
	}
	return total;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.on(signal, async () => {
		await stopCommands();
		process.exit(1);
	});
}

let total = { passed: 0, failed: 1 };
try {
	total = await runAll();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
}
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`${total.passed} passed, ${total.failed} failed`);
