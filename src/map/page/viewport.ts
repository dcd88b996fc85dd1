import type { Box } from './layout.ts';

/** Which part of the picture is seen: its origin on the screen, and how large its units are there. */
export interface View {
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

const SMALLEST = 0.05;
const LARGEST = 4;
/** Below this, texts are too small to begin with. */
const READABLE = 0.62;
/** Where the columns don't fit side by side anyway. */
const NARROW = 0.85;

/** The whole picture in the middle of the screen, never larger than it was drawn. */
export function fitView(picture: Size, screen: Size): View {
	const scale = limited(Math.min(1, screen.width / picture.width, screen.height / picture.height));
	return {
		scale,
		x: (screen.width - picture.width * scale) / 2,
		y: Math.max(0, (screen.height - picture.height * scale) / 2),
	};
}

/** What to show first: all where that can be read, else the top, and the systems in its middle where the screen is narrow. */
export function chooseFirstView(picture: Size & { readonly middle: number }, screen: Size): View {
	const whole = fitView(picture, screen);
	if (whole.scale >= READABLE) {
		return { ...whole, y: Math.min(whole.y, 0) };
	}
	const wide = Math.min(1, screen.width / picture.width);
	return wide < READABLE
		? { scale: NARROW, x: screen.width / 2 - picture.middle * NARROW, y: 0 }
		: { scale: wide, x: (screen.width - picture.width * wide) / 2, y: 0 };
}

/** Zooms by a factor around a point of the screen. */
export function zoomView(
	{ x, y, scale }: View,
	factor: number,
	at: { readonly x: number; readonly y: number },
): View {
	const next = limited(scale * factor);
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

function limited(scale: number): number {
	return between(SMALLEST, scale, LARGEST);
}

function between(least: number, value: number, most: number): number {
	return Math.min(Math.max(least, most), Math.max(Math.min(least, most), value));
}
