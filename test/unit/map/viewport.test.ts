import assert from 'node:assert/strict';
import { chooseFirstView, fitView, moveView, showBox, zoomView } from '../../../src/map/page/viewport.ts';

const SCREEN = { width: 800, height: 600 };
const NARROW = { width: 300, height: 600 };
const VIEW = { x: 10, y: 20, scale: 1 };

describe('the view of the map', () => {
	it('fits the whole picture, and never makes it larger than it was drawn', () => {
		assert.deepEqual(fitView({ width: 1600, height: 600 }, SCREEN), { scale: 0.5, x: 0, y: 150 });
		assert.equal(fitView({ width: 100, height: 100 }, SCREEN).scale, 1);
	});

	it('begins with all where that can be read, else with the top, and with the systems where the screen is narrow', () => {
		assert.equal(chooseFirstView({ width: 1000, height: 700, middle: 500 }, SCREEN).scale, 0.8);
		const large = chooseFirstView({ width: 1000, height: 6000, middle: 500 }, SCREEN);
		assert.deepEqual(large, { scale: 0.8, x: 0, y: 0 });
		assert.deepEqual(chooseFirstView({ width: 1200, height: 300, middle: 500 }, NARROW), {
			scale: 0.85,
			x: -275,
			y: 0,
		});
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
});
