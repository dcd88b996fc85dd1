import * as v from 'valibot';

const Status = v.picklist(['enabling', 'enabled', 'failed', 'disabled']);

/** The words of the tenant's application, from the model's catalog. */
const Application = v.object({
	name: v.string(),
	/** Where the real tenant has it. */
	path: v.array(v.string()),
	/** Heading of the list. */
	list: v.string(),
	/** The button that begins a pairing. */
	create: v.string(),
	refresh: v.string(),
	statusColumn: v.string(),
	/** What on this page is not from SAP; empty where all is. */
	ownNote: v.string(),
	/** Every status that a row can have, to filter by. */
	statuses: v.array(v.object({ status: Status, label: v.string() })),
});
export type Application = v.InferOutput<typeof Application>;

const Row = v.object({
	system: v.string(),
	description: v.string(),
	scenarioGroups: v.array(v.string()),
	/** The moment of the last change in the reader's own form; empty when unknown. */
	changedOn: v.string(),
	status: Status,
	statusLabel: v.string(),
	/** Whether *Delete* would be accepted. */
	deletable: v.boolean(),
	/** Why *Delete* would be refused, with every blocker; empty where it would not, and while the row is not settled. */
	blocked: v.string(),
	/** What *Delete* means for the system, with everything that breaks. */
	consequence: v.string(),
});

/** What comes next for a system: why, in words, and the commands (without their prefix) that do it. */
const Step = v.object({
	system: v.string(),
	/** Whether its registration has failed; otherwise it was enabled. */
	hasFailed: v.boolean(),
	message: v.string(),
	actions: v.array(
		v.object({
			command: v.string(),
			title: v.string(),
			/** Of *Open Troubleshooting*. */
			topic: v.optional(v.string()),
		}),
	),
});
export type PageStep = v.InferOutput<typeof Step>;

/** Everything that the page shows; the integration tokens themselves never. */
export const PageState = v.object({
	host: v.string(),
	type: v.string(),
	application: Application,
	globalAccount: v.string(),
	mode: v.picklist(['practice', 'recorded']),
	rows: v.array(Row),
	/** Names of pending systems of the tenant's type, offered as description. */
	suggestions: v.array(v.string()),
	/** Those of them whose token can be copied here, named while the list is empty; a few are enough. */
	copyable: v.array(v.string()),
	/** What comes next; a few are enough. */
	steps: v.array(Step),
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
	/** The token of one of `copyable` to the clipboard, by the command: the page never gets it. */
	v.object({ kind: v.literal('copyToken'), system: v.string() }),
	/** One of the actions in `steps`. */
	v.object({ kind: v.literal('run'), command: v.string(), system: v.string() }),
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
			v.object({
				ok: v.literal(true),
				system: v.string(),
				scenarioGroups: v.array(v.string()),
				/** What speaks against this tenant without forbidding it; often empty. */
				warning: v.string(),
			}),
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
