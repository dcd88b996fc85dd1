import { block, button, element, takeFocus } from '../../webview/page/dom.ts';
import { texts } from './texts.ts';

/** A question in a native modal dialog, with the person's answer as a promise. */
export interface Modal<Answer> {
	readonly element: HTMLDialogElement;
	/** Shows it and waits for the end: `undefined` where the person cancelled. */
	open(): Promise<Answer | undefined>;
	/** Ends it. */
	close(answer?: Answer): void;
	/** Shows why a request was refused; an empty text takes it away. */
	refuse(message: string): void;
}

/** The parts of a dialog. */
export interface ModalParts {
	/** Prefix of the ids in the dialog. */
	readonly id: string;
	readonly title: string;
	/** The paragraph that is read out with the title. */
	readonly question: HTMLElement;
	readonly content: readonly Node[];
	/** Where in the content a refusal is shown. */
	readonly refusal: HTMLElement;
	/** Stands before the main button. */
	readonly back?: HTMLButtonElement;
	/** The main button, which Enter presses. */
	readonly submit: HTMLButtonElement;
	/** Where the focus starts; *Cancel* where it is not given. */
	readonly focus?: HTMLElement;
	/** Does what the main button promises; the dialog is busy until then. `isOpen` tells whether somebody still waits. */
	onSubmit(isOpen: () => boolean): Promise<void>;
}

/** The box for a refusal: read out at once. */
export function refusalBox(id: string): HTMLElement {
	return element('p', { class: 'refusal', id, role: 'alert' });
}

/** Makes a dialog and puts it into the page. */
export function modal<Answer>(parts: ModalParts): Modal<Answer> {
	const titleId = `${parts.id}-title`;
	const questionId = `${parts.id}-question`;
	parts.question.id = questionId;
	parts.submit.type = 'submit';
	const cancel = button(texts.cancel(), {}, () => close());
	const form = element(
		'form',
		{},
		element('h2', { id: titleId }, parts.title),
		parts.question,
		...parts.content,
		element('div', { class: 'buttons' }, ...(parts.back ? [parts.back] : []), parts.submit, cancel),
	);
	form.noValidate = true;
	const dialog = element('dialog', { 'aria-labelledby': titleId, 'aria-describedby': questionId }, form);

	let settle: ((answer: Answer | undefined) => void) | undefined;
	let openings = 0;

	function setBusy(busy: boolean): void {
		dialog.ariaBusy = busy ? 'true' : null;
		block(parts.submit, busy);
	}

	function close(answer?: Answer): void {
		const waiting = settle;
		settle = undefined;
		setBusy(false);
		// A dialog gives the focus back by itself when it ends, even when another part of the window has it by then.
		withoutFocusing(document.querySelector('main'), () => dialog.close());
		waiting?.(answer);
	}

	form.addEventListener('submit', (event) => {
		event.preventDefault();
		if (dialog.ariaBusy === 'true') {
			return;
		}
		const opening = openings;
		const isOpen = () => opening === openings && dialog.open;
		setBusy(true);
		void parts.onSubmit(isOpen).finally(() => {
			if (isOpen()) {
				setBusy(false);
			}
		});
	});
	// A held Enter must not answer the next dialog unseen.
	dialog.addEventListener('keydown', (event) => {
		if (event.key === 'Enter' && event.repeat) {
			event.preventDefault();
		}
	});
	dialog.addEventListener('close', () => {
		if (!dialog.open && settle) {
			close();
		}
	});
	document.body.append(dialog);

	return {
		element: dialog,
		open: () => {
			openings += 1;
			parts.refusal.textContent = '';
			withoutFocusing(dialog, () => dialog.showModal());
			takeFocus(parts.focus ?? cancel);
			return new Promise((resolve) => {
				settle = resolve;
			});
		},
		close,
		refuse: (message) => {
			parts.refusal.textContent = message;
		},
	};
}

/** Runs what would focus something in `part`, which it must not while another part of the window has the focus. */
function withoutFocusing(part: HTMLElement | null, run: () => void): void {
	if (!part || document.hasFocus()) {
		run();
		return;
	}
	part.inert = true;
	run();
	part.inert = false;
}
