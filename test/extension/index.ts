import { runMocha } from '../host/mocha-in-extension-host.ts';
import { importHostTests } from './host-tests.ts';
import { explain } from './landscape-folder.ts';

/** Everything that is tested inside the extension host; entry point of VS Code's test runner. */
export async function run(): Promise<void> {
	await runMocha(async () => {
		await importHostTests();
		await import('./hostile-files.test.ts');
		await import('./refusals.test.ts');
		await import('./problems.test.ts');
		await import('./life.test.ts');
		await import('./formations.test.ts');
		await import('./choices.test.ts');
		await import('./merging-systems.test.ts');
	}, explain);
}
