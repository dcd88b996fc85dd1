import assert from 'node:assert/strict';
import { instantFrom } from '../../../src/model/instant.ts';
import { nearest } from '../../../src/model/nearest.ts';

describe('the nearest known text', () => {
	for (const [text, candidates, expected] of [
		['tokn', ['type', 'token'], 'token'],
		['Registered', ['pending', 'registered'], 'registered'],
		['statsu', ['status'], 'status'],
		['owner', ['type', 'status', 'token'], undefined],
		['SAP S4/HANA Cloud', ['SAP S/4HANA Cloud', 'SAP Marketing Cloud'], 'SAP S/4HANA Cloud'],
		['x'.repeat(101), ['x'.repeat(100)], undefined],
		['', ['a'], 'a'],
		['same', ['same'], undefined],
	] as const) {
		it(`of "${text.slice(0, 20)}" is ${expected ?? 'none'}`, () => {
			assert.equal(nearest(text, candidates), expected);
		});
	}
});

describe('times in other forms', () => {
	for (const [text, expected] of [
		['2026-11-20 10:00:00Z', '2026-11-20T10:00:00Z'],
		['2026-11-20T10:00Z', '2026-11-20T10:00:00Z'],
		['2026-11-20T10:00:00.123Z', '2026-11-20T10:00:00Z'],
		['2026-11-20T00:30:00+01:00', '2026-11-19T23:30:00Z'],
		['2026-11-20T10:00:00', undefined],
		['2026-02-30T10:00:00+01:00', undefined],
		['2026-11-20T10:00:00+99:99', undefined],
		['soon', undefined],
	] as const) {
		it(`${text} is ${expected ?? 'not told'}`, () => {
			assert.equal(instantFrom(text), expected);
		});
	}
});
