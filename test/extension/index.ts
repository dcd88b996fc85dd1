import { runMocha } from '../host/mocha-in-extension-host.ts';

/** Everything that is tested inside the extension host; entry point of VS Code's test runner. */
export async function run(): Promise<void> {
	await runMocha(async () => {
		await import('./tutorial.test.ts');
		await import('./callers.test.ts');
		await import('./refusals.test.ts');
		await import('./tokens.test.ts');
		await import('./pairing.test.ts');
		await import('./files-by-hand.test.ts');
		await import('./unreadable-files.test.ts');
		await import('./hostile-files.test.ts');
		await import('./problems.test.ts');
		await import('./life.test.ts');
		await import('./formations.test.ts');
		await import('./several-landscapes.test.ts');
		await import('./choices.test.ts');
		await import('./merging.test.ts');
		await import('./language.test.ts');
		await import('./names.test.ts');
		await import('./row-commands.test.ts');
		await import('./troubleshooting.test.ts');
		await import('./map.test.ts');
	});
}
