import { runMocha } from '../host/mocha-in-extension-host.ts';
import { importHostTests } from './host-tests.ts';
import { explain } from './landscape-folder.ts';

/** What is tested inside the web worker in `npm test`: an extension has nothing of Node there. */
export async function run(): Promise<void> {
	await runMocha(importHostTests, explain);
}
