import { element } from './dom.ts';

/** Sentences that come within this time are said as one. */
const gatherMs = 100;

/** A quiet line that is also read out. */
export interface Announcer {
	readonly element: HTMLElement;
	say(sentence: string): void;
}

/** Makes the page's live region. */
export function announcer(): Announcer {
	const region = element('p', { class: 'news', role: 'status', 'aria-live': 'polite' });
	const waiting: string[] = [];
	let gathering = false;

	function speak(): void {
		gathering = false;
		// What lies behind a modal dialog is not read out: it waits for the dialog's end.
		if (waiting.length > 0 && !document.querySelector('dialog[open]')) {
			region.textContent = waiting.splice(0).join(' ');
		}
	}

	function soon(): void {
		if (!gathering) {
			gathering = true;
			setTimeout(speak, gatherMs);
		}
	}

	// `close` does not bubble.
	document.addEventListener('close', soon, { capture: true });

	return {
		element: region,
		say: (sentence) => {
			// The same sentence again would be no change, and so not be read out.
			region.textContent = '';
			waiting.push(sentence);
			soon();
		},
	};
}
