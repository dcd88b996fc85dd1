import { element } from './dom.ts';

/** A toolbar, to be labelled, that is one stop for Tab; arrows, Home and End move inside it. */
export function toolbar(buttons: readonly HTMLButtonElement[]): HTMLElement {
	const bar = element('div', { class: 'toolbar', role: 'toolbar' }, ...buttons);

	function makeStop(stop: EventTarget | null): void {
		for (const button of buttons) {
			button.tabIndex = button === stop ? 0 : -1;
		}
	}

	function neighbour(key: string): HTMLButtonElement | undefined {
		const here = buttons.findIndex((button) => button.matches(':focus'));
		switch (key) {
			case 'ArrowRight':
				return buttons[(here + 1) % buttons.length];
			case 'ArrowLeft':
				return buttons.at(here - 1);
			case 'Home':
				return buttons[0];
			case 'End':
				return buttons.at(-1);
			default:
				return undefined;
		}
	}

	bar.addEventListener('focusin', (event) => makeStop(event.target));
	bar.addEventListener('keydown', (event) => {
		const target = neighbour(event.key);
		if (target) {
			event.preventDefault();
			target.focus();
		}
	});
	makeStop(buttons[0] ?? null);
	return bar;
}
