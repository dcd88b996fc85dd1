import * as v from 'valibot';

/**
 * From the page to the extension: `ready` asks for everything that the map shows; the last three kinds are commands, for
 * the map's landscape.
 */
export const MapRequest = v.object({
	kind: v.picklist([
		'ready',
		'reveal',
		'leave',
		'run',
		'save',
		'copyAsMermaid',
		'registerSystem',
		'addSystem',
	]),
	/**
	 * What to show in the tree and in the file (`reveal`), to go to (`leave`), or to run one of its `actions` for (`run`):
	 * the parts of its id. None: the file.
	 */
	parts: v.optional(v.array(v.string())),
	/** Which of the element's actions to run. */
	command: v.optional(v.string(), ''),
	/** The picture to save. */
	svg: v.optional(v.string(), ''),
});
export type MapRequest = v.InferInput<typeof MapRequest>;
