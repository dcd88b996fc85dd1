/**
 * Imports the tests of what an extension host may do in its own way: files, encodings, secrets, cryptography, git,
 * webviews, and the features of editors. The others follow the rules through the same commands.
 */
export async function importHostTests(): Promise<void> {
	await import('./tutorial.test.ts');
	await import('./callers.test.ts');
	await import('./tokens.test.ts');
	await import('./pairing.test.ts');
	await import('./files-by-hand.test.ts');
	await import('./unreadable-files.test.ts');
	await import('./several-landscapes.test.ts');
	await import('./merging.test.ts');
	await import('./record-author.test.ts');
	await import('./language.test.ts');
	await import('./names.test.ts');
	await import('./recording.test.ts');
	await import('./projects.test.ts');
	await import('./connect.test.ts');
	await import('./importing.test.ts');
	await import('./row-commands.test.ts');
	await import('./troubleshooting.test.ts');
	await import('./map.test.ts');
	await import('./report.test.ts');
	await import('./guide.test.ts');
}
