import { block, element, setText } from '../../webview/page/dom.ts';

/** A button that can say why it is blocked. */
export interface ExplainedButton {
	readonly element: HTMLElement;
	/** Blocks with a reason: one that stands elsewhere on the page by its id, or a text of its own; none for neither. */
	update(reason: { readonly elsewhere?: string | undefined; readonly text?: string }): void;
}

let count = 0;

/**
 * Gives a button room for a reason: its description for the ear; for the eye it is shown while the button is pointed at
 * or has the focus, until Escape is pressed.
 */
export function explained(target: HTMLButtonElement): ExplainedButton {
	count += 1;
	const reason = element('span', { class: 'reason', id: `reason-${count}`, role: 'tooltip' });
	const frame = element('span', { class: 'explained' }, target);

	frame.addEventListener('keydown', ({ key }) => {
		if (key === 'Escape') {
			frame.dataset.dismissed = '';
		}
	});
	for (const event of ['focusin', 'pointerenter']) {
		frame.addEventListener(event, () => {
			delete frame.dataset.dismissed;
			frame.dataset.side = frame.getBoundingClientRect().top < reason.offsetHeight ? 'below' : 'above';
		});
	}

	return {
		element: frame,
		update: ({ elsewhere, text = '' }) => {
			const hasOwn = elsewhere === undefined && text !== '';
			setText(reason, text);
			if (!hasOwn) {
				reason.remove();
			} else if (!reason.isConnected) {
				frame.append(reason);
			}
			block(target, hasOwn || elsewhere !== undefined, elsewhere ?? reason.id);
		},
	};
}
