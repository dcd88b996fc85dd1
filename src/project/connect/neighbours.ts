import { indentStep, lineBreak } from '../../document/text-positions.ts';
import type { ProjectFiles } from '../project-files.ts';

/** How the files of a project are written, for those that are new. */
export interface Style {
	readonly lineBreak: string;
	/** What `JSON.stringify` takes: spaces or a tab. */
	readonly json: string;
	/** Spaces per level of YAML. */
	readonly yaml: number;
}

/** The style of a project's other files of the same kind, those that are most like the new one first. */
export function styleOf({ texts }: ProjectFiles, ...likeIt: readonly string[]): Style {
	const known = likeIt.map((path) => texts.get(path)).filter((text) => text !== undefined);
	const all = [...known, ...texts.values()];
	const json = all.filter((text) => /^\uFEFF?\s*\{/.test(text)).map((text) => /\n([ \t]+)"/.exec(text)?.[1]);
	const yaml = all.find((text) => !/^\uFEFF?\s*\{/.test(text) && /\n +\S/.test(text));
	return {
		lineBreak: lineBreak(all[0] ?? ''),
		json: json.find((indent) => indent !== undefined) ?? '  ',
		yaml: yaml === undefined ? 2 : indentStep(yaml),
	};
}

/** A new JSON file in a project's style. */
export function newJson(value: unknown, { json, lineBreak: end }: Style): string {
	return `${JSON.stringify(value, undefined, json)}\n`.replaceAll('\n', end);
}
