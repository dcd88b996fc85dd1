import * as l10n from '@vscode/l10n';
import { Uri, window, workspace } from 'vscode';
import { editPerRecord } from '../document/edit-per-record.ts';
import { decodeText } from '../import/decode.ts';
import { type Import, type RowNote, importSystems as rowsToSystems } from '../import/import-systems.ts';
import { firstAddition } from '../model/additions.ts';
import { type Answer, refuse } from '../model/decision.ts';
import type { Landscape } from '../model/landscape.ts';
import { writePreviewed } from '../workspace/preview.ts';
import { ask } from './ask.ts';
import { fields, fileUri, type Given } from './command.ts';
import type { Target } from './landscape-command.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';
import { tellImported } from './tell-imported.ts';

export const importSystemsFields = fields({ uri: fileUri });

/** What came of an import, for callers. */
interface Imported {
	/** Names of the systems that were added. */
	readonly systems: readonly string[];
	/** The rows that weren't taken: those that can't be, and systems that the landscape has already. */
	readonly skipped: readonly RowNote[];
	/** What to look at in the systems that were added. */
	readonly warnings: readonly RowNote[];
	readonly ignoredColumns: readonly string[];
}

/**
 * *Import Systems*: adds the systems that a CSV file lists, and changes none that is there. A person chooses the file, sees
 * what would be written in VS Code's preview, and is told what was left out and why. Refuses with `import-unreadable` and the
 * codes of the function `importSystems` in import/, and with those of the writer. Nothing where the person discards the
 * preview.
 */
export async function importSystems(
	given: Given<typeof importSystemsFields>,
	{ title, file, landscape, change }: Target,
	{ files, writer, tree }: Services,
): Promise<Result<Imported>> {
	const answers = await ask(title, given, { uri: () => () => openFile(title) });
	if (!answers?.ok) {
		return answers;
	}
	const source = await textOf(answers.uri);
	if (!source.ok) {
		return source;
	}
	const decide = (current: Landscape) => rowsToSystems(current, source.text);
	if (!given.interactive) {
		const written = await change(decide);
		return written?.ok ? imported(written) : written;
	}
	const proposal = await writer.propose(file.uri, decide);
	if (!proposal.ok) {
		return proposal;
	}
	const { before, writing, added, warnings } = proposal;
	if (writing) {
		const edits = editPerRecord(before, writing, 'systems', added);
		const label = l10n.t('Systems to import');
		const written = await writePreviewed(files, file.uri, before.text, edits, label);
		if (!written?.ok) {
			return written;
		}
	}
	// A person may have left out some in the preview.
	const now = landscape();
	const result = {
		...proposal,
		added: added.filter((name) => now.systems.has(name)),
		warnings: warnings.filter(({ system }) => now.systems.has(system)),
	};
	const names = firstAddition(before.landscape, now);
	if (names) {
		void tree.showAdded(file.uri, names);
	}
	void tellImported(result, nameOf(answers.uri));
	return imported(result);
}

function imported({ added, skipped, problems, warnings, ignoredColumns }: Import): { ok: true } & Imported {
	const left = [...problems, ...skipped].sort((one, other) => one.row - other.row);
	return { ok: true, systems: added, skipped: left, warnings, ignoredColumns };
}

async function openFile(title: string): Promise<string | undefined> {
	const folder = workspace.workspaceFolders?.[0]?.uri;
	const chosen = await window.showOpenDialog({
		title,
		openLabel: l10n.t('Import'),
		filters: { CSV: ['csv', 'tsv', 'txt'] },
		...(folder && { defaultUri: folder }),
	});
	return chosen?.[0]?.toString();
}

/** The text of a CSV file. Refuses with the codes of {@link decodeText}, also what can't be opened. */
async function textOf(uri: string): Promise<Answer<{ readonly text: string }>> {
	try {
		return decodeText(await workspace.fs.readFile(Uri.parse(uri, true)));
	} catch {
		return refuse(
			'import-unreadable',
			l10n.t`"${nameOf(uri)}" can't be opened. Check the file and its permissions, then try again.`,
		);
	}
}

/** What people call a file. */
function nameOf(uri: string): string {
	return Uri.parse(uri).path.split('/').at(-1) || uri;
}
