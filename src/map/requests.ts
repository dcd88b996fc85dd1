import * as v from 'valibot';

/** From the page to the extension. */
export const MapRequest = v.variant('kind', [
	v.object({ kind: v.literal('ready') }),
	/** Show an element in the tree and in the file, and go there where `leave` is set; the file alone without id. */
	v.object({
		kind: v.literal('reveal'),
		parts: v.optional(v.array(v.string())),
		leave: v.boolean(),
	}),
	v.object({ kind: v.literal('run'), command: v.picklist(['copyAsMermaid', 'registerSystem', 'addSystem']) }),
	/** Save this picture. */
	v.object({ kind: v.literal('save'), svg: v.string() }),
]);
export type MapRequest = v.InferOutput<typeof MapRequest>;
