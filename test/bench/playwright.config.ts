import browserConfig from '../browser/playwright.config.ts';

/** Speed in the workbench: nothing runs beside it, and nothing is repeated. */
export default { ...browserConfig, testDir: import.meta.dirname, workers: 1, retries: 0, reporter: 'list' };
