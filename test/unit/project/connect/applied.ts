import { applyEdits } from '../../../../src/document/edit.ts';
import type { PlannedFile } from '../../../../src/project/connect/plan.ts';

/** The files after a plan, or after the part of it that only adds. */
export function applied(
	texts: ReadonlyMap<string, string>,
	files: readonly PlannedFile[],
	addsOnly = false,
): Map<string, string> {
	const result = new Map(texts);
	for (const file of files) {
		const before = texts.get(file.path) ?? '';
		result.set(
			file.path,
			'created' in file
				? file.created
				: applyEdits(
						before,
						file.edits.filter(({ isReplacement }) => !(addsOnly && isReplacement)),
					),
		);
	}
	return result;
}
