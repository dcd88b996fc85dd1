import assert from 'node:assert/strict';
import { LEGIBLE_SCALE } from '../../../src/map/page/fonts.ts';
import {
	type Anchor,
	anchorOf,
	BUTTONS,
	fitView,
	isLegible,
	moveView,
	placeBeside,
	showBox,
	viewOf,
	zoomView,
} from '../../../src/map/page/viewport.ts';

const SCREEN = { width: 800, height: 600 };
const ROOM = SCREEN.height - BUTTONS;
const VIEW = { x: 10, y: 20, scale: 1 };

describe('the view of the map', () => {
	it('fits the whole picture in the middle, and never makes it larger than it was drawn', () => {
		assert.deepEqual(fitView({ width: 1000, height: 600 }, SCREEN), {
			scale: 0.8,
			x: 0,
			y: (ROOM - 480) / 2,
		});
		assert.equal(fitView({ width: 100, height: 100 }, SCREEN).scale, 1);
	});

	it('shows the top of a picture that could not be read as a whole, in the width of the screen', () => {
		assert.deepEqual(fitView({ width: 1000, height: 6000 }, SCREEN), { scale: 0.8, x: 0, y: 0 });
		assert.deepEqual(fitView({ width: 400, height: 6000 }, SCREEN), { scale: 1, x: 200, y: 0 });
	});

	it('shows the middle of a picture whose width could not be read', () => {
		const { scale, x, y } = fitView({ width: 1600, height: 6000 }, SCREEN);
		assert.deepEqual([scale, x, y], [LEGIBLE_SCALE, 400 - 800 * LEGIBLE_SCALE, 0]);
		assert(!isLegible({ width: 1600, height: 100 }, SCREEN));
		assert(!isLegible({ width: 100, height: 800 }, SCREEN));
		assert(isLegible({ width: 1000, height: ROOM / LEGIBLE_SCALE }, SCREEN));
	});

	it('zooms around the pointer, within limits', () => {
		const at = { x: 110, y: 220 };
		const near = zoomView(VIEW, 2, at);
		assert.deepEqual(near, { scale: 2, x: -90, y: -180 });
		assert.deepEqual(zoomView(near, 0.5, at), VIEW);
		assert.equal(zoomView(VIEW, 1000, at).scale, 4);
		assert.equal(zoomView(VIEW, 0, at).scale, 0.05);
	});

	it('moves, but never so far that the picture is lost', () => {
		const picture = { width: 1000, height: 1000 };
		assert.deepEqual(moveView(VIEW, 5, -5, picture, SCREEN), { x: 15, y: 15, scale: 1 });
		assert.deepEqual(moveView(VIEW, -5000, 5000, picture, SCREEN), { x: -920, y: 520, scale: 1 });
	});

	it('moves as little as it takes to show something', () => {
		const box = { x: 0, y: 0, width: 100, height: 50 };
		assert.deepEqual(showBox({ x: 30, y: 30, scale: 1 }, box, SCREEN), { x: 30, y: 30, scale: 1 });
		assert.deepEqual(showBox({ x: -500, y: 30, scale: 1 }, box, SCREEN), { x: 24, y: 30, scale: 1 });
		assert.deepEqual(showBox({ x: 30, y: 590, scale: 1 }, box, SCREEN), { x: 30, y: 526, scale: 1 });
	});

	const near = { x: 380, y: 280, width: 60, height: 40 };
	const stops = new Map([
		['far', { x: 0, y: 0, width: 60, height: 40 }],
		['near', near],
	]);

	it('that a person has chosen follows the element in the middle when places or the screen change', () => {
		const anchor = anchorOf(VIEW, stops, SCREEN);
		assert.deepEqual(anchor, { at: 'near', x: -20, y: -20, scale: 1 });
		assert.deepEqual(viewOf(anchor as Anchor, stops, SCREEN), VIEW);
		const moved = new Map([['near', { ...near, x: near.x + 500 }]]);
		assert.deepEqual(viewOf(anchor as Anchor, moved, SCREEN), { ...VIEW, x: VIEW.x - 500 });
		const narrow = { width: 300, height: 600 };
		assert.deepEqual(viewOf(anchor as Anchor, stops, narrow), { ...VIEW, x: VIEW.x - 250 });
	});

	it('that a person has chosen ends with its element, and a zoom beyond the limits is limited', () => {
		const anchor = { at: 'near', x: 0, y: 0, scale: 0 };
		assert.equal(viewOf(anchor, new Map(), SCREEN), undefined);
		assert.equal(viewOf(anchor, stops, SCREEN)?.scale, 0.05);
		assert.equal(anchorOf(VIEW, new Map(), SCREEN), undefined);
	});
});

describe('what is said of an element', () => {
	const said = { width: 200, height: 100 };

	it('is below it, or above it where there is no room below', () => {
		const at = (y: number) => placeBeside({ x: 50, y, width: 60, height: 40 }, said, SCREEN);
		assert.deepEqual(at(100), { x: 50, y: 146 });
		assert.deepEqual(at(500), { x: 50, y: 394 });
	});

	it('never leaves the screen', () => {
		assert.deepEqual(placeBeside({ x: 790, y: -200, width: 60, height: 40 }, said, SCREEN), { x: 600, y: 0 });
		const tall = placeBeside({ x: -50, y: 40, width: 60, height: 40 }, said, { width: 300, height: 120 });
		assert.deepEqual(tall, { x: 0, y: 20 });
	});
});
