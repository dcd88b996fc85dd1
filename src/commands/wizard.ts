import * as l10n from '@vscode/l10n';
import { type Disposable, QuickInputButtons, type QuickPick, type QuickPickItem, window } from 'vscode';
import { type Refusal, refuse } from '../model/decision.ts';
import { inert } from '../workspace/messages.ts';

/** Who called a command: a person, from the palette, a menu, a link or the tree, or a test or another extension. */
export interface Call {
	/** Whether a person called, who is asked and told; any other call never shows a dialog or a message. */
	readonly interactive: boolean;
}

/** What every input of a wizard shows: the title, and which step of how many it is. */
export interface Frame {
	readonly title: string;
	readonly step: number;
	readonly totalSteps: number;
	readonly canGoBack: boolean;
}

/** What the person did in one input. */
export type Answer<Value> =
	| { readonly kind: 'next'; readonly value: Value }
	| { readonly kind: 'back' }
	| { readonly kind: 'cancel' };

/** One question of a wizard; skipped where it is not needed. The asking function keeps the answer itself. */
export interface Step {
	/** The field that the question stands in for. */
	readonly field: string;
	readonly isNeeded: () => boolean;
	readonly ask: (frame: Frame) => Promise<Answer<unknown>>;
}

/** A step that hands the answer to `keep`. */
export function step<Value>(
	field: string,
	isNeeded: () => boolean,
	ask: (frame: Frame) => Promise<Answer<Value>>,
	keep: (value: Value) => void,
): Step {
	return {
		field,
		isNeeded,
		ask: async (frame) => {
			const answer = await ask(frame);
			if (answer.kind === 'next') {
				keep(answer.value);
			}
			return answer;
		},
	};
}

/** How a wizard ended: all answered, or cancelled or refused at a step (its index). */
export interface WizardEnd {
	readonly done: boolean;
	readonly at?: number;
	readonly refusal?: Refusal;
}

/** The refusal of a call that lacks a field, where nobody can be asked for it: `request-malformed`. */
export function missing(field: string): Refusal {
	return refuse(
		'request-malformed',
		l10n.t('The field "{0}" is missing. Specify it, or set "interactive" to true to be asked for it.', field),
	);
}

/**
 * Asks the needed steps one after the other, with a way back; asks nothing where no step is needed. Refuses a needed step
 * with the code of {@link missing} where no person called.
 */
export async function runWizard(title: string, steps: readonly Step[], call: Call): Promise<WizardEnd> {
	const trail: number[] = [];
	let at = nextNeeded(steps, 0);
	while (at !== undefined) {
		const current = steps[at] as Step;
		if (!call.interactive) {
			return { done: false, at, refusal: missing(current.field) };
		}
		const needed = steps.filter((step, index) => trail.includes(index) || step.isNeeded()).length;
		const frame = {
			title,
			step: trail.length + 1,
			totalSteps: Math.max(needed, trail.length + 1),
			canGoBack: trail.length > 0,
		};
		const answer = await current.ask(frame);
		if (answer.kind === 'cancel') {
			return { done: false, at };
		}
		if (answer.kind === 'back') {
			at = trail.pop();
			continue;
		}
		trail.push(at);
		at = nextNeeded(steps, at + 1);
	}
	return { done: true };
}

function nextNeeded(steps: readonly Step[], from: number): number | undefined {
	const found = steps.findIndex((step, index) => index >= from && step.isNeeded());
	return found === -1 ? undefined : found;
}

/** A text with validation while typing: `validate` gives the sentence to show, or nothing. */
export async function askText(
	frame: Frame,
	question: {
		readonly prompt: string;
		readonly placeholder?: string;
		readonly value?: string;
		readonly password?: boolean;
		readonly validate: (value: string) => string | undefined;
	},
): Promise<Answer<string>> {
	const input = window.createInputBox();
	input.title = frame.title;
	input.step = frame.step;
	input.totalSteps = frame.totalSteps;
	input.buttons = frame.canGoBack ? [QuickInputButtons.Back] : [];
	input.prompt = question.prompt;
	input.placeholder = question.placeholder ?? '';
	input.value = question.value ?? '';
	input.password = question.password ?? false;
	input.ignoreFocusOut = true;
	const validate = (value: string) => {
		const refused = question.validate(value);
		return refused === undefined ? undefined : inert(refused);
	};
	const listeners: Disposable[] = [];
	try {
		return await new Promise((resolve) => {
			listeners.push(
				input.onDidChangeValue((value) => {
					// Nothing is wrong before anything was typed.
					input.validationMessage = value === '' ? undefined : validate(value);
				}),
				input.onDidAccept(() => {
					const refused = validate(input.value);
					input.validationMessage = refused;
					if (refused === undefined) {
						resolve({ kind: 'next', value: input.value });
					}
				}),
				input.onDidTriggerButton(() => resolve({ kind: 'back' })),
				input.onDidHide(() => resolve({ kind: 'cancel' })),
			);
			input.show();
		});
	} finally {
		dispose([...listeners, input]);
	}
}

/** A choice with the value that it stands for. */
export interface Choice<Value> extends QuickPickItem {
	readonly value: Value;
}

/** One choice of several. */
export async function askOne<Value>(
	frame: Frame,
	question: { readonly placeholder: string; readonly choices: readonly Choice<Value>[] },
): Promise<Answer<Value>> {
	return withQuickPick(frame, question, (pick, resolve) => {
		const [chosen] = pick.selectedItems;
		if (chosen) {
			resolve({ kind: 'next', value: chosen.value });
		}
	});
}

/** Any number of choices; `picked` ones are selected at first. `validate` may refuse a selection with a sentence. */
export async function askMany<Value>(
	frame: Frame,
	question: {
		readonly placeholder: string;
		readonly choices: readonly Choice<Value>[];
		readonly validate: (values: readonly Value[]) => string | undefined;
	},
): Promise<Answer<readonly Value[]>> {
	return withQuickPick<Value, readonly Value[]>(
		frame,
		question,
		(pick, resolve) => {
			const values = pick.selectedItems.map(({ value }) => value);
			const refused = question.validate(values);
			pick.title = refused ? `${frame.title}: ${refused}` : frame.title;
			if (refused === undefined) {
				resolve({ kind: 'next', value: values });
			}
		},
		(pick) => {
			pick.canSelectMany = true;
			pick.selectedItems = question.choices.filter(({ picked }) => picked);
		},
	);
}

async function withQuickPick<Value, Result>(
	frame: Frame,
	question: { readonly placeholder: string; readonly choices: readonly Choice<Value>[] },
	accept: (pick: QuickPick<Choice<Value>>, resolve: (answer: Answer<Result>) => void) => void,
	prepare: (pick: QuickPick<Choice<Value>>) => void = () => undefined,
): Promise<Answer<Result>> {
	const pick = window.createQuickPick<Choice<Value>>();
	pick.title = frame.title;
	pick.step = frame.step;
	pick.totalSteps = frame.totalSteps;
	pick.buttons = frame.canGoBack ? [QuickInputButtons.Back] : [];
	pick.placeholder = question.placeholder;
	pick.matchOnDescription = true;
	pick.matchOnDetail = true;
	pick.ignoreFocusOut = true;
	pick.items = question.choices;
	prepare(pick);
	const listeners: Disposable[] = [];
	try {
		return await new Promise((resolve) => {
			listeners.push(
				pick.onDidAccept(() => accept(pick, resolve)),
				pick.onDidTriggerButton(() => resolve({ kind: 'back' })),
				pick.onDidHide(() => resolve({ kind: 'cancel' })),
			);
			pick.show();
		});
	} finally {
		dispose([...listeners, pick]);
	}
}

function dispose(disposables: readonly Disposable[]): void {
	for (const disposable of disposables) {
		disposable.dispose();
	}
}
