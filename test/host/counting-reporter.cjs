const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

/** Mocha's `spec` on the console and the counts in the file that `TEST_RESULT_FILE` names, for `test/run.mjs`. */
module.exports = class CountingReporter extends reporters.Spec {
	constructor(runner, options) {
		super(runner, options);
		let passed = 0;
		let failed = 0;
		runner.on('pass', () => {
			passed += 1;
		});
		runner.on('fail', () => {
			failed += 1;
		});
		runner.on('end', () => {
			const file = process.env.TEST_RESULT_FILE;
			if (file) {
				writeFileSync(file, JSON.stringify({ passed, failed }));
			}
		});
	}
};
