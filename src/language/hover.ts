import type { Range } from '../document/token-like-text.ts';
import type { Path } from '../model/findings/finding.ts';
import { isInstant } from '../model/instant.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import { type FileSchema, knownValues, schemaAt } from './file-schema.ts';

/** What a hover shows. */
export interface Hover extends Range {
	/** Of the schema, in Markdown, with the links to its sources. */
	readonly markdown: string;
	/** The system named at the offset. */
	readonly system?: string;
	/** The time at the offset. */
	readonly instant?: string;
}

/** The hover for the key or value at an offset (UTF-16 units) of a landscape file. */
export function hoverAt(text: string, offset: number, schema: FileSchema): Hover | undefined {
	const cursor = cursorAt(text, offset);
	if (!cursor || cursor.start === cursor.end) {
		return undefined;
	}
	const { path, at, start, end } = cursor;
	const here = schemaAt(schema, path);
	const around = schemaAt(schema, path.slice(0, -1));
	const isName =
		at === 'key' && path.length > 1 && !Object.hasOwn(around?.properties ?? {}, String(path.at(-1)));
	const about = isName && around?.propertyNames ? around.propertyNames : here;
	const markdown =
		(at === 'value' && here && knownValues(here).get(cursor.text)) || about?.markdownDescription;
	const isSystem =
		at === 'key'
			? isName && (path[0] === 'systems' || path[2] === 'extensions')
			: here?.['x-refers-to'] === 'systems';
	return markdown === undefined && !isSystem
		? undefined
		: {
				start,
				end,
				markdown: markdown ?? '',
				...(isSystem ? { system: nameAt(path, cursor) } : {}),
				...(at === 'value' && isInstant(cursor.text) ? { instant: cursor.text } : {}),
			};
}

function nameAt(path: Path, { at, text }: Cursor): string {
	return at === 'key' ? String(path.at(-1)) : text;
}
