import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumOptions } from '../host/chromium.ts';

export default defineConfig({
	testMatch: '*.test.ts',
	outputDir: join(import.meta.dirname, '..', '..', 'out', 'browser'),
	// Two windows leave two cores idle for moments.
	workers: 3,
	fullyParallel: true,
	// What passes only the second time is printed as flaky, and counted as such.
	retries: 1,
	// Only upper bounds: whatever is waited for goes on as soon as it is there.
	timeout: 240_000,
	expect: { timeout: 45_000, toPass: { timeout: 90_000 } },
	reporter: [['list'], ['./counting-reporter.ts']],
	use: {
		actionTimeout: 45_000,
		launchOptions: await chromiumOptions(),
		screenshot: 'only-on-failure',
		// Recording a trace costs time in every test; what failed is recorded when it is repeated.
		trace: { mode: 'on-first-retry', screenshots: false },
		video: 'off',
	},
});
