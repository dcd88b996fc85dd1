import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** In the stack of every error that comes out of the extension under test: the module that it is bundled into. */
const ownModule = '/dist/extension.js';
const entryStart = /^(?=\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ \[)/m;

/**
 * The errors that the extension under test caused, as the extension hosts of a VS Code server logged them: thrown in
 * listeners, timers and promises, where nobody else hears of them. Those in the extension's own log are among them.
 */
export function loggedErrors(logs: string, extensionId: string): string[] {
	return entriesOf(logs)
		.filter(
			({ file, entry }) =>
				/^\S+ \S+ \[(?:error|critical)\]/.test(entry) &&
				(file.includes(extensionId) || entry.includes(ownModule)),
		)
		.map(({ entry }) => entry);
}

/** What the extension under test wrote to its own log, entry by entry. */
export function ownLog(logs: string, extensionId: string): string[] {
	return entriesOf(logs)
		.filter(({ file }) => file.includes(extensionId))
		.map(({ entry }) => entry);
}

function entriesOf(logs: string): readonly { readonly file: string; readonly entry: string }[] {
	if (!existsSync(logs)) {
		return [];
	}
	return readdirSync(logs, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.log'))
		.flatMap((file) =>
			readFileSync(join(logs, file), 'utf8')
				.split(entryStart)
				.map((entry) => ({ file, entry })),
		);
}
