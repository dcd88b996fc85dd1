// `npm test`: sets up what is missing, runs every kind of test, and ends with the line `N passed, N failed`.
// `npm run test:full` (`--full`) adds the oldest VS Code, what the web worker leaves out, long runs of the property tests,
// projects that CAP's own tools make, and all pictures.
// Only Node's own modules here: this is what runs on a fresh clone, before anything is installed.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './host/dependencies.mjs';
import { requireNodeVersion } from './host/node-version.mjs';
import { runCommand, stopCommands } from './host/run-command.mjs';
import { vsixFile } from './host/vsix.mjs';

const root = join(import.meta.dirname, '..');
const bin = (path) => join(root, 'node_modules', path);
const minutes = (count) => count * 60_000;
const AT_ONCE = 2;
// What counts steps finds them by the names of source files.
const bundledTests = [
	...['--ignore', 'test/unit/document/steps.test.ts'],
	...['test/bundle/*.test.ts', 'test/unit/{document,merge,language}/**/*.test.ts'],
];
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
 * @property {boolean} [alone] It has work for all cores, so nothing runs beside it.
 * @property {boolean} [full] Runs only with `--full`.
 */

/** @returns {Step[]} */
function allSteps({ grep, full }) {
	const mochaRun = (imports, ...files) => [
		...['tsx', ...imports].flatMap((name) => ['--import', name]),
		...[bin('mocha/bin/mocha.js'), '--reporter', join(root, 'test/host/counting-reporter.cjs')],
		...(grep ? ['--fgrep', grep] : []),
		...files,
	];
	const unitRun = mochaRun([], 'test/unit/**/*.test.ts');
	const bundledRun = mochaRun(['./test/bundle/register.mjs'], ...bundledTests);
	const browserRun = (...files) => [
		...[bin('@playwright/test/cli.js'), 'test', '--config', 'test/browser', ...files],
		// As `ONLY_FULL` says in test/browser/faces.ts.
		...(full ? [] : ['--grep-invert', '@full']),
		...(grep ? ['--grep', grep.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), '--pass-with-no-tests'] : []),
	];
	const extensionStep = (name, ...args) => ({
		name: `extension, ${name}`,
		area: 'extension',
		args: [
			...['--import', 'tsx', 'test/host/run-extension-tests.ts', ...args],
			...(grep ? ['--grep', grep] : []),
		],
		deadlineMs: minutes(15),
		counts: 'its tests',
		needs: ['package', 'set-up'],
		full: args.includes('oldest'),
	});
	const propertyStep = (name, args) => ({
		name: `properties, ${name}`,
		area: 'properties',
		args,
		deadlineMs: minutes(60),
		counts: 'its tests',
		env: { SYSTEM_LANDSCAPE_PROPERTY_SEED: 'random', SYSTEM_LANDSCAPE_PROPERTY_RUNS: '2000' },
		full: true,
	});
	const steps = [
		{ name: 'package', area: 'package', args: ['package.mjs'], deadlineMs: minutes(5), counts: 'itself' },
		{
			name: 'set-up',
			area: 'set-up',
			args: ['--import', 'tsx', 'test/host/set-up.ts', 'newest', ...(full ? ['oldest'] : [])],
			deadlineMs: minutes(40),
			counts: 'when it fails',
		},
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
		// What takes longest begins first.
		extensionStep('newest VS Code', 'newest'),
		extensionStep('newest VS Code, web worker', 'newest', '--worker', ...(full ? ['--full'] : [])),
		{ name: 'unit', area: 'unit', args: unitRun, deadlineMs: minutes(20), counts: 'its tests' },
		{
			name: 'unit, bundled',
			area: 'unit',
			args: bundledRun,
			deadlineMs: minutes(20),
			counts: 'its tests',
		},
		extensionStep('newest VS Code, several folders', 'newest', '--folders'),
		extensionStep('newest VS Code, not trusted', 'newest', '--untrusted'),
		extensionStep('oldest VS Code', 'oldest'),
		extensionStep('oldest VS Code, web worker', 'oldest', '--worker', '--full'),
		{
			name: 'browser',
			area: 'browser',
			args: browserRun(),
			deadlineMs: minutes(40),
			counts: 'its tests',
			needs: ['package', 'set-up'],
			env: { SYSTEM_LANDSCAPE_VSIX: vsixFile },
			alone: true,
		},
		{
			name: 'browser, oldest VS Code',
			area: 'browser',
			// Where it shows something in its own way: the walkthrough, trees, and pages.
			args: browserRun('walkthrough.test.ts', 'tree.test.ts', 'tutorial.test.ts'),
			deadlineMs: minutes(40),
			counts: 'its tests',
			needs: ['package', 'set-up'],
			env: { SYSTEM_LANDSCAPE_VSIX: vsixFile, SYSTEM_LANDSCAPE_VSCODE: 'oldest' },
			alone: true,
			full: true,
		},
		{
			name: 'pictures',
			area: 'pictures',
			args: ['--import', 'tsx', 'test/pictures/make-pictures.ts', '--all'],
			deadlineMs: minutes(40),
			counts: 'itself',
			needs: ['package', 'set-up'],
			env: { SYSTEM_LANDSCAPE_VSIX: vsixFile },
			alone: true,
			full: true,
		},
		{
			name: 'CAP',
			area: 'cap',
			args: mochaRun([], 'test/cap/*.test.ts'),
			deadlineMs: minutes(20),
			counts: 'its tests',
			full: true,
		},
		propertyStep('random seed', unitRun),
		propertyStep('random seed, bundled', bundledRun),
	];
	return steps.filter((step) => full || !step.full);
}

/** @param {Step} step */
async function runStep(step, grep, print) {
	mkdirSync(resultFolder, { recursive: true });
	const resultFile = join(resultFolder, `${step.name.replaceAll(/[^a-z]+/gi, '-')}.json`);
	rmSync(resultFile, { force: true });
	const { code, late } = await runCommand(process.execPath, step.args, {
		deadlineMs: step.deadlineMs,
		env: { ...step.env, TEST_RESULT_FILE: resultFile },
		print,
	});
	if (late) {
		print(`${step.name} did not end within ${step.deadlineMs / 60_000} minutes.\n`);
	}
	if (step.counts !== 'its tests') {
		return { passed: code === 0 && step.counts === 'itself' ? 1 : 0, failed: code === 0 ? 0 : 1 };
	}
	if (!existsSync(resultFile)) {
		print(`${step.name} ended with exit code ${code} without a result.\n`);
		return { passed: 0, failed: 1 };
	}
	const counts = JSON.parse(readFileSync(resultFile, 'utf8'));
	if (counts.passed + counts.failed === 0 && !grep) {
		print(`${step.name} ran no test.\n`);
		return { passed: 0, failed: 1 };
	}
	return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** The chosen steps and all that they need, in order. */
function chooseSteps({ only, grep, full }) {
	const steps = allSteps({ grep, full });
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

/**
 * Runs steps, two at a time, each as soon as what it needs has passed. One that runs by itself prints while it runs; two
 * that run beside each other print when they end, so that nobody has to read them mixed.
 */
async function runSteps(steps, grep) {
	/** @type {Map<Step, { counts: { passed: number, failed: number, flaky?: string[] }, line: string, text: string }>} */
	const ended = new Map();
	const running = new Map();
	const waiting = new Set(steps);
	const named = (name) => steps.find((step) => step.name === name);
	const mayStart = (step) =>
		running.size < AT_ONCE &&
		(step.alone ? running.size === 0 : ![...running.keys()].some(({ alone }) => alone)) &&
		(step.needs ?? []).every((name) => ended.has(named(name)));
	const run = async (step) => {
		const started = Date.now();
		const missing = (step.needs ?? []).filter((name) => ended.get(named(name)).counts.failed > 0);
		let text = '';
		const print = (part) => {
			text += part;
			if (step.alone) {
				process.stdout.write(part);
			}
		};
		if (step.alone) {
			console.log(`\n── ${step.name} ──`);
		}
		if (missing.length > 0) {
			print(`Not run: it needs ${missing.join(' and ')}, which failed.\n`);
		}
		const counts = missing.length > 0 ? { passed: 0, failed: 1 } : await runStep(step, grep, print);
		const flaky = counts.flaky?.length ? `, ${counts.flaky.length} flaky` : '';
		const seconds = ((Date.now() - started) / 1000).toFixed(1);
		const line = `${step.name}: ${counts.passed} passed, ${counts.failed} failed${flaky} (${seconds} s)`;
		ended.set(step, { counts, line, text });
		console.log(`${step.alone ? '' : `\n── ${step.name} ──\n${text}`}── ${line} ──`);
	};
	while (waiting.size > 0 || running.size > 0) {
		for (const step of waiting) {
			if (mayStart(step)) {
				waiting.delete(step);
				running.set(
					step,
					run(step).finally(() => running.delete(step)),
				);
			}
		}
		await Promise.race(running.values());
	}
	return steps.map((step) => ended.get(step));
}

async function runAll() {
	const { values } = parseArgs({
		options: {
			only: { type: 'string' },
			grep: { type: 'string' },
			full: { type: 'boolean', default: false },
		},
	});
	requireNodeVersion();
	const steps = chooseSteps(values);
	await ensureDependencies();
	const results = await runSteps(steps, values.grep);
	// A failure may stand thousands of lines above the end, where a log that was cut has lost it.
	for (const { line, text } of results.filter(({ counts }) => counts.failed > 0)) {
		console.log(`\n── ${line}, and ended with ──\n${text.split('\n').slice(-80).join('\n')}`);
	}
	console.log(`\n${results.map(({ line }) => line).join('\n')}`);
	const flaky = results.flatMap(({ counts }) => counts.flaky ?? []);
	if (flaky.length > 0) {
		console.log(`\nFlaky, as they passed only when they were repeated:\n  ${flaky.join('\n  ')}\n`);
	}
	const sum = (of) => results.reduce((total, { counts }) => total + counts[of], 0);
	const total = { passed: sum('passed'), failed: sum('failed') };
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
