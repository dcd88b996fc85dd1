// The browser build is the one that runs in both extension hosts, Node's and the web worker's.
import 'mocha/mocha.js';
import { type Counts, suiteOutputLine, suiteResultLine } from './suite-output.ts';

/** Only an upper bound, for a machine that is busy with something else. */
const testDeadlineMs = 120_000;

/** Tells what could explain that a test has just failed. */
export type Explain = () => Promise<string>;

/**
 * Runs the tests that `register` declares with `describe` and `it`, for the `run()` of a suite. `register` imports
 * the test files (`await import('./a.test.ts')`), as `describe` exists only while it runs. A test that fails is
 * repeated once, and then called flaky. Throws where a test failed or none ran.
 */
export async function runMocha(register: () => void | Promise<void>, explain: Explain): Promise<Counts> {
	const Mocha = (globalThis as unknown as { Mocha: new (options: Mocha.MochaOptions) => Mocha }).Mocha;
	const explained: Promise<void>[] = [];
	const mocha = new Mocha({
		ui: 'bdd',
		reporter: ConsoleReporter as unknown as Mocha.ReporterConstructor,
		timeout: testDeadlineMs,
		retries: 1,
		reporterOptions: { explain, explained },
	});
	// The compiler of the suite puts the text of `--grep` here.
	const grep = process.env.TEST_GREP;
	if (grep) {
		mocha.fgrep(grep);
	}
	mocha.suite.emit('pre-require', globalThis, '', mocha);
	await register();
	const unhandled = collectUnhandled();
	const ran = await runToCounts(mocha);
	await Promise.all(explained);
	const reasons = unhandled();
	const counts = { ...ran, failed: ran.failed + reasons.length };
	for (const reason of reasons) {
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

function runToCounts(mocha: Mocha): Promise<Counts> {
	return new Promise((resolve) => {
		let passed = 0;
		let failed = 0;
		const flaky: string[] = [];
		// The `run` of the browser build's own instance reads `location`, which only a page has; this is the plain one.
		const runner = mocha.run(() => resolve({ passed, failed, flaky }));
		runner.on('pass', (test) => {
			passed += 1;
			if (isRepeated(test)) {
				flaky.push(test.fullTitle());
			}
		});
		runner.on('fail', () => {
			failed += 1;
		});
	});
}

/** Mocha's types don't have what its runner has. */
function isRepeated(test: Mocha.Test): boolean {
	return (test as Mocha.Test & { currentRetry(): number }).currentRetry() > 0;
}

/** Prints like mocha's `spec`, one console message per line, as the extension host passes them on. */
class ConsoleReporter {
	#depth = 0;
	readonly #failures: string[] = [];

	constructor(
		runner: Mocha.Runner,
		{
			reporterOptions,
		}: { readonly reporterOptions: { readonly explain: Explain; readonly explained: Promise<void>[] } },
	) {
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
		for (const event of ['fail', 'retry'] as const) {
			runner.on(event, (test, error) => {
				this.#failures.push(
					`${test.fullTitle()}\n${error.stack ?? error.message ?? String(error)}${difference(error)}`,
				);
				const number = this.#failures.length;
				this.#print(`${number}) ${test.title}`);
				const told = (text: string) => this.#print(`   what was so at ${number}): ${text}`);
				reporterOptions.explained.push(reporterOptions.explain().then(told, told));
			});
		}
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
