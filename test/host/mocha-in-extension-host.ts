// The browser build is the one that runs in both extension hosts, Node's and the web worker's.
import 'mocha/mocha.js';
import { type Counts, suiteOutputLine, suiteResultLine } from './suite-output.ts';

/** Only an upper bound, for a machine that is busy with something else. */
const testDeadlineMs = 120_000;

/**
 * Runs the tests that `register` declares with `describe` and `it`, for the `run()` of a suite. `register` imports
 * the test files (`await import('./a.test.ts')`), as `describe` exists only while it runs. Throws where a test
 * failed or none ran.
 */
export async function runMocha(register: () => void | Promise<void>): Promise<Counts> {
	const Mocha = (globalThis as unknown as { Mocha: new (options: Mocha.MochaOptions) => Mocha }).Mocha;
	const mocha = new Mocha({
		ui: 'bdd',
		reporter: ConsoleReporter as unknown as Mocha.ReporterConstructor,
		timeout: testDeadlineMs,
	});
	// The compiler of the suite puts the text of `--grep` here.
	const grep = process.env.TEST_GREP;
	if (grep) {
		mocha.fgrep(grep);
	}
	mocha.suite.emit('pre-require', globalThis, '', mocha);
	await register();
	const unhandled = collectUnhandled();
	const counts = await runToCounts(mocha);
	for (const reason of unhandled()) {
		counts.failed += 1;
		console.log(
			suiteOutputLine(`A promise of the extension was rejected, and nothing handled it:\n${reason}`),
		);
	}
	console.log(suiteResultLine(counts));
	if (counts.failed > 0) {
		throw new Error(`${counts.failed} tests failed`);
	}
	if (counts.passed === 0) {
		throw new Error('no test ran');
	}
	return counts;
}

/** VS Code logs such a promise a second later; the last test may be over by then. */
function collectUnhandled(): () => readonly string[] {
	const reasons = new Map<unknown, string>();
	// The web worker has no `process`; what is rejected there becomes an error of the page.
	globalThis.process?.on?.('unhandledRejection', (reason, promise) => {
		const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
		reasons.set(promise, text);
	});
	globalThis.process?.on?.('rejectionHandled', (promise) => reasons.delete(promise));
	return () => [...reasons.values()].filter((text) => text.includes('/dist/extension.js'));
}

function runToCounts(mocha: Mocha): Promise<{ passed: number; failed: number }> {
	return new Promise((resolve) => {
		let passed = 0;
		let failed = 0;
		// The `run` of the browser build's own instance reads `location`, which only a page has; this is the plain one.
		const runner = mocha.run(() => resolve({ passed, failed }));
		runner.on('pass', () => {
			passed += 1;
		});
		runner.on('fail', () => {
			failed += 1;
		});
	});
}

/** Prints like mocha's `spec`, one console message per line, as the extension host passes them on. */
class ConsoleReporter {
	#depth = 0;
	readonly #failures: string[] = [];

	constructor(runner: Mocha.Runner) {
		runner.on('suite', (suite) => {
			if (!suite.root) {
				this.#print(suite.title);
				this.#depth += 1;
			}
		});
		runner.on('suite end', (suite) => {
			if (!suite.root) {
				this.#depth -= 1;
			}
		});
		runner.on('pass', (test) => this.#print(`✔ ${test.title} (${test.duration ?? 0} ms)`));
		runner.on('pending', (test) => this.#print(`- ${test.title}`));
		runner.on('fail', (test, error) => {
			this.#failures.push(
				`${test.fullTitle()}\n${error.stack ?? error.message ?? String(error)}${difference(error)}`,
			);
			this.#print(`${this.#failures.length}) ${test.title}`);
		});
		runner.on('end', () => {
			for (const [index, failure] of this.#failures.entries()) {
				console.log(suiteOutputLine(`${index + 1}) ${failure}`));
			}
		});
	}

	#print(text: string): void {
		console.log(suiteOutputLine('  '.repeat(this.#depth) + text));
	}
}

function difference(error: { actual?: unknown; expected?: unknown }): string {
	if (!('expected' in error)) {
		return '';
	}
	return `\n  expected: ${inJson(error.expected)}\n  actual:   ${inJson(error.actual)}`;
}

function inJson(value: unknown): string {
	try {
		return JSON.stringify(value) ?? String(value);
	} catch {
		return String(value);
	}
}
