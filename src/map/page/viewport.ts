import { LEGIBLE_SCALE } from './fonts.ts';
import type { Box } from './layout.ts';

/** Which part of the picture is seen: its origin on the screen, and how large its units are there. */
export interface View {
	readonly x: number;
	readonly y: number;
	readonly scale: number;
}

/** A view that a person has chosen: which element is near the middle of the screen, how far that is from it, and the zoom. */
export interface Anchor {
	/** Id of the element. */
	readonly at: string;
	/** From the middle of the element to the middle of the screen, in the picture's units. */
	readonly x: number;
	readonly y: number;
	readonly scale: number;
}

export interface Size {
	readonly width: number;
	readonly height: number;
}

/** By how much one step zooms. */
export const ZOOM_STEP = 1.25;

/** At the lower edge of the screen, the room of the buttons that lie over the picture. */
export const BUTTONS = 46;

const SMALLEST = 0.05;
const LARGEST = 4;
/** Between an element and what is said of it. */
const APART = 6;

/**
 * The whole picture in the middle of the screen, never larger than it was drawn. Where it couldn't be read then, its top
 * in the width of the screen; where it couldn't be read even then, the middle of its top.
 */
export function fitView(picture: Size, screen: Size): View {
	const wide = Math.min(1, screen.width / picture.width);
	const whole = Math.min(wide, (screen.height - BUTTONS) / picture.height);
	const scale = Math.max(whole < LEGIBLE_SCALE ? wide : whole, LEGIBLE_SCALE);
	return {
		scale,
		x: (screen.width - picture.width * scale) / 2,
		y: Math.max(0, (screen.height - BUTTONS - picture.height * scale) / 2),
	};
}

/** Whether all of a picture can be read at once. */
export function isLegible(picture: Size, screen: Size): boolean {
	return (
		picture.width * LEGIBLE_SCALE <= screen.width && picture.height * LEGIBLE_SCALE <= screen.height - BUTTONS
	);
}

/** Zooms by a factor around a point of the screen. */
export function zoomView(
	{ x, y, scale }: View,
	factor: number,
	at: { readonly x: number; readonly y: number },
): View {
	const next = between(SMALLEST, scale * factor, LARGEST);
	return { scale: next, x: at.x - ((at.x - x) * next) / scale, y: at.y - ((at.y - y) * next) / scale };
}

/** Moves by pixels of the screen, but never so far that nothing of the picture is left to see. */
export function moveView(view: View, dx: number, dy: number, picture: Size, screen: Size): View {
	const rest = 80;
	return {
		scale: view.scale,
		x: between(rest - picture.width * view.scale, view.x + dx, screen.width - rest),
		y: between(rest - picture.height * view.scale, view.y + dy, screen.height - rest),
	};
}

/** Moves as little as it takes to see a box with some room around. */
export function showBox(view: View, box: Box, screen: Size): View {
	const room = 24;
	const along = (start: number, length: number, offset: number, seen: number) => {
		const from = start * view.scale + offset;
		const to = from + length * view.scale;
		return from < room ? room - from : to > seen - room ? Math.max(seen - room - to, room - from) : 0;
	};
	return {
		scale: view.scale,
		x: view.x + along(box.x, box.width, view.x, screen.width),
		y: view.y + along(box.y, box.height, view.y, screen.height),
	};
}

/** A view as seen from the element in the middle, so that it's still the same when places change; none without elements. */
export function anchorOf(view: View, stops: ReadonlyMap<string, Box>, screen: Size): Anchor | undefined {
	const middle = {
		x: (screen.width / 2 - view.x) / view.scale,
		y: (screen.height / 2 - view.y) / view.scale,
	};
	const anchors = Array.from(stops, ([at, box]) => ({
		at,
		x: middle.x - box.x - box.width / 2,
		y: middle.y - box.y - box.height / 2,
		scale: view.scale,
	}));
	const apart = ({ x, y }: Anchor) => Math.hypot(x, y);
	return anchors.reduce<Anchor | undefined>(
		(nearest, anchor) => (nearest && apart(nearest) <= apart(anchor) ? nearest : anchor),
		undefined,
	);
}

/** The view of an anchor, within the limits of zooming; none where its element has gone. */
export function viewOf(
	{ at, x, y, scale: zoom }: Anchor,
	stops: ReadonlyMap<string, Box>,
	screen: Size,
): View | undefined {
	const box = stops.get(at);
	const scale = between(SMALLEST, zoom, LARGEST);
	return (
		box && {
			scale,
			x: screen.width / 2 - (box.x + box.width / 2 + x) * scale,
			y: screen.height / 2 - (box.y + box.height / 2 + y) * scale,
		}
	);
}

/** Where a box is on the screen. */
export function onScreen({ x, y, width, height }: Box, view: View): Box {
	const { scale } = view;
	return { x: x * scale + view.x, y: y * scale + view.y, width: width * scale, height: height * scale };
}

/** Where to put what is said of an element: below it, or above it where there is more room, and inside of the screen. */
export function placeBeside(
	element: Box,
	said: Size,
	screen: Size,
): { readonly x: number; readonly y: number } {
	const below = element.y + element.height + APART;
	const above = element.y - APART - said.height;
	const isBelow = below + said.height <= screen.height || above < 0;
	return {
		x: between(0, element.x, screen.width - said.width),
		y: between(0, isBelow ? below : above, screen.height - said.height),
	};
}

function between(least: number, value: number, most: number): number {
	return Math.min(Math.max(least, most), Math.max(Math.min(least, most), value));
}
