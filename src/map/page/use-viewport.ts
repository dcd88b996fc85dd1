import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Box, Layout } from './layout.ts';
import {
	type Anchor,
	anchorOf,
	fitView,
	moveView,
	type Size,
	showBox,
	type View,
	viewOf,
	zoomView,
} from './viewport.ts';

/** How large the picture is on the screen; `undefined` until that is known. */
export function useScreen(svg: RefObject<SVGSVGElement | null>): Size | undefined {
	const [screen, setScreen] = useState<Size>();
	useLayoutEffect(() => {
		const observer = new ResizeObserver(([entry]) => {
			const [width, height] = [entry?.contentRect.width ?? 0, entry?.contentRect.height ?? 0].map(Math.floor);
			if (width && height) {
				// Parts of a pixel are no reason to find places again.
				setScreen((before) =>
					before?.width === width && before.height === height ? before : { width, height },
				);
			}
		});
		if (svg.current) {
			observer.observe(svg.current);
		}
		return () => observer.disconnect();
	}, []);
	return screen;
}

/**
 * The part of the picture that is seen, and how to change it: what the person has `chosen`, or else everything, so that
 * it follows whatever is shown and however large the screen is.
 */
export function useViewport(
	screen: Size,
	layout: Layout,
	stops: ReadonlyMap<string, Box>,
	chosen: Anchor | undefined,
	onChoose: (anchor: Anchor | undefined) => void,
) {
	const seen = chosen && viewOf(chosen, stops, screen);
	const view = seen ? moveView(seen, 0, 0, layout, screen) : fitView(layout, screen);
	const choose = (next: View) => onChoose(anchorOf(moveView(next, 0, 0, layout, screen), stops, screen));
	const middle = { x: screen.width / 2, y: screen.height / 2 };
	return {
		view,
		screen,
		/** Moves by pixels of the screen from where the picture was. */
		pan: (dx: number, dy: number, from = view) => choose(moveView(from, dx, dy, layout, screen)),
		zoom: (factor: number, at = middle) => choose(zoomView(view, factor, at)),
		/** As large as it was drawn. */
		zoomToFullSize: () => choose({ ...zoomView(view, 1 / view.scale, middle), scale: 1 }),
		/** Moves no further than it takes to see a box. */
		show: (box: Box) => {
			const next = showBox(view, box, screen);
			if (next.x !== view.x || next.y !== view.y) {
				choose(next);
			}
		},
	};
}

/** What {@link useViewport} gives. */
export type Viewport = ReturnType<typeof useViewport>;
