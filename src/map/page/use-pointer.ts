import { useEffect, useRef } from 'preact/hooks';
import type { Viewport } from './use-viewport.ts';
import type { View } from './viewport.ts';

/** Pixels that a pointer may move between down and up and still mean a click. */
const CLICK = 4;

type OnPicture<Kind extends Event> = Kind & { readonly currentTarget: SVGSVGElement };

/** The id of the element of the map that an event is about. */
export function idOf(target: EventTarget | null): string | undefined {
	return target instanceof Element ? target.closest<SVGElement>('[data-id]')?.dataset.id : undefined;
}

/** Moves and zooms the picture by pointer and wheel; a click selects an element, or nothing. */
export function usePointer({ view, pan, zoom }: Viewport, onSelect: (id: string | undefined) => void) {
	const drag = useRef<{ x: number; y: number; view: View; id: string | undefined; moves: boolean }>(
		undefined,
	);
	const isDown = useRef(false);
	const select = useRef(onSelect);
	select.current = onSelect;
	useEffect(() => {
		const release = () => {
			const held = drag.current;
			drag.current = undefined;
			isDown.current = false;
			if (held && !held.moves) {
				select.current(held.id);
			}
		};
		// The pointer may have left the map meanwhile.
		window.addEventListener('pointerup', release);
		return () => window.removeEventListener('pointerup', release);
	}, []);

	return {
		/** Whether a button is held, so that a focus comes from the pointer. */
		isDown: () => isDown.current,
		handlers: {
			onPointerDown: ({ button, clientX, clientY, target }: OnPicture<PointerEvent>) => {
				isDown.current = true;
				if (button === 0) {
					drag.current = { x: clientX, y: clientY, view, id: idOf(target), moves: false };
				}
			},
			onPointerMove: ({ pointerId, clientX, clientY, currentTarget }: OnPicture<PointerEvent>) => {
				if (drag.current) {
					const [dx, dy] = [clientX - drag.current.x, clientY - drag.current.y];
					drag.current.moves ||= Math.hypot(dx, dy) > CLICK;
					if (drag.current.moves) {
						currentTarget.setPointerCapture(pointerId);
						pan(dx, dy, drag.current.view);
					}
				}
			},
			onWheel: (event: OnPicture<WheelEvent>) => {
				event.preventDefault();
				const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 18 : 1;
				const { left, top } = event.currentTarget.getBoundingClientRect();
				if (event.ctrlKey || event.metaKey) {
					const at = { x: event.clientX - left, y: event.clientY - top };
					zoom(Math.exp((-event.deltaY * unit) / 300), at);
				} else {
					pan(-event.deltaX * unit, -event.deltaY * unit);
				}
			},
			// A screen reader clicks without pointer.
			onClick: ({ detail, target }: OnPicture<MouseEvent>) => {
				const id = idOf(target);
				if (detail === 0 && id !== undefined) {
					onSelect(id);
				}
			},
		},
	};
}
