import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Focuses an element once `isWanted` becomes true, but never takes the focus from another part of the window. */
export function useFocusWhen(isWanted: boolean, target: RefObject<HTMLElement | null>): void {
	useLayoutEffect(() => {
		if (isWanted && document.hasFocus()) {
			target.current?.focus();
		}
	}, [isWanted]);
}

/** Moves the focus to `fallback` where the element that has it disappears, or is hidden, as the component changes. */
export function useFocusFallback(fallback: RefObject<HTMLElement | null>): void {
	// A component is rendered before the document changes.
	const before = document.activeElement;
	useLayoutEffect(() => {
		const { activeElement, body } = document;
		const isLost = activeElement === body || activeElement === before;
		if (before && before !== body && !before.checkVisibility() && isLost && document.hasFocus()) {
			fallback.current?.focus();
		}
	});
}
