import * as v from 'valibot';

/**
 * From the page to the extension: `ready` asks for everything that the map shows; the last three kinds are commands, for
 * the map's landscape.
 */
export const MapRequest = v.object({
	kind: v.picklist(['ready', 'reveal', 'leave', 'save', 'copyAsMermaid', 'registerSystem', 'addSystem']),
	/** What to show (`reveal`) or go to (`leave`) in the tree and in the file: the parts of its id. None: the file. */
	parts: v.optional(v.array(v.string())),
	/** The picture to save. */
	svg: v.optional(v.string(), ''),
});
export type MapRequest = v.InferInput<typeof MapRequest>;
