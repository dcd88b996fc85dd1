import * as v from 'valibot';
import { EXTENSION_STATUSES, SYSTEM_STATUSES } from '../model/landscape.ts';

/** A sentence in pieces; names are those on SAP's screens. */
const Sentence = v.array(v.object({ text: v.string(), isName: v.boolean() }));
export type Sentence = v.InferOutput<typeof Sentence>;

/** What a person types or selects on SAP's side, to be copied. */
const Value = v.object({ id: v.string(), label: v.string(), text: v.string() });
export type Value = v.InferOutput<typeof Value>;

const Instruction = v.object({
	sentence: Sentence,
	values: v.array(Value),
});
export type Instruction = v.InferOutput<typeof Instruction>;

const Choice = <Of extends readonly string[]>(values: Of) =>
	v.object({
		value: v.picklist(values),
		label: v.string(),
		/** Whether the file records it. */
		isRecorded: v.boolean(),
	});

/** What records a step. */
const Control = v.variant('kind', [
	/** *Added in the cockpit*. */
	v.object({ kind: v.literal('added') }),
	/** *Token received*. */
	v.object({
		kind: v.literal('token'),
		/** The groups that the type's token may have. */
		groups: v.array(v.object({ label: v.string(), detail: v.string(), isSelected: v.boolean() })),
	}),
	/** *Handed over*: nothing to record, but to copy. */
	v.object({ kind: v.literal('handOver') }),
	/** *Extension shows*. */
	v.object({
		kind: v.literal('extension'),
		/** Host name of the tenant that the file records; empty where it doesn't. */
		tenant: v.string(),
		/** Host names to choose from. */
		tenants: v.array(v.string()),
		/** What a host name looks like. */
		example: v.string(),
		statuses: v.array(Choice(EXTENSION_STATUSES)),
		/** Whether it is recorded that the extension has been deleted in the tenant. */
		isDeletable: v.boolean(),
	}),
	/** *Cockpit shows*. */
	v.object({ kind: v.literal('cockpit'), statuses: v.array(Choice(SYSTEM_STATUSES)) }),
	/** *Subaccount*. */
	v.object({ kind: v.literal('subaccount') }),
	/** *Service plans saved*. */
	v.object({
		kind: v.literal('plans'),
		/** The subaccounts to choose from, each with its plans that aren't recorded. */
		subaccounts: v.array(
			v.object({
				name: v.string(),
				plans: v.array(v.object({ name: v.string(), purpose: v.string(), isSelected: v.boolean() })),
			}),
		),
	}),
]);
export type Control = v.InferOutput<typeof Control>;

const STEP_STATES = ['done', 'current', 'open'] as const;

const Step = v.object({
	/** What tells it apart on the page; it stays the same whatever the file says. */
	id: v.string(),
	title: v.string(),
	state: v.picklist(STEP_STATES),
	/** Whether its instructions are shown unless the person closes them. */
	isShown: v.boolean(),
	/** What the file records of it, with the moment; empty where it doesn't. */
	recorded: v.string(),
	/** What stands in the way, and what to do; empty where nothing does. */
	trouble: v.string(),
	instructions: v.array(Instruction),
	control: Control,
});
export type Step = v.InferOutput<typeof Step>;

/** One of the tutorial's parts: what one person does at one place. */
const Part = v.object({
	id: v.string(),
	title: v.string(),
	/** Who does it. */
	who: v.string(),
	/** What they need for it. */
	needs: v.array(Sentence),
	/** In which of two columns it is, where there is room for two. */
	side: v.picklist(['account', 'tenant']),
	/** What in it is not from SAP; often empty. */
	note: v.string(),
	steps: v.array(Step),
});
export type Part = v.InferOutput<typeof Part>;

/** Everything that the page shows; the text of an integration token never. */
export const GuideState = v.object({
	system: v.string(),
	type: v.string(),
	globalAccount: v.string(),
	/** The status that the file records, with the moment. */
	status: v.string(),
	/** How far the registration is, or why there's nothing to do. */
	summary: v.string(),
	/** Why nothing can be recorded now; empty when it can. */
	locked: v.string(),
	/** Whether the landscape file can be opened to see why. */
	isFileThere: v.boolean(),
	parts: v.array(Part),
});
export type GuideState = v.InferOutput<typeof GuideState>;

/** What a person saw and wants recorded. */
const Seen = v.variant('kind', [
	v.object({ kind: v.literal('added') }),
	v.object({
		kind: v.literal('token'),
		/** What was pasted; empty where only the date is recorded. */
		token: v.string(),
		scenarioGroups: v.array(v.string()),
		/** When the cockpit issued it; empty for now. */
		issuedAt: v.string(),
	}),
	v.object({
		kind: v.literal('extension'),
		tenant: v.string(),
		status: v.picklist(EXTENSION_STATUSES),
	}),
	v.object({ kind: v.literal('extensionDeleted'), tenant: v.string() }),
	v.object({
		kind: v.literal('cockpit'),
		status: v.picklist(SYSTEM_STATUSES),
		/** *Record Anyway*. */
		anyway: v.boolean(),
	}),
	v.object({ kind: v.literal('subaccount'), name: v.string() }),
	v.object({ kind: v.literal('plans'), subaccount: v.string(), plans: v.array(v.string()) }),
]);
export type Seen = v.InferOutput<typeof Seen>;

/** From the page to the extension. `id` comes back with the answer. */
export const GuideRequest = v.variant('kind', [
	v.object({ kind: v.literal('ready') }),
	v.object({ kind: v.literal('record'), id: v.number(), seen: Seen }),
	/** One of the values of the instructions to the clipboard. */
	v.object({ kind: v.literal('copyValue'), id: v.number(), value: v.string() }),
	/** By their commands: the page gets neither text. */
	v.object({
		kind: v.literal('copy'),
		id: v.number(),
		what: v.picklist(['copyToken', 'copyHandOverNote']),
	}),
	/** A command that asks for itself. */
	v.object({
		kind: v.literal('run'),
		command: v.picklist(['openLandscape', 'recordStatus', 'refresh']),
	}),
]);
export type GuideRequest = v.InferOutput<typeof GuideRequest>;

const Answer = v.union([
	v.object({ ok: v.literal(true) }),
	v.object({
		ok: v.literal(false),
		message: v.string(),
		/** Whether *Record Anyway* is offered. */
		anyway: v.boolean(),
	}),
]);
export type Answer = v.InferOutput<typeof Answer>;
/** An answer that refuses. */
export type Refused = Extract<Answer, { ok: false }>;

/** From the extension to the page. */
export const GuideMessage = v.variant('kind', [
	v.object({ kind: v.literal('state'), state: GuideState }),
	v.object({ kind: v.literal('done'), id: v.number(), answer: Answer }),
]);
export type GuideMessage = v.InferOutput<typeof GuideMessage>;
