import * as l10n from '@vscode/l10n';
import { type Answer, refuse } from '../../model/decision.ts';
import { PARAMETER_KEYS } from '../parameters.ts';
import { isOthersFile, type ProjectFiles, uriOf } from '../project-files.ts';
import { completedWith, type Wanted } from './complete.ts';
import { jsonOf, jsonTree, planJson } from './json-plan.ts';
import { newJson, styleOf } from './neighbours.ts';
import { newFile, type PlannedFile, plannedFile, refuseUnreadable } from './plan.ts';

/**
 * Writes parameters to the file of an instance, which is the same for every stage. Refuses a file that isn't JSON with
 * `project-unreadable`, and one that has something else in it with `resource-taken`.
 */
export function connectParameters(
	files: ProjectFiles,
	path: string,
	wanted: Wanted,
): Answer<{ readonly files: readonly PlannedFile[] }> {
	const text = files.texts.get(path) ?? '';
	const known = jsonTree(text);
	if (text.trim() && !known) {
		return refuseUnreadable(files, path);
	}
	if (isOthersFile(path) || (known && known.size > 0 && !PARAMETER_KEYS.some((key) => known.has(key)))) {
		return {
			...refuse('resource-taken', l10n.t`${path} has something else in it. Choose another name.`),
			file: uriOf(files, path),
		};
	}
	if (wanted.whole.size === 0) {
		return { ok: true, files: [] };
	}
	if (!known) {
		const created = newJson(jsonOf(wanted.whole), styleOf(files, 'package.json'));
		return { ok: true, files: [newFile(files, path, created)] };
	}
	const edits = planJson(text, completedWith(known, wanted, 'all'));
	return edits ? { ok: true, files: plannedFile(path, edits) } : refuseUnreadable(files, path);
}
