import * as l10n from '@vscode/l10n';
import { type InputBox, QuickInputButtons, type QuickPick, type QuickPickItem, window } from 'vscode';
import { isRefusal, type Refusal, refuse } from '../model/decision.ts';

import { inert } from '../workspace/messages.ts';

/** What every input shows: the title, and which step of how many it is. */
interface Frame {
	readonly title: string;
	readonly step: number;
	readonly totalSteps: number;
	/** What the person answered before they went back to this step. */
	readonly earlier: unknown;
}

const BACK = Symbol('back');
const REVIEW = 'review';

/**
 * Asks a person in one input. The answer is a value, a further question that leads to it, `BACK`, or nothing where the
 * person cancelled.
 */
export type Question<Value> = (frame: Frame) => Promise<Value | Question<Value> | typeof BACK | undefined>;

/** For each field that can be asked for: its question, the value where nobody needs to be asked, or why there is none. */
type Questions<Given, Field extends keyof Given> = {
	readonly [Key in Field]-?: (
		answers: Given,
	) => Question<Exclude<Given[Key], undefined>> | Exclude<Given[Key], undefined> | Refusal;
};

type Answers<Given, Field extends keyof Given> = Given & {
	readonly [Key in Field]-?: Exclude<Given[Key], undefined>;
};

/**
 * Takes the fields that are given and asks for the others in the order of their questions, with a way back; last comes
 * `review` where anything was asked. A question sees what is given and what was answered before it. Refuses with
 * `request-malformed` for a field that is missing in a call that nobody can be asked in.
 */
export async function ask<
	Given extends { readonly interactive: boolean },
	Field extends keyof Given & string,
>(
	title: string,
	given: Given,
	questions: Questions<Given, Field>,
	review?: (answers: Answers<Given, Field>) => Question<true> | Refusal,
): Promise<({ readonly ok: true } & Answers<Given, Field>) | Refusal | undefined> {
	const absent = Object.keys(questions).filter((field) => given[field as Field] === undefined);
	const asked: { readonly field: string; readonly value: unknown }[] = [];
	const earlier = new Map<string, unknown>();
	for (;;) {
		const answers = { ...given } as Answers<Given, Field>;
		const open: { readonly field: string; readonly question: Question<unknown> | Refusal }[] = [];
		const answer = (field: string, create: () => unknown) => {
			const value = asked.findLast((step) => step.field === field)?.value ?? create();
			if (isQuestion(value) || (value instanceof Object && isRefusal(value))) {
				open.push({ field, question: value });
			} else {
				Object.assign(answers, { [field]: value });
			}
		};
		for (const field of absent) {
			answer(field, () => questions[field as Field](answers));
		}
		if (review && asked.length > 0 && open.length === 0) {
			answer(REVIEW, () => review(answers));
		}
		const [next] = open;
		if (!next) {
			return { ...answers, ok: true };
		}
		const { field, question } = next;
		if (!isQuestion(question)) {
			return question;
		}
		if (!given.interactive) {
			return missing(field);
		}
		const step = asked.length + 1;
		const totalSteps = asked.length + open.length + (review && field !== REVIEW ? 1 : 0);
		const value = await question({ title, step, totalSteps, earlier: earlier.get(field) });
		if (value === undefined) {
			return undefined;
		}
		if (value === BACK) {
			asked.pop();
		} else {
			if (value !== earlier.get(field)) {
				// What was answered later may no longer fit.
				for (const { field: later } of open) {
					earlier.delete(later);
				}
			}
			asked.push({ field, value });
			earlier.set(field, value);
		}
	}
}

/** The refusal of a call that lacks a field, where nobody can be asked for it: `request-malformed`. */
export function missing(field: string): Refusal {
	return refuse(
		'request-malformed',
		l10n.t('The field "{0}" is missing. Specify it, or set "interactive" to true to be asked for it.', field),
	);
}

/** Asks for a text, and checks it while the person types. */
export function inputBox(box: {
	readonly prompt: string;
	readonly placeholder?: string;
	readonly password?: boolean;
	/** What the input has at first, selected. */
	readonly value?: string;
	readonly validate?: (value: string) => Refusal | undefined;
}): Question<string> {
	return (frame) => {
		const input = window.createInputBox();
		input.prompt = box.prompt;
		input.placeholder = box.placeholder ?? '';
		input.password = box.password ?? false;
		input.value = typeof frame.earlier === 'string' ? frame.earlier : (box.value ?? '');
		const validate = () => {
			const refused = box.validate?.(input.value);
			input.validationMessage = refused && inert(refused.message);
			return !refused;
		};
		input.onDidChangeValue((value) => {
			if (value === '') {
				// Nothing is wrong before anything was typed.
				input.validationMessage = undefined;
			} else {
				validate();
			}
		});
		return show(input, frame, () => (validate() ? input.value : undefined));
	};
}

/** An entry to choose, with the value or the further question that it leads to. */
export interface Choice<Value> extends QuickPickItem {
	readonly value: Value;
}

interface Picking<Value> {
	readonly placeholder: string;
	readonly choices: readonly Choice<Value>[];
}

/** Asks for one of several choices; without any it is `none` that the person is told. */
export function quickPick<Value>({
	none,
	...picking
}: Picking<Value | Question<Value>> & { readonly none?: Refusal }): Question<Value> | Refusal {
	if (none && picking.choices.length === 0) {
		return none;
	}
	return (frame) => {
		const pick = createPick(picking);
		const before = pick.items.find(({ value }) => value === frame.earlier);
		if (before) {
			pick.activeItems = [before];
		}
		return show(pick, frame, () => pick.selectedItems[0]?.value);
	};
}

/**
 * Asks for one of several choices where there is more than one. A call in which nobody can be asked has to bring the only
 * one all the same.
 */
export function quickPickUnlessOne<Value>(
	isInteractive: boolean,
	picking: Parameters<typeof quickPick<Value>>[0],
): Question<Value> | Value | Refusal {
	const [only, other] = picking.choices;
	return isInteractive && only && !other && typeof only.value !== 'function'
		? only.value
		: quickPick(picking);
}

/** What is asked in a dialog with a title of its own; what needs no question stays as it is. */
export function inDialog<Asked>(title: string, asked: Asked): Asked {
	return isQuestion(asked) ? (((frame) => asked({ ...frame, title })) as Question<unknown> as Asked) : asked;
}

/** Asks for any number of choices; those with `picked` are selected at first. */
export function quickPickMany<Value>({
	validate,
	...picking
}: Picking<Value> & {
	readonly validate: (values: Value[]) => Refusal | { readonly ok: true } | undefined;
}): Question<Value[]> {
	return async (frame) => {
		const { earlier } = frame;
		const pick = createPick(picking);
		pick.canSelectMany = true;
		pick.selectedItems = pick.items.filter(({ value, picked }) =>
			Array.isArray(earlier) ? earlier.includes(value) : picked,
		);
		const check = () => {
			const values = pick.selectedItems.map(({ value }) => value);
			const checked = validate(values);
			pick.title = checked?.ok === false ? `${frame.title}: ${checked.message}` : frame.title;
			return checked?.ok === false ? undefined : values;
		};
		pick.onDidChangeSelection(() => {
			if (pick.title !== frame.title) {
				check();
			}
		});
		return show(pick, frame, check);
	};
}

function createPick<Value>({ placeholder, choices }: Picking<Value>): QuickPick<Choice<Value>> {
	const pick = window.createQuickPick<Choice<Value>>();
	pick.placeholder = placeholder;
	pick.items = choices;
	pick.matchOnDescription = true;
	pick.matchOnDetail = true;
	return pick;
}

/** Shows an input until `accept` gives a value on *Enter*, or the person goes back or cancels. */
async function show<Value>(
	input: InputBox | QuickPick<QuickPickItem>,
	{ title, step, totalSteps }: Frame,
	accept: () => Value | undefined,
): Promise<Value | typeof BACK | undefined> {
	input.title = title;
	if (totalSteps > 1) {
		input.step = step;
		input.totalSteps = totalSteps;
	}
	input.buttons = step > 1 ? [QuickInputButtons.Back] : [];
	input.ignoreFocusOut = true;
	try {
		return await new Promise((resolve) => {
			input.onDidAccept(() => {
				const value = accept();
				if (value !== undefined) {
					resolve(value);
				}
			});
			input.onDidTriggerButton(() => resolve(BACK));
			input.onDidHide(() => resolve(undefined));
			input.show();
		});
	} finally {
		input.dispose();
	}
}

function isQuestion(value: unknown): value is Question<unknown> {
	return typeof value === 'function';
}
