import { commands, type Disposable, Uri } from 'vscode';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';
import { discardChanges, restoreFromLocalHistory } from '../workspace/recover-file.ts';

/** The ways back to a complete file, as commands: quick fixes and buttons in messages run them with the file's URI. */
export function registerRecovery(files: LandscapeFiles): Disposable[] {
	return Object.entries({ restoreFromLocalHistory, discardChanges }).map(([name, recover]) =>
		commands.registerCommand(`systemLandscape.${name}`, async ({ landscape }: { landscape: string }) => {
			const file = files.find(Uri.parse(landscape));
			return file && recover(file.uri);
		}),
	);
}
