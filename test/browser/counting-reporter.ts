import { writeFileSync } from 'node:fs';
import type { Reporter, Suite } from '@playwright/test/reporter';

/** Writes the counts to the file that `TEST_RESULT_FILE` names, for `test/run.mjs`. */
export default class CountingReporter implements Reporter {
	#suite: Suite | undefined;

	onBegin(_config: unknown, suite: Suite): void {
		this.#suite = suite;
	}

	onEnd(): void {
		const file = process.env.TEST_RESULT_FILE;
		if (!file || !this.#suite) {
			return;
		}
		const tests = this.#suite.allTests();
		const flaky = tests.filter((test) => test.outcome() === 'flaky');
		const passed = tests.filter((test) => test.outcome() === 'expected').length + flaky.length;
		writeFileSync(
			file,
			JSON.stringify({
				passed,
				// One that did not run, as another one before it failed, has not passed either.
				failed: tests.length - passed,
				flaky: flaky.map((test) => test.titlePath().slice(3).join(' › ')),
			}),
		);
	}
}
