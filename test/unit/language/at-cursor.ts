import type { FileSchema } from '../../../src/language/file-schema.ts';
import { textOf } from '../repository.ts';

/** The JSON schema that the extension comes with. */
export const SCHEMA: FileSchema = JSON.parse(textOf('schemas/system-landscape.schema.json'));

/** A text without the `|` that marks the cursor in it, and the cursor's offset. */
export function atCursor(marked: string): { text: string; offset: number } {
	const offset = marked.indexOf('|');
	if (offset === -1) {
		throw new Error('The text has no cursor.');
	}
	return { text: marked.replace('|', ''), offset };
}
