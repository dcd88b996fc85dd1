import { runMocha } from '../host/mocha-in-extension-host.ts';
import { explain } from './landscape-folder.ts';

/** What is about a workspace that is not trusted, which it is from the first to the last of it. */
export async function run(): Promise<void> {
	await runMocha(async () => {
		await import('./untrusted.test.ts');
	}, explain);
}
