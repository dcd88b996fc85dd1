import { runMocha } from '../host/mocha-in-extension-host.ts';
import { explain } from './landscape-folder.ts';

/** What needs a workspace of several folders: VS Code ends its extension host when a single folder becomes one. */
export async function run(): Promise<void> {
	await runMocha(async () => {
		await import('./failing-disk.test.ts');
	}, explain);
}
