import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { commands } from 'vscode';
import { type ResolvedMerge, resolveMerge as resolve } from '../merge/merge-texts.ts';
import { shorten } from '../model/names.ts';
import { conflictsIn } from '../workspace/landscape-files.ts';
import { mergeStages } from '../workspace/merge-stages.ts';
import { inform, warn } from '../workspace/messages.ts';
import { command, text } from './command.ts';
import { pickFile } from './pick-landscape.ts';

/**
 * *Resolve Landscape Merge*: merges the two sides of a file with conflict markers by meaning, as one edit. Refuses with
 * the codes of `resolveMerge` in document/, and of the writer. `resolved` is the number of differences that were
 * settled; `conflicts` is what the sides contradict each other in, and stays in the file as conflicts.
 */
export const resolveMerge = command({
	name: 'resolveMerge',
	fields: v.object({ landscape: text() }),
	run: async ({ files, writer }, fields, call) => {
		const title = l10n.t('Resolve Landscape Merge');
		const file = await pickFile(
			{ files },
			fields.landscape,
			call,
			title,
			(candidate) => conflictsIn(candidate) > 0,
		);
		if (!file || 'ok' in file) {
			return file;
		}
		const stages = await mergeStages(file.uri);
		const result = await writer.rewrite(file.uri, (current) => resolve(current, stages(current)));
		if (!result.ok) {
			return result;
		}
		const landscape = file.uri.toString();
		if (call.interactive) {
			tell(result, landscape);
		}
		// Maps as objects, for other extensions.
		const conflicts: unknown = JSON.parse(
			JSON.stringify(result.contradictions, (_, value) =>
				value instanceof Map ? Object.fromEntries(value) : value,
			),
		);
		return { ok: true, landscape, resolved: result.settled, conflicts };
	},
});

/** Says what came from the other side, and what is left, with a way to it. Does not wait for the person. */
function tell({ taken, contradictions, names }: ResolvedMerge, landscape: string): void {
	const theirs = shorten(names[1]);
	const merged =
		taken.length > 0
			? l10n.t('Merged. From {0}: {1}.', theirs, list(taken))
			: l10n.t('Merged. {0} had nothing to add.', theirs);
	if (contradictions.length === 0) {
		void inform(merged);
		return;
	}
	const what = list(contradictions.map(({ path }) => path));
	const left =
		contradictions.length === 1
			? l10n.t('1 contradiction is left in the file, for you to decide: {0}.', what)
			: l10n.t(
					'{0} contradictions are left in the file, for you to decide: {1}.',
					contradictions.length,
					what,
				);
	const open = l10n.t('Open File');
	void warn(`${merged} ${left}`, open).then(
		(chosen) =>
			chosen && commands.executeCommand('systemLandscape.openLandscape', { landscape, interactive: true }),
	);
}

function list(paths: readonly (readonly string[])[]): string {
	return shorten(paths.map((path) => path.slice(1).join(' › ') || path[0]).join(', '));
}
