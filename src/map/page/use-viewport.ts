import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Box, Layout } from './layout.ts';
import { chooseFirstView, fitView, moveView, type Size, showBox, type View, zoomView } from './viewport.ts';

/**
 * The part of the picture that is seen, and how to change it: what the person has `chosen`, as far as it fits the screen,
 * or else what is best to begin with.
 */
export function useViewport(
	svg: RefObject<SVGSVGElement | null>,
	layout: Layout,
	chosen: View | undefined,
	onChoose: (view: View) => void,
) {
	const [screen, setScreen] = useState<Size>({ width: 0, height: 0 });
	useLayoutEffect(() => {
		const observer = new ResizeObserver(([entry]) => entry && setScreen(entry.contentRect));
		if (svg.current) {
			observer.observe(svg.current);
		}
		return () => observer.disconnect();
	}, []);
	const view = chosen ? moveView(chosen, 0, 0, layout, screen) : chooseFirstView(layout, screen);
	const choose = (next: View) => onChoose(moveView(next, 0, 0, layout, screen));
	return {
		view,
		screen,
		/** Moves by pixels of the screen from where the picture was. */
		pan: (dx: number, dy: number, from = view) => onChoose(moveView(from, dx, dy, layout, screen)),
		zoom: (factor: number, at = { x: screen.width / 2, y: screen.height / 2 }) =>
			choose(zoomView(view, factor, at)),
		fit: () => onChoose(fitView(layout, screen)),
		/** Moves no further than it takes to see a box. */
		show: (box: Box) => {
			const next = showBox(view, box, screen);
			if (next.x !== view.x || next.y !== view.y) {
				onChoose(next);
			}
		},
	};
}

/** What {@link useViewport} gives. */
export type Viewport = ReturnType<typeof useViewport>;
