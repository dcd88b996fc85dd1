import type { Answer } from '../../model/decision.ts';
import type { Connection } from '../../model/projects/connection.ts';
import type { TreeMap } from '../../model/tree.ts';
import type { ProjectFiles } from '../project-files.ts';
import { completed, valueAt } from './complete.ts';
import { refuseUnreadable } from './connect-requires.ts';
import { jsonOf, jsonTree, planJson } from './json-plan.ts';
import { newJson, styleOf } from './neighbours.ts';
import { newFile, type PlannedFile, plannedFile } from './plan.ts';
import { treeMap, wantedArrangement } from './wanted.ts';

/**
 * Writes the file of parameters of an instance, which is the same for every stage. `system` only where the file names the
 * system already. Refuses a file that isn't JSON with `project-unreadable`.
 */
export function connectParameters(
	files: ProjectFiles,
	path: string,
	connection: Connection,
	system: string | undefined,
): Answer<{ readonly files: readonly PlannedFile[] }> {
	const text = files.texts.get(path);
	const known = text === undefined ? undefined : jsonTree(text);
	if (text?.trim() && !known) {
		return refuseUnreadable(path);
	}
	const wanted = treeMap({
		systemName: system,
		emClientId: connection.emClientId,
		communicationArrangement:
			connection.plan === 'api-access'
				? wantedArrangement(connection, valueAt(known, 'communicationArrangement'))
				: undefined,
	});
	if (!known) {
		return {
			ok: true,
			files: [newFile(files, path, newJson(jsonOf(wanted), styleOf(files, 'package.json')))],
		};
	}
	const edits = planJson(text ?? '', completed(known, wanted, 'all') as TreeMap);
	return edits ? { ok: true, files: plannedFile(path, edits) } : refuseUnreadable(path);
}
