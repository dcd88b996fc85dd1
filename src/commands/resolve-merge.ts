import * as l10n from '@vscode/l10n';
import { type ResolvedMerge, resolveMerge as resolve } from '../merge/merge-texts.ts';
import { shorten } from '../model/names.ts';
import { conflictsIn } from '../workspace/landscape-files.ts';
import { mergeStages } from '../workspace/merge-stages.ts';
import { inform, warn } from '../workspace/messages.ts';
import { fields, type Given } from './command.ts';
import { offer } from './offer.ts';
import { pickLandscapeFile } from './pick-landscape-file.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

export const resolveMergeFields = fields({});

/**
 * *Resolve Landscape Merge*: merges the two sides of a file with conflict markers by meaning, as one edit. Refuses with
 * the codes of the function `resolveMerge` in merge/, and of the writer. `resolved` is the number of differences that were
 * settled; `conflicts` is where the sides contradict each other, which stay in the file as conflicts.
 */
export async function resolveMerge(
	given: Given<typeof resolveMergeFields>,
	{ files, writer }: Services,
): Promise<Result<{ landscape: string; resolved: number; conflicts: unknown }>> {
	const title = l10n.t('Resolve Landscape Merge');
	const file = await pickLandscapeFile(files, given, title, (candidate) => conflictsIn(candidate) > 0);
	if (!file?.ok) {
		return file;
	}
	const stages = await mergeStages(file.uri);
	const result = await writer.rewrite(file.uri, (current) => resolve(current, stages(current)));
	if (!result.ok) {
		return result;
	}
	const landscape = file.uri.toString();
	if (given.interactive) {
		tell(result, landscape);
	}
	// Maps as objects, for other extensions.
	const conflicts: unknown = JSON.parse(
		JSON.stringify(result.contradictions, (_, value) =>
			value instanceof Map ? Object.fromEntries(value) : value,
		),
	);
	return { ok: true, landscape, resolved: result.settled, conflicts };
}

/** Says what came from the other side and what is left, with a way to it. Doesn't wait for the person. */
function tell({ taken, contradictions, names }: ResolvedMerge, landscape: string): void {
	const theirs = shorten(names[1]);
	const merged =
		taken.length > 0
			? l10n.t('Merged. From {0}: {1}.', theirs, list(taken))
			: l10n.t('Merged. Nothing to add from {0}.', theirs);
	if (contradictions.length === 0) {
		void inform(merged);
		return;
	}
	const what = list(contradictions.map(({ path }) => path));
	const left =
		contradictions.length === 1
			? l10n.t('1 conflict is left in the file: {0}.', what)
			: l10n.t('{0} conflicts are left in the file: {1}.', contradictions.length, what);
	offer(warn(`${merged} ${left}`, l10n.t('Open File')), 'openLandscape', { landscape });
}

function list(paths: readonly (readonly string[])[]): string {
	return shorten(paths.map((path) => path.slice(1).join(' › ') || path[0]).join(', '));
}
