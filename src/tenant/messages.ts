import * as v from 'valibot';

const Row = v.object({
	system: v.string(),
	description: v.string(),
	scenarioGroups: v.array(v.string()),
	/** The moment of the last change in the reader's own form; empty when unknown. */
	changedOn: v.string(),
	status: v.picklist(['enabling', 'enabled', 'failed', 'disabled']),
	statusLabel: v.string(),
});

/** Everything that the page shows; the integration tokens themselves never. */
export const PageState = v.object({
	host: v.string(),
	type: v.string(),
	globalAccount: v.string(),
	mode: v.picklist(['practice', 'recorded']),
	rows: v.array(Row),
	/** Names of pending systems of the tenant's type, offered as description. */
	suggestions: v.array(v.string()),
	/** Why nothing can be created or deleted now; empty when it can. */
	locked: v.string(),
});
export type PageState = v.InferOutput<typeof PageState>;
export type PageRow = v.InferOutput<typeof Row>;

const Draft = v.object({ token: v.string(), description: v.string() });

/** From the page to the extension. `id` comes back with the answer. */
export const PageRequest = v.variant('kind', [
	v.object({ kind: v.literal('ready') }),
	v.object({ kind: v.literal('refresh') }),
	/** *Create*: may this token be used here? */
	v.object({ kind: v.literal('check'), id: v.number(), draft: Draft }),
	/** *Yes* in the *Approve* dialog. */
	v.object({
		kind: v.literal('create'),
		id: v.number(),
		draft: Draft,
		outcome: v.picklist(['succeed', 'fail']),
	}),
	v.object({ kind: v.literal('delete'), id: v.number(), system: v.string() }),
]);
export type PageRequest = v.InferOutput<typeof PageRequest>;

const Refused = v.object({ ok: v.literal(false), code: v.string(), message: v.string() });

/** From the extension to the page. */
export const PageMessage = v.variant('kind', [
	v.object({ kind: v.literal('state'), state: PageState }),
	v.object({
		kind: v.literal('checked'),
		id: v.number(),
		answer: v.union([
			v.object({ ok: v.literal(true), system: v.string(), scenarioGroups: v.array(v.string()) }),
			Refused,
		]),
	}),
	v.object({
		kind: v.literal('done'),
		id: v.number(),
		answer: v.union([v.object({ ok: v.literal(true) }), Refused]),
	}),
	v.object({ kind: v.literal('refreshed') }),
]);
export type PageMessage = v.InferOutput<typeof PageMessage>;
