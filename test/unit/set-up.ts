// Mocha loads this before the tests; see `.mocharc.json`.
import { longRun, seed } from './property-runs.ts';

export const mochaHooks: Mocha.RootHookObject = {
	beforeAll() {
		console.log(`  Properties start from seed ${seed}.`);
	},
	beforeEach(this: Mocha.Context) {
		if (longRun) {
			this.currentTest?.timeout(0);
		}
	},
};
