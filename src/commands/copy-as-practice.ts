import * as l10n from '@vscode/l10n';
import { Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { changeMode } from '../document/change-mode.ts';
import { edit } from '../document/edit.ts';
import { asPractice } from '../model/converting.ts';
import { refuse } from '../model/decision.ts';
import { practiceFileName } from '../workspace/landscape-file-name.ts';
import { fields, type Given } from './command.ts';
import type { Target } from './landscape-command.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

export const copyAsPracticeFields = fields({});

/**
 * *Copy as Practice*: a new file beside the landscape with the same systems, in which a change can be tried out before it's
 * done in the real account. Refuses with the codes of the function `edit` in document/, and with `landscape-not-saved`.
 */
export async function copyAsPractice(
	{ interactive }: Given<typeof copyAsPracticeFields>,
	{ file }: Target,
	{ files }: Services,
): Promise<Result<{ landscape: string }>> {
	const { reading } = files.find(file.uri) ?? file;
	const forgotten = edit(reading, asPractice(reading.landscape));
	const practice = forgotten.ok ? changeMode(forgotten.reading, 'practice') : forgotten;
	if (!practice.ok) {
		return practice;
	}
	const uri = await freeUri(file.uri);
	const created = new WorkspaceEdit();
	created.createFile(uri, { contents: new TextEncoder().encode(practice.reading.text) });
	if (!(await workspace.applyEdit(created))) {
		return refuse(
			'landscape-not-saved',
			l10n.t`Couldn't create ${workspace.asRelativePath(uri)}. Check that you can write to the folder.`,
		);
	}
	await files.reread(uri);
	if (interactive) {
		void window.showTextDocument(uri);
	}
	return { ok: true, landscape: uri.toString() };
}

/** The first place beside a landscape that no file has. */
async function freeUri(beside: Uri): Promise<Uri> {
	const name = beside.path.split('/').at(-1) ?? '';
	for (let number = 1; ; number++) {
		const uri = Uri.joinPath(beside, '..', practiceFileName(name, number));
		try {
			await workspace.fs.stat(uri);
		} catch {
			// Where it can't be looked at, it can't be created, and the person is told then.
			return uri;
		}
	}
}
