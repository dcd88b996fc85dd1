import * as l10n from '@vscode/l10n';
import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../webview/page/button.tsx';
import { useFocusWhen } from '../../webview/page/focus.ts';

interface Props {
	/** Prefix of the ids in the dialog. */
	readonly id: string;
	readonly title: string;
	/** The sentence that is read out with the title. */
	readonly question: string;
	/** The main button, which Enter presses. */
	readonly submit: string;
	readonly submitButton?: RefObject<HTMLButtonElement | null>;
	/** Where the focus begins; on *Cancel* where it isn't given. */
	readonly focus?: RefObject<HTMLElement | null>;
	/** Comes before the main button. */
	readonly back?: ComponentChildren;
	readonly isBusy: boolean;
	readonly children: ComponentChildren;
	onSubmit(): void;
	onCancel(): void;
}

/** A question in a native modal dialog, open as long as it is there. */
export function Modal(props: Props) {
	const { id, title, question, submit, submitButton, focus, back, isBusy, children, onSubmit, onCancel } =
		props;
	const dialog = useRef<HTMLDialogElement>(null);
	const cancel = useRef<HTMLButtonElement>(null);
	useLayoutEffect(() => {
		const shown = dialog.current;
		withoutFocusing(shown, () => shown?.showModal());
		// It gives the focus back by itself, even when another part of the window has it by then.
		return () => withoutFocusing(document.querySelector('main'), () => shown?.close());
	}, []);
	useFocusWhen(true, focus ?? cancel);

	return (
		<dialog
			ref={dialog}
			aria-labelledby={`${id}-title`}
			aria-describedby={`${id}-question`}
			aria-busy={isBusy || undefined}
			// It also hears of its end when it has gone already.
			onClose={() => dialog.current && onCancel()}
			// A held Enter must not answer the next dialog unseen.
			onKeyDown={(event) => event.key === 'Enter' && event.repeat && event.preventDefault()}
		>
			<form
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					if (!isBusy) {
						onSubmit();
					}
				}}
			>
				<h2 id={`${id}-title`}>{title}</h2>
				<p id={`${id}-question`}>{question}</p>
				{children}
				<div class="buttons">
					{back}
					<Button class="primary" type="submit" ref={submitButton ?? null} isBlocked={isBusy}>
						{submit}
					</Button>
					<Button ref={cancel} onClick={onCancel}>
						{l10n.t('Cancel')}
					</Button>
				</div>
			</form>
		</dialog>
	);
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
