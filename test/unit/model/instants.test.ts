import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addSeconds, fromMillis, isInstant, toMillis } from '../../../src/model/instant.ts';
import { forAll } from '../property-runs.ts';

const instant = fc
	.integer({ min: 0, max: Date.UTC(9999, 11, 31) / 1000 })
	.map((seconds) => fromMillis(seconds * 1000));

describe('instants', () => {
	it('UTC in whole seconds is the one form', () => {
		assert.ok(isInstant('2026-11-20T10:00:00Z'));
		assert.ok(isInstant('2028-02-29T23:59:59Z'));
	});

	for (const text of [
		'',
		'2026-11-20',
		'2026-11-20T10:00Z',
		'2026-11-20T10:00:00',
		'2026-11-20T10:00:00.000Z',
		'2026-11-20T10:00:00+01:00',
		'2026-11-20 10:00:00Z',
		'2026-11-20t10:00:00z',
		' 2026-11-20T10:00:00Z',
		'2026-11-20T10:00:00Z\n',
		'20261120T100000Z',
		'+002026-11-20T10:00:00Z',
	]) {
		it(`${JSON.stringify(text)} is another form`, () => {
			assert.equal(isInstant(text), false);
		});
	}

	for (const text of [
		'2026-13-01T00:00:00Z',
		'2026-00-01T00:00:00Z',
		'2026-02-30T00:00:00Z',
		'2026-02-29T00:00:00Z',
		'2026-04-31T00:00:00Z',
		'2026-11-20T24:00:00Z',
		'2026-11-20T25:00:00Z',
		'2026-11-20T10:60:00Z',
		'2026-11-20T23:59:60Z',
	]) {
		it(`${text} is no moment of the calendar`, () => {
			assert.equal(isInstant(text), false);
		});
	}

	it('fractions of a second are cut, not rounded', () => {
		assert.equal(fromMillis(Date.UTC(2026, 10, 20, 10, 0, 0, 999)), '2026-11-20T10:00:00Z');
	});

	it('what is printed is an instant and reads back as the same moment', () => {
		forAll(100, instant, (text) => {
			assert.ok(isInstant(text));
			assert.equal(fromMillis(toMillis(text)), text);
		});
	});

	it('R-TOK-3: 7 days later is 168 hours later, also over a change of month, year and leap day', () => {
		assert.equal(addSeconds('2026-11-20T10:00:00Z', 168 * 3600), '2026-11-27T10:00:00Z');
		assert.equal(addSeconds('2026-12-28T00:00:00Z', 168 * 3600), '2027-01-04T00:00:00Z');
		assert.equal(addSeconds('2028-02-25T12:00:00Z', 168 * 3600), '2028-03-03T12:00:00Z');
	});
});
